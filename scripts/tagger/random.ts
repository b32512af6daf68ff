/**
 * A seeded source of numbers from 0 up to, not including, 1 (mulberry32): the same seed gives the same model, byte for byte.
 */
export type Chance = () => number;

export const chance = (seed: number): Chance => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};

/** A whole number from `low` to `high`, both included. */
export const between = (random: Chance, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

export const pick = <T>(random: Chance, list: readonly T[]): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
};

/** One of several makers, each as likely as its weight. */
export const weighted = <T>(random: Chance, choices: ReadonlyArray<readonly [weight: number, make: () => T]>): T => {
  let left = random() * choices.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, make] of choices) {
    left -= weight;
    if (left < 0) return make();
  }
  throw new Error('no choice has weight');
};

export const shuffled = <T>(random: Chance, list: readonly T[]): T[] => {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const other = Math.floor(random() * (i + 1));
    const kept = copy[i] as T;
    copy[i] = copy[other] as T;
    copy[other] = kept;
  }
  return copy;
};
