import { createInterface, type Interface } from 'node:readline';
import { Writable } from 'node:stream';
import { wrapped } from './wrapped.ts';

/** Lines to and from the person at a terminal, or a file of answers. */
export interface Dialogue {
  say(text?: string): void;
  /** The next line, never shown while it is typed or pasted. Rejects with `Stopped`. */
  askHidden(question: string): Promise<string>;
  /** Yes or no, `yes` for an empty line. Rejects with `Stopped`. */
  confirm(question: string): Promise<boolean>;
  /** Waits for the work, unless the person stops. Rejects with `Stopped` as well. */
  during<T>(work: Promise<T>): Promise<T>;
  close(): void;
}

/** Ctrl+C or Ctrl+D, or no more answers in a file. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

interface Streams {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly columns?: number };
}

/** Opens a dialogue in plain lines: no colors, nothing is drawn over, so that it reads the same in a log or a screen reader. */
export function openDialogue({ input, output }: Streams): Dialogue {
  const terminal = input.isTTY === true;
  let shown = false;
  // What a terminal echoes goes through here, and a secret does not come out.
  const echo = new Writable({
    write(chunk, _encoding, done) {
      if (shown) output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, output: echo, terminal, historySize: 0 });
  const next = linesOf(lines, terminal);
  const write = (text: string): void => void output.write(text);

  async function ask(question: string, isShown: boolean): Promise<string> {
    // Left over from a paste without an end, while nothing was asked.
    if (terminal) lines.write(null, { ctrl: true, name: 'u' });
    write(question);
    shown = isShown;
    try {
      return await next.line();
    } finally {
      if (!isShown || !terminal) write('\n');
      shown = false;
    }
  }

  return {
    say: (text = '') => write(`${wrapped(text, output.columns)}\n`),
    askHidden: (question) => ask(question, false),
    async confirm(question) {
      for (;;) {
        const answer = (await ask(`${question} [Y/n] `, true)).trim().toLowerCase();
        if (['', 'y', 'yes'].includes(answer)) return true;
        if (['n', 'no'].includes(answer)) return false;
        write('Please answer y or n.\n');
      }
    },
    during: (work) => Promise.race([work, next.stopped]),
    close: () => lines.close(),
  };
}

/** The lines one by one. At a terminal a line that nobody asked for is dropped: it is the rest of what was pasted. */
function linesOf(lines: Interface, terminal: boolean) {
  const early: string[] = [];
  let asker: { take(line: string): void; stop(error: Stopped): void } | null = null;
  let ended = false;
  let stop: (error: Stopped) => void = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = reject;
  });
  stopped.catch(() => {});
  lines.on('line', (line) => {
    if (asker !== null) asker.take(line);
    else if (!terminal) early.push(line);
    asker = null;
  });
  // Without a listener of its own, Ctrl+C closes the interface.
  lines.on('close', () => {
    ended = true;
    asker?.stop(new Stopped());
    // A file of answers ends long before its last answer is looked at.
    if (terminal) stop(new Stopped());
  });
  const line = (): Promise<string> =>
    new Promise((take, fail) => {
      const waiting = early.shift();
      if (waiting !== undefined) take(waiting);
      else if (ended) fail(new Stopped());
      else asker = { take, stop: fail };
    });
  return { line, stopped };
}
