import { writeSync } from 'node:fs';
import { openLowdbStore } from '../../../adapters/lowdb/index.ts';
import { Note, note } from '../../contract/store-kinds.ts';

/* Writes pairs of documents until it is killed, and prints the number of each pair once it is acknowledged. */
const [folder = '', key = '', first = '0'] = process.argv.slice(2);
const store = await openLowdbStore({ folder, key: Buffer.from(key, 'hex'), compactAfter: 100_000 });
let next = Number(first);

async function writer(): Promise<never> {
  for (;;) {
    const n = next;
    next += 1;
    await store.transact(`s${n % 2}`, async (tx) => {
      await tx.put(Note, note(`left${n}`, { words: ['x'.repeat(500)] }));
      await tx.put(Note, note(`right${n}`));
    });
    writeSync(1, `${n}\n`);
  }
}
await Promise.all([writer(), writer(), writer(), writer()]);
