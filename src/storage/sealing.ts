import { z } from 'zod';
import type { Found, Page, Range, Read, Tx } from '../ports/store.ts';
import type { PersonRef, Vault } from '../ports/vault.ts';
import { type Doc, type Kind, kind } from './kind.ts';

type Sealed = { id: string; owner: string; keys: Record<string, string>; box: string };
type Owned = Doc & { owner: string };

const shadows = new Map<string, Kind<Sealed>>();

/**
 * The form in which a sealed kind lies in the store: id, owner and index keys in clear, the rest encrypted. Clean-up
 * uses it to remove by age what it can never read.
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
      about: of.about,
    },
  );
  shadows.set(of.name, made);
  return made;
}

/**
 * Reads and writes through the vault, on behalf of one person: documents of sealed kinds are encrypted under their
 * owner's key on the way in, and opened on the way out for that owner only. To everybody else, owners of the group and
 * timers included, they read as if they were not there, so that no handler can show them to the wrong person.
 */
export function sealing(vault: Vault, me: PersonRef, tx: Tx): Tx;
export function sealing(vault: Vault, me: PersonRef, read: Read): Read;
export function sealing(vault: Vault, me: PersonRef, inner: Tx | Read): Tx | Read {
  async function open<T extends Doc>(of: Kind<T>, doc: Sealed | null): Promise<T | null> {
    if (doc === null || doc.owner !== me) return null;
    const plain = await vault.open(doc.owner, context(of, doc.id), doc.box);
    return plain === null ? null : of.schema.parse(JSON.parse(plain));
  }
  const read: Read = {
    get: async <T extends Doc>(of: Kind<T>, id: string) =>
      of.sealed === 'no' ? inner.get(of, id) : open(of, await inner.get(outlineOf(of), id)),
    find: async <T extends Doc>(of: Kind<T>, index: string, range: Range, page?: Page): Promise<Found<T>> => {
      if (of.sealed === 'no') return inner.find(of, index, range, page);
      const { docs, ...rest } = await inner.find(outlineOf(of), index, range, page);
      const opened = await Promise.all(docs.map((doc) => open(of, doc)));
      return { docs: opened.filter((doc): doc is Awaited<T> => doc !== null), ...rest };
    },
  };
  if (!('put' in inner)) return read;
  return {
    ...read,
    put: async (of, doc) => {
      if (of.sealed === 'no') return inner.put(of, doc);
      const whole = of.schema.parse(doc) as unknown as Owned;
      if (whole.owner !== me) throw new Error('a sealed document is written by its owner only');
      const keys = Object.entries(of.indexes).flatMap(([name, key]) => {
        const value = key(doc);
        return value === null ? [] : [[name, value] as const];
      });
      const box = await vault.seal(whole.owner, context(of, whole.id), JSON.stringify(whole));
      return inner.put(outlineOf(of), { id: whole.id, owner: whole.owner, keys: Object.fromEntries(keys), box });
    },
    remove: (of, id) => (of.sealed === 'no' ? inner.remove(of, id) : inner.remove(outlineOf(of), id)),
  };
}

const context = (of: { name: string }, id: string): string => `${of.name}/${id}`;
