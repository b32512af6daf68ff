import type { Found, Page, Range, Tx } from '../ports/store.ts';
import type { Vault } from '../ports/vault.ts';
import type { Doc, Kind } from './kind.ts';
import { outlineOf, sealing } from './sealing.ts';

/** Lists documents of a sealed kind, each opened under its own owner's key; those of forgotten people are left out. */
export type OpenAll = <T extends Doc>(of: Kind<T>, index: string, range: Range, page?: Page) => Promise<Found<T>>;

/**
 * The one way to read sealed documents of many people. The tick hands it to timer routes with `reads: 'answers'` only,
 * so that no request of a person ever holds it.
 */
export function openAll(vault: Vault, inner: Tx): OpenAll {
  return async <T extends Doc>(of: Kind<T>, index: string, range: Range, page?: Page): Promise<Found<T>> => {
    const { docs, ...rest } = await inner.find(outlineOf(of), index, range, page);
    const opened = await Promise.all(docs.map((doc) => sealing(vault, doc.owner, inner).get(of, doc.id)));
    return { docs: opened.filter((doc): doc is Awaited<T> => doc !== null), ...rest };
  };
}

/** What every other route gets in its place. */
export const denied: OpenAll = async () => {
  throw new Error("only a timer route with reads: 'answers' reads sealed documents of others");
};
