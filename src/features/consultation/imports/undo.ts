import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { decided, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import type { ConsultationRecord } from '../record/model.ts';
import { allMyRecords, deletion } from '../record/own-records.ts';
import { common, draftId, keptLog } from './open.ts';
import { type ImportedBatch, importsCard } from './views.ts';

/** As the import left it: nobody finished, edited, amended, charted or looked back on it since, or has a date to. */
const isUntouched = (r: ConsultationRecord): boolean =>
  r.version === 1 &&
  r.amendments.length === 0 &&
  r.changed === null &&
  r.followUpOn === null &&
  !r.charted &&
  (r.status === 'draft' || r.finalAt === r.writtenAt);

async function batchesOf(ctx: Asked): Promise<ImportedBatch[]> {
  const by = new Map<string, ConsultationRecord[]>();
  for (const r of await allMyRecords(ctx))
    if (r.imported !== null) by.set(r.imported, [...(by.get(r.imported) ?? []), r]);
  return [...by]
    .map(([id, records]) => ({ id, records, at: Math.max(...records.map(({ writtenAt }) => writtenAt)) }))
    .sort((a, b) => b.at - a.at);
}

/** What I imported, and the way to take each back. */
export const imports = query({
  ...common,
  name: 'consult.imports',
  ack: 'private',
  input: z.object({ group: z.string().optional() }),
  show: async (_, ctx) => importsCard(groupOf(ctx).id, await batchesOf(ctx)),
});

/** Takes an import back. Records that I worked on since stay. */
export const undoImport = command({
  ...common,
  name: 'consult.import.undo',
  ack: 'private',
  input: z.object({ group: z.string(), batch: Id }),
  decide: async ({ batch }, ctx) => {
    const found = (await batchesOf(ctx)).find(({ id }) => id === batch);
    if (found === undefined) return refusal('gone');
    const kept = await keptLog(ctx);
    const goes = found.records.filter(isUntouched);
    const stay = found.records.length - goes.length;
    const also = await ctx.raise('onLogRemoved', { ids: goes.map((r) => r.id) });
    return decided(
      show('consult.imports', { group: groupOf(ctx).id }, say('import.log.undone', { n: goes.length, stay })),
      {
        ...also,
        changes: [...goes.flatMap((r) => deletion(ctx, r)), ...also.changes],
        // Its rows can be saved anew.
        drafts: kept?.batch === batch ? [{ keep: draftId, value: { ...kept, saved: [] } }] : [],
      },
    );
  },
});
