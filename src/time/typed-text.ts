/** Longer than this, nothing that was typed is a length, a time, a date or a zone. */
const longest = 64;

/**
 * What was typed, ready to be read: full-width digits and odd blanks as plain ones, lower case, one blank between words.
 * Empty when it is too long to be anything.
 */
export function typedText(typed: string): string {
  if (typed.length > longest) return '';
  return typed.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** A whole number without a sign, or null. */
export function readCount(typed: string): number | null {
  const text = typedText(typed);
  return /^\d{1,6}$/.test(text) ? Number(text) : null;
}
