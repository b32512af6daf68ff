/** The texts in which the forms of one word stand: the number of each, shifted, with a bit for each part that has it. */
export interface Stem {
  readonly texts: number[];
  readonly forms: string[];
}

/** Parts of a text that are told apart, and what each counts. */
export const partBits = 3;
const partMask = (1 << partBits) - 1;
const partWeight = [2, 1.5, 1] as const;
/** By the bits of the parts in which a word stands. */
const weightOf = Array.from({ length: partMask + 1 }, (_, parts) =>
  partWeight.reduce((sum, weight, bit) => sum + ((parts & (1 << bit)) === 0 ? 0 : weight), 0),
);

/** For each text: its score, how many of the words it has, and in which parts. Rare words count for more. */
export function tally(words: readonly ReadonlyMap<Stem, number>[], length: number, held: number) {
  const scores = new Float32Array(length);
  const counts = new Uint8Array(length);
  const bits = new Uint8Array(length);
  const lastWord = new Uint8Array(length);
  words.forEach((stems, i) => {
    for (const [{ texts }, near] of stems) {
      const weight = near * Math.log(1 + held / texts.length);
      for (const packed of texts) {
        const n = packed >> partBits;
        // The nearest of the stems comes first, and counts alone.
        if (lastWord[n] === i + 1) continue;
        lastWord[n] = i + 1;
        const parts = packed & partMask;
        scores[n] = (scores[n] ?? 0) + weight * (weightOf[parts] ?? 0);
        bits[n] = (bits[n] ?? 0) | parts;
        counts[n] = (counts[n] ?? 0) + 1;
      }
    }
  });
  return { scores, counts, bits };
}

/** Where a text stands among those of a stem, or -1. They are in the order of their numbers. */
export function placeOf(texts: readonly number[], n: number): number {
  let [low, high] = [0, texts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((texts[middle] ?? 0) >> partBits < n) low = middle + 1;
    else high = middle;
  }
  return (texts[low] ?? -1) >> partBits === n ? low : -1;
}
