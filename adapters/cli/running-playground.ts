import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataRefusal } from '../lowdb/index.ts';
import { InputRefused } from './settings.ts';

/** Beside the playground's data, while it runs: the address of its page. The port may be any, so that nobody could guess it. */
const fileIn = (folder: string): string => join(folder, 'address');

/** Notes where the playground over a folder is open. Resolves to what takes the note away. */
export async function noteAddress(folder: string, url: string): Promise<() => Promise<void>> {
  await writeFile(fileIn(folder), `${url}\n`, { mode: 0o600 });
  return () => rm(fileIn(folder), { force: true });
}

/** What to say where the playground could not be opened: when it is open already, where, since that is all somebody wants then. */
export async function saidWhere(error: unknown, folder: string): Promise<unknown> {
  if (!(error instanceof DataRefusal) || error.code !== 'locked') return error;
  const url = await readFile(fileIn(folder), 'utf8').catch(() => '');
  return new InputRefused(
    /^http:\S+\n$/.test(url)
      ? `The playground is already running. Open ${url.trim()} in your browser. To stop it, press Ctrl+C in the terminal where you started it.`
      : `The playground is already running. Its address is in the terminal where you started it.\n${error.message}`,
  );
}
