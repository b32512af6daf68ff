import type { Asked } from '../../../runtime/context.ts';
import type { Unlocked } from '../case/preview-of.ts';
import { doubtCount, lexiconFor, review } from '../case/review.ts';
import { rawOfRecord } from './before.ts';
import { missingToFinish } from './model.ts';
import { myWaitingRecords } from './own-records.ts';

/** My record of this question while it is not locked, or null. */
export async function unlockedRecord(ctx: Asked, consultation: string): Promise<Unlocked | null> {
  const all = await myWaitingRecords(ctx, []);
  const r = all.find((one) => one.status === 'draft' && one.consultation === consultation);
  if (r === undefined) return null;
  const raw = await rawOfRecord(r, ctx);
  const seen = raw === null ? null : review(raw, lexiconFor(ctx.lexicon, r.topic));
  const doubts = seen?.doubts.filter(({ kept }) => !kept) ?? [];
  return {
    id: r.id,
    ...doubtCount(doubts),
    missing: missingToFinish(r),
    replaced: (seen?.taken.length ?? 0) > 0,
  };
}
