import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Read, Store } from '../../src/index.ts';
import { Loose, Note, note, Other, Task } from './store-kinds.ts';
import { storeModel } from './store-model.ts';

/** An empty store of an adapter under test. */
export interface OpenStore {
  readonly store: Store;
  /** Closes the store and opens it again on the same data. */
  reopen(): Promise<Store>;
  dispose(): Promise<void>;
}

/** What every adapter of the port `Store` must do. */
export function storeContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`store: ${name}`, () => {
    let opened: OpenStore;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.dispose());

    const put = (...notes: Note[]) =>
      store.transact('s', async (tx) => {
        for (const one of notes) await tx.put(Note, one);
      });
    const ids = (found: { docs: readonly Note[] }) => found.docs.map(({ id }) => id);

    test('a document that was put can be read, in its scope and under its kind only', async () => {
      await put(note('a', { words: ['x'] }));
      expect(await store.read('s', (r) => r.get(Note, 'a'))).toEqual(note('a', { words: ['x'] }));
      expect(await store.read('other', (r) => r.get(Note, 'a'))).toBeNull();
      expect(await store.read('s', (r) => r.get(Other, 'a'))).toBeNull();
    });

    test('what was acknowledged is there after a restart', async () => {
      await put(note('a'), note('b', { at: '2' }));
      await store.transact('s', (tx) => tx.remove(Note, 'a'));
      store = await opened.reopen();
      expect(ids(await store.read('s', (r) => r.find(Note, 'at', { all: true })))).toEqual(['b']);
    });

    test('a throw in the work undoes all of its writes and reaches the caller', async () => {
      await put(note('a'));
      const failing = store.transact('s', async (tx) => {
        await tx.put(Note, note('b'));
        await tx.remove(Note, 'a');
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(ids(await store.read('s', (r) => r.find(Note, 'at', { all: true })))).toEqual(['a']);
    });

    test('a transaction reads its own writes, by id and by index, before anybody else does', async () => {
      await put(note('a', { at: '1' }), note('c', { at: '3' }));
      await store.transact('s', async (tx) => {
        await tx.put(Note, note('b', { at: '2' }));
        await tx.put(Note, note('c', { at: '0' }));
        await tx.remove(Note, 'a');
        expect(await tx.get(Note, 'a')).toBeNull();
        expect(ids(await tx.find(Note, 'at', { all: true }))).toEqual(['c', 'b']);
        expect(ids(await tx.find(Note, 'at', { upTo: '1' }))).toEqual(['c']);
      });
    });

    test('work of one scope runs one after another, in the order of the calls', async () => {
      const add = (word: string) =>
        store.transact('s', async (tx) => {
          const { words } = (await tx.get(Note, 'a')) ?? note('a');
          await new Promise((later) => setImmediate(later));
          await tx.put(Note, note('a', { words: [...words, word] }));
        });
      const words = Array.from({ length: 50 }, (_, i) => String(i));
      await Promise.all(words.map(add));
      expect((await store.read('s', (r) => r.get(Note, 'a')))?.words).toEqual(words);
    });

    test('scopes do not wait for each other', async () => {
      let open = (): void => {};
      const gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      const slow = store.transact('slow', async () => gate);
      await store.transact('quick', (tx) => tx.put(Other, { id: 'a' }));
      open();
      await slow;
    });

    test('documents are listed in order of key and then id, page by page, without gaps or repeats', async () => {
      await put(...['e', 'b', 'd', 'a', 'c'].map((id, i) => note(id, { at: i < 3 ? '2' : '1' })));
      const pages: string[][] = [];
      for (let after: string | undefined, more = true; more; ) {
        const page = { limit: 2, ...(after === undefined ? {} : { after }) };
        const found = await store.read('s', (r) => r.find(Note, 'at', { all: true }, page));
        pages.push(ids(found));
        after = found.next;
        more = after !== undefined;
      }
      expect(pages).toEqual([['a', 'c'], ['b', 'd'], ['e']]);
    });

    test('a page goes on after its place even when that document is gone', async () => {
      await put(note('a'), note('b'), note('c'));
      const { next } = await store.read('s', (r) => r.find(Note, 'at', { equal: '1' }, { limit: 1 }));
      await store.transact('s', (tx) => tx.remove(Note, 'a'));
      const rest = await store.read('s', (r) => r.find(Note, 'at', { equal: '1' }, { after: next ?? '' }));
      expect(ids(rest)).toEqual(['b', 'c']);
      expect(rest.next).toBeUndefined();
    });

    test('an index lists only documents that have a key for it, and follows changes of the key', async () => {
      await put(note('a', { group: 'x' }), note('b'), note('c', { group: 'y' }));
      await put(note('c', { group: 'x' }));
      const listed = (key: string) => store.read('s', (r) => r.find(Note, 'group', { equal: key }));
      expect(ids(await listed('x'))).toEqual(['a', 'c']);
      expect(ids(await listed('y'))).toEqual([]);
      await put(note('a'));
      expect(ids(await listed('x'))).toEqual(['c']);
    });

    test('a page holds 1 to 1,000 documents, 100 unless told; an unknown index is an error', async () => {
      await put(...Array.from({ length: 120 }, (_, i) => note(String(i))));
      const find = (limit: number) => store.read('s', (r) => r.find(Note, 'at', { all: true }, { limit }));
      expect((await store.read('s', (r) => r.find(Note, 'at', { all: true }))).docs).toHaveLength(100);
      for (const limit of [0, -1, 1.5, 1001]) await expect(find(limit)).rejects.toThrow('1 to 1,000');
      await expect(store.read('s', (r) => r.find(Note, 'nothing', { all: true }))).rejects.toThrow('no index');
    });

    test('a document that does not fit its schema is refused by field, without its content', async () => {
      const wrong = { ...note('a'), at: 7, words: ['secret'] } as unknown as Note;
      const refused = store.transact('s', (tx) => tx.put(Note, wrong));
      await expect(refused).rejects.toThrow(/note.*at/);
      await expect(refused).rejects.not.toThrow('secret');
      expect(await store.read('s', (r) => r.get(Note, 'a'))).toBeNull();
    });

    test('what would not survive a restart unchanged is refused or shown as it will be', async () => {
      const putLoose = (value: unknown) => store.transact('s', (tx) => tx.put(Loose, { id: 'a', value }));
      for (const value of [new Date(0), new Map(), Number.NaN, 1n, { deep: [() => 1] }]) {
        await expect(putLoose(value)).rejects.toThrow('cannot be stored');
      }
      await putLoose({ none: undefined, list: [0, 'x', null, { y: true }] });
      const shown = await store.read('s', (r) => r.get(Loose, 'a'));
      store = await opened.reopen();
      expect(await store.read('s', (r) => r.get(Loose, 'a'))).toStrictEqual(shown);
      expect(shown).toStrictEqual({ id: 'a', value: { list: [0, 'x', null, { y: true }] } });
    });

    test('nobody can change what is stored through what they hold', async () => {
      const mine = note('a', { words: ['x'] });
      await put(mine);
      mine.words.push('y');
      const read = await store.read('s', (r) => r.get(Note, 'a'));
      expect(read?.words).toEqual(['x']);
      try {
        read?.words.push('z');
      } catch {
        // Frozen, which is as good as a copy.
      }
      expect((await store.read('s', (r) => r.get(Note, 'a')))?.words).toEqual(['x']);
    });

    test('a transaction cannot be used after its end', async () => {
      let kept: Read | undefined;
      await store.transact('s', async (tx) => {
        kept = tx;
      });
      await expect(kept?.get(Note, 'a')).rejects.toThrow('after its end');
    });

    test('many are read at once in the order asked for, null for each that is not there, own writes included', async () => {
      await put(note('a'), note('b'));
      await store.transact('s', async (tx) => {
        await tx.put(Note, note('c'));
        await tx.remove(Note, 'a');
        const many = await tx.getMany(Note, ['c', 'a', 'b', 'none', 'c']);
        expect(many.map((one) => one?.id ?? null)).toEqual(['c', null, 'b', null, 'c']);
        expect(await tx.getMany(Note, [])).toEqual([]);
      });
    });

    test('every kind is listed by id, whatever indexes it declares', async () => {
      await store.transact('s', async (tx) => {
        for (const id of ['c', 'a', 'b']) await tx.put(Other, { id });
      });
      const found = await store.read('s', (r) => r.find(Other, 'id', { from: 'b', upTo: '~' }));
      expect(found.docs.map(({ id }) => id)).toEqual(['b', 'c']);
    });

    test('what waits for a time is told by community, the first in time first, also after a restart', async () => {
      const task = (scope: string, id: string, at: number | null, until: number | null = null) =>
        store.transact(scope, (tx) => tx.put(Task, { id, at, until }));
      await task('s', 'a', 50);
      await task('t', 'a', 70, 20);
      await task('u', 'a', null, 90);
      await task('v', 'a', null);
      const waiting = async (upTo: number) =>
        (await store.scopesWithWork(upTo)).map(({ scope, at }) => `${scope} ${at}`);
      const expected = async (): Promise<void> => {
        expect(await waiting(19)).toEqual([]);
        expect(await waiting(50)).toEqual(['t 20', 's 50']);
        expect(await waiting(1000)).toEqual(['t 20', 's 50', 'u 90']);
      };
      await expected();
      store = await opened.reopen();
      await expected();
      await task('t', 'a', 70);
      await store.transact('s', (tx) => tx.remove(Task, 'a'));
      expect(await waiting(1000)).toEqual(['t 70', 'u 90']);
    });

    test('whoever asked to be woken is, once something that waits is durable, and for nothing else', async () => {
      const woken: string[] = [];
      store.onWork((scope) => woken.push(scope));
      await put(note('a'));
      await store.transact('t', (tx) => tx.put(Task, { id: 'a', at: null, until: null }));
      const undone = store.transact('t', async (tx) => {
        await tx.put(Task, { id: 'a', at: 1, until: null });
        throw new Error('undo');
      });
      await expect(undone).rejects.toThrow('undo');
      await store.transact('u', (tx) => tx.put(Task, { id: 'a', at: 1, until: null }));
      await store.transact('u', (tx) => tx.remove(Task, 'a'));
      await new Promise((later) => setImmediate(later));
      expect(woken).toEqual(['u']);
    });

    test('scopes lists those that hold at least one document', async () => {
      await put(note('a'));
      await store.transact('t', (tx) => tx.put(Other, { id: 'x' }));
      await store.transact('t', (tx) => tx.remove(Other, 'x'));
      expect(await store.scopes()).toEqual(['s']);
    });

    test('compaction keeps every document, also those written meanwhile', async () => {
      await put(...Array.from({ length: 300 }, (_, i) => note(`old${i}`)));
      const compacting = store.compact();
      const meanwhile = Array.from({ length: 100 }, (_, i) => put(note(`new${i}`)));
      await Promise.all([compacting, ...meanwhile]);
      store = await opened.reopen();
      expect((await store.read('s', (r) => r.find(Note, 'at', { all: true }, { limit: 1000 }))).docs).toHaveLength(400);
    });

    test('after close it refuses writes', async () => {
      const last = put(note('a'));
      await store.close();
      await last;
      await expect(put(note('b'))).rejects.toMatchObject({ name: 'StoreUnavailable' });
      store = await opened.reopen();
      expect(await store.read('s', (r) => r.get(Note, 'a'))).not.toBeNull();
    });

    test('any run of transactions leaves what a plain map would hold', async () => {
      await fc.assert(
        fc.asyncProperty(fc.commands(storeModel, { maxCommands: 40 }), async (commands) => {
          const fresh = await open();
          const real = { store: fresh.store, reopen: () => fresh.reopen() };
          try {
            await fc.asyncModelRun(() => ({ model: { notes: new Map() }, real }), commands);
          } finally {
            await fresh.dispose();
          }
        }),
        { numRuns: 40 },
      );
    });
  });
}
