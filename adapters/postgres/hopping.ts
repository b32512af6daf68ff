import type { Answer, Core } from '../../src/index.ts';
import { carried, carrying, withoutKeys } from '../node/carried.ts';
import type { HoppingDrafts } from './drafts.ts';

/**
 * A core whose forms and buttons carry the keys of the raw text that they lead back to, so that another instance on the
 * same database can go on with it. Platforms keep what a form carries with the form: Slack in `private_metadata`, Discord in
 * `custom_id`.
 */
export function hopping(core: Core, drafts: HoppingDrafts): Core {
  return {
    ...core,
    async handle(incoming) {
      for (const value of Object.values(incoming.input)) {
        const found = carried(value);
        if (found !== null) drafts.learn(incoming.who, found.id, found.key);
      }
      const answer = await core.handle({ ...incoming, input: withoutKeys(incoming.input) });
      return withKeys(answer, (id) => drafts.keyOf(incoming.who, id)) as Answer;
    },
  };
}

/** The same answer, with the key behind every id in a `with` that has one. */
function withKeys(part: unknown, keyOf: (id: string) => string | null): unknown {
  if (Array.isArray(part)) return part.map((one) => withKeys(one, keyOf));
  if (typeof part !== 'object' || part === null) return part;
  const entries = Object.entries(part).map(([name, value]) => [
    name,
    name === 'with' ? valuesWithKeys(value as Readonly<Record<string, unknown>>, keyOf) : withKeys(value, keyOf),
  ]);
  return Object.fromEntries(entries);
}

/** A `with` may be that of a sentence, whose parameters are no ids. */
function valuesWithKeys(values: Readonly<Record<string, unknown>>, keyOf: (id: string) => string | null) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const key = typeof value === 'string' ? keyOf(value) : null;
      return [name, key === null ? value : carrying(value as string, key)];
    }),
  );
}
