import type { Candidate, Document } from './document.ts';
import { isCounted, placeholderPattern } from './placeholder-pattern.ts';
import { overlapWith, type Range } from './ranges.ts';
import { startsOf } from './starts.ts';
import { fold, tokenize } from './tokens.ts';
import { type FindingType, findingTypes } from './types.ts';
import { kinLabels, titles } from './words/people.ts';

/** Where placeholders of an earlier scan stand. */
export const placeholdersOf = (text: string): Range[] =>
  [...text.matchAll(placeholderPattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));

/**
 * The same text with a word no list knows where each placeholder stands: with a capital for a person, place, or organization, and
 * as long, so that offsets stay. It reads as it did before those were replaced: "Should Dr. Zelora see her?" holds no road.
 */
export function veiled(document: Document): Document {
  const text = document.text.replace(placeholderPattern, (found) => {
    const word = nobody.repeat(Math.ceil(found.length / nobody.length)).slice(0, found.length);
    return isCounted(found) ? `${word.charAt(0).toUpperCase()}${word.slice(1)}` : word;
  });
  return { ...document, text, tokens: tokenize(text), starts: startsOf(text) };
}

const nobody = 'zelora';

/**
 * Of what was found in text with placeholders, what is found too with names in their place: the rest the brackets make up. Where the
 * name is a part of it then, a place or an organization must be one still, and a title is the name's: "Dean [Colleague]".
 */
export function alsoVeiled(text: string, found: readonly Candidate[], unveiled: readonly Candidate[]): Candidate[] {
  const isReplaced = overlapWith(placeholdersOf(text));
  const isApart = overlapWith(unveiled.filter((one) => !isReplaced(one)));
  const isFound = overlapWith(unveiled);
  const isSame = new Map(findingTypes.map((type) => [type, overlapWith(unveiled.filter((one) => one.type === type))]));
  return found.filter((one) => {
    if (isTitle(text, one)) return false;
    return isApart(one) || (named.has(one.type) ? isSame.get(one.type)?.(one) === true : isFound(one));
  });
}

const named: ReadonlySet<FindingType> = new Set(['LOCATION', 'ORG']);

/** "Dean", "Mx" right before a placeholder. */
function isTitle(text: string, { start, end }: Range): boolean {
  const word = fold(text.slice(start, end));
  return (
    (titles.has(word) || kinLabels.has(word) || word === 'major') && /^\.?\s{1,2}\[/.test(text.slice(end, end + 4))
  );
}
