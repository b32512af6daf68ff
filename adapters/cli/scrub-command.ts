import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { redact, scan } from '../../src/index.ts';
import { loadLexicon } from '../node/lexicon.ts';
import { scrubLines, withoutMark } from './scrub.ts';
import { explained, highlighted, otherLanguage } from './scrub-view.ts';
import { InputRefused } from './settings.ts';
import { unreadable } from './unreadable.ts';

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
    const linesOf = (input: Readable) => createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
    if (files.length === 0) await scrubLines(linesOf(process.stdin), write, lexicon);
    for (const file of files) await scrubLines(linesOf(createReadStream(file)), write, lexicon, file);
    return;
  }
  const texts =
    files.length > 0 ? await Promise.all(files.map((f) => readFile(f, 'utf8'))) : [await text(process.stdin)];
  for (const one of texts.map(withoutMark)) {
    write(process.stdout.isTTY ? highlighted(one, lexicon) : redact(one, scan(one, lexicon)).text);
    process.stderr.write(otherLanguage(one, lexicon));
    if (options.explain) process.stderr.write(explained(one, lexicon));
  }
}

/** A stream that fails while its lines are read ends the process with a trace, so files are tried first. */
async function mustBeReadable(file: string): Promise<void> {
  let isFolder: boolean;
  let start = '';
  try {
    const handle = await open(file, 'r');
    try {
      isFolder = (await handle.stat()).isDirectory();
      if (!isFolder) start = (await handle.read(Buffer.alloc(2), 0, 2, 0)).buffer.toString('hex');
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  if (isFolder) throw new InputRefused(`Can’t read ${file}: it’s a folder.`);
  if (start === 'fffe' || start === 'feff')
    throw new InputRefused(`Can’t read ${file}: it’s UTF-16. Save it as UTF-8, then try again.`);
}
