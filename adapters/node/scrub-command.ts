import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { redact, scan } from '../../src/index.ts';
import { loadLexicon } from './lexicon.ts';
import { scrubLines } from './scrub.ts';
import { explained, highlighted } from './scrub-view.ts';
import { InputRefused } from './settings.ts';

/**
 * `curbside scrub`: text or JSON lines, from files or standard input, to standard output. On a terminal what was replaced is
 * highlighted; `explain` says why, on standard error, so that the text itself can be piped on. Nothing is stored or sent. Throws `InputRefused`
 * before any output when one of the files cannot be read.
 */
export async function scrubCommand(
  files: readonly string[],
  options: { readonly jsonl?: boolean; readonly explain?: boolean },
): Promise<void> {
  for (const file of files) await mustBeReadable(file);
  const lexicon = loadLexicon();
  const write = (out: string): void => {
    process.stdout.write(out);
  };
  if (options.jsonl) {
    const inputs = files.length > 0 ? files.map((f) => createReadStream(f)) : [process.stdin];
    for (const input of inputs)
      await scrubLines(createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }), write, lexicon);
    return;
  }
  const texts =
    files.length > 0 ? await Promise.all(files.map((f) => readFile(f, 'utf8'))) : [await text(process.stdin)];
  for (const one of texts) {
    write(process.stdout.isTTY ? highlighted(one, lexicon) : redact(one, scan(one, lexicon)).text);
    if (options.explain) process.stderr.write(explained(one, lexicon));
  }
}

/** A stream that fails while its lines are read ends the process with a trace, so files are tried first. */
async function mustBeReadable(file: string): Promise<void> {
  let isFolder: boolean;
  try {
    const handle = await open(file, 'r');
    isFolder = (await handle.stat().finally(() => handle.close())).isDirectory();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new InputRefused(`${file} cannot be read: ${reasons[code] ?? code}.`);
  }
  if (isFolder) throw new InputRefused(`${file} cannot be read: it is a folder.`);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EACCES: 'this user may not read it',
};
