import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openDocuments } from '../../../adapters/postgres/index.ts';
import { DueJobs } from '../../../src/runtime/jobs.ts';
import { Outbox } from '../../../src/runtime/outbox/model.ts';
import { allOf } from '../../../src/storage/find-all.ts';
import { bundled } from '../../fixtures/bundled.ts';
import { asking } from '../../fixtures/database/schema.ts';
import { Tally } from './tally-core.ts';

export interface Trial {
  readonly url: string;
  readonly schema: string;
  readonly commands: number;
  readonly instances: number;
  /** Commands under way at a time. */
  readonly atOnce: number;
  /** After so many commands each: an instance is killed, every connection is dropped, or something else is done. */
  readonly killEvery: number;
  readonly dropEvery: number;
  readonly also?: { readonly every: number; readonly what: () => Promise<void> };
}

/** What came of it. All but the first and the last lines ought to be 0. */
export interface Verdict {
  readonly commands: number;
  readonly lostUpdates: number;
  readonly doubleDeliveries: number;
  readonly jobsLostOrTwice: number;
  readonly outOfTurn: number;
  readonly neverSent: number;
  /** Messages of a killed process that may be there: asked about, never sent again. */
  readonly inDoubt: number;
  readonly kills: number;
  readonly drops: number;
}

const places = ['north', 'south', 'east', 'west'];
const script = join(import.meta.dirname, 'tally-instance.ts');

interface Said {
  readonly ready?: boolean;
  readonly scope?: string;
  readonly handled?: string;
  readonly ok?: boolean;
  readonly post?: string;
  readonly place?: string;
  readonly n?: number;
}

/** Has several processes on one database count, send and run jobs, while they are killed and cut off. */
export async function trial(of: Trial): Promise<Verdict> {
  const posts: { readonly id: string; readonly place: string; readonly n: number }[] = [];
  const open = new Map<string, { readonly place: string; by: ChildProcess | null }>();
  const alive = new Set<ChildProcess>();
  const counts = { kills: 0, drops: 0, handled: 0, issued: 0 };
  const program = await bundled(script);
  let scope = '';
  let over = (): void => {};
  const finished = new Promise<void>((resolve) => {
    over = resolve;
  });

  const instance = async (aheadMs = 0): Promise<ChildProcess> => {
    const skew = (alive.size % 2 === 0 ? 1 : -1) * 2500;
    const child = fork(program.file, [of.url, of.schema, String(skew), String(aheadMs)], { execArgv: [] });
    const ready = new Promise<void>((resolve) => {
      child.on('message', (said: Said) => {
        if (said.ready) {
          scope = said.scope ?? '';
          resolve();
        }
        heard(child, said);
      });
    });
    await Promise.race([
      ready,
      once(child, 'exit').then(() => Promise.reject(new Error('an instance ended by itself'))),
    ]);
    alive.add(child);
    return child;
  };

  function heard(child: ChildProcess, { post, place = '', n = 0, handled, ok }: Said): void {
    if (post !== undefined) {
      posts.push({ id: post, place, n });
      child.send({ posted: post });
    }
    if (handled === undefined || !open.has(handled)) return;
    if (!ok) {
      // Nothing was saved, or it is not known: delivered again, as platforms do.
      give(handled);
      return;
    }
    open.delete(handled);
    counts.handled += 1;
    if (counts.handled === of.commands) over();
    for (const { every, what } of happenings) if (counts.handled % every === 0) void what();
    next();
  }

  /** Hands a command to some instance; the same one again where the first did not answer. */
  function give(event: string): void {
    const all = [...alive];
    const child = all[Math.floor(Math.random() * all.length)] ?? null;
    const command = open.get(event);
    if (command === undefined) return;
    command.by = child;
    child?.send({ event, place: command.place });
  }

  function next(): void {
    while (open.size < of.atOnce && counts.issued < of.commands) {
      const event = `e${counts.issued}`;
      open.set(event, { place: places[counts.issued % places.length] ?? '', by: null });
      counts.issued += 1;
      give(event);
    }
  }

  async function kill(): Promise<void> {
    const victim = [...alive][Math.floor(Math.random() * alive.size)];
    if (victim === undefined || alive.size < 2) return;
    counts.kills += 1;
    alive.delete(victim);
    victim.kill('SIGKILL');
    for (const [event, { by }] of open) if (by === victim) give(event);
    await instance();
    for (const [event, { by }] of open) if (by === null) give(event);
  }

  /** Kills whoever is alive, and hears what they said until then. */
  async function endAll(): Promise<void> {
    const ended = [...alive].map((child) => once(child, 'close'));
    for (const child of alive) child.kill('SIGKILL');
    alive.clear();
    await Promise.all(ended);
  }

  async function drop(): Promise<void> {
    counts.drops += 1;
    await asking(
      (client) =>
        client.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'curbside serves %'",
        ),
      of.url,
    ).catch(() => {});
  }

  const happenings = [
    { every: of.killEvery, what: kill },
    { every: of.dropEvery, what: drop },
    ...(of.also ? [of.also] : []),
  ];
  await Promise.all(Array.from({ length: of.instances }, () => instance()));
  next();
  await finished;
  // Leases of the killed run out two minutes on: nobody who holds one may live by then, or it would be taken from their hands.
  await endAll();
  for (let i = 0; i < of.instances; i += 1) await instance(120_000);
  await settled(of, scope);
  await endAll();
  await program.remove();
  return judged(of, scope, posts, counts);
}

