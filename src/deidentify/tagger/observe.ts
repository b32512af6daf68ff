import type { Lexicon } from '../types.ts';
import { wordSet } from '../words/list.ts';
import { cuesOf } from './cue-words.ts';
import { hashText, mix } from './hash.ts';
import { knownKind } from './known-words.ts';
import { listKind } from './listed.ts';
import { digits, type Pieces, sign, word } from './pieces.ts';

/** What is seen of each piece by itself, worked out once per text; `features.ts` combines it with the neighbours'. */
export interface Observed {
  readonly count: number;
  /** Hash of the lower-case word; a number of three digits or more counts by its length alone. */
  readonly word: Int32Array;
  readonly prefix: readonly [Int32Array, Int32Array, Int32Array];
  readonly suffix: readonly [Int32Array, Int32Array, Int32Array];
  readonly shape: Int32Array;
  /** Bands of the word lists, two bits each: first name, surname, place, English word. */
  readonly lists: Int32Array;
  /** Place names of several words: 0 outside, else band + 4 × (1 first, 2 later word). */
  readonly longPlace: Int32Array;
  /** Whether the word may be the first of such a name: 1 or 0. */
  readonly beginsPlace: Int32Array;
  readonly cues: Int32Array;
  /** Kind of well-known word that names nobody (known-words.ts), 0 none. */
  readonly known: Int32Array;
  /** Curated list that holds the word (listed.ts), 0 none. */
  readonly listed: Int32Array;
  /** Bits: he or she takes the word up in this sentence 1, in the next 2; an age stands behind it 4, a year or "et al." 8. */
  readonly taken: Int32Array;
  readonly kind: readonly number[];
  readonly gap: readonly number[];
  /** Bits: opens a sentence 1, opens a line 2, seen more than once 4, seen capitalised in mid-sentence 8, text all lower case 16. */
  readonly flags: Int32Array;
}

export const opensSentence = 1;
export const allLower = 16;

/** Words of the longest place name that is looked up. */
const longestPlace = 4;

/** Observes every piece of a text with the help of the word lists. */
export const observe = (pieces: Pieces, lexicon: Lexicon): Observed => {
  const { count } = pieces;
  const numbers = (): Int32Array => new Int32Array(count);
  const seen: Observed = {
    count,
    word: numbers(),
    prefix: [numbers(), numbers(), numbers()],
    suffix: [numbers(), numbers(), numbers()],
    shape: numbers(),
    lists: numbers(),
    longPlace: numbers(),
    beginsPlace: numbers(),
    cues: numbers(),
    known: numbers(),
    listed: numbers(),
    taken: numbers(),
    kind: pieces.kind,
    gap: pieces.gap,
    flags: numbers(),
  };
  const lower = pieces.text.map((text) => text.toLowerCase());
  const { lists, beginsPlace, cues, known, listed } = seen;
  const byWord = [seen.word, ...seen.prefix, ...seen.suffix, lists, beginsPlace, cues, known, listed];
  const firstPlace = new Map<string, number>();
  for (let i = 0; i < count; i += 1) {
    const low = lower[i] ?? '';
    seen.shape[i] = shapeOf(pieces, i);
    if (pieces.kind[i] !== word) {
      seen.word[i] = hashText(pieces.kind[i] === digits && low.length > 2 ? `#${Math.min(low.length, 12)}` : low);
      continue;
    }
    const before = firstPlace.get(low);
    if (before === undefined) {
      firstPlace.set(low, i);
      observeWord(seen, i, low, lexicon);
    } else for (const list of byWord) list[i] = list[before] as number;
  }
  markPlaces(seen, lower, lexicon);
  markFlags(seen, pieces, lower);
  markTaken(seen, lower);
  return seen;
};

/** What depends on the word alone, whatever its letter case and wherever it stands. */
const observeWord = (seen: Observed, i: number, low: string, lexicon: Lexicon): void => {
  seen.word[i] = hashText(low);
  for (let length = 2; length <= 4; length += 1) {
    const at = length - 2;
    (seen.prefix[at] ?? seen.word)[i] = hashText(low, 0, Math.min(length, low.length));
    (seen.suffix[at] ?? seen.word)[i] = hashText(low, Math.max(0, low.length - length), low.length);
  }
  seen.lists[i] =
    lexicon.firstName(low) | (lexicon.lastName(low) << 2) | (lexicon.place(low) << 4) | (lexicon.word(low) << 6);
  seen.beginsPlace[i] = lexicon.beginsPlace?.(low) === false ? 0 : 1;
  seen.cues[i] = cuesOf(low);
  seen.known[i] = knownKind(low);
  seen.listed[i] = listKind(low);
};

