import type { Scope } from '../ports/store.ts';
import { commit } from './commit.ts';
import type { Context } from './context.ts';
import { DueJobs, type DueRow, timeKey } from './due.ts';
import { everyones, nobodys } from './everyones.ts';
import { always, dropOldBytes, forgetName, forgetPeople } from './forget.ts';
import type { House } from './house.ts';
import { asksInGroup } from './platform-of.ts';
import { sealing } from './sealing.ts';

/** After a failure (ms), for jobs that must be done however late. */
const retryMs = 60 * 60 * 1000;

/**
 * Runs the jobs of one community that are due, each in one transaction that also removes it: a job runs once, whatever
 * is restarted when. One that is later than its grace is dropped without a word. One that fails is dropped too, unless it
 * is clean-up: that is tried again in an hour. Resolves with the time of the next.
 */
export async function tick(house: House, scope: Scope): Promise<number> {
  let compact = false;
  for (;;) {
    const now = house.clock.now();
    const row = (await readyAt(house, scope, now, 1))[0];
    if (row === undefined) break;
    // People are forgotten together: each time the store rewrites its files.
    const forgets =
      row.job === forgetName ? (await readyAt(house, scope, now, 1000)).filter((d) => d.job === forgetName) : [];
    try {
      if (forgets.length > 0) await forgetPeople(house, scope, forgets);
      else if (await runJob(house, scope, row, now)) compact = true;
    } catch (error) {
      house.log.error('job.failed', { job: row.job, error: error instanceof Error ? error.name : 'unknown' });
      for (const failed of forgets.length > 0 ? forgets : [row]) await afterFailure(house, scope, failed, now);
    }
  }
  if (compact) await dropOldBytes(house);
  const next = (await house.store.read(scope, (r) => r.find(DueJobs, 'at', { all: true }, { limit: 1 }))).docs[0];
  return next?.at ?? Number.POSITIVE_INFINITY;
}

const readyAt = async (house: House, scope: Scope, now: number, limit: number): Promise<readonly DueRow[]> =>
  (await house.store.read(scope, (r) => r.find(DueJobs, 'at', { upTo: timeKey(now) }, { limit }))).docs;

async function afterFailure(house: House, scope: Scope, row: DueRow, now: number): Promise<void> {
  await house.store.transact(scope, async (tx) => {
    if ((await tx.get(DueJobs, row.id))?.at !== row.at) return;
    if (row.graceMs === always) await tx.put(DueJobs, { ...row, at: now + retryMs });
    else await tx.remove(DueJobs, row.id);
  });
}

/** True when the store must drop the old bytes afterwards. */
async function runJob(house: House, scope: Scope, row: DueRow, now: number): Promise<boolean> {
  return house.store.transact(scope, async (inner) => {
    const tx = sealing(house.vault, '', inner);
    if ((await tx.get(DueJobs, row.id))?.at !== row.at) return false;
    await tx.remove(DueJobs, row.id);
    if (now - row.at > row.graceMs) return false;
    const route = house.routes.get(row.job);
    if (route?.kind !== 'command' || route.who !== 'timer') throw new Error('a due job must name a timer command');
    const ctx: Context = {
      now,
      scope,
      me: '',
      group: null,
      member: null,
      channel: null,
      manages: false,
      guest: false,
      zone: null,
      locale: 'en',
      read: tx,
      lexicon: house.lexicon,
      checkins: house.checkins,
      asksInGroup: asksInGroup(house.platforms, scope),
      routes: house.routes,
      checks: [],
      ids: house.ids,
      everyones: route.reads === 'answers' ? everyones(house.vault, inner) : nobodys,
      digest: (text) => house.vault.digest(text),
      mine: () => Promise.resolve(''),
      scratch: () => undefined,
    };
    const outcome = await route.decide(route.input.parse(row.input), ctx);
    if (!('then' in outcome)) return false;
    await commit(tx, outcome, now, house);
    return outcome.compact;
  });
}
