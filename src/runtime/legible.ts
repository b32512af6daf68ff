import type { Values } from '../view/view.ts';

/** Breaks of a line that some programs paste in place of a newline. */
const breaks = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
/** Control characters: nobody sees them, and some places act on them. A tab and a newline stay. */
const controls = /(?![\t\n])\p{Cc}/gu;
/** Nothing of it can be seen: blanks, marks of direction, joiners, fillers. */
const unseen = /^[\s\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]*$/u;

/**
 * What somebody typed, as others can read it: without control characters, and empty where nothing of it would be seen, so that a
 * question of blanks is asked for as an empty one is.
 */
export function legible(input: Values): Values {
  return Object.fromEntries(
    Object.entries(input).map(([name, typed]) => {
      const text = typed.replace(breaks, '\n').replace(controls, '');
      return [name, unseen.test(text) ? '' : text];
    }),
  );
}
