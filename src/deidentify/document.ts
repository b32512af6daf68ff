import { undisguised } from './disguise.ts';
import { type Normalized, normalize } from './normalize.ts';
import { type Starts, startsOf } from './starts.ts';
import { type Token, tokenize } from './tokens.ts';
import type { FindingType, Lexicon, Reason, Tier } from './types.ts';

/** What every detector reads: the normalized text and its tokens. Offsets of candidates are offsets into `text`. */
export interface Document extends Normalized {
  readonly tokens: readonly Token[];
  readonly starts: Starts;
  readonly lexicon: Lexicon;
}

/** What a detector proposes. Candidates may overlap; `settle` makes findings of them. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly type: FindingType;
  readonly reason: Reason;
  readonly tier: Tier;
  /** What the placeholder should say, when the words around tell: "Sister", "School". */
  readonly label?: string;
}

export type Detector = (document: Document) => Candidate[];

export function read(text: string, lexicon: Lexicon): Document {
  const { text: plain, ...normal } = normalize(text);
  const typed = undisguised(plain, lexicon);
  return { ...normal, text: typed, lexicon, tokens: tokenize(typed), starts: startsOf(typed) };
}

type What = Pick<Candidate, 'type' | 'reason'> & { readonly tier?: Tier; readonly label?: string };
type Accept = (match: RegExpExecArray, start: number, end: number) => boolean | readonly [number, number];

/** All matches of a global pattern as candidates; `accept` may refuse one or move its borders. */
export function matches(document: Document, pattern: RegExp, what: What, accept: Accept = () => true): Candidate[] {
  const found: Candidate[] = [];
  // `matchAll` would build the pattern anew for every text.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(document.text); match; match = pattern.exec(document.text)) {
    const start = match.index;
    if (match[0] === '') pattern.lastIndex++;
    const verdict = accept(match, start, start + match[0].length);
    if (verdict === false) {
      // The refused stretch may hide a good match that begins later: "USCIS A-number A 088 555 213".
      pattern.lastIndex = start + 1;
      continue;
    }
    const [from, to] = verdict === true ? [start, start + match[0].length] : verdict;
    if (to > from) found.push({ tier: 'remove', ...what, start: from, end: to });
  }
  return found;
}

/** The same where the text holds `sign` at all: what the pattern cannot do without, and is looked for in less time. */
export const matchesIf = (
  sign: RegExp,
  document: Document,
  pattern: RegExp,
  what: What,
  accept?: Accept,
): Candidate[] => (sign.test(document.text) ? matches(document, pattern, what, accept) : []);

/** The same for a sticky pattern whose matches begin at some of the places given, which is several times as fast as a search. */
export function matchesAt(
  document: Document,
  starts: readonly number[],
  pattern: RegExp,
  what: What,
  accept: Accept = () => true,
): Candidate[] {
  const found: Candidate[] = [];
  let next = 0;
  for (const start of starts) {
    if (start < next) continue;
    pattern.lastIndex = start;
    const match = pattern.exec(document.text);
    if (match === null) continue;
    const end = start + match[0].length;
    const verdict = accept(match, start, end);
    if (verdict === false) continue;
    next = end;
    const [from, to] = verdict === true ? [start, end] : verdict;
    if (to > from) found.push({ tier: 'remove', ...what, start: from, end: to });
  }
  return found;
}

/** Borders of the named or numbered group of a match made with the `d` flag. */
export function group(match: RegExpExecArray, key: number): readonly [number, number] | false {
  return match.indices?.[key] ?? false;
}
