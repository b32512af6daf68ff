import type { FindingType } from '../../src/deidentify/types.ts';
import { assemble, type Example, type Part, partsOf } from './example.ts';
import type { Lists } from './lists.ts';
import { firstName, fullName, initials, lastName } from './makers/people.ts';
import { address, street, town, venue, zip } from './makers/places.ts';
import { type Chance, pick, weighted } from './random.ts';
import { makerOf } from './slots.ts';

/** Identifiers seen in the training texts, by type: some swaps reuse them, so that the odd ones are learned in new places. */
export type Pool = ReadonlyMap<FindingType, readonly string[]>;

export const poolOf = (examples: readonly Example[]): Pool => {
  const pool = new Map<FindingType, string[]>();
  for (const example of examples) {
    for (const span of example.spans) {
      const list = pool.get(span.type) ?? [];
      list.push(example.text.slice(span.start, span.end));
      pool.set(span.type, list);
    }
  }
  return pool;
};

const titleBefore =
  /\b(mrs?|ms|mx|miss|dr|prof|judge|det|sgt|officer|ofc|capt|lt|coach|pastor|rev|fr|rabbi|teacher|atty)\.?\s*$/i;

const likeCase = (old: string, made: string): string => {
  if (old === old.toLowerCase()) return made.toLowerCase();
  if (old.length > 3 && old === old.toUpperCase()) return made.toUpperCase();
  return made;
};

/** Exchanges each identifier for another of its kind; the same words get the same exchange throughout a text. */
export const swapEntities = (example: Example, random: Chance, lists: Lists, pool: Pool): Example => {
  const given = new Map<string, string>();
  let before = '';
  const swapped = partsOf(example).map(([text, type]): Part => {
    const part: Part = type ? [exchange(text, type, before), type] : [text];
    before = text;
    return part;
  });
  return assemble(`${example.id}-swapped`, swapped);

  function exchange(old: string, type: FindingType, context: string): string {
    const key = `${type} ${old.toLowerCase()}`;
    const known = given.get(key);
    if (known !== undefined) return likeCase(old, known);
    // An identifier now and then stays or comes from another text: those people wrote are odder than those made up.
    const roll = random();
    const own = pool.get(type) ?? [];
    const made =
      roll < 0.1
        ? old
        : roll < (type === 'OTHER' ? 0.6 : 0.28) && own.length > 0 && type !== 'NAME'
          ? pick(random, own)
          : make(old, type, context);
    given.set(key, made);
    return likeCase(old, made);
  }

  function make(old: string, type: FindingType, context: string): string {
    if (type === 'NAME') return person(old, context);
    if (type === 'LOCATION') return place(old);
    return makerOf(type)?.(random, lists) ?? old;
  }

  function person(old: string, context: string): string {
    if (/^(\p{L}\.?){1,3}$/u.test(old) && (old === old.toUpperCase() || old.length === 1)) return initials(random);
    const words = old.split(' ').length;
    if (words === 1)
      return titleBefore.test(context) && random() < 0.85 ? lastName(random, lists) : firstName(random, lists);
    return words === 2 ? `${firstName(random, lists)} ${lastName(random, lists)}` : fullName(random, lists);
  }

  function place(old: string): string {
    if (/^[\d-]{4,}$/.test(old)) return zip(random);
    if (/^\d/.test(old) || /\bbox\b/i.test(old)) return address(random, lists);
    if (/\b(st|rd|ave|ln|hwy|road|street|route|lane|pkwy|dr)\b\.?/i.test(old)) return street(random, lists);
    const shop =
      / on | off |'s\b|\b(park|inn|bar|motel|lot|hall|apartments|library|bridge|trail|cafe|casino|room|market)\b/i.test(
        old,
      );
    return weighted(random, [
      [shop ? 4 : 1, () => venue(random, lists)],
      [shop ? 1 : 9, () => town(random, lists)],
    ]);
  }
};
