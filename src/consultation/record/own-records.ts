import type { Asked } from '../../kernel/context.ts';
import { type ConsultationRecord, Records } from './model.ts';

/** All my records, the newest first. */
export const allMyRecords = async (ctx: Asked): Promise<ConsultationRecord[]> =>
  [...(await ctx.read.find(Records, 'owner', { equal: ctx.me }, { limit: 1000 })).docs].sort(
    (a, b) => b.on.date.localeCompare(a.on.date) || b.writtenAt - a.writtenAt,
  );
