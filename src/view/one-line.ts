/** What ends a line somewhere: in a chart program, a browser, a terminal. */
const breaks = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/** Typed text as its lines, without empty ones. */
export const linesOf = (typed: string): string[] =>
  typed
    .split(breaks)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * A name or title as one line: a line break in it would look like a line of ours, and marks that turn the direction of
 * reading could reorder what stands beside it. Joiners stay, words of several scripts need them.
 */
export const oneLine = (typed: string): string =>
  typed
    .replace(/[^\P{C}\u200c\u200d]+|[\p{Zl}\p{Zp}]+|\s+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
