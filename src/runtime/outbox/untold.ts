import type { Read } from '../../ports/store.ts';
import type { Send } from './enqueue.ts';
import { isUnsent, type OutboxRow, rowsOf } from './model.ts';

interface About {
  /** What it belongs to, as it was sent. */
  readonly subject: string;
  /** The key of a sentence in it. */
  readonly says: string;
  /** Values that its buttons carry. */
  readonly with?: Readonly<Record<string, string>>;
  readonly to?: string;
}

/**
 * Takes back what somebody was to be told and has not been sent, as it waits for the end of quiet hours: once what it asks for
 * is settled in another way, it would speak of something that is over.
 */
export async function untold(read: Read, about: About): Promise<Send[]> {
  const rows = await rowsOf(read, about.subject);
  return rows.filter((row) => isAbout(row, about)).map(({ id, subject }) => ({ remove: id, subject }));
}

/** A private message that has not left: nobody read it. */
export const isUntold = (row: OutboxRow): boolean =>
  row.op === 'post' && row.to.is === 'direct' && isUnsent(row) && row.view !== null;

function isAbout(row: OutboxRow, { says, with: values = {}, to }: About): boolean {
  if (!isUntold(row) || (to !== undefined && row.to.is === 'direct' && row.to.person !== to)) return false;
  const view = JSON.stringify(row.view);
  const parts = [['key', says], ...Object.entries(values)];
  return parts.every(([name, value]) => view.includes(`${JSON.stringify(name)}:${JSON.stringify(value)}`));
}
