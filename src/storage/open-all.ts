import type { Found, Page, Range, Tx } from '../ports/store.ts';
import type { Identity, PersonRef, Vault } from '../ports/vault.ts';
import type { Doc, Kind } from './kind.ts';
import { opened, outlineOf, ownerToken } from './sealing.ts';

/** Lists documents of a sealed kind, each opened under its own owner's key; those of anybody else are left out. */
export type OpenAll = <T extends Doc>(of: Kind<T>, index: string, range: Range, page?: Page) => Promise<Found<T>>;

/**
 * The one way to read sealed documents of many people: of these, found by the token that each one's key makes. The tick
 * hands it to timer routes with `reads: 'answers'` only, so that no request of a person ever holds it.
 */
export function openAll(vault: Vault, inner: Tx, people: () => Promise<readonly PersonRef[]>): OpenAll {
  let known: Promise<readonly (Identity | null)[]> | undefined;
  return async <T extends Doc>(of: Kind<T>, index: string, range: Range, page?: Page): Promise<Found<T>> => {
    if (of.apart !== undefined) throw new Error('what is kept apart is found by its owner only');
    known ??= people().then((refs) => vault.identities(refs));
    const byToken = new Map((await known).flatMap((one) => (one ? [[ownerToken(one, of), one] as const] : [])));
    const { docs, ...rest } = await inner.find(outlineOf(of), index, range, page);
    const all = docs.map((doc) => opened(byToken.get(doc.owner) ?? null, of, doc));
    return { docs: all.filter((doc) => doc !== null), ...rest };
  };
}

/** What every other route gets in its place. */
export const denied: OpenAll = async () => {
  throw new Error("only a timer route with reads: 'answers' reads sealed documents of others");
};
