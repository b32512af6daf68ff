import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Findings, type Lexicon, type Log, type Scanner, scanFields, traceOf } from '../../src/index.ts';
import { ready, type ScanTask } from './scan-task.ts';

interface Waiting extends ScanTask {
  readonly length: number;
  done(findings: Findings): void;
  failed(error: unknown): void;
}

export interface NodeScanner extends Scanner {
  close(): Promise<void>;
}

export interface ScannerOptions {
  /** Up to so many characters are scanned at once, where the caller is: a thread would take longer to answer. */
  readonly shortText?: number;
  /** A scan that takes longer (ms) is given up, and its thread ended. */
  readonly patience?: number;
  /** The program of the thread. */
  readonly program?: URL;
}

// Where the sources run, under tsx and Vitest, a thread has no compiler (Node takes no hooks from `--import` there): it runs as built.
const ownProgram = new URL(
  extname(import.meta.url) === '.ts' ? '../../dist/adapters/cli/scan-worker.js' : './scan-worker.js',
  import.meta.url,
);

/**
 * Scans short texts at once and long ones on a thread of its own, which starts with the first of them, so that nobody else
 * waits for a long text. Of those that wait the shortest is next. Where the thread dies, the text is scanned here.
 */
export function createScanner(lexicon: Lexicon, log: Log, options: ScannerOptions = {}): NodeScanner {
  const { shortText = 2000, patience = 60_000, program = ownProgram } = options;
  const waiting: Waiting[] = [];
  let thread: Worker | null = null;
  let isReady = false;
  let current: Waiting | null = null;
  let limit: NodeJS.Timeout | undefined;
  let closed = false;

  const here = ({ fields, ...how }: ScanTask): Findings => scanFields(fields, { ...lexicon, ...how });

  function start(): Worker {
    const own = new Worker(program);
    own.on('message', (said: typeof ready | Findings) => {
      if (thread !== own) return;
      if (said === ready) {
        isReady = true;
        send();
      } else finish((task) => task.done(said));
    });
    own.on('error', (error) => log.warn('scan.thread_failed', traceOf(error)));
    own.on('exit', () => {
      if (thread !== own) return;
      lost();
      finish((task) => task.done(here(task)));
    });
    own.unref();
    return own;
  }

  /** Ends the task under way; whatever it throws is the task's own. */
  function finish(how: (task: Waiting) => void): void {
    clearTimeout(limit);
    const task = current;
    current = null;
    if (task === null) return;
    try {
      how(task);
    } catch (error) {
      task.failed(error);
    }
    thread?.unref();
    next();
  }

  function next(): void {
    if (current !== null || waiting.length === 0) return;
    const shortest = waiting.reduce((least, one, i) => (one.length < (waiting[least]?.length ?? 0) ? i : least), 0);
    const [task] = waiting.splice(shortest, 1);
    if (task === undefined) return;
    current = task;
    thread ??= start();
    thread.ref();
    if (isReady) send();
  }

  function send(): void {
    if (current === null) return;
    const { fields, alwaysKeep, asksAll } = current;
    thread?.postMessage({ fields, alwaysKeep, asksAll } satisfies ScanTask);
    limit = setTimeout(giveUp, patience);
  }

  function lost(): void {
    thread = null;
    isReady = false;
  }

  /** A text that holds up its thread would hold up everybody here. */
  function giveUp(): void {
    const stuck = thread;
    lost();
    log.error('scan.took_too_long');
    finish((task) => task.failed(new Error('a scan took too long')));
    void stuck?.terminate();
  }

  return {
    scan(fields, alwaysKeep, asksAll = false) {
      const length = Object.values(fields).reduce((sum, text) => sum + text.length, 0);
      if (length <= shortText || closed)
        return new Promise((resolve) => resolve(here({ fields, alwaysKeep, asksAll })));
      return new Promise((done, failed) => {
        waiting.push({ fields, alwaysKeep, asksAll, length, done, failed });
        next();
      });
    },
    async close() {
      closed = true;
      await thread?.terminate();
    },
  };
}
