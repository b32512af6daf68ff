import { z } from 'zod';
import type { Asked } from '../../../runtime/context.ts';
import { groupOf } from '../../../runtime/context.ts';
import { decided, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, type Elsewhere, query, slash } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { dateOf } from '../../../time/time.ts';
import { sides } from '../../credit/model.ts';
import { topics } from '../model.ts';
import { Records } from '../record/model.ts';
import { structureName } from '../record/open.ts';
import { elsewhereCard } from '../record/views.ts';
import { withoutName } from '../record/without-name.ts';
import { entriesElsewhere, entriesOf, type LinkedLog, newestFirst } from './entries.ts';
import { decoded, encoded, filtered, type Log } from './filter.ts';
import { logPlace, placeValues } from './model.ts';
import { filterForm, logCard, type Place } from './views.ts';

const common = { who: 'member', feature: 'consultation' } as const;
const OfLog = z.object({ group: z.string().optional(), f: z.string().max(80).optional() });

/** My log in this community and in those that I linked, and what of it fits the filter. */
export async function logOf(
  ctx: Asked,
  { f, year }: { readonly f: string | undefined; readonly year?: string | undefined },
  elsewhere: readonly LinkedLog[],
): Promise<Log> {
  const group = groupOf(ctx);
  const today = dateOf(ctx.now, ctx.zone ?? group.zone);
  const cycles = (await ctx.gather('renewalCycles', today)).flat();
  const entries = newestFirst([...(await entriesOf(ctx.read, ctx.me)), ...elsewhere.flatMap((log) => log.entries)]);
  const given = decoded(f);
  const filter = year === undefined ? given : { ...given, period: /^\d{4}$/.test(year) ? year : null };
  return { entries, shown: filtered(entries, filter, { group: group.id, cycles }), filter, cycles, today };
}

const placeOf = (ctx: Asked, elsewhere: readonly LinkedLog[]): Place => ({
  group: groupOf(ctx).id,
  scope: ctx.scope,
  linked: elsewhere.map(({ account }) => account),
});

/** `/consult records`: what I asked, advised and attended. */
export const records = query({
  ...common,
  name: 'consult.records',
  ack: 'private',
  slash: slash('consult', 'records', 'records.help'),
  input: OfLog.extend({ page: z.coerce.number().int().min(1).default(1) }),
  elsewhere: (other) => entriesElsewhere(other),
  show: async ({ f, page }, ctx, elsewhere) =>
    logCard(await logOf(ctx, { f }, elsewhere), { ...placeOf(ctx, elsewhere), page }),
});

/** What the log is narrowed to. */
export const filterLog = query({
  ...common,
  name: 'consult.records.filter',
  ack: 'form',
  input: OfLog,
  elsewhere: (other) => entriesElsewhere(other),
  show: async ({ f }, ctx, elsewhere) => filterForm(await logOf(ctx, { f }, elsewhere), placeOf(ctx, elsewhere)),
});

const Word = z.string().max(40).default('any');

/** Nothing is kept: the filter goes on with the buttons. */
export const chooseFilter = command({
  ...common,
  name: 'consult.records.narrow',
  ack: 'private',
  input: z.object({
    group: z.string(),
    side: z.enum(['any', ...sides]).default('any'),
    topic: z.enum(['any', ...topics]).default('any'),
    period: Word,
    where: Word,
  }),
  decide: async ({ group, ...chosen }) => {
    const or = <T extends string>(word: T) => (word === 'any' ? null : (word as Exclude<T, 'any'>));
    const filter = {
      ...{ side: or(chosen.side), topic: or(chosen.topic) },
      ...{ period: or(chosen.period), where: or(chosen.where) },
    };
    return decided(show('consult.records', { group, f: encoded(filter) }));
  },
});

/** A record of mine in a linked account: to read and to copy; it is changed where it was written. */
export const showElsewhere = query({
  ...common,
  name: 'record.elsewhere',
  ack: 'private',
  input: z.object({ group: z.string(), link: Id, record: Id, ...logPlace }),
  elsewhere: async ({ account, read }: Elsewhere, { link, record: id }) => {
    if (account.id !== link) return null;
    const record = await read.get(Records, id);
    const hidden = record !== null && (await withoutName(read, [record])).has(record.id);
    return { account, record: hidden ? null : record };
  },
  show: async (input, ctx, elsewhere) => {
    const found = elsewhere.find((one) => one !== null);
    if (!found?.record) return refusal('gone');
    return elsewhereCard(found.record, {
      structure: structureName(ctx, found.record),
      scope: found.account.scope,
      back: { group: groupOf(ctx).id, ...placeValues(input) },
    });
  },
});
