import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type SharedShards, shareShards } from '../../../adapters/discord/gateway/shards.ts';
import { createLog } from '../../../adapters/node/log.ts';
import type { Lease, Leases } from '../../../adapters/platform.ts';

/** Rows as the database keeps them, which end by one clock. */
let rows: Map<string, Lease & { until: number }>;
beforeEach(() => {
  vi.useFakeTimers();
  rows = new Map();
});
afterEach(() => {
  vi.useRealTimers();
});

const leasesOf = (me: string): Leases => ({
  me,
  async take(name, ms, state) {
    const there = rows.get(name);
    const lives = there !== undefined && there.until > Date.now();
    if (lives && there.holder !== me && there.state !== 'offered') return false;
    const kept = lives && there.holder === me ? there.state : state;
    rows.set(name, { name, holder: me, state: kept, until: Date.now() + ms });
    return true;
  },
  async mark(name, state) {
    const there = rows.get(name);
    if (there?.holder === me) rows.set(name, { ...there, state });
  },
  async all(prefix) {
    return [...rows.values()].filter(({ name, until }) => name.startsWith(prefix) && until > Date.now());
  },
  async release(name) {
    if (rows.get(name)?.holder === me) rows.delete(name);
  },
});

interface Process {
  readonly shards: SharedShards;
  /** What it has open, as `id/count`. */
  readonly open: Set<string>;
  reachesDiscord: boolean;
}

async function start(me: string, recommended: number): Promise<Process> {
  const open = new Set<string>();
  const one: Process = {
    open,
    reachesDiscord: true,
    shards: shareShards({
      leases: leasesOf(me),
      log: createLog('silent'),
      recommended: async () => ({ shards: recommended, atOnce: 4 }),
      async open({ id, count }) {
        open.add(`${id}/${count}`);
        return { isConnected: () => one.reachesDiscord, stop: async () => void open.delete(`${id}/${count}`) };
      },
    }),
  };
  const started = one.shards.start();
  await seconds(1);
  await started;
  return one;
}
const seconds = (n: number) => vi.advanceTimersByTimeAsync(n * 1000);
const openIn = (...processes: Process[]) => processes.flatMap(({ open }) => [...open]).sort();

it('a process that cannot reach Discord leaves its shards to one that can, and shares again later', async () => {
  const a = await start('a', 2);
  const b = await start('b', 2);
  await seconds(20);
  expect([a.open.size, b.open.size]).toEqual([1, 1]);
  a.reachesDiscord = false;
  await seconds(30);
  expect([...b.open].sort()).toEqual(['0/2', '1/2']);
  expect(a.open.size).toBe(0);
  a.reachesDiscord = true;
  await seconds(90);
  expect([a.open.size, b.open.size]).toEqual([1, 1]);
});

it('one that is alone keeps its shards while Discord is away', async () => {
  const a = await start('a', 2);
  await seconds(20);
  a.reachesDiscord = false;
  await seconds(60);
  expect(openIn(a)).toEqual(['0/2', '1/2']);
});

it('all go on with the count that one of them has, also when whoever agreed on it first is gone', async () => {
  const a = await start('a', 2);
  const b = await start('b', 3);
  await seconds(20);
  expect(openIn(a, b)).toEqual(['0/2', '1/2']);
  await Promise.all([a.shards.stop(), seconds(1)]);
  const c = await start('c', 3);
  await seconds(30);
  expect(openIn(b, c)).toEqual(['0/2', '1/2']);
});

it('a connection that fails late, after its shard was lost and taken anew, leaves the new one alone', async () => {
  const opened: { fail(): void; stopped: boolean }[] = [];
  const shards = shareShards({
    leases: leasesOf('a'),
    log: createLog('silent'),
    recommended: async () => ({ shards: 1, atOnce: 1 }),
    open: () => {
      const one = { fail: () => {}, stopped: false };
      opened.push(one);
      const stop = async () => {
        one.stopped = true;
      };
      if (opened.length > 1) return Promise.resolve({ isConnected: () => true, stop });
      return new Promise((_, reject) => {
        one.fail = () => reject(new Error('no answer'));
      });
    },
  });
  const started = shards.start().catch(() => {});
  await seconds(2);
  // Somebody else had it for a while.
  rows.set('discord shard 0', { name: 'discord shard 0', holder: 'b', state: 'taken', until: Date.now() + 2000 });
  await seconds(10);
  expect(opened).toHaveLength(2);
  opened[0]?.fail();
  await started;
  await seconds(20);
  expect(opened).toHaveLength(2);
  const stopping = shards.stop();
  await seconds(2);
  await stopping;
  expect(opened[1]?.stopped).toBe(true);
  expect([...rows.keys()].filter((name) => name.includes('shard 0'))).toEqual([]);
});
