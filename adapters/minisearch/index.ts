import { LRUCache } from 'lru-cache';
import type { Log, Scope, SearchIndex, SearchSource } from '../../src/index.ts';
import { traceOf } from '../../src/index.ts';
import { createGroupIndex, type GroupIndex } from './group-index.ts';

export interface SearchOptions {
  /** Texts held in all groups together; the group that was not searched for longest goes first. */
  readonly mostTexts?: number;
  /** How long (ms) a first search waits before it says that the texts are still being read. */
  readonly patience?: number;
}

interface Shelf {
  readonly index: GroupIndex;
  /** Until all of its texts are read. */
  reading: Promise<void> | null;
  /** Changed while it is read: what is read of them may be older. */
  readonly changed: Set<string>;
}

/**
 * The search index in memory. A group is read page by page with a pause after each, in which everybody else is served; one
 * group at a time, as those that wait would only share the same processor.
 */
export function createSearchIndex(log: Log, options: SearchOptions = {}): SearchIndex {
  const { mostTexts = 200_000, patience = 1500 } = options;
  const shelves = new LRUCache<string, Shelf>({ maxSize: mostTexts, sizeCalculation: sizeOf });
  /** A group that alone has more than there is room for is held all the same, and none beside it. */
  function sizeOf({ index }: Shelf): number {
    return Math.min(index.size + 1, mostTexts);
  }
  let turn: Promise<unknown> = Promise.resolve();

  function read(key: string, source: SearchSource): Shelf {
    const shelf: Shelf = { index: createGroupIndex(), reading: null, changed: new Set() };
    shelf.reading = turn.then(() => fill(key, shelf, source));
    turn = shelf.reading;
    shelves.set(key, shelf);
    return shelf;
  }

  async function fill(key: string, shelf: Shelf, source: SearchSource): Promise<void> {
    try {
      for await (const page of source()) {
        for (const text of page) if (!shelf.changed.has(text.id)) shelf.index.add(text);
        await new Promise((resolve) => setImmediate(resolve));
      }
      shelf.reading = null;
      shelf.changed.clear();
      if (shelves.peek(key) === shelf) resize(key, shelf);
      log.debug('search.group_read', { texts: shelf.index.size });
    } catch (error) {
      // The next search tries again.
      if (shelves.peek(key) === shelf) shelves.delete(key);
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
      return shelf.reading === null ? shelf.index.search(query) : { reading: atMost(shelf.reading, patience) };
    },
    put(scope, text) {
      const key = keyOf(scope, text.group);
      const shelf = shelves.peek(key);
      if (shelf === undefined) return;
      if (shelf.reading !== null) shelf.changed.add(text.id);
      const before = shelf.index.size;
      shelf.index.add(text);
      if (shelf.reading === null && shelf.index.size !== before) resize(key, shelf);
    },
    remove(scope, id) {
      for (const [key, shelf] of shelves.entries()) {
        if (!key.startsWith(keyOf(scope, ''))) continue;
        if (shelf.reading !== null) shelf.changed.add(id);
        shelf.index.remove(id);
      }
    },
  };
}

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
