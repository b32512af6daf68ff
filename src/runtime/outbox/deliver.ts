import type { ChatPlatform, Place, Ref, Sent } from '../../ports/chat.ts';
import type { Membership } from '../../ports/membership.ts';
import type { Read, Scope } from '../../ports/store.ts';
import { timeKey } from '../jobs.ts';
import type { Runtime } from '../runtime.ts';
import { localeOfRow } from './locale.ts';
import { Outbox, type OutboxRow } from './model.ts';

/** The longest pause (ms) between two tries of the same message. */
const longestPauseMs = 60 * 60 * 1000;

/** Places that the platform asked to leave alone, with the time (ms) until when. Kept by the running core. */
export type Held = Map<string, number>;

/** How soon to look again (ms) at a message whose place is still on its way. */
const waitMs = 60_000;

/**
 * Sends what is due in one community, in order. A row is claimed in a transaction of its own before the call, so that a
 * crash in mid call leaves `sending`, never a silent second message. Rows behind a held one wait with it, so that one
 * place keeps its order. Resolves with the time to look again.
 */
export async function deliver(runtime: Runtime, scope: Scope, platform: ChatPlatform, held: Held): Promise<number> {
  const { store, clock } = runtime;
  const waiting = new Set<string>();
  for (const [place, until] of held) if (until <= clock.now()) held.delete(place);
  for (;;) {
    const now = clock.now();
    const row = await store.read(scope, (read) =>
      nextRow(read, now, (key) => waiting.has(key) || held.has(`${scope} ${key}`)),
    );
    if (row === null) break;
    if (await droppedLate(runtime, scope, row, now)) continue;
    const target = await store.read(scope, (read) => resolve(runtime.membership, read, scope, row));
    if (target === 'wait') waiting.add(placeKey(row));
    else if (target === 'gone') await settle(runtime, scope, row, gone);
    else if (await claim(runtime, scope, row.id, now)) {
      const wait = await settle(runtime, scope, row, await send(platform, scope, row, target));
      if (wait > 0) held.set(`${scope} ${placeKey(row)}`, clock.now() + wait);
    }
  }
  const later = await store.read(scope, (read) => nextTime(read, clock.now()));
  return Math.min(later, ...held.values(), waiting.size > 0 ? clock.now() + waitMs : Number.POSITIVE_INFINITY);
}

/** After a start: what was in mid call is asked about, or simply repeated where the platform recognises the key. */
export async function recover(runtime: Runtime, scope: Scope, platform: ChatPlatform): Promise<void> {
  await runtime.store.transact(scope, async (tx) => {
    for (const row of (await tx.find(Outbox, 'sending', { all: true }, { limit: 1000 })).docs) {
      const age = runtime.clock.now() - (row.claimedAt ?? 0);
      const repeatable = row.op !== 'post' || age < platform.repeatableForMs;
      await tx.put(Outbox, repeatable ? { ...row, status: 'pending' } : { ...row, status: 'unknown', why: 'unknown' });
    }
  });
}

async function nextRow(read: Read, now: number, skip: (place: string) => boolean): Promise<OutboxRow | null> {
  let after: string | undefined;
  do {
    const page = await read.find(Outbox, 'todo', { upTo: `${timeKey(now)} ~` }, after ? { after } : {});
    for (const row of page.docs) if (!skip(placeKey(row))) return row;
    after = page.next;
  } while (after);
  return null;
}

/** The first time after `now` at which a waiting row becomes due. */
async function nextTime(read: Read, now: number): Promise<number> {
  let after: string | undefined;
  do {
    const page = await read.find(Outbox, 'todo', { all: true }, after ? { after } : {});
    for (const row of page.docs) if (row.notBefore > now) return row.notBefore;
    after = page.next;
  } while (after);
  return Number.POSITIVE_INFINITY;
}

type Target = ({ place: Place } | { message: Ref }) & { locale: string };

