import type { Candidate } from './document.ts';
import { intervalsOf } from './intervals.ts';
import { nicknames } from './names/nicknames.ts';
import { countsOf, labelsIn } from './placeholder-pattern.ts';
import { fold } from './tokens.ts';
import type { FindingType } from './types.ts';

const plain: Readonly<Record<FindingType, string>> = {
  NAME: 'Person',
  LOCATION: 'Place',
  ORG: 'Organization',
  DATE: 'Date',
  AGE: '90 or older',
  PHONE: 'Phone number',
  EMAIL: 'Email address',
  URL: 'Link',
  ID: 'ID',
  IP: 'IP address',
  OTHER: 'Detail left out',
};
const byReason: Readonly<Record<string, string>> = {
  address: 'Address',
  postcode: 'Postal code',
  road: 'Road',
  handle: 'Username',
  accountNumber: 'Account number',
  plate: 'License plate',
  device: 'Serial number',
  vehicle: 'Vehicle',
};
/** Said once in the text, not counted: a second date is another "[Date]", not "[Date 2]". */
const uncounted = new Set(['DATE', 'AGE', 'PHONE', 'EMAIL', 'URL', 'ID', 'IP', 'OTHER']);

/** The same person, place or organization gets the same placeholder in the whole text. */
export function namePlaceholders(findings: readonly Candidate[], text: string): string[] {
  const surface = ({ start, end }: Candidate): string => text.slice(start, end);
  const given = new Map<string, string>();
  // Text that went through a scan before: its placeholders keep their meaning.
  const used = countsOf(labelsIn([text]));
  const labels = new Map<string, string>();
  const keyOf = keyring();
  const intervals = intervalsOf(
    findings.map((finding) => (finding.type === 'DATE' && !isBirth(finding, text) ? surface(finding) : '')),
  );
  const keys = findings.map((finding) => keyOf(finding, surface(finding)));
  findings.forEach((finding, i) => {
    const key = keys[i] ?? '';
    if (finding.label && !labels.has(key)) labels.set(key, finding.label);
  });
  return findings.map((finding, i) => {
    if (finding.label === 'mention') return 'a colleague';
    const interval = intervals[i];
    if (interval) return `[${interval}]`;
    const key = keys[i] ?? '';
    const known = given.get(key);
    if (known) return known;
    const label =
      uncounted.has(finding.type) && !(finding.type === 'AGE' && finding.label)
        ? (byReason[finding.reason] ?? plain[finding.type])
        : (labels.get(key) ?? byReason[finding.reason] ?? plain[finding.type]);
    const count = (used.get(label) ?? 0) + 1;
    used.set(label, count);
    const placeholder = count === 1 || uncounted.has(finding.type) ? `[${label}]` : `[${label} ${count}]`;
    given.set(key, placeholder);
    return placeholder;
  });
}

/** A date of birth is no event of the case: counted from it, every other date would tell the age to the month. */
const isBirth = ({ start }: Candidate, text: string): boolean => birth.test(text.slice(Math.max(0, start - 30), start));
const birth =
  /\b(?:d\.?o\.?b|date of birth|birth ?date|birthday|b-?day|born)\b[\s.:=,(]*(?:(?:is|was|on)\s+)?(?:the\s+)?$/i;

/** Somebody else of the same family: both names have a part that the other lacks, "Mateo Orosco" and "Ileana Orosco". */
const isRelative = (known: readonly string[], parts: readonly string[]): boolean =>
  lacks(known, parts) && lacks(parts, known);
const lacks = (some: readonly string[], others: readonly string[]): boolean =>
  others.some((part) => ![part, ...nicknames(part)].some((spelling) => some.includes(spelling)));

/** Mentions of one person share a key: "Luis Peralta", "Luis", "Peralta" and "Lu". */
function keyring(): (finding: Candidate, text: string) => string {
  const owners = new Map<string, string>();
  const beginnings = new Map<string, string>();
  /** Every part that each owner was called by. */
  const wholes = new Map<string, readonly string[]>();
  return (finding, text) => {
    const whole = fold(text.trim()).replace(/\s+/g, ' ');
    if (finding.type !== 'NAME') return `${finding.type} ${whole}`;
    const parts = whole.split(/[^\p{L}\p{N}']+/u).filter((part) => part.length > 1);
    const spellings = parts.flatMap((part) => [part, ...nicknames(part)]);
    const owner =
      parts
        .map((part) => owners.get(part))
        .find((one) => one !== undefined && !isRelative(wholes.get(one) ?? [], parts)) ??
      (parts.length === 1 ? beginnings.get(whole) : undefined) ??
      `NAME ${whole}`;
    const known = wholes.get(owner) ?? [];
    const more = parts.filter((part) => !known.includes(part));
    if (more.length > 0 || known.length === 0) wholes.set(owner, [...known, ...more]);
    for (const spelling of spellings) if (!owners.has(spelling)) owners.set(spelling, owner);
    for (const part of parts)
      for (let length = 1; length <= 6 && length < part.length; length++) {
        const start = part.slice(0, length);
        if (!beginnings.has(start)) beginnings.set(start, owner);
      }
    return owner;
  };
}
