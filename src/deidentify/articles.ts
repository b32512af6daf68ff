import type { Finding } from './types.ts';

const article = /(?:^|[^\p{L}\p{N}])(the\s{1,2})$/iu;
const ordinalDay = /^(?:(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th)\b|(?:first|second|third|\p{L}+th)\b)/iu;

/**
 * Where the words begin that a placeholder stands for: "the Stockman Cafe", "the 9th of June". The article is no part of what was
 * found, but goes with it, so that the sentence stays readable; before "[Detail left out]" it may stay.
 */
export function startWithArticle(text: string, { type, reason, start, end }: Finding): number {
  const named = type === 'ORG' || (type === 'LOCATION' && reason !== 'postcode');
  if (!named && !(type === 'DATE' && ordinalDay.test(text.slice(start, end)))) return start;
  const lead = text.slice(Math.max(0, start - 6), start).match(article)?.[1];
  return start - (lead?.length ?? 0);
}
