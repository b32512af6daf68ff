import { isCode } from '../patterns/codes.ts';
import { isFigure } from '../patterns/id-number.ts';
import { ratingsOf } from '../patterns/rating.ts';
import type { Suspect } from '../types.ts';
import { functionWords } from '../words/function-words.ts';
import type { Proposal } from './proposal.ts';

/** Reasons for what the tagger alone proposes. Indirect identifiers go their own way (learned-rarities.ts). */
const labelled = {
  NAME: 'namedPerson',
  LOCATION: 'town',
  ORG: 'organisation',
  DATE: 'monthOrDay',
  ID: 'idNumber',
  AGE: 'ageOver89',
} as const;
const isLabelled = (type: string): type is keyof typeof labelled => type in labelled;
const figuresOnly = /^\d{5}(?:-\d\d)?$/;
const numeric = new Set(['DATE', 'ID', 'AGE']);

/** The tagger's suspicions as proposals, without the figures that the rules know to be harmless. */
export function learned(text: string, suspects: readonly Suspect[]): Proposal[] {
  const isHarmless = harmless(text);
  const found: Proposal[] = [];
  for (const { start, end, type, probability } of suspects) {
    if (!isLabelled(type) || (numeric.has(type) && isHarmless(start, end))) continue;
    if (/^(?:i\.e|e\.g)\.?$/i.test(text.slice(start, Math.min(end, start + 5)))) continue;
    // "switch to 90837": a billing code rather than a postal one.
    if (figuresOnly.test(text.slice(start, Math.min(end, start + 12))) && isCode(text.slice(start, end))) continue;
    // Of names the same cannot be said: a client may be called Will.
    if ((type === 'LOCATION' || type === 'ORG') && functionWords.has(text.slice(start, end).toLowerCase())) continue;
    const tier = probability >= 0.5 ? 'remove' : 'check';
    const candidate = { start, end, type, tier, reason: labelled[type] } as const;
    found.push({ start, end, layer: 'learned', probability, candidate });
  }
  return found;
}

/** A rating, a billing code, a counted figure: whatever the tagger thinks of its figures. */
function harmless(text: string): (start: number, end: number) => boolean {
  const ratings = ratingsOf(text);
  return (start, end) => {
    const surface = text.slice(start, Math.min(end, start + 40));
    const rating = /(\d{1,3})\s?\/\s?(\d{1,3})$/.exec(surface);
    if (rating && ratings.has(start + rating.index, rating[1] ?? '', rating[2] ?? '')) return true;
    return isCode(surface) || isFigure(surface, text, start);
  };
}
