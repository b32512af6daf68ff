import { type Msg, say } from '../../../i18n/message.ts';
import type { Problem } from '../../../ports/chat.ts';
import type { Read } from '../../../ports/store.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { messageState, Outbox, type OutboxRow } from '../../../runtime/outbox/model.ts';
import { allOf } from '../../../storage/find-all.ts';
import type { Group } from '../../group/model.ts';
import type { Consultation } from '../model.ts';
import { Sessions } from '../templates/session.ts';

/** How the messages of a question stand: the line in the channel, the case in its thread, the newest step there, and a change to one. */
export interface Rows {
  readonly card: OutboxRow | null;
  readonly case: OutboxRow | null;
  /** Of a structure: the card of the step that the thread is at, or what stands under the last one. */
  readonly step: OutboxRow | null;
  readonly change: OutboxRow | null;
}

/** Which message of a question is meant; a reply has one only. */
type Part = 'line' | 'case' | 'step';

/** What is known of something that was to be posted. */
export type Delivery =
  | { readonly is: 'posted' | 'sending' | 'delayed' }
  | { readonly is: 'scheduled'; readonly at: number }
  | { readonly is: 'unknown'; readonly part: Part }
  | { readonly is: 'held' | 'failed'; readonly problem: Problem; readonly change: boolean; readonly part: Part };

export const noRows: Rows = { card: null, case: null, step: null, change: null };

/** Of many questions in a few calls of the store, however many. */
export async function rowsForAll(read: Read, all: readonly Consultation[]): Promise<ReadonlyMap<string, Rows>> {
  const sessions = await read.getMany(
    Sessions,
    all.map((c) => c.id),
  );
  const steps = sessions.map((s) => s && (s.ended ?? (s.state === 'ended' ? null : (s.rows.at(-1) ?? null))));
  const ids = [...all.flatMap((c) => [c.rows.case, c.rows.card]), ...steps.filter((id) => id !== null)];
  const rows = await read.getMany(Outbox, ids);
  const changes = (await allOf(read, Outbox, 'target', { anyOf: ids })).filter((r) => r.problem !== null);
  const rowOf = new Map(ids.map((id, i) => [id, rows[i] ?? null]));
  const changeTo = (row: string) => changes.find((r) => r.to.is === 'message' && r.to.row === row) ?? null;
  return new Map(
    all.map((c, i) => [
      c.id,
      {
        card: rowOf.get(c.rows.card) ?? null,
        case: rowOf.get(c.rows.case) ?? null,
        step: rowOf.get(steps[i] ?? '') ?? null,
        change: changeTo(c.rows.case) ?? changeTo(c.rows.card) ?? changeTo(steps[i] ?? ''),
      },
    ]),
  );
}

export const rowsFor = async (read: Read, c: Consultation): Promise<Rows> =>
  (await rowsForAll(read, [c])).get(c.id) ?? noRows;

/** A message in a channel or thread that is stuck, or to which a change is: what it belongs to, and both rows. */
interface Lost {
  readonly subject: string;
  readonly row: OutboxRow | null;
  readonly change: OutboxRow | null;
}

/** What is stuck in a community, by the row of the message. */
export async function lostMessages(read: Read): Promise<ReadonlyMap<string, Lost>> {
  const lost = new Map<string, Lost>();
  for (const row of await allOf(read, Outbox, 'stuck', { all: true })) {
    if (row.to.is === 'direct') continue;
    const about = row.to.is === 'message' ? row.to.row : row.id;
    const known = lost.get(about) ?? { subject: row.subject, row: null, change: null };
    lost.set(about, about === row.id ? { ...known, row } : { ...known, change: row });
  }
  return lost;
}

/** An edit or a removal of a message that could not be made so far. */
export async function changeTo(read: Read, row: string): Promise<OutboxRow | null> {
  const { docs } = await read.find(Outbox, 'target', { equal: row });
  return docs.find((r) => r.problem !== null) ?? null;
}

