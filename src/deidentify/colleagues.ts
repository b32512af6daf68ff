import type { Finding } from './types.ts';
import { wordKey } from './word-key.ts';
import { titles } from './words/people.ts';

type Findings = Readonly<Record<string, readonly Finding[]>>;

/** What stands for somebody of whom the text says no more than a name, or that they are a colleague. */
const mayBeColleague = /^(?:\[(?:Person|Colleague)(?: \d+)?\]|a colleague)$/;

/**
 * Findings without those that only name one of these colleagues: "Imani", "Dr. Feldman", "R. Feldman". For the private
 * notes of somebody who writes down whom they asked. A name that the text also gives to a client or their family stays
 * found wherever it stands.
 */
export function withoutColleagues<F extends Findings>(
  findings: F,
  fields: Readonly<Record<string, string>>,
  names: readonly string[],
): F {
  const known = names.map(partsOf).filter((parts) => parts.length > 0);
  if (known.length === 0) return findings;
  const read = (field: string, { start, end }: Finding) => partsOf((fields[field] ?? '').slice(start, end));
  const others = new Set(
    Object.entries(findings).flatMap(([field, found]) =>
      found.filter((f) => f.type === 'NAME' && !mayBeColleague.test(f.placeholder)).flatMap((f) => read(field, f)),
    ),
  );
  const isColleague = (parts: readonly string[]): boolean =>
    parts.some((part) => part.length > 1) &&
    !parts.some((part) => others.has(part)) &&
    known.some((name) => parts.every((part) => name.includes(part) || name.some((n) => n[0] === part)));
  return Object.fromEntries(
    Object.entries(findings).map(([field, found]) => [
      field,
      found.filter((f) => f.type !== 'NAME' || !isColleague(read(field, f))),
    ]),
  ) as unknown as F;
}

/** The words of a name, without titles. A single letter is an initial. */
const partsOf = (name: string): readonly string[] =>
  wordKey(name)
    .split(' ')
    .filter((word) => word !== '' && word !== 's' && !titles.has(word));
