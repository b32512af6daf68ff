import { z } from 'zod';
import type { Asked } from '../../../runtime/context.ts';
import { isRefusal } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query, slash } from '../../../runtime/route.ts';
import { activeAgreements, agreementOf, common, todayIn } from '../agreement/find.ts';
import { chooseCard } from '../agreement/views.ts';
import { checksIn } from '../board/model.ts';
import { rulesOf } from '../board/rules-of.ts';
import { plainActivities } from '../packs.ts';
import { countedOf, unfinishedMinutes } from './counted.ts';
import { entriesFor } from './entries-for.ts';
import { rulesCard } from './rules-view.ts';
import { plainTotalsCard, totalsCard } from './totals-views.ts';

const OfTotals = z.object({ group: z.string().optional(), agreement: z.string().optional() });

/** `/supervision totals`: where I stand under the rules of my agreement. */
export const totals = query({
  ...common,
  name: 'supervision.totals',
  ack: 'private',
  slash: slash('supervision', 'totals', 'supervision.help.totals'),
  input: OfTotals,
  show: async ({ agreement }, ctx) => {
    const a = agreement === undefined ? await meantOf(ctx) : await agreementOf(ctx, agreement);
    if (isRefusal(a)) return a;
    if ('is' in a) return a;
    if (a.purpose === 'growth') return refusal('noTotals');
    const pack = await rulesOf(ctx, a);
    const { entries, moved, left, opened } = await entriesFor(ctx, a, pack);
    const unfinished = unfinishedMinutes(entries);
    if (pack === null)
      return plainTotalsCard(a, countedOf({ activities: plainActivities }, entries), unfinished, ctx.me);
    return totalsCard(
      {
        agreement: a,
        pack,
        entries: countedOf(pack, entries, opened),
        moved,
        left,
        unfinished,
        today: todayIn(ctx, a),
        locale: ctx.locale,
      },
      ctx.me,
    );
  },
});

/** Every rule with its source, its date, how sure its reading is, and how it stands. */
export const rules = query({
  ...common,
  name: 'supervision.rules',
  ack: 'private',
  input: OfTotals.extend({ agreement: z.string(), page: z.coerce.number().int().min(1).default(1) }),
  show: async ({ agreement, page }, ctx) => {
    const a = await agreementOf(ctx, agreement);
    if (isRefusal(a)) return a;
    const pack = await rulesOf(ctx, a);
    if (pack === null || a.purpose === 'growth') return refusal('noTotals');
    const { entries, moved, left, opened } = await entriesFor(ctx, a, pack);
    const checks = await checksIn(ctx, a.group, pack);
    const of = { agreement: a, pack, entries: countedOf(pack, entries, opened), moved, left };
    return rulesCard({ ...of, today: todayIn(ctx, a), locale: ctx.locale }, checks, page);
  },
});

/** The only agreement of mine that counts hours, or which of them is meant. */
async function meantOf(ctx: Asked) {
  const all = (await activeAgreements(ctx, 'supervisee')).filter(
    (a) => a.purpose !== 'growth' && a.endReason !== 'replaced',
  );
  // Agreements under one pack come to one total.
  const byPack = [...new Map(all.map((a) => [a.pack ?? a.id, a])).values()];
  const [first] = byPack;
  if (first === undefined) return refusal('noTotals');
  return byPack.length > 1 ? chooseCard(byPack, ctx.me, 'supervision.totals') : first;
}