/** `gone`: why nothing can be posted in the channel of the group, as far as is known. */
export function deliveryOf(rows: Rows, gone: Group['gone'], now: number): Delivery {
  const of = (row: OutboxRow | null, part: Part) => (row === null ? null : ofRow(row, gone, now, part));
  const parts = [of(rows.card, 'line'), of(rows.case, 'case')].filter((d) => d !== null);
  const open = parts.find((d) => d.is !== 'posted');
  if (open !== undefined) return open;
  const step = of(rows.step, 'step');
  if (step !== null && isTrouble(step)) return step;
  return changed(rows.change) ?? { is: 'posted' };
}

/** One message by itself: a reply. */
export function replyDelivery(
  row: OutboxRow | null,
  change: OutboxRow | null,
  gone: Group['gone'],
  now: number,
): Delivery {
  const own = row === null ? null : ofRow(row, gone, now, 'case');
  return own === null || own.is === 'posted' ? (changed(change) ?? { is: 'posted' }) : own;
}

function changed(row: OutboxRow | null): Delivery | null {
  if (row === null || row.problem === null) return null;
  return { is: row.status === 'failed' ? 'failed' : 'held', problem: row.problem, change: true, part: 'case' };
}

function ofRow(row: OutboxRow, gone: Group['gone'], now: number, part: Part): Delivery {
  const problem = row.problem ?? (gone === 'uninstalled' || gone === null ? null : gone);
  switch (row.status) {
    case 'sent':
      return { is: 'posted' };
    case 'unknown':
      return { is: 'unknown', part };
    case 'failed':
      return { is: 'failed', problem: row.problem ?? 'unfit', change: false, part };
    default:
      if (row.status === 'pending' && row.notBefore > now) return { is: 'scheduled', at: row.notBefore };
      if (problem !== null) return { is: 'held', problem, change: false, part };
      return { is: row.tries > 1 || (row.status === 'pending' && row.tries > 0) ? 'delayed' : 'sending' };
  }
}

/** Somebody has to do something about it, or at least to know. */
export const isTrouble = (d: Delivery): boolean => d.is === 'unknown' || d.is === 'held' || d.is === 'failed';

/** A word or two for lists; null once it stands where it belongs. */
export const deliveryWords = (d: Delivery): Msg | null =>
  d.is === 'posted' || d.is === 'sending' || ('change' in d && d.change)
    ? null
    : isTrouble(d) && 'part' in d && d.part === 'step'
      ? say('delivery.stepState')
      : say('delivery.state', { state: d.is });

/** New words deserve a new try of what was refused with the old ones. What may be there is not posted twice. */
export async function retries(read: Read, ...rows: readonly string[]): Promise<Send[]> {
  const states = await Promise.all(rows.map((row) => messageState(read, row)));
  return states.some((row) => row?.status === 'unknown')
    ? []
    : states.flatMap((row) => (row?.status === 'failed' ? [{ release: row.id }] : []));
}

/** Those whose line in the channel may have been seen: until then, only their authors can have learned of questions without a name. */
export async function knownAmong(read: Read, all: readonly Consultation[]): Promise<Consultation[]> {
  const unnamed = all.filter(({ author }) => author.as === 'anonymous');
  if (unnamed.length === 0) return [...all];
  const rows = await read.getMany(
    Outbox,
    unnamed.map(({ rows: { card } }) => card),
  );
  const waits = new Set(unnamed.filter((_, i) => isUnseen(rows[i] ?? null)).map(({ id }) => id));
  return all.filter(({ id }) => !waits.has(id));
}

const isUnseen = (row: OutboxRow | null): boolean =>
  row !== null && row.status !== 'sent' && row.status !== 'unknown' && row.ref === null;

export const isKnown = async (read: Read, c: Consultation): Promise<boolean> =>
  (await knownAmong(read, [c])).length > 0;
