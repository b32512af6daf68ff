import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Read } from '../../src/index.ts';
import { eachStore, ids, type OpenStore } from './each-store.ts';
import { Loose, Note, note, Other } from './store-kinds.ts';
import { storeLists } from './store-lists.ts';
import { storeModel } from './store-model.ts';

/** What every adapter of the port `Store` must do. */
export function storeContract(name: string, open: () => Promise<OpenStore>): void {
  storeLists(name, open);

  describe(`store: ${name}`, () => {
    const { store, reopen, put } = eachStore(open);

    test('a document that was put can be read, in its scope and under its kind only', async () => {
      await put(note('a', { words: ['x'] }));
      expect(await store().read('s', (r) => r.get(Note, 'a'))).toEqual(note('a', { words: ['x'] }));
      expect(await store().read('other', (r) => r.get(Note, 'a'))).toBeNull();
      expect(await store().read('s', (r) => r.get(Other, 'a'))).toBeNull();
    });

    test('what was acknowledged is there after a restart', async () => {
      await put(note('a'), note('b', { at: '2' }));
      await store().transact('s', (tx) => tx.remove(Note, 'a'));
      await reopen();
      expect(ids(await store().read('s', (r) => r.find(Note, 'at', { all: true })))).toEqual(['b']);
    });

    test('a throw in the work undoes all of its writes and reaches the caller', async () => {
      await put(note('a'));
      const failing = store().transact('s', async (tx) => {
        await tx.put(Note, note('b'));
        await tx.remove(Note, 'a');
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(ids(await store().read('s', (r) => r.find(Note, 'at', { all: true })))).toEqual(['a']);
    });

    test('a transaction reads its own writes, by id and by index, before anybody else does', async () => {
      await put(note('a', { at: '1' }), note('c', { at: '3' }));
      await store().transact('s', async (tx) => {
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
        store().transact('s', async (tx) => {
          const { words } = (await tx.get(Note, 'a')) ?? note('a');
          await new Promise((later) => setImmediate(later));
          await tx.put(Note, note('a', { words: [...words, word] }));
        });
      const words = Array.from({ length: 50 }, (_, i) => String(i));
      await Promise.all(words.map(add));
      expect((await store().read('s', (r) => r.get(Note, 'a')))?.words).toEqual(words);
    });

    test('scopes do not wait for each other', async () => {
      let open = (): void => {};
      const gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      const slow = store().transact('slow', async () => gate);
      await store().transact('quick', (tx) => tx.put(Other, { id: 'a' }));
      open();
      await slow;
    });

    test('a document that does not fit its schema is refused by field, without its content', async () => {
      const wrong = { ...note('a'), at: 7, words: ['secret'] } as unknown as Note;
      const refused = store().transact('s', (tx) => tx.put(Note, wrong));
      await expect(refused).rejects.toThrow(/note.*at/);
      await expect(refused).rejects.not.toThrow('secret');
      expect(await store().read('s', (r) => r.get(Note, 'a'))).toBeNull();
    });

    test('what would not survive a restart unchanged is refused or shown as it will be', async () => {
      const putLoose = (value: unknown) => store().transact('s', (tx) => tx.put(Loose, { id: 'a', value }));
      for (const value of [new Date(0), new Map(), Number.NaN, 1n, { deep: [() => 1] }]) {
        await expect(putLoose(value)).rejects.toThrow('cannot be stored');
      }
      await putLoose({ none: undefined, list: [0, 'x', null, { y: true }] });
      const shown = await store().read('s', (r) => r.get(Loose, 'a'));
      await reopen();
      expect(await store().read('s', (r) => r.get(Loose, 'a'))).toStrictEqual(shown);
      expect(shown).toStrictEqual({ id: 'a', value: { list: [0, 'x', null, { y: true }] } });
    });

    test('nobody can change what is stored through what they hold', async () => {
      const mine = note('a', { words: ['x'] });
      await put(mine);
      mine.words.push('y');
      const read = await store().read('s', (r) => r.get(Note, 'a'));
      expect(read?.words).toEqual(['x']);
      try {
        read?.words.push('z');
      } catch {
        // Frozen, which is as good as a copy.
      }
      expect((await store().read('s', (r) => r.get(Note, 'a')))?.words).toEqual(['x']);
    });

    test('a transaction cannot be used after its end', async () => {
      let kept: Read | undefined;
      await store().transact('s', async (tx) => {
        kept = tx;
      });
      await expect(kept?.get(Note, 'a')).rejects.toThrow('after its end');
    });

    test('many are read at once in the order asked for, null for each that is not there, own writes included', async () => {
      await put(note('a'), note('b'));
      await store().transact('s', async (tx) => {
        await tx.put(Note, note('c'));
        await tx.remove(Note, 'a');
        const many = await tx.getMany(Note, ['c', 'a', 'b', 'none', 'c']);
        expect(many.map((one) => one?.id ?? null)).toEqual(['c', null, 'b', null, 'c']);
        expect(await tx.getMany(Note, [])).toEqual([]);
      });
    });

    test('compaction keeps every document, also those written meanwhile', async () => {
      await put(...Array.from({ length: 300 }, (_, i) => note(`old${i}`)));
      const compacting = store().compact();
      const meanwhile = Array.from({ length: 100 }, (_, i) => put(note(`new${i}`)));
      await Promise.all([compacting, ...meanwhile]);
      await reopen();
      expect((await store().read('s', (r) => r.find(Note, 'at', { all: true }, { limit: 1000 }))).docs).toHaveLength(
        400,
      );
    });

    test('after close it refuses writes', async () => {
      const last = put(note('a'));
      await store().close();
      await last;
      await expect(put(note('b'))).rejects.toMatchObject({ name: 'StoreUnavailable' });
      await reopen();
      expect(await store().read('s', (r) => r.get(Note, 'a'))).not.toBeNull();
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