/** Letters as X and x, digits as 0, runs shortened: `McKay` XxXx, `NAMI` XX, `I` X, `Rose` Xx; other characters as themselves. */
const shapeOf = (pieces: Pieces, i: number): number => {
  const text = pieces.text[i] ?? '';
  const kind = pieces.kind[i];
  if (kind === digits) return mix(1, Math.min(text.length, 6), 0);
  if (kind === sign) return mix(2, text.charCodeAt(0), 0);
  let hash = 3;
  let before = -1;
  let run = 0;
  for (const letter of text) {
    const upper = isUpper(letter) ? 1 : letter === "'" || letter === '’' ? 2 : 0;
    run = upper === before ? run + 1 : 1;
    before = upper;
    if (run <= (upper === 1 ? 2 : 1)) hash = mix(hash, upper, 3);
  }
  return hash;
};

/** Most letters are a–z, for which no lower case has to be made. */
const isUpper = (letter: string): boolean => {
  const code = letter.charCodeAt(0);
  return code < 128 ? code > 64 && code < 91 : letter !== letter.toLowerCase();
};

const markPlaces = (seen: Observed, lower: readonly string[], lexicon: Lexicon): void => {
  for (let i = 0; i < seen.count; i += 1) {
    // Only a run of two words or more can be a long place name; a full stop after "St" may stand inside.
    if (seen.kind[i] !== word || (seen.longPlace[i] ?? 0) > 0) continue;
    let name = lower[i] ?? '';
    let last = i;
    let best = 0;
    let bestBand = 0;
    for (let words = 1; words < longestPlace; words += 1) {
      let next = last + 1;
      if ((lower[next] === '.' || lower[next] === '-') && seen.gap[next] === 0) next += 1;
      if (seen.kind[next] !== word || seen.gap[next] === 2) break;
      if (words === 1 ? seen.beginsPlace[i] === 0 : lexicon.beginsPlace?.(name) === false) break;
      name += ` ${lower[next]}`;
      last = next;
      const band = lexicon.place(name);
      if (band > 0) [best, bestBand] = [last, band];
    }
    for (let at = i; at <= best; at += 1) seen.longPlace[at] = bestBand + (at === i ? 4 : 8);
  }
};

const markFlags = (seen: Observed, pieces: Pieces, lower: readonly string[]): void => {
  const times = new Map<string, number>();
  const capitalised = new Set<string>();
  let capitals = 0;
  for (let i = 0; i < seen.count; i += 1) {
    const low = lower[i] ?? '';
    if (seen.kind[i] === word) times.set(low, (times.get(low) ?? 0) + 1);
    const before = pieces.text[i - 1];
    const opens = i === 0 || seen.gap[i] === 2 || before === undefined || '.!?:"“*>(|•;_'.includes(before);
    seen.flags[i] = (opens ? opensSentence : 0) | (seen.gap[i] === 2 ? 2 : 0);
    const upper = seen.kind[i] === word && pieces.text[i] !== low && low !== 'i';
    if (upper) capitals += 1;
    if (upper && !opens) capitalised.add(low);
  }
  for (let i = 0; i < seen.count; i += 1) {
    const low = lower[i] ?? '';
    if ((times.get(low) ?? 0) > 1) seen.flags[i] = (seen.flags[i] ?? 0) | 4;
    if (capitalised.has(low)) seen.flags[i] = (seen.flags[i] ?? 0) | 8;
    if (capitals === 0) seen.flags[i] = (seen.flags[i] ?? 0) | allLower;
  }
};

const thirdPerson = wordSet('he she his her him hers himself herself');
const clauseMarks = wordSet(', ; : (');
const sentenceEnds = wordSet('. ! ?');
/** How far a pronoun may stand behind the word that it takes up. */
const takenReach = 12;

/** From the end of the text on, so that each piece knows the next pronoun and the next end of a sentence without looking far. */
const markTaken = (seen: Observed, lower: readonly string[]): void => {
  let pronoun = Number.POSITIVE_INFINITY;
  let end = Number.POSITIVE_INFINITY;
  let sheOpens = false;
  for (let i = seen.count - 1; i >= 0; i -= 1) {
    if (seen.kind[i] === word) {
      const inSentence = pronoun < end && pronoun - i <= takenReach;
      const inNext = sheOpens && end - i <= takenReach;
      seen.taken[i] = (inSentence ? 1 : 0) | (inNext ? 2 : 0) | ageOrYear(seen, lower, i);
      if (thirdPerson.has(lower[i] ?? '')) pronoun = i;
    } else if (sentenceEnds.has(lower[i] ?? '')) {
      end = i;
      sheOpens = /^(?:he|she)$/.test(lower[i + 1] ?? '');
    }
  }
};

const ageOrYear = (seen: Observed, lower: readonly string[], i: number): number => {
  const marked = clauseMarks.has(lower[i + 1] ?? '') ? 1 : 0;
  const next = lower[i + 1 + marked] ?? '';
  if (next === 'et' || (marked === 1 && /^(?:19|20)\d\d$/.test(next))) return 8;
  const behind = lower[i + 2 + marked] ?? '';
  const age = seen.kind[i + 1 + marked] === digits && next.length < 3;
  return age && (marked === 1 ? /^(?:[,;.)]|[mf]|yo|y|nb|yrs?|years?)$/ : /^(?:[mf]|yo|y|nb|yrs?)$/).test(behind)
    ? 4
    : 0;
};
