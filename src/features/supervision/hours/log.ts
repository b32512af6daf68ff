import { z } from 'zod';
import { isRefusal } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query, slash } from '../../../runtime/route.ts';
import { activeAgreements, agreementOf, common } from '../agreement/find.ts';
import { chooseCard } from '../agreement/views.ts';
import { entriesIn, entryOf } from './entries.ts';
import { entryForm, repeated, valuesOf } from './form.ts';

/** `/supervision log`: the form, filled in as the last entry was. */
export const logHours = query({
  ...common,
  name: 'supervision.log',
  ack: 'form',
  slash: slash('supervision', 'log', 'supervision.help.log'),
  input: z.object({ group: z.string().optional(), agreement: z.string().optional() }),
  show: async (input, ctx) => {
    const all = await activeAgreements(ctx, 'supervisee');
    const open = all.filter((a) => a.endsOn === null);
    const named = input.agreement === undefined ? null : await agreementOf(ctx, input.agreement, 'supervisee');
    if (named !== null && isRefusal(named)) return named;
    if (named === null && open.length > 1) return chooseCard(open, ctx.me, 'supervision.log');
    const a = named ?? open[0];
    if (a === undefined) return refusal('noSupervisor');
    if (a.status !== 'active') return refusal('notConfirmed');
    const last = (await entriesIn(ctx, a)).toSorted((x, y) => y.writtenAt - x.writtenAt)[0];
    return entryForm(ctx, a, { as: 'new' }, last === undefined ? {} : repeated(last, a));
  },
});

/** The form of an entry again: while it is not signed to change it, afterwards to correct it by a new one. */
export const editHours = query({
  ...common,
  name: 'supervision.log.edit',
  ack: 'form',
  input: z.object({ group: z.string(), entry: z.string() }),
  show: async ({ entry }, ctx) => {
    const found = await entryOf(ctx, entry, 'supervisee');
    if (isRefusal(found)) return found;
    if (found.entry.status === 'void') return refusal('entryVoid');
    const as = found.entry.status === 'signed' ? 'correct' : 'edit';
    return entryForm(ctx, found.agreement, { as, entry }, valuesOf(found.entry, found.agreement, ctx.locale));
  },
});
