import type { Candidate } from '../document.ts';
import { isPossessive } from '../letters.ts';
import { countBelow, type Range } from '../ranges.ts';
import { wordSet } from '../words/list.ts';
import { behindNames } from '../words/organizations.ts';
import { headKind } from './organization-heads.ts';
import type { Word } from './word.ts';

/** In small letters too they tell which place it is: "the Osnabrock elevator". */
const tails = wordSet(
  'lot elevator cemetery road street lane case trailer bridge river lake dam tower pier dock garage stop corner crossing trail building campus site yard field farm',
);
/** Between what is at a place and the place: "the quarry at Stillhouse Hollow". */
const joints = wordSet('at of in from under for with since by to');
/** What begins with more words than these is left as it is. */
const mostAhead = 4;

/** A word in small letters that English knows and no organization or place is called by: no part of a name that has capitals. */
const isLoose = (word: Word | undefined): boolean =>
  word?.kind === 'word' &&
  !word.capital &&
  !word.glued &&
  !tails.has(word.low) &&
  (word.grammar || word.common > 0) &&
  headKind(word.low) === undefined &&
  !behindNames.has(word.low) &&
  word.place === 0;

/**
 * Organizations without the words in small letters before and behind a name with capitals: "general at Our Lady of Lourdes", "Mercy
 * West ED hallway", "Larkhill Surgery's colors". `isTelling`: where words say more than the name, "county coroner in Pell County".
 */
export function withoutLooseWords(
  words: readonly Word[],
  found: readonly Candidate[],
  isTelling: (range: Range) => boolean,
): Candidate[] {
  const starts = words.map((word) => word.start);
  return found.map((one) => {
    // Of a place the words beside it tell more often: "the lighthouse at Osprey Point".
    if (one.type !== 'ORG' || isTelling(one)) return one;
    const from = countBelow(starts, one.start);
    const to = countBelow(starts, one.end) - 1;
    const first = afterJoint(words, from, to);
    const last = lastOf(words, first, to);
    if (first === from && last === to) return one;
    return {
      ...one,
      start: words[first]?.start ?? one.start,
      end: last === to ? one.end : (words[last]?.end ?? one.end),
    };
  });
}

function afterJoint(words: readonly Word[], from: number, to: number): number {
  for (let at = from; at < to && at <= from + mostAhead; at++) {
    if (at > from && joints.has(words[at]?.low ?? '')) {
      const next = words[at + 1]?.low === 'the' ? at + 2 : at + 1;
      return next <= to && words[next]?.capital ? next : from;
    }
    if (!isLoose(words[at])) return from;
  }
  return from;
}

function lastOf(words: readonly Word[], from: number, to: number): number {
  let last = to;
  while (last > from && isLoose(words[last])) last--;
  if (last === to || !words.slice(from, last + 1).some((word) => word.capital)) return to;
  while (last > from && (isPossessive(words[last]?.text ?? '', true) || words[last]?.kind === 'mark')) last--;
  return last;
}
