import SearchableMap from 'minisearch/SearchableMap';
import type { SearchHit, SearchQuery, SearchText } from '../../src/index.ts';
import { partBits, placeOf, type Stem, tally } from './postings.ts';
import { createReader, type Reader } from './reader.ts';
import { isCommon, stemOf, wordsOf } from './words.ts';

type Entry = Omit<SearchText, 'parts' | 'group'>;

/** How much less a word counts that is only near to what was asked for. */
const nearWeight = { whole: 1, begun: 0.6, slip: 0.4 } as const;
/** A shorter word has too many neighbors. */
const shortest = { begun: 3, slip: 4 } as const;
/** Words of one search. */
const mostWords = 12;
/** Words that begin as asked for, at most. */
const mostBegun = 64;
/** A known word's neighbor is taken for a slip of it only if it is so many times rarer. */
const rarer = 20;

export interface GroupIndex {
  readonly size: number;
  add(text: SearchText): void;
  /** All of the group is read; what made that fast is not kept. */
  settle(): void;
  has(id: string): boolean;
  /** True where it was there. No word that stood in it alone is held from then on. */
  remove(id: string): boolean;
  search(query: SearchQuery): { readonly hits: readonly SearchHit[]; readonly all: boolean };
}

/**
 * The index of one group. MiniSearch’s radix tree finds words by their beginning and by a letter wrong; where they stand is
 * kept in plain arrays of numbers, a sixth of the memory of its own index and a third of the time to build.
 */
