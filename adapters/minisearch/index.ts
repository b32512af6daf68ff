import { LRUCache } from 'lru-cache';
import type { Log, Scope, SearchIndex, SearchSource } from '../../src/index.ts';
import { traceOf } from '../../src/index.ts';
import { createGroupIndex, type GroupIndex } from './group-index.ts';

export interface SearchOptions {
  /** Texts held in all groups together; the group that was not searched for longest goes first. */
  readonly mostTexts?: number;
  /** How long (ms) a first search waits before it says that the texts are still being read. */
  readonly patience?: number;
  /** How long (ms) what was read answers, at least, before it is read again for what other processes changed. */
  readonly restMs?: number;
}

interface Shelf {
  readonly index: GroupIndex;
  /** Until all of its texts are read. */
  reading: Promise<void> | null;
  /** Changed while it is read: what is read of them may be older. */
  readonly changed: Set<string>;
  /** Another process changed something since it was read. */
  outdated: boolean;
  /** When (ms) it may be read again. */
  rested: number;
  /** The same group, being read again. */
  next: Shelf | null;
}

/**
 * The search index in memory. A group is read page by page with a pause after each, in which everybody else is served; one
 * group at a time, as those that wait would only share the same processor.
 */
export function createSearchIndex(log: Log, options: SearchOptions = {}): SearchIndex {
  const { mostTexts = 200_000, patience = 1500, restMs = 60_000 } = options;
  const shelves = new LRUCache<string, Shelf>({ maxSize: mostTexts, sizeCalculation: sizeOf });
  /** A group that alone has more than there is room for is held all the same, and none beside it. */
  function sizeOf({ index }: Shelf): number {
    return Math.min(index.size + 1, mostTexts);
  }
  let turn: Promise<unknown> = Promise.resolve();

  function read(key: string, source: SearchSource): Shelf {
    const shelf = newShelf();
    shelf.reading = turn.then(() => fill(key, shelf, source));
    turn = shelf.reading;
    shelves.set(key, shelf);
    return shelf;
  }

  /** Reads a group for what other processes changed. What was read before answers until then. */
  function readAgain(key: string, shelf: Shelf, source: SearchSource): void {
    const next = newShelf();
    Object.assign(shelf, { next, outdated: false });
    next.reading = turn.then(() => fill(key, next, source));
    turn = next.reading;
  }

  async function fill(key: string, shelf: Shelf, source: SearchSource): Promise<void> {
    const began = Date.now();
    const before = shelves.peek(key);
    try {
      for await (const page of source()) {
        for (const text of page) if (!shelf.changed.has(text.id)) shelf.index.add(text);
        await new Promise((resolve) => setImmediate(resolve));
      }
      shelf.index.settle();
      shelf.reading = null;
      shelf.changed.clear();
      shelf.rested = Date.now() + Math.max(restMs, restFactor * (Date.now() - began));
      const stands = shelves.peek(key);
      if (stands !== undefined && (stands === shelf || stands.next === shelf)) resize(key, shelf);
      log.debug('search.group_read', { texts: shelf.index.size });
    } catch (error) {
      // The next search tries again.
      if (before === shelf) shelves.delete(key);
      else if (before?.next === shelf)
        Object.assign(before, { next: null, outdated: true, rested: Date.now() + restMs });
      log.warn('search.read_failed', traceOf(error));
    }
  }

  /** Setting the value that is there already would not count it again. */
  const resize = (key: string, shelf: Shelf): void => {
    shelves.delete(key);
    shelves.set(key, shelf);
  };

  return {
    search(scope, query, source) {
      const key = keyOf(scope, query.group);
      const shelf = shelves.get(key) ?? read(key, source);
      if (shelf.outdated && shelf.reading === null && shelf.next === null && Date.now() >= shelf.rested)
        readAgain(key, shelf, source);
      return shelf.reading === null ? shelf.index.search(query) : { reading: atMost(shelf.reading, patience) };
    },
    put(scope, text) {
      const key = keyOf(scope, text.group);
      const shelf = shelves.peek(key);
      if (shelf === undefined) return;
      if (shelf.reading !== null) shelf.changed.add(text.id);
      if (shelf.next !== null) {
        shelf.next.changed.add(text.id);
        shelf.next.index.add(text);
      }
      const before = shelf.index.size;
      shelf.index.add(text);
      if (shelf.reading === null && shelf.index.size !== before) resize(key, shelf);
    },
    remove(scope, id) {
      for (const [key, shelf] of shelves.entries()) {
        if (!key.startsWith(keyOf(scope, ''))) continue;
        if (shelf.reading !== null) shelf.changed.add(id);
        shelf.index.remove(id);
        shelf.next?.changed.add(id);
        shelf.next?.index.remove(id);
      }
    },
    outdated(scope) {
      for (const [key, shelf] of shelves.entries())
        if (scope === null || key.startsWith(keyOf(scope, ''))) (shelf.next ?? shelf).outdated = true;
    },
  };
}

/** Reading a group again takes at most one part in so many of the time. */
const restFactor = 30;

const newShelf = (): Shelf => ({
  ...{ index: createGroupIndex(), reading: null, changed: new Set<string>() },
  ...{ outdated: false, rested: 0, next: null },
});

/** Neither holds a space. */
const keyOf = (scope: Scope, group: string): string => `${scope} ${group}`;

async function atMost(promise: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([promise, late]);
  clearTimeout(timer);
}
