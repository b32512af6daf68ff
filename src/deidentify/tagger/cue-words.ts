import { cueWords } from '../words/cue-words.ts';

export type CueClass = keyof typeof cueWords;
export const cueClasses = Object.keys(cueWords) as readonly CueClass[];

const masks: ReadonlyMap<string, number> = (() => {
  const table = new Map<string, number>();
  for (const [at, name] of cueClasses.entries()) {
    for (const cue of cueWords[name].split(' ')) table.set(cue, (table.get(cue) ?? 0) | (1 << at));
  }
  return table;
})();

/** The classes of a lower-case word as bits in the order of `cueClasses`. */
export const cuesOf = (lower: string): number => masks.get(lower) ?? 0;
