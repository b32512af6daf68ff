import type { ChatPlatform, Sent } from '../../ports/chat.ts';
import type { Scope } from '../../ports/store.ts';
import { minuteMs } from '../../time/durations.ts';
import { timeKey } from '../jobs.ts';
import type { Runtime } from '../runtime.ts';
import { type Claim, claimHead, recoverExpired } from './lease.ts';
import { dueAt, Outbox, placeKey } from './model.ts';
import { settle } from './settle.ts';

/** How soon to look again (ms) at a message whose place is still on its way. */
const waitMs = minuteMs;

/** `next`: the time (ms) to look again. `reported`: jobs were made that tell people, to be run at once. */
export interface Delivered {
  readonly next: number;
  readonly reported: boolean;
}

/**
 * Sends what is due in one community. Rows to one place leave one at a time and in order, whichever running core sends
 * them; rows behind one that has to wait wait with it. What was claimed and not sent when a process ended is found by
 * its expired lease.
 */
export async function deliver(runtime: Runtime, scope: Scope, platform: ChatPlatform): Promise<Delivered> {
  let reported = await recoverExpired(runtime, scope, platform);
  let round: Round;
  do {
    round = await once(runtime, scope, platform);
    reported ||= round.reported;
    // What waited for a message may find it there now.
  } while (round.moved && round.waiting);
  const next = await nextTime(runtime, scope);
  return { next: round.waiting ? Math.min(next, runtime.clock.now() + waitMs) : next, reported };
}

interface Round {
  moved: boolean;
  waiting: boolean;
  reported: boolean;
}

/** Looks at everything due once, however long its queue: a place that takes nothing now is left out from then on. */
async function once(runtime: Runtime, scope: Scope, platform: ChatPlatform): Promise<Round> {
  const { store, clock, membership, runner } = runtime;
  const round: Round = { moved: false, waiting: false, reported: false };
  const closed = new Set<string>();
  let after: string | undefined;
  do {
    const range = { upTo: `${timeKey(clock.now())} ~` };
    const page = await store.read(scope, (read) => read.find(Outbox, 'todo', range, after ? { after } : {}));
    for (const { id, to } of page.docs) {
      if (!closed.has(placeKey(to))) await upTo(id, placeKey(to));
    }
    after = page.next;
  } while (after);
  return round;

  /** Sends what waits for a place until this row has had its turn, or nothing more goes there now. */
  async function upTo(id: string, place: string): Promise<void> {
    for (;;) {
      const claim = await store.transact(scope, (tx) =>
        claimHead(tx, place, { scope, platform, membership, runner, now: clock.now() }),
      );
      if (claim.is === 'blocked' || claim.is === 'waiting') {
        closed.add(place);
        round.waiting ||= claim.is === 'waiting';
        return;
      }
      round.moved = true;
      if (claim.is === 'dropped') {
        round.reported ||= claim.reported;
        if (claim.id === id) return;
        continue;
      }
      const { waits, reported } = await settle(runtime, scope, platform, claim.row, await send(platform, scope, claim));
      round.reported ||= reported;
      if (waits) closed.add(place);
      if (waits || claim.row.id === id) return;
    }
  }
}

/** The first time after now at which a waiting row becomes due, or a lease of another core runs out. */
async function nextTime(runtime: Runtime, scope: Scope): Promise<number> {
  const from = timeKey(runtime.clock.now() + 1);
  return runtime.store.read(scope, async (read) => {
    const due = (await read.find(Outbox, 'todo', { from, upTo: '~' }, { limit: 1 })).docs[0];
    const leased = (await read.find(Outbox, 'sending', { all: true }, { limit: 1 })).docs[0];
    return Math.min(
      due === undefined ? Number.POSITIVE_INFINITY : dueAt(due),
      leased?.leaseUntil ?? Number.POSITIVE_INFINITY,
    );
  });
}

async function send(
  platform: ChatPlatform,
  scope: Scope,
  { row, target, locale }: Extract<Claim, { is: 'claimed' }>,
): Promise<Sent> {
  try {
    if ('place' in target)
      return row.view === null ? empty : await platform.post(target.place, row.view, row.id, locale);
    if (row.op === 'remove') return await platform.remove(scope, target.message);
    return row.view === null ? empty : await platform.edit(scope, target.message, row.view, locale);
  } catch {
    return { ok: false, why: 'unknown', detail: 'the call failed' };
  }
}

const empty: Sent = { ok: false, why: 'rejected', problem: 'unfit', detail: 'nothing to send' };
