import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { isRefusal, type Refusal } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query, slash } from '../../../runtime/route.ts';
import { quiet } from '../../../view/build.ts';
import type { Card } from '../../../view/view.ts';
import { activeAgreements, agreementOf, common } from '../agreement/find.ts';
import type { Agreement } from '../agreement/model.ts';
import { chooseCard } from '../agreement/views.ts';
import { pastedIn } from '../imports/waiting.ts';
import { entriesIn, entryOf } from './entries.ts';
import { entryForm, repeated, valuesOf } from './form.ts';
import { lastWritten } from './repeat.ts';

/** `/supervision log`: the form, filled in as the last entry was. */
export const logHours = query({
  ...common,
  name: 'supervision.log',
  ack: 'form',
  slash: slash('supervision', 'log', 'supervision.help.log'),
  input: z.object({ group: z.string().optional(), agreement: z.string().optional() }),
  show: async ({ agreement }, ctx) => {
    const a = await meantAgreement(ctx, agreement, 'supervision.log');
    if (isRefusal(a) || 'is' in a) return a;
    const last = lastWritten(await entriesIn(ctx, a));
    const values = last === undefined ? {} : repeated(last, a);
    const waits = (await pastedIn(ctx, a)) !== null;
    return entryForm(ctx, a, { as: 'new' }, values, {}, waits ? [quiet(say('supervision.import.unfinished'))] : []);
  },
});

/** The agreement that is named, or the only open one of mine; a card that asks which of them leads on to `to`. */
export async function meantAgreement(
  ctx: Asked,
  named: string | undefined,
  to: 'supervision.log' | 'supervision.week' | 'supervision.import',
): Promise<Agreement | Card | Refusal> {
  const open = (await activeAgreements(ctx, 'supervisee')).filter((a) => a.endsOn === null);
  if (named === undefined && open.length > 1) return chooseCard(open, ctx.me, to);
  const a = named === undefined ? open[0] : await agreementOf(ctx, named, 'supervisee');
  if (a === undefined) return refusal('noSupervisor');
  return isRefusal(a) || a.status === 'active' ? a : refusal('notConfirmed');
}

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
