/** One place in an index: documents sort by key and, where keys are the same, by id. */
export interface Entry {
  readonly key: string;
  readonly id: string;
}

export const compare = (a: Entry, b: Entry): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const fullBlock = 512;

/**
 * Entries in order, in blocks of at most 512, so that one insert among 50,000 moves a few hundred pointers and not all
 * of them.
 */
export class SortedKeys {
  #blocks: Entry[][] = [];
  #changes = 0;
  readonly #held = new WeakMap<readonly string[], { readonly changes: number; readonly keys: readonly string[] }>();

  constructor(entries: Entry[]) {
    entries.sort(compare);
    for (let i = 0; i < entries.length; i += fullBlock / 2) this.#blocks.push(entries.slice(i, i + fullBlock / 2));
  }

  add(entry: Entry): void {
    this.#changes += 1;
    const at = Math.min(this.#blockOf(entry), this.#blocks.length - 1);
    const block = this.#blocks[at];
    if (block === undefined) {
      this.#blocks.push([entry]);
      return;
    }
    const place = placeIn(block, entry);
    const there = block[place];
    if (there !== undefined && compare(there, entry) === 0) return;
    block.splice(place, 0, entry);
    if (block.length > fullBlock) this.#blocks.splice(at + 1, 0, block.splice(fullBlock / 2));
  }

  remove(entry: Entry): void {
    this.#changes += 1;
    const at = this.#blockOf(entry);
    const block = this.#blocks[at];
    if (block === undefined) return;
    const place = placeIn(block, entry);
    const there = block[place];
    if (there === undefined || compare(there, entry) !== 0) return;
    block.splice(place, 1);
    if (block.length === 0) this.#blocks.splice(at, 1);
  }

  /** The first entry from this one on. */
  first(start: Entry): Entry | undefined {
    const block = this.#blocks[this.#blockOf(start)];
    return block?.[placeIn(block, start)];
  }

  /**
   * Those of these keys that lead to something, in order and each once. Somebody who has hundreds of keys asks for the same
   * frozen list again and again, and mostly nothing was written since.
   */
  held(keys: readonly string[]): readonly string[] {
    const known = this.#held.get(keys);
    if (known?.changes === this.#changes) return known.keys;
    const held = [...new Set(keys.filter((key) => this.first({ key, id: '' })?.key === key))].sort();
    if (Object.isFrozen(keys)) this.#held.set(keys, { changes: this.#changes, keys: held });
    return held;
  }

  /** Every entry from this one on, in order. */
  *from(start: Entry): Generator<Entry> {
    for (let at = this.#blockOf(start), first = true; at < this.#blocks.length; at += 1, first = false) {
      const block = this.#blocks[at] ?? [];
      for (let i = first ? placeIn(block, start) : 0; i < block.length; i += 1) yield block[i] as Entry;
    }
  }

  /** The first block whose last entry is not before this one. */
  #blockOf(entry: Entry): number {
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const last = this.#blocks[middle]?.at(-1) as Entry;
      if (compare(last, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The first place in a block that is not before this entry. */
function placeIn(block: readonly Entry[], entry: Entry): number {
  let low = 0;
  let high = block.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(block[middle] as Entry, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
