import type { Unsaved } from '../documents.ts';
import { sealFrame } from './frame.ts';
import { writeMark } from './high-water-mark.ts';
import type { JournalFile } from './journal-file.ts';

/** A batch takes no more text than this, so that one sync never waits for a very large write. */
const batchChars = 4 * 1024 * 1024;

/** After this long without writes the mark is brought up to date, see `GroupCommit`. */
const quietMs = 20;

/** First prepares a new journal, which may fail and change nothing; what it returns goes over to it. */
export type Switch = () => Promise<() => Promise<JournalFile>>;

/** Changes that become durable together, or the change-over to another journal. */
interface Batch {
  readonly changes: Unsaved[];
  readonly goOver: Switch | null;
  chars: number;
  readonly done: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes changes to the journal, one batch at a time: while one is being made durable the next gathers, so that many
 * transactions share one sync.
 *
 * With each batch goes the count of those before it, the journal's high-water mark (`high-water-mark.ts`), in the same
 * sync. What the mark does not count yet could be mistaken, when damaged, for a write that never finished; so the mark is
 * brought up to date as soon as things are quiet.
 *
 * After the first failed write or sync nothing is tried again: what a failed sync left on the disk is unknown, and a
 * second one may report success for pages that the system has already dropped. `onFailure` gets the error and every
 * change that is not durable, in order, and returns the error that those who wait shall see.
 */
export class GroupCommit {
  #journal: JournalFile;
  readonly #onFailure: (error: unknown, notDurable: readonly Unsaved[]) => Error;
  #waiting: Batch[] = [];
  #running: Promise<void> | null = null;
  #quiet: NodeJS.Timeout | null = null;
  #broken: Error | null = null;

  constructor(journal: JournalFile, onFailure: (error: unknown, notDurable: readonly Unsaved[]) => Error) {
    this.#journal = journal;
    this.#onFailure = onFailure;
  }

  get journal(): JournalFile {
    return this.#journal;
  }

  /** Resolves when these changes, and all that came before them, are durable. */
  add(changes: readonly Unsaved[]): Promise<void> {
    if (this.#broken !== null) {
      return Promise.reject(this.#onFailure(this.#broken, changes));
    }
    let chars = 0;
    for (const { change } of changes) chars += change.text.length + 1;
    let batch = this.#waiting.at(-1);
    if (batch === undefined || batch.goOver !== null || batch.chars + chars > batchChars) batch = this.#queue(null);
    for (const change of changes) batch.changes.push(change);
    batch.chars += chars;
    this.#start();
    return batch.done;
  }

  /** Goes over to another journal while no batch is being written. */
  async switchJournal(goOver: Switch): Promise<void> {
    if (this.#broken !== null) throw this.#broken;
    const batch = this.#queue(goOver);
    this.#start();
    await batch.done;
  }

  /** Resolves when everything that was added so far is durable, but for a batch in flight. Within a change-over there is none. */
  waiting(): Promise<void> {
    return this.#waiting.at(-1)?.done ?? Promise.resolve();
  }

  /** Brings the mark up to date. Between batches only: with one under way it may be that batch which counts those before it. */
  async confirm(): Promise<void> {
    if (this.#isUnconfirmed) await this.add([]);
  }

  get #isUnconfirmed(): boolean {
    const { frames, base, mark } = this.#journal;
    return mark.frames < frames - base;
  }

  /** Writes what waits, then refuses everything with `error`. */
  async stop(error: Error): Promise<void> {
    while (this.#running !== null) await this.#running;
    if (this.#broken === null) await this.confirm().catch(() => {});
    if (this.#quiet !== null) clearTimeout(this.#quiet);
    this.#broken ??= error;
    await this.#journal.file.close();
  }

  #queue(goOver: Switch | null): Batch {
    let resolve = (): void => {};
    let reject = (_: unknown): void => {};
    const done = new Promise<void>((yes, no) => {
      resolve = yes;
      reject = no;
    });
    // Whoever waits sees a failure; that nobody waits is no failure of its own.
    done.catch(() => {});
    const batch: Batch = { changes: [], goOver, chars: 0, done, resolve, reject };
    this.#waiting.push(batch);
    return batch;
  }

  #start(): void {
    if (this.#quiet !== null) clearTimeout(this.#quiet);
    this.#quiet = null;
    this.#running ??= Promise.resolve().then(() => this.#run());
  }

  async #run(): Promise<void> {
    for (let batch = this.#waiting.shift(); batch !== undefined; batch = this.#waiting.shift()) {
      if (batch.goOver !== null) await this.#goOver(batch, batch.goOver);
      else await this.#write(batch.changes).then(batch.resolve, (error) => this.#breakDown(error, batch));
    }
    this.#running = null;
    if (this.#isUnconfirmed && this.#broken === null) {
      this.#quiet = setTimeout(() => void this.confirm().catch(() => {}), quietMs).unref();
    }
  }

  async #goOver(batch: Batch, prepare: Switch): Promise<void> {
    let goOver: () => Promise<JournalFile>;
    try {
      goOver = await prepare();
    } catch (error) {
      batch.reject(error);
      return;
    }
    try {
      this.#journal = await goOver();
      batch.resolve();
    } catch (error) {
      // The new journal may or may not be there after a crash, so neither it nor the old one can be continued.
      this.#breakDown(error, batch);
    }
  }

  async #write(changes: readonly Unsaved[]): Promise<void> {
    const journal = this.#journal;
    const { file, key, position } = journal;
    const texts = changes.map(({ change }) => change.text);
    if (this.#isUnconfirmed) journal.mark = await writeMark(file, key, journal.mark, journal.frames - journal.base);
    const frame = texts.length === 0 ? null : sealFrame(key, position, `[${texts.join()}]`);
    if (frame !== null) await file.write(position, frame);
    await file.sync();
    if (frame === null) return;
    journal.position += frame.length;
    journal.frames += 1;
  }

  #breakDown(error: unknown, batch: Batch): void {
    const refused = [batch, ...this.#waiting];
    this.#waiting = [];
    this.#broken = this.#onFailure(
      error,
      refused.flatMap(({ changes }) => changes),
    );
    for (const { reject } of refused) reject(this.#broken);
    // What was refused should not come back at the next start. Best effort: the disk is no longer to be relied on.
    void this.#journal.file.truncate(this.#journal.position).catch(() => {});
  }
}
