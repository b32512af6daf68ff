import { loadLexicon } from '../../adapters/node/lexicon.ts';
import { type Lexicon, scan } from '../../src/index.ts';

export { readVignettes } from '../../bench/deid-measure.ts';

let loaded: Lexicon | undefined;
/** The lists and the tagger as they are shipped. */
export const shipped = (): Lexicon => {
  loaded ??= loadLexicon();
  return loaded;
};

/** A handful of words, for tests of rules that must not depend on what the shipped lists hold. */
export const tiny: Lexicon = {
  firstName: (word) =>
    ({ maria: 3, tom: 3, kayleigh: 2, will: 3, hope: 2, grace: 3, rich: 1, luis: 3, tyler: 3 })[word] ?? 0,
  lastName: (word) => ({ garcia: 3, peralta: 2, stone: 2 })[word] ?? 0,
  place: (words) => ({ tacoma: 2, dayton: 2, 'lake oswego': 1, bend: 1 })[words] ?? 0,
  word: (word) => (plain.has(word) ? 3 : 0),
};
const plain = new Set(
  'will hope grace rich stone lake bend client came in tearful lives with her sister they said says she he is not do homework moved from near to the a of and went wants new old school high clinic for works at about therapy session mother told mark name names asks'.split(
    ' ',
  ),
);

/** What was found, as the words themselves. */
export const found = (text: string, lexicon: Lexicon = shipped()): string[] =>
  scan(text, lexicon).map((finding) => text.slice(finding.start, finding.end));
