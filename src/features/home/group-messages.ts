import type { Read } from '../../ports/store.ts';
import { Outbox, type OutboxRow } from '../../runtime/outbox/model.ts';

/** A change is to a message, a message may be in a thread, and that hangs under a message of the channel. */
const longestWay = 3;

/**
 * Of messages and changes of a community, those that go to the channel of this group or a thread there. Other groups' are
 * nobody's business here, and of what goes to one person nothing is said.
 */
export async function messagesOf(read: Read, group: string, rows: readonly OutboxRow[]): Promise<OutboxRow[]> {
  const found: OutboxRow[] = [];
  let open = rows.map((row) => ({ row, at: row }));
  for (let step = 0; step < longestWay && open.length > 0; step += 1) {
    found.push(...open.flatMap(({ row, at }) => (at.to.is === 'group' && at.to.group === group ? [row] : [])));
    const next = open.flatMap(({ row, at }) => ('row' in at.to ? [{ row, under: at.to.row }] : []));
    const above = await read.getMany(
      Outbox,
      next.map(({ under }) => under),
    );
    open = next.flatMap(({ row }, i) => {
      const at = above[i];
      return at ? [{ row, at }] : [];
    });
  }
  return found;
}
