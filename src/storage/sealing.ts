import { z } from 'zod';
import type { Found, Page, Range, Read, Tx } from '../ports/store.ts';
import type { Identity } from '../ports/vault.ts';
import { fitted } from './fitted.ts';
import { type Doc, type Kind, kind } from './kind.ts';
import { marked, migrated } from './versions.ts';

export type Sealed = { id: string; owner: string; keys: Record<string, string>; box: string };
type Owned = Doc & { owner: string };

const shadows = new Map<string, Kind<Sealed>>();

/**
 * The form in which a sealed kind lies in the store: id, a token for its owner and index keys in clear, the rest
 * encrypted. Clean-up uses it to remove by age what it can never read.
 */
export function outlineOf<T extends Doc>(of: Kind<T>): Kind<Sealed> {
  const known = shadows.get(of.name);
  if (known) return known;
  const made = kind(
    of.name,
    z.object({ id: z.string(), owner: z.string(), keys: z.record(z.string(), z.string()), box: z.string() }),
    {
      indexes: Object.fromEntries(Object.keys(of.indexes).map((name) => [name, (d: Sealed) => d.keys[name] ?? null])),
      sealed: 'no',
      ...(of.sorted ? { sorted: of.sorted } : {}),
      about: of.about,
    },
  );
  shadows.set(of.name, made);
  return made;
}

/** What stands in clear as the owner of somebody's documents of a kind: different for every kind, so that no two can be joined. */
export const ownerToken = (identity: Identity, of: { readonly name: string }): string =>
  identity.token(`owner ${of.name}`);

/** Opens a document that is this person's, else null. */
export function opened<T extends Doc>(identity: Identity | null, of: Kind<T>, doc: Sealed | null): T | null {
  if (identity === null || doc === null || doc.owner !== ownerToken(identity, of)) return null;
  return fitted(of, migrated(of, JSON.parse(identity.open(context(of, doc.id), doc.box))));
}

/**
 * Reads and writes on behalf of one person: documents of sealed kinds are encrypted under their owner's key on the way in,
 * and opened on the way out for that owner only. To everybody else, owners of the group and timers (null) included, they
 * read as if they were not there, so that no handler can show them to the wrong person.
 */
export function sealing(me: Identity | null, tx: Tx): Tx;
export function sealing(me: Identity | null, read: Read): Read;
export function sealing(me: Identity | null, inner: Tx | Read): Tx | Read {
  const mine = <T extends Doc>(of: Kind<T>, docs: readonly (Sealed | null)[]) => docs.map((doc) => opened(me, of, doc));
  const read: Read = {
    get: async <T extends Doc>(of: Kind<T>, id: string) =>
      of.sealed === 'no' ? inner.get(of, id) : opened(me, of, await inner.get(outlineOf(of), id)),
    getMany: async <T extends Doc>(of: Kind<T>, ids: readonly string[]) =>
      of.sealed === 'no' ? inner.getMany(of, ids) : mine(of, await inner.getMany(outlineOf(of), ids)),
    find: async <T extends Doc>(of: Kind<T>, index: string, range: Range, page?: Page): Promise<Found<T>> => {
      if (of.sealed === 'no') return inner.find(of, index, range, page);
      const { docs, ...rest } = await inner.find(outlineOf(of), index, inClear(me, of, index, range), page);
      return { docs: mine(of, docs).filter((doc) => doc !== null), ...rest };
    },
    count: async (of, index, range) => {
      if (of.sealed === 'no') return inner.count(of, index, range);
      if (index !== 'owner' || !('equal' in range)) throw new Error('of a sealed kind only one owner’s are counted');
      return inner.count(outlineOf(of), index, inClear(me, of, index, range));
    },
  };
  if (!('put' in inner)) return read;
  return {
    ...read,
    put: async (of, doc) =>
      of.sealed === 'no' ? inner.put(of, doc) : inner.put(outlineOf(of), sealed(me, of, fitted(of, doc))),
    remove: (of, id) => (of.sealed === 'no' ? inner.remove(of, id) : inner.remove(outlineOf(of), id)),
  };
}

/** A range as it lies open: somebody's own documents stand under a token, which nobody else can make. */
function inClear<T extends Doc>(me: Identity | null, of: Kind<T>, index: string, range: Range): Range {
  if (of.hidden?.includes(index)) {
    if (!('anyOf' in range)) throw new Error('of a hidden index only named keys are asked for');
    return { anyOf: me === null ? [] : range.anyOf.map((key) => hiddenKey(me, of, index, key)) };
  }
  if (index !== 'owner' || !('equal' in range)) return range;
  return { equal: me !== null && range.equal === me.ref ? ownerToken(me, of) : '' };
}

function sealed<T extends Doc>(me: Identity | null, of: Kind<T>, doc: T): Sealed {
  const whole = doc as unknown as Owned;
  if (me === null || whole.owner !== me.ref) throw new Error('a sealed document is written by its owner only');
  const owner = ownerToken(me, of);
  const keys = Object.entries(of.indexes).flatMap(([name, key]) => {
    const value = name === 'owner' ? owner : key(doc);
    if (value === null) return [];
    return [[name, of.hidden?.includes(name) ? hiddenKey(me, of, name, value) : value] as const];
  });
  return {
    id: whole.id,
    owner,
    keys: Object.fromEntries(keys),
    box: me.seal(context(of, whole.id), JSON.stringify(marked(of, doc))),
  };
}

const hiddenKey = (me: Identity, of: { readonly name: string }, index: string, key: string): string =>
  me.token(`${index} ${of.name} ${key}`);

const context = (of: { readonly name: string }, id: string): string => `${of.name}/${id}`;
