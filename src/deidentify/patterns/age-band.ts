import { type Candidate, type Document, group, matches } from '../document.ts';

const stated =
  /(?<![\w.,/$-])(\d{1,2})(?=\s?-?\s?(?:y\s?\/?\s?o\b|yo[mf]?\b|yrs?\.?[\s-]old|years?[\s-]old|[mf](?![a-z0-9])))|\b(?:aged?|turn(?:s|ed|ing)?|(?:he|she|they|client|pt|cl)(?:'s| is)(?: now)?)\s(\d{1,2})(?=[\s,.;)](?!\s?(?:min|mg|sessions|weeks|days|%|of|on|hours|times)))/dgi;

/** Ages under 90 as bands, for a group that chose to be stricter than Safe Harbor asks. */
export function agesUnder90(document: Document): Candidate[] {
  return matches(
    document,
    stated,
    { type: 'AGE', reason: 'age' },
    (m) => Number(m[1] ?? m[2]) < 90 && (group(m, 1) || group(m, 2)),
  ).map((one) => ({ ...one, label: bandOf(Number(document.text.slice(one.start, one.end))) }));
}

function bandOf(age: number): string {
  if (age < 6) return 'under 6';
  if (age < 13) return '6 to 12';
  if (age < 18) return 'teens';
  return age < 30 ? '18 to 29' : `${Math.floor(age / 10)}0s`;
}
