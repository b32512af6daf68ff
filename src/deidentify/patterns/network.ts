import { type Candidate, type Document, matches, matchesIf } from '../document.ts';

const octet = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const v4 = new RegExp(
  `(?<![\\d.])${octet}(?:\\s?(?:\\.|\\[\\.\\]|\\(\\.\\))\\s?${octet}){3}(?:/\\d{1,2}|:\\d{2,5})?(?![\\d]|\\.\\d)`,
  'g',
);
const hardware =
  /(?<![a-zA-ZÀ-ɏ0-9:])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![a-zA-ZÀ-ɏ0-9:])|(?<![a-zA-ZÀ-ɏ0-9.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![a-zA-ZÀ-ɏ0-9])/gi;
const v6 =
  /(?<![a-zA-ZÀ-ɏ0-9:])(?:[0-9a-f]{1,4}:){1,7}(?::?[0-9a-f]{1,4}){0,7}(?:::)?(?:%\w+|\/\d{1,3})?(?![a-zA-ZÀ-ɏ0-9])|(?<![a-zA-ZÀ-ɏ0-9:])::(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4}(?![a-zA-ZÀ-ɏ0-9])/gi;
const masked = /(?<![\d.])(?:\d{1,3}\.){2,3}(?:[xX*]{1,3}|\d{1,3}\.[xX*]{1,3})(?![a-zA-ZÀ-ɏ0-9])/gu;

const pairs = /[:-][0-9a-f]{2}[:-]|\.[0-9a-f]{4}\./i;
/** Two and more colons near each other: a version 6 address that is taken for one has them. */
const colons = /:[0-9a-f]{0,4}:/i;

/** IP addresses of both versions and hardware (MAC) addresses. */
export function networkAddresses(document: Document): Candidate[] {
  const ip = { type: 'IP', reason: 'ip' } as const;
  return [
    ...matches(document, v4, ip, (m) => !/^\d\.\d\.\d\.\d$/.test(m[0])),
    ...matches(document, masked, ip),
    ...matchesIf(
      pairs,
      document,
      hardware,
      { type: 'ID', reason: 'device' },
      (m) => /[a-f\d]{2}[:-]/i.test(m[0]) || /\d/.test(m[0]),
    ),
    // At least two colons with hexadecimal between them; "10:30:15" is a clock and "note:" a word.
    ...matchesIf(colons, document, v6, ip, (m) => m[0].includes('::') || m[0].split(':').length >= 6),
  ];
}