async function resolve(
  membership: Membership,
  read: Read,
  scope: Scope,
  row: OutboxRow,
): Promise<Target | 'wait' | 'gone'> {
  const { to } = row;
  const locale = await localeOfRow(membership, read, row);
  if (to.is === 'direct') return { place: { is: 'direct', scope, to: to.person }, locale };
  if (to.is === 'group') {
    const channel = await membership.channelOf(read, to.group);
    return channel === null ? 'gone' : { place: { is: 'channel', scope, channel }, locale };
  }
  const other = await read.get(Outbox, to.row);
  if (other === null || other.status === 'failed') return 'gone';
  if (other.status !== 'sent') return 'wait';
  if (other.ref === null) return 'gone';
  if (to.is === 'message') return { message: other.ref, locale };
  const begun = await isBegun(read, row.subject, to.row);
  return { place: { is: 'thread', scope, under: other.ref, begun }, locale };
}

/** Whether anything was posted under that row; all of it is about one subject. */
async function isBegun(read: Read, subject: string, under: string): Promise<boolean> {
  const { docs } = await read.find(Outbox, 'subject', { equal: subject }, { limit: 1000 });
  return docs.some((r) => r.status === 'sent' && r.to.is === 'thread' && r.to.row === under);
}

/** What comes too late is nobody's business any more: it goes, and neither its person nor the log hears of it. */
async function droppedLate(runtime: Runtime, scope: Scope, row: OutboxRow, now: number): Promise<boolean> {
  if (row.notAfter === null || now <= row.notAfter) return false;
  await runtime.store.transact(scope, async (tx) => {
    if ((await tx.get(Outbox, row.id))?.status === 'pending') await tx.remove(Outbox, row.id);
  });
  return true;
}

async function claim(runtime: Runtime, scope: Scope, id: string, now: number): Promise<boolean> {
  return runtime.store.transact(scope, async (tx) => {
    const row = await tx.get(Outbox, id);
    if (row?.status !== 'pending' || row.notBefore > now) return false;
    await tx.put(Outbox, { ...row, status: 'sending', claimedAt: now, tries: row.tries + 1 });
    return true;
  });
}

async function send(platform: ChatPlatform, scope: Scope, row: OutboxRow, target: Target): Promise<Sent> {
  try {
    if ('place' in target) {
      return row.view === null ? gone : await platform.post(target.place, row.view, row.id, target.locale);
    }
    if (row.op === 'remove') return await platform.remove(scope, target.message);
    return row.view === null ? gone : await platform.edit(scope, target.message, row.view, target.locale);
  } catch {
    return { ok: false, why: 'unknown', detail: 'the call failed' };
  }
}

const gone: Sent = { ok: false, why: 'gone', detail: 'nothing to send' };

/**
 * Writes how it went. Returns how long (ms) the place must be left alone, 0 for not at all. What the platform only puts
 * off is tried for as long as it takes, with pauses that double: a "hidden" must reach the thread after a day without
 * network too. Edits and removals may be repeated, so for them that holds when the outcome is unknown as well.
 */
async function settle(runtime: Runtime, scope: Scope, row: OutboxRow, sent: Sent): Promise<number> {
  runtime.log[sent.ok ? 'debug' : 'warn']('outbox.settled', {
    row: row.id,
    op: row.op,
    result: sent.ok ? 'sent' : sent.why,
  });
  return runtime.store.transact(scope, async (tx) => {
    const current = await tx.get(Outbox, row.id);
    if (current === null) return 0;
    if (sent.ok) {
      if (row.op === 'post') await tx.put(Outbox, { ...current, status: 'sent', view: null, ref: sent.ref, why: null });
      else await tx.remove(Outbox, row.id);
      return 0;
    }
    if (sent.why === 'rate' || (sent.why === 'unknown' && row.op !== 'post')) {
      await tx.put(Outbox, { ...current, status: 'pending' });
      const pause = Math.min(longestPauseMs, 1000 * 2 ** current.tries);
      return sent.why === 'rate' ? Math.max(sent.retryAfterMs, pause) : pause;
    }
    if (row.op !== 'post') await tx.remove(Outbox, row.id);
    else await tx.put(Outbox, { ...current, status: sent.why === 'unknown' ? 'unknown' : 'failed', why: sent.why });
    return 0;
  });
}

const placeKey = ({ to }: OutboxRow): string =>
  to.is === 'group' ? to.group : to.is === 'direct' ? to.person : to.is === 'thread' ? `t${to.row}` : `m${to.row}`;
