import { defaultLocale } from '../i18n/locale.ts';
import type { Scope, Tx } from '../ports/store.ts';
import { denied, openAll } from '../storage/open-all.ts';
import { sealing } from '../storage/sealing.ts';
import { always, dayMs } from '../time/durations.ts';
import { commit } from './commit.ts';
import type { Context } from './context.ts';
import type { Decision } from './decision.ts';
import { traceOf } from './error-trace.ts';
import { dropOldBytes, dropOldBytesDaily, forgetName, forgetPeople } from './forget.ts';
import { gather, runHooks } from './hooks.ts';
import { DueJobs, type DueRow } from './jobs.ts';
import { lookUp } from './look-up.ts';
import { releaseAfterSetBack } from './outbox/set-back.ts';
import { asksInGroup, choosesLater, filesStay } from './platform-of.ts';
import type { Runtime } from './runtime.ts';

/** After a failure (ms), for jobs that must be done however late. */
const retryMs = 60 * 60 * 1000;

/**
 * Runs the jobs of one community that are due, each in one transaction that also removes it: a job runs once, whatever
 * is restarted when. One that is later than its grace is dropped without a word. One that fails is dropped too, unless it
 * is clean-up: that is tried again in an hour. Resolves with the time of the next.
 */
export async function tick(runtime: Runtime, scope: Scope): Promise<number> {
  let compact: Decision['compact'] = false;
  let since = Number.POSITIVE_INFINITY;
  for (;;) {
    const now = runtime.clock.now();
    const row = (await firstDue(runtime, scope, 1))[0];
    if (row === undefined || row.at > now) {
      if (compact === true) await dropOldBytes(runtime);
      else if (compact === 'daily') await dropOldBytesDaily(runtime, since);
      return row?.at ?? Number.POSITIVE_INFINITY;
    }
    // People are forgotten together: each time the store rewrites its files.
    const forgets =
      row.job === forgetName
        ? (await firstDue(runtime, scope, 1000)).filter((d) => d.job === forgetName && d.at <= now)
        : [];
    try {
      if (forgets.length > 0) await forgetPeople(runtime, scope, forgets);
      else {
        const asked = await runJob(runtime, scope, row, now);
        if (asked !== false) since = Math.min(since, now);
        compact = compact === true ? true : asked || compact;
      }
    } catch (error) {
      runtime.log.error('runtime.job_failed', { job: row.job, ...traceOf(error) });
      for (const failed of forgets.length > 0 ? forgets : [row]) await afterFailure(runtime, scope, failed, now);
    }
  }
}

/** The jobs of a community that come first, due or not. */
const firstDue = async (runtime: Runtime, scope: Scope, limit: number): Promise<readonly DueRow[]> =>
  (await runtime.store.read(scope, (r) => r.find(DueJobs, 'at', { all: true }, { limit }))).docs;

/** Clean-up is daily. One that is planned for later was planned by a clock that was ahead. */
const longestPauseMs = 2 * dayMs;

/** Sees to it that a community has its clean-up job. */
export async function startSweeping(tx: Tx, runtime: Runtime): Promise<void> {
  const now = runtime.clock.now();
  const job = runtime.firstJob(now);
  const planned = await tx.get(DueJobs, job.id);
  if (planned === null || planned.at > now + longestPauseMs) await tx.put(DueJobs, job);
}

/** The same, and that nothing waits for a time that a wrong clock set. */
export async function putInOrder(tx: Tx, runtime: Runtime): Promise<void> {
  await startSweeping(tx, runtime);
  await releaseAfterSetBack(tx, runtime.clock.now());
}

async function afterFailure(runtime: Runtime, scope: Scope, row: DueRow, now: number): Promise<void> {
  await runtime.store.transact(scope, async (tx) => {
    if ((await tx.get(DueJobs, row.id))?.at !== row.at) return;
    if (row.graceMs === always) await tx.put(DueJobs, { ...row, at: now + retryMs });
    else await tx.remove(DueJobs, row.id);
  });
}

/** Whether the store must drop the old bytes afterwards. */
async function runJob(runtime: Runtime, scope: Scope, row: DueRow, now: number): Promise<Decision['compact']> {
  return runtime.store.transact(scope, async (inner) => {
    const tx = sealing(null, inner, now);
    if ((await tx.get(DueJobs, row.id))?.at !== row.at) return false;
    await tx.remove(DueJobs, row.id);
    if (now - row.at > row.graceMs) return false;
    const route = runtime.routes.get(row.job);
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
      locale: defaultLocale,
      toldLocale: null,
      read: tx,
      lexicon: { ...runtime.lexicon },
      checkins: runtime.checkins,
      packs: runtime.packs,
      renewals: runtime.renewals,
      fingerprint: runtime.fingerprint,
      condition: runtime.condition,
      files: runtime.files,
      asksInGroup: asksInGroup(runtime.platforms, scope),
      filesStay: filesStay(runtime.platforms, scope),
      choosesLater: choosesLater(runtime.platforms, scope),
      routes: runtime.routes,
      lookUp: (name, input) => lookUp(runtime.routes, name, input, ctx),
      redeem: () => ({ unredeemed: 'unknown' }),
      search: () => ({ hits: [], all: true }),
      gather: (name, about) => gather(runtime.hooks, ctx, name, about),
      checks: [],
      ids: runtime.ids,
      raise: (name, event) => runHooks(runtime.hooks, ctx, name, event),
      openAll:
        route.reads === 'answers' ? openAll(runtime.vault, inner, () => runtime.membership.people(inner)) : denied,
      digest: (text) => runtime.vault.digest(text),
      mine: () => Promise.resolve(''),
      names: () => Promise.resolve([]),
      linked: () => Promise.resolve([]),
      drafts: () => Promise.resolve(null),
    };
    const outcome = await route.decide(route.input.parse(row.input), ctx);
    if (!('then' in outcome)) return false;
    await commit(tx, outcome, now, runtime);
    return outcome.compact;
  });
}
