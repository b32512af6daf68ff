import { closeSync, fdatasync, openSync, rmSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { type Measured, measure } from './store-measure.ts';
import { recordOf } from './store-record.ts';

const sync = promisify(fdatasync);

/** The least that durability costs: every command appends its bytes to one file and waits for a sync of its own. */
export async function rawAppend(path: string, writers: number, count: number): Promise<Measured> {
  const file = openSync(path, 'a', 0o600);
  const result = await measure(writers, count, async (n) => {
    writeSync(file, JSON.stringify(recordOf(n)));
    await sync(file);
  });
  closeSync(file);
  rmSync(path);
  return result;
}
