import type { Asked } from '../../../runtime/context.ts';
import type { DueChange } from '../../../runtime/decision.ts';
import type { Agreement } from '../agreement/model.ts';
import type { SupervisionEntry } from '../model.ts';
import { agingJob } from './aging.ts';
import { batchJob } from './batch.ts';

/**
 * What follows when an entry was submitted: both are told when it waits too long, and it is in the next weekly batch. The
 * batch is scheduled each time, so that it goes on also after the bot was away.
 */
export const submittedJobs = async (
  ctx: Pick<Asked, 'read' | 'now'>,
  a: Agreement,
  entry: SupervisionEntry,
): Promise<DueChange[]> => [...(await agingJob(ctx, a, entry)), { schedule: batchJob(ctx.now, a) }];
