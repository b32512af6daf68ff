import type { Candidate } from '../document.ts';

/** Between two people: "Delgado and Rosa", "Patel & Maria". */
const people = /\s(?:and|&|\+)\s/giu;
/** Between what stands somewhere and where that is: "Boeing in Everett". */
const place = /(?<=\p{Lu}\S{0,30})\sin\s(?:the\s)?(?=\p{Lu})/gu;
/** Behind the point of "Ave." or "Inc." a sentence begins, or nothing. */
const ended = /^(?:\s*$|\n|\s+["'(]?\p{Lu})/u;

/**
 * Findings cut where they are two, so that two people do not share a placeholder, and without the full stop of a sentence that
 * ends with them, so that the text stays readable: "1420 Rucker Ave. She …".
 */
export function apart(found: readonly Candidate[], text: string): Candidate[] {
  return found.flatMap((one) => {
    const between = one.type === 'NAME' && one.reason !== 'initials' ? people : isPlace(one) ? place : null;
    return (between ? cut(one, text, between) : [one]).map((part) => withoutStop(part, text));
  });
}

const isPlace = (one: Candidate): boolean => one.reason === 'town' || one.reason === 'venue';

function cut(one: Candidate, text: string, between: RegExp): Candidate[] {
  const parts: Candidate[] = [];
  const { label: _, ...bare } = one;
  let start = one.start;
  for (const match of text.slice(one.start, one.end).matchAll(between)) {
    const end = one.start + match.index;
    // A title speaks of whom it stands before: "Dr. Patel & Maria".
    parts.push({ ...(start === one.start ? one : bare), start, end });
    start = end + match[0].length;
  }
  parts.push({ ...(start === one.start ? one : bare), start, end: one.end });
  return parts.filter((part) => part.end > part.start);
}

const pointed = new Set(['LOCATION', 'ORG']);

const withoutStop = (one: Candidate, text: string): Candidate =>
  pointed.has(one.type) && text[one.end - 1] === '.' && ended.test(text.slice(one.end, one.end + 4))
    ? { ...one, end: one.end - 1 }
    : one;
