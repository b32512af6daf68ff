import { z } from 'zod';
import type { Doc, Kind } from '../ports/kind.ts';

export type { Doc, Kind };

/** Declares a kind; the type of its documents follows from the schema. */
export function kind<S extends z.ZodType<Doc>>(
  name: string,
  schema: S,
  rest: Omit<Kind<z.output<S>>, 'name' | 'schema'>,
): Kind<z.output<S>> {
  return { name, schema: schema as unknown as z.ZodType<z.output<S>>, ...rest };
}

export const Id = z.string().min(1).max(64);
