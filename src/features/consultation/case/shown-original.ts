import type { Row } from './review.ts';

const numbers: ReadonlySet<Row['type']> = new Set(['PHONE', 'ID', 'IP']);
/** What a US social security number looks like, and the words that announce one or a part of one. */
const securityNumber = /(?<!\d)\d{3}[-. ]?\d{2}[-. ]?\d{4}(?!\d)/;
const announced = /\b(?:ssn|social(?: security)?|soc\.? sec)\b/i;

/**
 * The original of a row of "Why?" as its author may see it again: numbers down to their last two digits, a social
 * security number not at all (null).
 */
export function shownOriginal({ surface, type, lead }: Pick<Row, 'surface' | 'type' | 'lead'>): string | null {
  const typed = surface.normalize('NFKC');
  const isNumber = numbers.has(type);
  if (isNumber && (securityNumber.test(typed) || announced.test(`${lead} ${typed}`))) return null;
  if (!isNumber) return typed.replace(/\d(?:[-. ]?\d){4,}/g, masked);
  return /\d.*\d/s.test(typed) ? masked(typed) : null;
}

/** All letters and digits but the last two digits become dots. */
function masked(number: string): string {
  let left = number.replace(/\D/g, '').length - 2;
  return number.replace(/[\p{L}\p{N}]/gu, (sign) => (/\d/.test(sign) && left-- <= 0 ? sign : '•'));
}
