import type { Token } from '../tokens.ts';
import { digitWords, spellingAlphabet } from '../words/spoken-digits.ts';

/** Figures, and letters of the spelling alphabet, said one after the other. Indexes of tokens, `last` included. */
export interface SpokenRun {
  readonly first: number;
  readonly last: number;
  /** How many figures and letters. */
  readonly count: number;
  /** How many digits that makes: "triple five" is three, "0150" four. */
  readonly digits: number;
  /** How many of them are words of the spelling alphabet. */
  readonly spelled: number;
}

/** Said before a digit, how many it adds. */
const times: Readonly<Record<string, number>> = { double: 1, triple: 2, hundred: 2 };

/** Every run of two and more: "five five five oh one six two", "seven kilo lima mike four four". */
export function spokenRuns(tokens: readonly Token[]): SpokenRun[] {
  const runs: SpokenRun[] = [];
  let first = -1;
  let last = -1;
  let count = 0;
  let spelled = 0;
  let digits = 0;
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i];
    if (token && first >= 0 && (token.kind === 'mark' ? /^[-,.]$/ : /^(?:dash|hyphen)$/).test(token.low)) continue;
    const letter = token?.kind === 'word' && spellingAlphabet.has(token.low);
    const shown = token?.kind === 'number' ? token.text.length : 0;
    const said = letter || (token?.kind === 'word' && digitWords.has(token.low));
    // Figures of several digits go on with a number that was begun in words.
    if (token && (said || shown === 1 || (shown > 1 && shown < 5 && count > 2))) {
      if (first < 0) [first, count, spelled, digits] = [i, 0, 0, 0];
      last = i;
      count++;
      digits += letter ? 0 : (times[token.low] ?? Math.max(shown, 1));
      if (letter) spelled++;
      continue;
    }
    if (count >= 2) runs.push({ first, last, count, spelled, digits });
    [first, count] = [-1, 0];
  }
  return runs;
}
