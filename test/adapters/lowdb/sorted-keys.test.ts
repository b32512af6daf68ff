import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compare, type Entry, SortedKeys } from '../../../adapters/lowdb/sorted-keys.ts';

const entry = fc.record({ key: fc.string({ maxLength: 2 }), id: fc.string({ maxLength: 2 }) });

test('holds the same entries in the same order as a sorted list', () => {
  fc.assert(
    fc.property(
      fc.array(entry),
      fc.array(fc.tuple(fc.boolean(), entry), { maxLength: 200 }),
      entry,
      (first, steps, start) => {
        const nameOf = ({ key, id }: Entry) => JSON.stringify([key, id]);
        const model = new Map(first.map((e) => [nameOf(e), e]));
        const keys = new SortedKeys([...model.values()]);
        for (const [add, e] of steps) {
          if (add) {
            model.set(nameOf(e), e);
            keys.add(e);
          } else {
            model.delete(nameOf(e));
            keys.remove(e);
          }
        }
        const expected = [...model.values()].sort(compare).filter((e) => compare(e, start) >= 0);
        expect([...keys.from(start)]).toEqual(expected);
      },
    ),
  );
});

test('stays in order over many blocks, growing and shrinking', () => {
  const keys = new SortedKeys([]);
  const numbered = (n: number): Entry => ({ key: String((n * 7919) % 20_000).padStart(5, '0'), id: 'x' });
  for (let n = 0; n < 20_000; n += 1) keys.add(numbered(n));
  const all = [...keys.from({ key: '', id: '' })];
  expect(all).toHaveLength(20_000);
  expect(all).toEqual([...all].sort(compare));
  for (let n = 0; n < 20_000; n += 1) if (n % 3 > 0) keys.remove(numbered(n));
  expect([...keys.from({ key: '', id: '' })]).toHaveLength(6667);
});

test('tells of many keys which are held, whatever was written since they were last asked for', () => {
  const keys = new SortedKeys([{ key: 'b', id: '1' }]);
  const asked = Object.freeze(['c', 'b', 'a', 'b']);
  expect(keys.held(asked)).toEqual(['b']);
  keys.add({ key: 'a', id: '2' });
  expect(keys.held(asked)).toEqual(['a', 'b']);
  keys.remove({ key: 'b', id: '1' });
  expect(keys.held(asked)).toEqual(['a']);
  // A list that its owner can change is looked through each time.
  const open = ['a'];
  expect(keys.held(open)).toEqual(['a']);
  open[0] = 'b';
  expect(keys.held(open)).toEqual([]);
});
