import type { Candidate, Document } from '../document.ts';

const article = /(?:^|[^\p{L}\p{N}])(the\s{1,2})$/iu;
const ordinalDay = /^(?:(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b|(?:first|second|third|\p{L}+th)\b)/iu;

/**
 * "the Stockman Cafe", "the 9th of June": the article goes with what it belongs to, so that the sentence stays readable; before
 * "[Detail left out]" it may stay.
 */
export function withArticles(document: Document, candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((candidate) => {
    const { type, reason, start, end } = candidate;
    const named = type === 'ORG' || (type === 'LOCATION' && reason !== 'postcode');
    if (!named && !(type === 'DATE' && ordinalDay.test(document.text.slice(start, end)))) return candidate;
    const lead = document.text.slice(Math.max(0, start - 6), start).match(article)?.[1];
    return lead ? { ...candidate, start: start - lead.length } : candidate;
  });
}
