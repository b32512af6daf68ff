import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Records } from '../src/features/consultation/record/model.ts';
import type { Tx } from '../src/index.ts';
import { DueJobs, due } from '../src/runtime/jobs.ts';
import { sealing } from '../src/storage/sealing.ts';
import { group, groupId, openTestApp, type Person } from '../test/fixtures/test-app.ts';
import { record } from './record.ts';
import { inTurns, load } from './rounds.ts';
import { ownSync, refuseMemoryDisk } from './store-rivals.ts';

/* Whole commands in a process of their own, see `commands.ts`. */
const rounds = Number(process.argv[2] ?? 15);
const records = 50_000;
const app = await openTestApp();
refuseMemoryDisk(app.folder);
const names = Array.from({ length: 64 }, (_, i) => `person${i}`);
const people = Object.values(await group(app, names)) as Person[];
const here = { group: await groupId(people[0] as Person) };

const inPieces = async (count: number, each: (tx: Tx, i: number) => Promise<void>): Promise<void> => {
  for (let from = 0; from < count; from += 2000)
    await app.store.transact(app.scope, async (tx) => {
      for (let i = from; i < Math.min(count, from + 2000); i += 1) await each(tx, i);
    });
};
const owners = await Promise.all([0, 1].map((i) => app.vault.identity((people[i] as Person).who)));
await inPieces(records, (tx, i) => {
  const which = i < 1000 ? 0 : 1;
  const who = (people[which] as Person).who;
  return sealing(owners[which] ?? null, tx, app.now()).put(Records, { ...record(here.group), id: `r${i}`, owner: who });
});
await Promise.all(
  Array.from({ length: 1000 }, (_, i) =>
    app.store.transact(`fake.other${i}`, (tx) =>
      tx.put(DueJobs, due('privacy.sweep', 'all', 'daily', app.now() + 50 * 60_000, 0, {})),
    ),
  ),
);
await app.store.compact();

const command = (n: number) =>
  (people[n % people.length] as Person).does('agreement.accept', { ...here, credential: 'LMFT', licensed: 'yes' });

/** Bytes in the newest journal. */
function written(): number {
  const folder = join(app.folder, 'store');
  const newest =
    readdirSync(folder)
      .filter((name) => name.endsWith('.journal'))
      .sort()
      .at(-1) ?? '';
  return statSync(join(folder, newest)).size;
}
const before = written();
for (let n = 0; n < 50; n += 1) await command(n);
const bytes = Buffer.alloc(Math.round((written() - before) / 50), 1);
const rivals = { command: { write: command, close: async () => {} }, ownSync: ownSync(app.folder, () => bytes) };
const writers: Record<string, unknown> = {};
for (const n of [1, 16, 64]) writers[n] = await inTurns(rivals, 'command', n, rounds);
await rivals.ownSync.close();
await app.remove();
console.log(JSON.stringify({ node: process.version, load: load(), bytes: bytes.length, rounds, writers }, null, 2));
