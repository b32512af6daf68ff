import type { Adapter } from 'lowdb';
import { type Log, StoreUnavailable } from '../../../src/index.ts';
import { asRefusal } from '../../node/data-refusal.ts';
import { type Data, emptyData, eraseAsked, takeBack, type Unsaved } from '../documents.ts';
import { compact } from './compaction.ts';
import { createJournal } from './create-file.ts';
import { GroupCommit } from './group-commit.ts';
import type { JournalFile, JournalLocation } from './journal-file.ts';
import { type Recovered, recover } from './recover.ts';
import { deleteCopies, deleteOlder, repair } from './repair.ts';

/** A journal is compacted when it is larger than the snapshot before it, and than this. */
const compactAfterBytes = 16 * 1024 * 1024;

export interface JournalOptions {
  readonly log?: Log | undefined;
  /** The size in bytes from which a journal is compacted; 16 MiB unless told. */
  readonly compactAfter?: number | undefined;
  /** Whatever was removed is gone from the files before the store opens. For small journals. */
  readonly eraseAtStart?: boolean;
  /** Only looks: nothing on the disk is changed, no lock is taken, and nothing can be written. */
  readonly readOnly?: boolean | undefined;
}

/**
 * What `Low` reads and writes through: an encrypted, append-only journal with snapshots in place of one JSON file.
 *
 * `read` takes the data folder for this process, `write` resolves when everything that is in memory is durable.
 */
export class JournalAdapter implements Adapter<Data> {
  readonly #location: JournalLocation;
  readonly #options: JournalOptions;
  #data = emptyData();
  #commits: GroupCommit | null = null;
  #unlock: (() => Promise<void>) | null = null;
  #unavailable: StoreUnavailable | null = null;
  #snapshotBytes = 0;
  #olderJournals = 0;
  #compacting: Promise<void> | null = null;
  #nextCompaction: Promise<void> | null = null;
  #eraseNext = false;
  #closing: Promise<void> | null = null;

  constructor(location: JournalLocation, options: JournalOptions) {
    this.#location = location;
    this.#options = options;
  }

  get unavailable(): StoreUnavailable | null {
    return this.#unavailable;
  }

  /** Throws a `DataRefusal` when the folder cannot be used; then nothing is held or open. */
  async read(): Promise<Data> {
    const { files, folder, name } = this.#location;
    try {
      if (this.#options.readOnly) return await this.#look();
      await files.makeFolder(folder);
      this.#unlock = await files.lock(folder, name);
      const found = await recover(this.#location, false);
      if (found === null) await this.#begin();
      else await this.#continue(found);
      return this.#data;
    } catch (error) {
      await this.#commits?.stop(new StoreUnavailable('not open')).catch(() => {});
      await this.#unlock?.();
      throw asRefusal(error instanceof StoreUnavailable ? error.cause : error, folder);
    }
  }

  async #begin(): Promise<void> {
    const { files, folder, name } = this.#location;
    // A power cut in the very first start leaves a journal without its name, and nothing else.
    await deleteOlder(files, folder, name, 0);
    this.#use(await (await createJournal(this.#location, 1, 0))());
  }

  async #continue(read: Recovered): Promise<void> {
    const { name } = this.#location;
    const { log, eraseAtStart } = this.#options;
    const { found, aside, upgradedFrom } = await repair(this.#location, read).catch(async (error) => {
      await read.journal.file.close().catch(() => {});
      throw error;
    });
    this.#data = found.data;
    this.#snapshotBytes = found.snapshotBytes;
    this.#olderJournals = found.journalBytes - bytesIn(found.journal);
    const commits = this.#use(found.journal);
    await commits.confirm();
    if (aside !== null) log?.warn('store.unfinished_write_set_aside', { file: name, bytes: found.last.read.unread });
    if (upgradedFrom !== null) log?.info('store.upgraded', { file: name, from: upgradedFrom });
    if (eraseAtStart && (found.removals || found.eraseAsked)) await this.#compactNext(true);
    else if (found.eraseAsked) this.#compactInBackground(true);
  }

  async #look(): Promise<Data> {
    const { files, folder } = this.#location;
    await files.checkUnlocked(folder);
    const found = await recover(this.#location, true).catch(async (error) => {
      // One that has started meanwhile writes while this reads.
      await files.checkUnlocked(folder);
      throw error;
    });
    await found?.journal.file.close();
    this.#unavailable = new StoreUnavailable('This store was opened to look at.');
    this.#data = found?.data ?? this.#data;
    if (found !== null && found.last.read.unread > 0)
      this.#options.log?.warn('store.unfinished_write_found', {
        file: this.#location.name,
        bytes: found.last.read.unread,
      });
    return this.#data;
  }

  #use(journal: JournalFile): GroupCommit {
    this.#commits = new GroupCommit(journal, (error, changes) => this.#failed(error, changes));
    return this.#commits;
  }

  /** Takes over what is unsaved at once; resolves when it is durable, rejects with `StoreUnavailable`. */
  write(data: Data): Promise<void> {
    const changes = data.unsaved;
    data.unsaved = [];
    const commits = this.#open();
    const journalBytes = this.#olderJournals + bytesIn(commits.journal);
    if (
      this.#compacting === null &&
      journalBytes > Math.max(this.#options.compactAfter ?? compactAfterBytes, this.#snapshotBytes)
    )
      this.#compactInBackground(false);
    return commits.add(changes);
  }

  /** Rewrites the files without what was removed. A call joins a compaction only if that has not begun. */
  async compact(): Promise<void> {
    await this.#open().add([eraseAsked]);
    await this.#compactNext(true);
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

  #open(): GroupCommit {
    if (this.#commits === null) throw new StoreUnavailable('The store is not open.');
    return this.#commits;
  }

  /** With `erase` the copies that were kept of earlier bytes go too. */
  #compactNext(erase: boolean): Promise<void> {
    this.#eraseNext ||= erase;
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
    const erase = this.#eraseNext;
    this.#eraseNext = false;
    try {
      // First, while the journal still says that an erasure was asked for: should this process end here, the next one goes on.
      if (erase) await deleteCopies(this.#location);
      this.#snapshotBytes = await compact(this.#location, this.#data, this.#open());
      this.#olderJournals = 0;
      this.#options.log?.info('store.compacted', { file: this.#location.name, bytes: this.#snapshotBytes });
    } catch (error) {
      // Nothing is lost: the journals are whole. The next try waits until they have doubled.
      this.#olderJournals += bytesIn(this.#open().journal);
      this.#snapshotBytes = this.#olderJournals;
      throw this.#asUnavailable(error);
    }
  }

  #compactInBackground(erase: boolean): void {
    this.#compactNext(erase).catch(() =>
      this.#options.log?.warn('store.compaction_failed', { file: this.#location.name }),
    );
  }

  #failed(error: unknown, notDurable: readonly Unsaved[]): StoreUnavailable {
    takeBack(this.#data, notDurable);
    if (this.#unavailable === null) {
      this.#unavailable = this.#asUnavailable(error);
      this.#options.log?.error('store.stopped', {
        file: this.#location.name,
        code: String((error as NodeJS.ErrnoException).code ?? 'unknown'),
      });
    }
    return this.#unavailable;
  }

  #asUnavailable(error: unknown): StoreUnavailable {
    if (error instanceof StoreUnavailable) return error;
    const refusal = asRefusal(error, this.#location.folder);
    return new StoreUnavailable(refusal instanceof Error ? refusal.message : 'The disk failed.', { cause: error });
  }
}

const bytesIn = ({ position, start }: JournalFile): number => position - start;
