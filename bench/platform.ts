import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openVault } from '../adapters/lowdb/vault.ts';
import type { Card, Log, Vault } from '../src/index.ts';

/** What the measurements of both platforms share: the card that is answered with, a vault, the loopback server in a process of its own. */

export const quiet: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const line = { key: 'home.nothing' } as const;
export const card: Card = {
  is: 'card',
  summary: line,
  blocks: [{ is: 'text', style: 'body', spans: [{ is: 'msg', msg: line }] }],
};

/** What is measured, until it is stopped. */
export interface Running {
  stop(): Promise<void>;
}

/** A vault in a folder of its own; `remove` closes and deletes it. */
export async function temporaryVault(): Promise<{ vault: Vault; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'curbside-bench-'));
  const vault = await openVault({ folder, key: Buffer.alloc(32, 7) });
  const remove = async (): Promise<void> => {
    await vault.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { vault, remove };
}

/** The program `script`, which plays the platform. `run` has it do a job and resolves with the times (ms) of its parts. */
export async function startLoad<S>(script: string) {
  const load = fork(fileURLToPath(new URL(script, import.meta.url)), { execArgv: ['--import', 'tsx'] });
  const [settings] = (await once(load, 'message')) as [S];
  return {
    settings,
    async run(job: object): Promise<number[]> {
      load.send(job);
      const [{ times }] = (await once(load, 'message')) as [{ times: number[] }];
      return times;
    },
    async close(): Promise<void> {
      load.send({ run: 'close' });
      await once(load, 'exit');
    },
  };
}

export const round = (n: number): number => Number(n.toFixed(2));

/** Count, median, 99th percentile and maximum of times in ms. */
export function summary(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}
