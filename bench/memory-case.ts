import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { openLowdbStore } from '../adapters/lowdb/index.ts';
import { Record, recordOf } from './store-record.ts';

/* One start of one store in a process of its own, see `memory.ts`: prints what it took and what it holds once all is quiet. */
const [which = '', folder = '', writes = '0'] = process.argv.slice(2);
const key = Buffer.alloc(32, 1);
let held: unknown;

async function timed(work: () => Promise<unknown>) {
  const cpu = process.cpuUsage();
  const began = performance.now();
  held = await work();
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpuMs: (user + system) / 1000 };
}

const cases: { [name: string]: () => Promise<{ ms: number; cpuMs: number }> } = {
  async curbside() {
    const took = await timed(() => openLowdbStore({ folder: join(folder, 'store'), key, kinds: [Record] }));
    const store = held as Awaited<ReturnType<typeof openLowdbStore>>;
    for (let n = 0; n < Number(writes); n += 1) await store.transact('scope', (tx) => tx.put(Record, recordOf(n)));
    return took;
  },
  async lowdb() {
    const low = new Low<{ [id: string]: unknown }>(new JSONFile(join(folder, 'lowdb.json')), {});
    const took = await timed(() => low.read());
    for (let n = 0; n < Number(writes); n += 1)
      await low.update((data) => Object.assign(data, { [`r${n}`]: recordOf(n) }));
    held = low;
    return took;
  },
  async parse() {
    const text = await readFile(join(folder, 'lowdb.json'), 'utf8');
    return timed(async () => JSON.parse(text));
  },
};
const took = await cases[which]?.();
if (global.gc === undefined) throw new Error('run with --expose-gc');
for (let i = 0; i < 4; i += 1) {
  global.gc();
  await pause(250);
}
const { heapUsed, external, rss } = process.memoryUsage();
process.stdout.write(JSON.stringify({ ...took, heapMb: (heapUsed + external) / 1e6, rssMb: rss / 1e6 }));
process.exit(held === undefined ? 1 : 0);
