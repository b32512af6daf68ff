import type { Answer, Incoming } from '../../ports/chat.ts';
import type { Store } from '../../ports/store.ts';
import { dayMs } from '../../time/durations.ts';
import { Outbox, type OutboxRow } from './model.ts';

/** For how long (ms) a message that a person could not be sent waits for their next answer. */
const keptMs = 14 * dayMs;

export const waitsForAnswer = (row: OutboxRow, now: number): boolean =>
  row.orNextAnswer && row.status === 'failed' && (row.claimedAt ?? 0) > now - keptMs;

/**
 * An answer with what its reader could not be sent above it, once: a line of each message. Nothing where there is no
 * such message, or the answer is a form.
 */
export async function withMissed(answer: Answer, { scope, who }: Incoming, store: Store): Promise<Answer> {
  if (answer.is !== 'view' || answer.view.is === 'form') return answer;
  const of = { equal: who };
  const found = await store.read(scope, (read) => read.find(Outbox, 'missed', of, { limit: 10 }));
  if (found.docs.length === 0) return answer;
  const rows = await store.transact(scope, async (tx) => {
    const { docs } = await tx.find(Outbox, 'missed', of, { limit: 10 });
    for (const row of docs) await tx.remove(Outbox, row.id);
    return docs;
  });
  const lines = rows.flatMap((row) => row.view?.blocks.slice(0, 1) ?? []);
  return { ...answer, view: { ...answer.view, blocks: [...lines, ...answer.view.blocks] } };
}
