import fc from 'fast-check';
import { expect } from 'vitest';
import type { Range, Store } from '../../src/index.ts';
import { Note, note } from './store-kinds.ts';

interface Model {
  readonly notes: Map<string, Note>;
}
interface Real {
  store: Store;
  readonly reopen: () => Promise<Store>;
}
type Step = fc.AsyncCommand<Model, Real>;

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'é', '\u{1F600}', '__proto__');
const key = fc.constantFrom('', '0', '1', '10', '2', 'é');
const write = fc.record({
  id,
  at: key,
  group: fc.option(key),
  words: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
});
const change = fc.oneof(
  write.map((doc) => ({ doc })),
  id.map((gone) => ({ gone })),
);
const range: fc.Arbitrary<Range> = fc.oneof(
  key.map((equal) => ({ equal })),
  key.map((upTo) => ({ upTo })),
  fc.tuple(key, key).map(([from, upTo]) => ({ from, upTo })),
  fc.array(key, { maxLength: 4 }).map((anyOf) => ({ anyOf })),
  fc.constant({ all: true as const }),
);

/** Steps that are done both to a store and to a plain map, and must agree. */
export const storeModel: fc.Arbitrary<Step>[] = [
  fc.record({ changes: fc.array(change, { maxLength: 5 }), fails: fc.boolean() }).map(transact),
  fc.record({ index: fc.constantFrom('at', 'group'), range, limit: fc.integer({ min: 1, max: 4 }), change }).map(list),
  id.map(get),
  fc.constant(step('compact', (_, real) => real.store.compact())),
  fc.constant(
    step('reopen', async (_, real) => {
      real.store = await real.reopen();
    }),
  ),
];

type Change = { doc: Note } | { gone: string };

function transact({ changes, fails }: { changes: readonly Change[]; fails: boolean }): Step {
  return step(`transact ${JSON.stringify({ changes, fails })}`, async (model, real) => {
    const done = real.store.transact('s', async (tx) => {
      for (const one of changes) await ('doc' in one ? tx.put(Note, one.doc) : tx.remove(Note, one.gone));
      if (fails) throw new Error('undo');
    });
    if (fails) return expect(done).rejects.toThrow('undo');
    await done;
    for (const one of changes) apply(model.notes, one);
  });
}

/** Lists all pages, inside a transaction that has one unsaved change and is then undone. */
function list(of: { index: string; range: Range; limit: number; change: Change }): Step {
  return step(`list ${JSON.stringify(of)}`, async (model, real) => {
    const seen: Note[] = [];
    let counted = -1;
    const listing = real.store.transact('s', async (tx) => {
      await ('doc' in of.change ? tx.put(Note, of.change.doc) : tx.remove(Note, of.change.gone));
      for (let after: string | undefined, more = true; more; ) {
        const page = { limit: of.limit, ...(after === undefined ? {} : { after }) };
        const found = await tx.find(Note, of.index, of.range, page);
        seen.push(...found.docs);
        after = found.next;
        more = after !== undefined;
      }
      counted = await tx.count(Note, of.index, of.range);
      throw new Error('undo');
    });
    await expect(listing).rejects.toThrow('undo');
    const notes = new Map(model.notes);
    apply(notes, of.change);
    expect(seen).toEqual(expected(notes, of.index, of.range));
    expect(counted).toBe(seen.length);
  });
}

function get(wanted: string): Step {
  return step(`get ${wanted}`, async (model, real) => {
    const found = await real.store.read('s', (read) => read.get(Note, wanted));
    expect(found).toEqual(model.notes.get(wanted) ?? null);
  });
}

function apply(notes: Map<string, Note>, change: Change): void {
  if ('doc' in change) notes.set(change.doc.id, note(change.doc.id, change.doc));
  else notes.delete(change.gone);
}

function expected(notes: ReadonlyMap<string, Note>, index: string, range: Range): Note[] {
  const keyOf = (one: Note) => (index === 'at' ? one.at : one.group);
  const fits = (k: string) =>
    'equal' in range
      ? k === range.equal
      : 'anyOf' in range
        ? range.anyOf.includes(k)
        : 'upTo' in range
          ? k >= (range.from ?? '') && k <= range.upTo
          : true;
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...notes.values()]
    .filter((one) => keyOf(one) !== null && fits(keyOf(one) ?? ''))
    .sort((a, b) => order(keyOf(a) ?? '', keyOf(b) ?? '') || order(a.id, b.id));
}

function step(label: string, run: (model: Model, real: Real) => Promise<void>): Step {
  return { check: () => true, run, toString: () => label };
}
