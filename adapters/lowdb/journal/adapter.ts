import type { Adapter } from 'lowdb';
import { type Log, StoreUnavailable } from '../../../src/index.ts';
import { type Data, emptyData, eraseAsked, takeBack, type Unsaved } from '../data.ts';
import { compact } from './compaction.ts';
import { GroupCommit } from './group-commit.ts';
import { newJournal, type Place } from './new-file.ts';
import { type Recovered, recover } from './recover.ts';
import { asRefusal } from './refusal.ts';

/** A journal is compacted when it is larger than the snapshot before it, and than this. */
const compactAfterBytes = 16 * 1024 * 1024;

export interface JournalOptions {
  readonly log?: Log | undefined;
  /** The size in bytes from which a journal is compacted; 16 MiB unless told. */
  readonly compactAfter?: number | undefined;
  /** Whatever was removed is gone from the files before the store opens. For small journals. */
  readonly eraseAtStart?: boolean;
}

/**
 * What `Low` reads and writes through: an encrypted, append-only journal with snapshots in place of one JSON file.
 *
 * `read` takes the data folder for this process, `write` resolves when everything that is in memory is durable.
 */
export class JournalAdapter implements Adapter<Data> {
  readonly #place: Place;
  readonly #options: JournalOptions;
  #data = emptyData();
  #commits: GroupCommit | null = null;
  #unlock: (() => Promise<void>) | null = null;
  #unavailable: StoreUnavailable | null = null;
  #snapshotBytes = 0;
  #olderJournals = 0;
  #compacting: Promise<void> | null = null;
  #nextCompaction: Promise<void> | null = null;
  #closing: Promise<void> | null = null;

  constructor(place: Place, options: JournalOptions) {
    this.#place = place;
    this.#options = options;
  }

  get unavailable(): StoreUnavailable | null {
    return this.#unavailable;
  }

  /** Throws a `DataRefusal` when the folder cannot be used; then nothing is held or open. */
  async read(): Promise<Data> {
    const { files, folder } = this.#place;
    try {
      await files.makeFolder(folder);
      this.#unlock = await files.lock(folder, this.#place.name);
      const found = (await recover(this.#place)) ?? (await this.#first());
      this.#data = found.data;
      this.#snapshotBytes = found.snapshotBytes;
      this.#olderJournals = found.journalBytes - found.journal.position;
      this.#commits = new GroupCommit(found.journal, (error, changes) => this.#failed(error, changes));
      await this.#commits.closeTail();
      if (found.torn > 0)
        this.#options.log?.warn('store.unfinished_write_dropped', { file: this.#place.name, bytes: found.torn });
      if (this.#options.eraseAtStart && (found.removals || found.eraseAsked)) await this.#compactNext();
      else if (found.eraseAsked) this.#compactInBackground();
      return found.data;
    } catch (error) {
      await this.#commits?.stop(new StoreUnavailable('not open')).catch(() => {});
      await this.#unlock?.();
      throw asRefusal(error instanceof StoreUnavailable ? error.cause : error, folder);
    }
  }

  /** Takes over what is unsaved at once; resolves when it is durable, rejects with `StoreUnavailable`. */
  write(data: Data): Promise<void> {
    const changes = data.unsaved;
    data.unsaved = [];
    const commits = this.#open();
    const journalBytes = this.#olderJournals + commits.journal.position;
    if (
      this.#compacting === null &&
      journalBytes > Math.max(this.#options.compactAfter ?? compactAfterBytes, this.#snapshotBytes)
    )
      this.#compactInBackground();
    return commits.add(changes);
  }

  /** Rewrites the files without what was removed. A call joins a compaction only if that has not begun. */
  async compact(): Promise<void> {
    await this.#open().add([eraseAsked]);
    await this.#compactNext();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await (this.#nextCompaction ?? this.#compacting)?.catch(() => {});
    const closed = new StoreUnavailable('Curbside is stopping.');
    this.#unavailable ??= closed;
    await this.#commits?.stop(closed);
    await this.#unlock?.();
  }

  async #first(): Promise<Recovered> {
    const journal = await (await newJournal(this.#place, 1, 0))();
    return {
      data: emptyData(),
      journal,
      snapshotBytes: 0,
      journalBytes: journal.position,
      eraseAsked: false,
      removals: false,
      torn: 0,
    };
  }

  #open(): GroupCommit {
    if (this.#commits === null) throw new StoreUnavailable('The store is not open.');
    return this.#commits;
  }

  #compactNext(): Promise<void> {
    this.#nextCompaction ??= (this.#compacting ?? Promise.resolve())
      .catch(() => {})
      .then(() => {
        this.#nextCompaction = null;
        this.#compacting = this.#compactNow().finally(() => {
          this.#compacting = null;
        });
        return this.#compacting;
      });
    return this.#nextCompaction;
  }

  async #compactNow(): Promise<void> {
    try {
      this.#snapshotBytes = await compact(this.#place, this.#data, this.#open());
      this.#olderJournals = 0;
      this.#options.log?.info('store.compacted', { file: this.#place.name, bytes: this.#snapshotBytes });
    } catch (error) {
      // Nothing is lost: the journals are whole. The next try waits until they have doubled.
      this.#olderJournals += this.#open().journal.position;
      this.#snapshotBytes = this.#olderJournals;
      throw this.#asUnavailable(error);
    }
  }

  #compactInBackground(): void {
    this.#compactNext().catch(() => this.#options.log?.warn('store.compaction_failed', { file: this.#place.name }));
  }

  #failed(error: unknown, notDurable: readonly Unsaved[]): StoreUnavailable {
    takeBack(this.#data, notDurable);
    if (this.#unavailable === null) {
      this.#unavailable = this.#asUnavailable(error);
      this.#options.log?.error('store.stopped', {
        file: this.#place.name,
        code: String((error as NodeJS.ErrnoException).code ?? 'unknown'),
      });
    }
    return this.#unavailable;
  }

  #asUnavailable(error: unknown): StoreUnavailable {
    if (error instanceof StoreUnavailable) return error;
    const refusal = asRefusal(error, this.#place.folder);
    return new StoreUnavailable(refusal instanceof Error ? refusal.message : 'The disk failed.', { cause: error });
  }
}
