import { z } from 'zod';
import type { Asked } from '../../../runtime/context.ts';
import { isRefusal } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query } from '../../../runtime/route.ts';
import { agreementOf, common, todayIn } from '../agreement/find.ts';
import type { Agreement } from '../agreement/model.ts';
import { packIn } from '../board/model.ts';
import { rulesOf } from '../board/rules-of.ts';
import { packOf, packsOf } from '../packs.ts';
import { ruleSetFor } from '../rules/application.ts';
import type { Pack } from '../rules/pack.ts';
import { countedOf } from './counted.ts';
import { entriesFor } from './entries-for.ts';
import { otherPackCard, otherPacksCard } from './other-pack-views.ts';
import { entriesUnder } from './under.ts';

/** What changes with another pack, before anybody switches: my hours under it, and its rules beside those that hold now. */
export const otherPack = query({
  ...common,
  name: 'supervision.otherPack',
  ack: 'private',
  input: z.object({
    group: z.string(),
    agreement: z.string(),
    pack: z.string().optional(),
    page: z.coerce.number().int().min(1).default(1),
  }),
  show: async ({ agreement, pack: id, page }, ctx) => {
    const a = await agreementOf(ctx, agreement);
    if (isRefusal(a)) return a;
    if (a.purpose === 'growth' || a.status !== 'active') return refusal('noTotals');
    const now = await rulesOf(ctx, a);
    if (id === undefined)
      return otherPacksCard(
        a,
        packsOf(ctx).filter((pack) => pack.id !== now?.id),
        page,
      );
    const then = await heldIn(ctx, a, id);
    if (then === null) return refusal('noPack');
    const { entries, opened } = await entriesFor(ctx, a, null);
    const under = entriesUnder(then, entries);
    return otherPackCard(
      {
        agreement: a,
        now: now === null ? null : { pack: now, entries: countedOf(now, entriesUnder(now, entries).entries, opened) },
        other: { pack: then, entries: countedOf(then, under.entries, opened) },
        today: todayIn(ctx, a),
        ...{ moved: under.moved, left: under.left },
      },
      page,
    );
  },
});

/** A pack as it would hold: with what the group’s owners checked, and of a series the one for the date of application. */
async function heldIn(ctx: Asked, a: Agreement, id: string): Promise<Pack | null> {
  const asked = packOf(ctx, id);
  if (asked === null) return null;
  const set = ruleSetFor(asked, packsOf(ctx), { asOf: todayIn(ctx, a), applying: a.applyingOn });
  // Somebody who looks at a set that does not hold yet wants to see that one.
  return packIn(ctx, a.group, 'pack' in set && set.named !== 'inForce' ? set.pack : asked);
}
