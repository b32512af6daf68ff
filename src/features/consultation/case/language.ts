import { eld } from 'eld/extrasmall';
import { placeholderPattern } from '../../../deidentify/index.ts';

/** Fewer letters than this tell nothing about a language. */
const leastLetters = 30;
/** A run of letters of another script; single ones are symbols ("β-blocker", "Δ"). */
const otherScript = /(?:(?!\p{Script=Latin})\p{L}\p{M}*){2}/u;

/**
 * True when part of a text is in another script or not mainly in English, paragraph by paragraph: the filter was made
 * for English and passes names of other languages. Decided here, by letter statistics; nothing leaves the process.
 */
export function isForeign(fields: Readonly<Record<string, string>>): boolean {
  return Object.values(fields).some((text) => {
    const typed = text.normalize('NFKC').replace(placeholderPattern, ' ');
    return otherScript.test(typed) || typed.split(/\n+/).some(isOtherLanguage);
  });
}

function isOtherLanguage(paragraph: string): boolean {
  const letters = paragraph.match(/\p{L}/gu)?.length ?? 0;
  return letters >= leastLetters && eld.detect(paragraph).language !== 'en';
}
