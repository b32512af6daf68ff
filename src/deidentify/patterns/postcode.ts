import { type Candidate, type Document, group, matches, matchesAt, matchesIf } from '../document.ts';
import { usStates } from '../words/us-states.ts';
import { isCode } from './codes.ts';
import { isFigure } from './id-number.ts';

const what = { type: 'LOCATION', reason: 'postcode' } as const;
const afterState = new RegExp(`\\b(?:${usStates})[.,]?\\s{1,2}(\\d{5}(?:-\\d{4})?)(?![a-zA-ZÀ-ɏ0-9/]|[.,]\\d)`, 'dgi');
const afterWord =
  /\b(?:zip(?: ?code)?|postal(?: code)?|post ?code|codigo postal|código postal|c\.?p\.?|plz|pin ?code|in|near|around|area|from|outside)[\s:=#]{1,3}(\d{5}(?:-\d{4})?|\d{3}xx)(?![a-zA-ZÀ-ɏ0-9/]|[.,]\d)/dgi;
const shortCode = /\b(?:post ?code|plz|npa|postal code)[\s:=#]{1,3}(\d{4})(?![a-zA-ZÀ-ɏ0-9/]|[.,]\d)/dgi;
const afterPlace = /(?<![a-zA-ZÀ-ɏ])[a-zA-ZÀ-ɏ]{3,24}\.?,?\s{1,2}(\d{5}(?:-\d{4})?)(?![a-zA-ZÀ-ɏ0-9/-]|[.,]\d)/dgu;
const beforePlace = /(?<![\p{L}\p{N}$#./-])(?:[A-Z]{1,2}-)?(\d{4,5})\s\p{Lu}\p{Ll}{3,24}/duy;
const plusFour = /(?<![a-zA-ZÀ-ɏ0-9$#./-])\d{5}-\d{4}(?![a-zA-ZÀ-ɏ0-9-])/uy;
const britishTail = /\d[A-Z\d]?\s\d[A-Z]{2}/i;
const british = /(?<![a-zA-ZÀ-ɏ0-9])[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?![a-zA-ZÀ-ɏ0-9])/gi;
const canadianTail = /\d[A-Z][ -]?\d[A-Z]\d/i;
const canadian = /(?<![a-zA-ZÀ-ɏ0-9])[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d(?![a-zA-ZÀ-ɏ0-9])/gi;
const irish = /(?<![a-zA-ZÀ-ɏ0-9])[AC-FHKNPRTV-Y]\d[\dW]\s?[0-9AC-FHKNPRTV-Y]{4}(?![a-zA-ZÀ-ɏ0-9])/gu;
const dutch = /(?<![\p{L}\p{N}])\d{4}\s?[A-Z]{2}(?=\s\p{Lu}\p{Ll})/uy;

/** Post codes: United States after a state, place or cue; British, Canadian, Dutch by shape; others before a place name. */
export function postcodes(document: Document): Candidate[] {
  const { lexicon } = document;
  const one = (m: RegExpExecArray) => group(m, 1);
  const isPlace = (word: string) => lexicon.place(word.toLowerCase()) > 0;
  return [
    ...matches(document, afterState, what, (m) => !isCode(m[1] ?? '') && one(m)),
    ...matches(document, afterWord, what, (m) => !isCode(m[1] ?? '') && one(m)),
    ...matches(
      document,
      afterPlace,
      what,
      (m) =>
        !isCode(m[1] ?? '') &&
        !isFigure(m[1] ?? '', document.text, m.index + m[0].length - (m[1] ?? '').length) &&
        !/^[A-Z]{2,5}\s/.test(m[0]) &&
        (isPlace((m[0].match(/^\p{L}+/u) ?? [''])[0]) || /^\p{Lu}/u.test(m[0])) &&
        !/^(?:CPT|Code|HCPCS|Bill|Modifier|Billing|Codes|Use|Add|Plus)\b/i.test(m[0]) &&
        one(m),
    ),
    ...matchesAt(
      document,
      document.starts.capitalsAndFigures,
      beforePlace,
      { ...what, tier: 'check' },
      (m) =>
        isPlace((m[0].match(/\p{L}{1,40}$/u) ?? [''])[0]) &&
        !/^(?:19|20)\d\d /.test(m[0]) &&
        !isCode(m[1] ?? '') &&
        one(m),
    ),
    ...matchesAt(document, document.starts.figures, plusFour, what),
    ...matchesIf(
      britishTail,
      document,
      british,
      what,
      (m) => m[0] === m[0].toUpperCase() || (/\d[a-z]?\s\d[a-z]{2}$/i.test(m[0]) && !/^(?:f|z|r)\d/i.test(m[0])),
    ),
    ...matchesIf(canadianTail, document, canadian, what),
    ...matches(document, shortCode, what, one),
    ...matches(document, irish, what, (m) => /\s/.test(m[0]) || /\d.*[A-Z].*\d/.test(m[0])),
    ...matchesAt(document, document.starts.figures, dutch, what),
  ];
}
