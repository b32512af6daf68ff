import { loadavg } from 'node:os';
import type { Rival } from './store-rivals.ts';

/** Rivals take turns of this length (ms), so that whatever else the machine does meets all of them alike. */
const turnMs = 200;

export interface Turn {
  readonly perSecond: number;
  /** Processor time a command, of all threads of this process. */
  readonly cpuMs: number;
}

/** Runs a rival for one turn with so many writers at once, each waiting for its own command to be done. */
export async function turn(rival: Rival, writers: number, first: number): Promise<Turn & { readonly next: number }> {
  let n = first;
  let done = 0;
  const began = performance.now();
  const cpu = process.cpuUsage();
  const writer = async (): Promise<void> => {
    while (performance.now() - began < turnMs) {
      await rival.write(n++);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { perSecond: done / seconds, cpuMs: (user + system) / 1000 / done, next: n };
}

/**
 * All rivals in turn, `rounds` times. The ratio is the median of those of each round: what is fast on a quiet machine and what
 * is fast on a busy one stand beside each other in none.
 */
export async function inTurns(rivals: Readonly<Record<string, Rival>>, own: string, writers: number, rounds: number) {
  const turns = new Map(Object.keys(rivals).map((name) => [name, [] as Turn[]]));
  let n = 0;
  for (let round = -1; round < rounds; round += 1)
    for (const [name, rival] of Object.entries(rivals)) {
      const { next, ...one } = await turn(rival, writers, n);
      n = next;
      if (round >= 0) turns.get(name)?.push(one);
    }
  const ours = turns.get(own) ?? [];
  return Object.fromEntries(
    [...turns].map(([name, all]) => [
      name,
      {
        perSecond: Math.round(median(all.map(({ perSecond }) => perSecond))),
        cpuMs: round(median(all.map(({ cpuMs }) => cpuMs)), 3),
        ...(name === own
          ? {}
          : { ratio: round(median(all.map(({ perSecond }, i) => (ours[i]?.perSecond ?? 0) / perSecond)), 2) }),
      },
    ]),
  );
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
export const round = (n: number, digits = 1): number => Number(n.toFixed(digits));
/** How many processes wanted a processor in the last minute. */
export const load = (): number => round(loadavg()[0] ?? 0);
