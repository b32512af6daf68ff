import { countsOf, isCounted, labelsIn, partsOf } from './placeholder-pattern.ts';
import type { Fields, Findings } from './scanned.ts';
import type { Finding } from './types.ts';
import { wordKey } from './word-key.ts';

/** What stands around a text that is read with it: a thread, or the record that it goes into. Holds no words but placeholders. */
export interface Standing {
  /** Placeholders that readers already have a meaning for. */
  readonly taken: readonly string[];
  /** What some of them stand for, where memory holds what the same author typed. */
  readonly known: readonly { readonly surface: string; readonly placeholder: string }[];
}

export const nothingStands: Standing = { taken: [], known: [] };

const named = (label: string, count: number): string => (count === 1 ? `[${label}]` : `[${label} ${count}]`);

/**
 * The same findings with placeholders that mean nobody else to a reader: numbers go on after those that stand, and who is known
 * keeps the placeholder that they have.
 */
export function numbered(fields: Fields, findings: Findings, { taken, known }: Standing): Findings {
  if (taken.length + known.length === 0) return findings;
  const all = Object.entries(findings).flatMap(([field, found]) =>
    found.filter(isOfMany).map((one) => ({ placeholder: one.placeholder, key: keyIn(fields, field, one) })),
  );
  const given = new Map<string, string>();
  for (const { placeholder } of all) {
    const keys = all.filter((one) => one.placeholder === placeholder).map((one) => one.key);
    const before = given.has(placeholder) ? undefined : knownAs(keys, known);
    if (before !== undefined) given.set(placeholder, before);
  }
  const counts = countsOf([...taken, ...given.values(), ...labelsIn(Object.values(fields))]);
  for (const { placeholder } of all)
    if (!given.has(placeholder)) given.set(placeholder, next(partsOf(placeholder)[0], counts));
  return Object.fromEntries(
    Object.entries(findings).map(([field, found]) => [
      field,
      found.map((one) =>
        isOfMany(one) ? { ...one, placeholder: given.get(one.placeholder) ?? one.placeholder } : one,
      ),
    ]),
  );
}

/** "a colleague" for a mention, "[Date]", "[Link]" name nobody of several. */
const isOfMany = ({ placeholder }: Finding): boolean => placeholder.startsWith('[') && isCounted(placeholder);

const keyIn = (fields: Fields, field: string, { start, end }: Finding): string =>
  wordKey((fields[field] ?? '').slice(start, end));

function next(label: string, counts: Map<string, number>): string {
  const count = (counts.get(label) ?? 0) + 1;
  counts.set(label, count);
  return named(label, count);
}

/** The placeholder of whom one of these words names: the same words, or a part of a longer name and no other's. */
function knownAs(keys: readonly string[], known: Standing['known']): string | undefined {
  const same = known.find((one) => keys.includes(wordKey(one.surface)));
  if (same) return same.placeholder;
  const words = new Set(keys.flatMap((key) => key.split(' ')));
  const like = new Set(
    known
      .filter(({ surface }) =>
        wordKey(surface)
          .split(' ')
          .some((word) => word.length > 1 && words.has(word)),
      )
      .map((one) => one.placeholder),
  );
  return like.size === 1 ? [...like][0] : undefined;
}
