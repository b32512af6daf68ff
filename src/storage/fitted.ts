import type { Doc, Kind } from '../ports/kind.ts';

/** A document as the schema of its kind leaves it. Throws an error that names fields and codes, never content. */
export function fitted<T extends Doc>(kind: Kind<T>, doc: unknown): T {
  const parsed = kind.schema.safeParse(doc);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`).join(', ');
  throw new Error(`a document of kind "${kind.name}" does not fit its schema: ${fields}`);
}

/** Freezes a value through and through, so that what a reader holds cannot change what others are shown. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
