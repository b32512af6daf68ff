import { z } from 'zod';
import type { Doc, Kind } from '../ports/kind.ts';

/** The name under which a document of a kind with migrations says how many of them it went through. */
const mark = 'v';

const versionOf = <T extends Doc>({ migrations = [] }: Kind<T>): number => migrations.length;

/** A stored document in the form of today, before it is parsed. What has no mark went through no migration. */
export function migrated<T extends Doc>(kind: Kind<T>, stored: object): object {
  if (versionOf(kind) === 0) return stored;
  const { [mark]: done = 0, ...doc } = stored as Record<string, unknown>;
  return (kind.migrations ?? []).slice(Number(done)).reduce((old, step) => step(old), doc);
}

/** A document as it is stored: with the mark, where its kind has migrations. */
export const marked = <T extends Doc>(kind: Kind<T>, doc: T): T =>
  versionOf(kind) === 0 ? doc : { ...doc, [mark]: versionOf(kind) };

const markedKinds = new WeakMap<object, Kind<Doc>>();

/** A kind as a store takes it: its schema lets the mark through. */
export function markedKind<T extends Doc>(kind: Kind<T>): Kind<T> {
  if (versionOf(kind) === 0) return kind;
  const known = markedKinds.get(kind);
  if (known) return known as unknown as Kind<T>;
  const made = { ...kind, schema: z.intersection(kind.schema, z.object({ [mark]: z.number() })) };
  markedKinds.set(kind, made as unknown as Kind<Doc>);
  return made as unknown as Kind<T>;
}
