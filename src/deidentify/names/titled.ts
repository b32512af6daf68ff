import type { Candidate } from '../document.ts';
import { countBelow } from '../ranges.ts';
import { wordSet } from '../words/list.ts';
import { titles } from '../words/people.ts';
import { headKind } from './organization-heads.ts';
import { nameRun } from './persons.ts';
import { office, titleLabel } from './title-labels.ts';
import type { Word } from './word.ts';

/** Of the titles those that nobody is called, and that no organization begins with. */
const bare = wordSet('mr mrs ms mx miss');
/** Written out they are surnames too: "Maria Pastor". */
const surnames = wordSet('judge coach pastor sheriff deputy officer nurse professor reverend');
/** First and last word of a name behind a form of address, or null. */
function named(words: readonly Word[], index: number): readonly [from: number, to: number] | null {
  const from = words[index + 1]?.text === '.' && words[index + 1]?.glued ? index + 2 : index + 1;
  const first = words[from];
  if (first === undefined || first.newLine || first.kind !== 'word' || !first.capital || first.grammar) return null;
  const before = words[index - 1];
  const title = words[index]?.low ?? '';
  if (from === index + 1 && surnames.has(title) && before?.capital && before.first > 0 && before.common < 2)
    return null;
  return [from, nameRun(words, from)];
}

/**
 * Whether a word is a form of address here: "Ms. Chen", "Ms Chen", "Ms.", and never "Lincoln MS". In capitals it is one before a name
 * only, as short forms of schools and states are written like it.
 */
export function isFormOfAddress(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word === undefined || !titles.has(word.low)) return false;
  if (word.capital && word.text !== word.text.toUpperCase()) return true;
  const next = words[words[index + 1]?.text === '.' ? index + 2 : index + 1];
  return next?.text === '[' || named(words, index) !== null;
}

interface Titled {
  /** Of the words. */
  readonly title: number;
  readonly from: number;
  readonly to: number;
}

function titledIn(words: readonly Word[]): Titled[] {
  const found: Titled[] = [];
  for (const word of words) {
    if (
      word.kind !== 'word' ||
      !word.capital ||
      !(bare.has(word.low) || (office.has(word.low) && word.low !== 'justice'))
    )
      continue;
    const name = named(words, word.index);
    if (name) found.push({ title: word.index, from: name[0], to: name[1] });
  }
  return found;
}

const kinds = new Set(['NAME', 'ORG', 'LOCATION']);

/**
 * What was found, without the titles before names: "Mr. Lopez and Ms. Chen" are two people, whatever was made of "Lopez and Ms", and
 * whoever stands behind a title is a person, be it called Park, Day, or Marsh.
 */
export function withoutTitles(words: readonly Word[], found: readonly Candidate[]): Candidate[] {
  const titled = titledIn(words);
  if (titled.length === 0) return [...found];
  const starts = words.map((word) => word.start);
  return found.flatMap((one) => {
    const bareDate = one.reason === 'monthOrDay' || one.reason === 'date';
    if (!kinds.has(one.type) && !bareDate) return [one];
    const from = countBelow(starts, one.start, true) - 1;
    const to = countBelow(starts, one.end) - 1;
    if (bareDate && words.slice(from, to + 1).some((word) => word.kind === 'number')) return [one];
    const near = titled.filter((t) => t.title <= to && t.to >= from);
    return near.length === 0 || isOrganization(words, one, near, to) ? [one] : pieces(words, one, near, from, to);
  });
}

/** "Judge Rotenberg Center": of several words the last one says that it is no person. */
function isOrganization(words: readonly Word[], one: Candidate, near: readonly Titled[], to: number): boolean {
  const title = near[0] as Titled;
  const isHead = headKind(words[to]?.low ?? '') !== undefined;
  return (
    one.type === 'ORG' && near.length === 1 && isHead && to > title.from && office.has(words[title.title]?.low ?? '')
  );
}

/** The names in a stretch, and what of it stands before the first title. */
function pieces(
  words: readonly Word[],
  one: Candidate,
  near: readonly Titled[],
  from: number,
  to: number,
): Candidate[] {
  const out: Candidate[] = [];
  let at = from;
  for (const { title, from: first, to: last } of near) {
    out.push(...between(words, one, at, title - 1));
    const [begin, end] = [Math.max(first, from), Math.min(last, to)];
    const label = titleLabel(words[title]?.low ?? '');
    if (begin <= end)
      out.push({ ...spanOf(words, begin, end), type: 'NAME', reason: 'namedPerson', tier: one.tier, label });
    at = last + 1;
  }
  out.push(...between(words, one, at, to));
  return out;
}

const spanOf = (words: readonly Word[], from: number, to: number) => ({
  start: words[from]?.start ?? 0,
  end: words[to]?.end ?? 0,
});

const joins = wordSet('and & or , + / . with to');
/** An ordinary word that only begins the sentence: "Call Ms. Adams". */
const isOrdinary = (word: Word | undefined): boolean =>
  word !== undefined && (joins.has(word.low) || word.grammar || word.role || (word.opening && word.common > 1));

/** What is left of a stretch beside a title, without what joins it. A town or a school is one only by a word of its own. */
function between(words: readonly Word[], one: Candidate, from: number, to: number): Candidate[] {
  let [first, last] = [from, to];
  while (first <= last && isOrdinary(words[first])) first++;
  while (last >= first && isOrdinary(words[last])) last--;
  if (first > last) return [];
  const span = spanOf(words, first, last);
  const isStill =
    one.type === 'NAME' ||
    (one.type === 'ORG'
      ? headKind(words[last]?.low ?? '')
      : (words[first]?.place ?? 0) > 0 && words[first]?.last === 0);
  return [isStill ? { ...one, ...span } : { ...span, type: 'NAME', reason: 'namedPerson', tier: one.tier }];
}