async function settled(of: Trial, scope: string): Promise<void> {
  await looking(of, async (read) => {
    for (;;) {
      const [jobs, waiting] = await read(scope, async (r) => [
        await r.count(DueJobs, 'at', { all: true }),
        await r.count(Outbox, 'todo', { all: true }),
      ]);
      const sending = await read(scope, (r) => r.count(Outbox, 'sending', { all: true }));
      // The clean-up job of the community stays, and jobs that would tell somebody of a doubtful message.
      if ((jobs ?? 0) <= 1 && waiting === 0 && sending === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
}

type Reading = Awaited<ReturnType<typeof openDocuments>>['read'];

async function looking<T>({ url, schema }: Trial, work: (read: Reading) => Promise<T>): Promise<T> {
  const store = await openDocuments({ url, schema, key: Buffer.alloc(32, 7), most: 2 });
  try {
    return await work(store.read);
  } finally {
    await store.close();
  }
}

async function judged(
  of: Trial,
  scope: string,
  posts: readonly { readonly id: string; readonly place: string; readonly n: number }[],
  { kills, drops }: { readonly kills: number; readonly drops: number },
): Promise<Verdict> {
  const [tallies, rows] = await looking(of, (read) =>
    read(scope, async (r) => [await allOf(r, Tally, 'id', { all: true }), await allOf(r, Outbox, 'id', { all: true })]),
  );
  const counted = places.reduce((sum, place) => sum + (tallies.find(({ id }) => id === place)?.n ?? 0), 0);
  const jobs = tallies.filter(({ id }) => id.startsWith('job '));
  const ids = posts.map(({ id }) => id);
  const last = new Map<string, number>();
  let outOfTurn = 0;
  for (const { place, n } of posts) {
    if (n < (last.get(place) ?? 0)) outOfTurn += 1;
    last.set(place, n);
  }
  const inDoubt = rows.filter(({ status }) => status === 'unknown').length;
  return {
    commands: of.commands,
    lostUpdates: of.commands - counted,
    doubleDeliveries: ids.length - new Set(ids).size,
    jobsLostOrTwice: of.commands - jobs.filter(({ n }) => n === 1).length,
    outOfTurn,
    neverSent: rows.filter(({ id, status }) => status !== 'unknown' && !ids.includes(id)).length,
    inDoubt,
    kills,
    drops,
  };
}