export function createGroupIndex(): GroupIndex {
  const stems = new Map<string, Stem>();
  /** Every form of every word, with its stem. */
  const forms = new SearchableMap<Stem>();
  /** The same for a look at one word; null for one that tells nothing. */
  const known = new Map<string, Stem | null>();
  const entries: (Entry | null)[] = [];
  const numbers = new Map<string, number>();
  let partNames: readonly string[] = [];
  /** While the group is being read. */
  let reader: Reader | null = createReader(stemFor, stands);
  /** The text that is being added, as its number is kept, and the bit of its part. */
  let [place, part] = [0, 0];

  function stemFor(word: string): Stem | null {
    const there = known.get(word);
    if (there !== undefined) return there;
    if (isCommon(word)) {
      known.set(word, null);
      return null;
    }
    const name = stemOf(word);
    const stem = stems.get(name) ?? { texts: [], forms: [] };
    stems.set(name, stem);
    stem.forms.push(word);
    known.set(word, stem);
    forms.set(word, stem);
    return stem;
  }

  /** A word stands in the part that is being added. */
  function stands(stem: Stem | null): void {
    if (stem === null) return;
    const { texts } = stem;
    const last = texts.length - 1;
    const before = texts[last] ?? -1;
    if (before >> partBits === place >> partBits) texts[last] = before | part;
    else texts.push(place | part);
  }

  function add({ parts, id, at, labels, print }: SearchText): void {
    const before = numbers.get(id);
    if (before !== undefined && entries[before]?.print === print) {
      entries[before] = { id, at, labels, print };
      return;
    }
    remove(id);
    const n = entries.length;
    entries.push({ id, at, labels, print });
    numbers.set(id, n);
    partNames = Object.keys(parts);
    place = n << partBits;
    partNames.forEach((name, bit) => {
      part = 1 << bit;
      const text = parts[name] ?? '';
      if (reader !== null) reader.read(text);
      else for (const word of wordsOf(text)) stands(stemFor(word));
    });
  }

  function remove(id: string): boolean {
    const n = numbers.get(id);
    if (n === undefined) return false;
    numbers.delete(id);
    entries[n] = null;
    for (const [name, stem] of stems) {
      const at = placeOf(stem.texts, n);
      if (at < 0) continue;
      stem.texts.splice(at, 1);
      if (stem.texts.length > 0) continue;
      stems.delete(name);
      for (const form of stem.forms) {
        known.delete(form);
        forms.delete(form);
      }
      reader?.forget();
    }
    return true;
  }

  /** The stems that an asked-for word may mean, each with how much it counts. */
  function meant(word: string): ReadonlyMap<Stem, number> {
    const found = new Map<Stem, number>();
    const note = (stem: Stem | null | undefined, weight: number): void => {
      if (stem) found.set(stem, Math.max(weight, found.get(stem) ?? 0));
    };
    const whole = known.get(word) ?? stems.get(stemOf(word));
    note(whole, nearWeight.whole);
    if (word.length >= shortest.slip) {
      const few = whole === undefined ? Number.POSITIVE_INFINITY : whole.texts.length / rarer;
      const slips = [...forms.fuzzyGet(word, 1).values()].map(([stem]) => stem);
      for (const stem of [...slips, ...swapped(word).map((form) => known.get(form))])
        if (stem && stem.texts.length <= few) note(stem, nearWeight.slip);
    }
    if (word.length >= shortest.begun) {
      let left = mostBegun;
      for (const [, stem] of forms.atPrefix(word)) {
        note(stem, nearWeight.begun);
        left -= 1;
        if (left === 0) break;
      }
    }
    return found;
  }

  function search(query: SearchQuery): { hits: SearchHit[]; all: boolean } {
    const fits = ({ at, labels }: Entry): boolean =>
      (query.from === null || at >= query.from) &&
      (query.until === null || at < query.until) &&
      query.labels.every((label) => labels.includes(label));
    const telling = wordsOf(query.words).filter((word) => !isCommon(word));
    const asked = [...new Set(telling)].slice(0, mostWords);
    if (asked.length === 0) {
      const all = query.words.trim() === '' ? entries.filter((one): one is Entry => one !== null && fits(one)) : [];
      const newest = all.sort((a, b) => b.at - a.at).slice(0, query.limit);
      return { hits: newest.map(({ id, print }) => ({ id, print, part: null })), all: true };
    }
    const { scores, counts, bits } = tally(asked.map(meant), entries.length, numbers.size);
    const most = counts.reduce((a, b) => Math.max(a, b), 0);
    const before = (a: number, b: number): boolean => {
      const [one, other] = [scores[a] ?? 0, scores[b] ?? 0];
      return one > other || (one === other && (entries[a]?.at ?? 0) > (entries[b]?.at ?? 0));
    };
    const hits: number[] = [];
    for (let n = 0; n < entries.length; n += 1) {
      const entry = entries[n];
      if (most > 0 && counts[n] === most && entry && fits(entry)) keepBest(hits, n, query.limit, before);
    }
    return {
      all: most === asked.length,
      hits: hits.map((n) => {
        const part = partNames.findIndex((_, bit) => ((bits[n] ?? 0) & (1 << bit)) !== 0);
        return { id: entries[n]?.id ?? '', print: entries[n]?.print ?? '', part: partNames[part] ?? null };
      }),
    };
  }

  return {
    get size() {
      return numbers.size;
    },
    add,
    settle() {
      reader = null;
    },
    has: (id) => numbers.has(id),
    remove,
    search,
  };
}

/** Puts a text among the best so far, in order; whatever falls off the end is not one of them. */
function keepBest(best: number[], n: number, limit: number, before: (a: number, b: number) => boolean): void {
  const last = best.at(-1);
  if (best.length >= limit && last !== undefined && !before(n, last)) return;
  let [low, high] = [0, best.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(n, best[middle] ?? -1)) high = middle;
    else low = middle + 1;
  }
  best.splice(low, 0, n);
  if (best.length > limit) best.pop();
}

/** The word with two letters beside each other exchanged, every way: one slip, which a count of edits takes for two. */
const swapped = (word: string): string[] =>
  Array.from({ length: word.length - 1 }, (_, i) => `${word.slice(0, i)}${word[i + 1]}${word[i]}${word.slice(i + 2)}`);
