import { describe, expect, test } from 'vitest';
import { eachStore, ids, type OpenStore } from './each-store.ts';
import { Note, note, Other, Task } from './store-kinds.ts';

/** What every adapter of the port `Store` must do when it is asked for more than one document. */
export function storeLists(name: string, open: () => Promise<OpenStore>): void {
  describe(`lists of the store: ${name}`, () => {
    const { store, reopen, put } = eachStore(open);

    test('documents are listed in order of key and then id, page by page, without gaps or repeats', async () => {
      await put(...['e', 'b', 'd', 'a', 'c'].map((id, i) => note(id, { at: i < 3 ? '2' : '1' })));
      const pages: string[][] = [];
      for (let after: string | undefined, more = true; more; ) {
        const page = { limit: 2, ...(after === undefined ? {} : { after }) };
        const found = await store().read('s', (r) => r.find(Note, 'at', { all: true }, page));
        pages.push(ids(found));
        after = found.next;
        more = after !== undefined;
      }
      expect(pages).toEqual([['a', 'c'], ['b', 'd'], ['e']]);
    });

    test('a page goes on after its place even when that document is gone', async () => {
      await put(note('a'), note('b'), note('c'));
      const { next } = await store().read('s', (r) => r.find(Note, 'at', { equal: '1' }, { limit: 1 }));
      await store().transact('s', (tx) => tx.remove(Note, 'a'));
      const rest = await store().read('s', (r) => r.find(Note, 'at', { equal: '1' }, { after: next ?? '' }));
      expect(ids(rest)).toEqual(['b', 'c']);
      expect(rest.next).toBeUndefined();
    });

    test('an index lists only documents that have a key for it, and follows changes of the key', async () => {
      await put(note('a', { group: 'x' }), note('b'), note('c', { group: 'y' }));
      await put(note('c', { group: 'x' }));
      const listed = (key: string) => store().read('s', (r) => r.find(Note, 'group', { equal: key }));
      expect(ids(await listed('x'))).toEqual(['a', 'c']);
      expect(ids(await listed('y'))).toEqual([]);
      await put(note('a'));
      expect(ids(await listed('x'))).toEqual(['c']);
    });

    test('a page holds 1 to 1,000 documents, 100 unless told; an unknown index is an error', async () => {
      await put(...Array.from({ length: 120 }, (_, i) => note(String(i))));
      const find = (limit: number) => store().read('s', (r) => r.find(Note, 'at', { all: true }, { limit }));
      expect((await store().read('s', (r) => r.find(Note, 'at', { all: true }))).docs).toHaveLength(100);
      for (const limit of [0, -1, 1.5, 1001]) await expect(find(limit)).rejects.toThrow('1 to 1,000');
      await expect(store().read('s', (r) => r.find(Note, 'nothing', { all: true }))).rejects.toThrow('no index');
    });

    test('every kind is listed by id, whatever indexes it declares', async () => {
      await store().transact('s', async (tx) => {
        for (const id of ['c', 'a', 'b']) await tx.put(Other, { id });
      });
      const found = await store().read('s', (r) => r.find(Other, 'id', { from: 'b', upTo: '~' }));
      expect(found.docs.map(({ id }) => id)).toEqual(['b', 'c']);
    });

    test('what waits for a time is told by community, the first in time first, also after a restart', async () => {
      const task = (scope: string, id: string, at: number | null, until: number | null = null) =>
        store().transact(scope, (tx) => tx.put(Task, { id, at, until }));
      await task('s', 'a', 50);
      await task('t', 'a', 70, 20);
      await task('u', 'a', null, 90);
      await task('v', 'a', null);
      const waiting = async (upTo: number, limit?: number) =>
        (await store().scopesWithWork(upTo, limit)).map(({ scope, at }) => `${scope} ${at}`);
      const expected = async (): Promise<void> => {
        expect(await waiting(19)).toEqual([]);
        expect(await waiting(50)).toEqual(['t 20', 's 50']);
        expect(await waiting(1000)).toEqual(['t 20', 's 50', 'u 90']);
        expect(await waiting(1000, 2)).toEqual(['t 20', 's 50']);
      };
      await expected();
      await reopen();
      await expected();
      await task('t', 'a', 70);
      await store().transact('s', (tx) => tx.remove(Task, 'a'));
      expect(await waiting(1000)).toEqual(['t 70', 'u 90']);
    });

    test('whoever asked to be woken is, once something that waits is durable, and for nothing else', async () => {
      const woken: string[] = [];
      store().onWork((scope, elsewhere) => {
        if (!elsewhere) woken.push(scope);
      });
      await put(note('a'));
      await store().transact('t', (tx) => tx.put(Task, { id: 'a', at: null, until: null }));
      const undone = store().transact('t', async (tx) => {
        await tx.put(Task, { id: 'a', at: 1, until: null });
        throw new Error('undo');
      });
      await expect(undone).rejects.toThrow('undo');
      await store().transact('u', (tx) => tx.put(Task, { id: 'a', at: 1, until: null }));
      await store().transact('u', (tx) => tx.remove(Task, 'a'));
      await new Promise((later) => setImmediate(later));
      expect(woken).toEqual(['u']);
    });

    test('scopes lists those that hold at least one document', async () => {
      await put(note('a'));
      await store().transact('t', (tx) => tx.put(Other, { id: 'x' }));
      await store().transact('t', (tx) => tx.remove(Other, 'x'));
      expect(await store().scopes()).toEqual(['s']);
    });
  });
}
