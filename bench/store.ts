import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { openLowdbStore } from '../adapters/lowdb/index.ts';
import { measure } from './store-measure.ts';
import { rawAppend } from './store-raw.ts';
import { Record, recordOf } from './store-record.ts';

/*
 * Durable commands per second of the embedded store, beside an append and fdatasync of the same bytes and beside lowdb's
 * own file adapter, which rewrites everything and never syncs. Run: npx tsx bench/store.ts
 */

const key = Buffer.alloc(32, 1);
const folder = mkdtempSync(join(tmpdir(), 'curbside-bench-'));
const round = (n: number, digits = 1): number => Number(n.toFixed(digits));

async function ofStore(records: number): Promise<unknown[]> {
  const store = await openLowdbStore({ folder: join(folder, `store-${records}`), key, kinds: [Record] });
  await fill(records, (n) => store.transact('scope', (tx) => tx.put(Record, recordOf(n))));
  const rows: unknown[] = [];
  for (const writers of [1, 16, 64]) {
    const raw = await rawAppend(join(folder, 'raw'), writers, 1500);
    const own = await measure(writers, 3000, (n) =>
      store.transact('scope', async (tx) => {
        const id = `r${(n * 7919) % records}`;
        const before = await tx.get(Record, id);
        await tx.put(Record, { ...recordOf((n * 7919) % records), minutes: (before?.minutes ?? 0) + 1 });
      }),
    );
    rows.push({ records, writers, curbside: own, raw, timesRaw: round(own.perSecond / raw.perSecond, 2) });
  }
  await store.compact();
  await store.close();
  return rows;
}

async function ofLowdb(records: number): Promise<unknown> {
  const low = new Low<{ [id: string]: unknown }>(new JSONFile(join(folder, `lowdb-${records}.json`)), {});
  for (let n = 0; n < records; n += 1) low.data[`r${n}`] = recordOf(n);
  await low.write();
  const own = await measure(1, records > 10_000 ? 8 : 100, (n) =>
    low.update((data) => {
      data[`r${n}`] = recordOf(n + 1);
    }),
  );
  return { records, writers: 1, lowdbFile: own };
}

/** How long a start takes, beside JSON.parse of the same documents. */
async function ofRecovery(records: number): Promise<unknown> {
  const text = JSON.stringify(Array.from({ length: records }, (_, n) => recordOf(n)));
  const once = async (work: () => unknown): Promise<number> => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const parse: number[] = [];
  const open: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    parse.push(await once(() => JSON.parse(text)));
    const opening = openLowdbStore({ folder: join(folder, `store-${records}`), key });
    open.push(await once(() => opening));
    await (await opening).close();
  }
  const middle = (times: number[]): number => times.sort((a, b) => a - b)[2] ?? 0;
  return {
    records,
    megabytes: round(text.length / 1e6),
    openMs: round(middle(open)),
    jsonParseMs: round(middle(parse)),
    timesParse: round(middle(open) / middle(parse), 2),
  };
}

async function fill(records: number, put: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = 0; n < records; n += 500) {
    await Promise.all(Array.from({ length: Math.min(500, records - n) }, (_, i) => put(n + i)));
  }
}

const began = performance.now();
const commands: unknown[] = [];
const lowdb: unknown[] = [];
const recovery: unknown[] = [];
for (const records of [1_000, 50_000]) {
  commands.push(...(await ofStore(records)));
  lowdb.push(await ofLowdb(records));
  recovery.push(await ofRecovery(records));
}
rmSync(folder, { recursive: true });
const seconds = round((performance.now() - began) / 1000);
console.log(
  JSON.stringify(
    { node: process.version, seconds, commands, lowdb, recovery } satisfies { [part: string]: unknown },
    null,
    2,
  ),
);
