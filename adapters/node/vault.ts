import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import type { Doc, Identity, Kind, PersonRef, PlatformId, Read, Store, Vault } from '../../src/index.ts';
import { decrypt, derive, encrypt } from './encryption.ts';
import { identityWith, keyedHash, type OwnKeys, ownKeys } from './identity.ts';
import { randomIds } from './ids.ts';
import { grantsIn } from './vault-grants.ts';
import { Carried, Community, carriedHashing, Person, platformKey, vaultScope } from './vault-kinds.ts';
import { accountLinks, dropLinksOf, linksIn } from './vault-links.ts';

type Entry = Doc & { readonly platform: string; readonly called: string };

/** Of how many people derived keys are kept at most, and for how long (ms). */
const mostDerived = 1000;
const derivedMs = 10 * 60 * 1000;

/**
 * Of how many people the same identity is handed out for that time: whoever looks for their documents under hundreds of
 * tokens makes them once for it (`src/storage/sealing.ts`).
 */
const mostSame = 128;

/** What follows from one person's key, and the wrapped key it follows from. */
interface Keys extends OwnKeys {
  readonly wrapped: string;
}

/**
 * The vault in a store of its own, whichever that is. A person's random key lies there wrapped by `key`, the
 * installation's; forgetting someone removes the entry and has the store drop the old bytes, so that neither key nor
 * platform id is left.
 */
export async function createVault(store: Store, key: Buffer): Promise<Vault> {
  const wrapping = wrappingKey(key);
  const hashing = await hashingKey(store, key);
  const derived = new LRUCache<PersonRef, Keys>({ max: mostDerived, ttl: derivedMs });
  const same = new LRUCache<PersonRef, { readonly keys: Keys; readonly identity: Identity }>({
    max: mostSame,
    ttl: derivedMs,
  });

  /** Two calls at once for the same id get the same entry: whoever writes looks once more. */
  async function refOf<T extends Entry>(kind: Kind<T>, id: PlatformId, make: () => T): Promise<string> {
    const known = (read: Read) => knownRef(read, kind as unknown as Kind<Entry>, id);
    return (
      (await store.read(vaultScope, known)) ??
      (await store.transact(vaultScope, async (tx) => {
        const made = make();
        const ref = await known(tx);
        if (ref === undefined) await tx.put(kind, made);
        return ref ?? made.id;
      }))
    );
  }

  const knownRef = async (read: Read, kind: Kind<Entry>, id: PlatformId): Promise<string | undefined> =>
    (await read.find(kind, 'platform', { equal: platformKey(id) }, { limit: 1 })).docs[0]?.id;

  /** Whether somebody is still known is read each time; only unwrapping and deriving is spared. */
  function identityOf({ id, wrapped }: z.output<typeof Person.schema>): Identity {
    const known = derived.get(id);
    const keys = known?.wrapped === wrapped ? known : keysOf(id, wrapped);
    if (keys !== known) derived.set(id, keys);
    const made = same.get(id);
    if (made?.keys === keys) return made.identity;
    const identity = identityWith(id, keys);
    same.set(id, { keys, identity });
    return identity;
  }

  const keysOf = (ref: PersonRef, wrapped: string): Keys => ({
    wrapped,
    ...ownKeys(decrypt(wrapping, ref, Buffer.from(wrapped, 'base64'))),
  });

  async function identities(refs: readonly PersonRef[]): Promise<(Identity | null)[]> {
    const people = await store.read(vaultScope, (read) => read.getMany(Person, refs));
    return people.map((person) => person && identityOf(person));
  }

  return {
    refFor: (person) =>
      refOf(Person, person, () => {
        const ref = `p${randomIds.next()}`;
        const wrapped = encrypt(wrapping, ref, randomBytes(32)).toString('base64');
        return { id: ref, platform: person.platform, called: person.id, wrapped };
      }),
    known: async (person) =>
      (await store.read(vaultScope, (read) => knownRef(read, Person as unknown as Kind<Entry>, person))) ?? null,
    scopeFor: (community) =>
      refOf(Community, community, () => {
        const id = `${community.platform}.${randomIds.next()}`;
        return { id, platform: community.platform, called: community.id };
      }),
    reveal: (ref) =>
      store.read(vaultScope, async (read) => {
        const entry = (await read.get(Person, ref)) ?? (await read.get(Community, ref));
        return entry && { platform: entry.platform, id: entry.called };
      }),
    identity: async (ref) => (await identities([ref]))[0] ?? null,
    identities,
    async identityWithLinks(account) {
      return store.read(vaultScope, async (read) => {
        const links = await linksIn(read, account);
        const [me = null, ...others] = await read.getMany(Person, [account.ref, ...links.map(({ ref }) => ref)]);
        return {
          me: me && identityOf(me),
          linked: links.flatMap((link, i) => {
            const person = others[i];
            return person ? [{ ...link, identity: identityOf(person) }] : [];
          }),
        };
      });
    },
    digest: async (text) => keyedHash(hashing, text, 24),
    ...accountLinks(store),
    ...grantsIn(store, wrapping),
    async forget(ref) {
      await store.transact(vaultScope, async (tx) => {
        await dropLinksOf(tx, ref);
        await tx.remove(Person, ref);
        await tx.remove(Community, ref);
      });
      derived.delete(ref);
      same.delete(ref);
      await store.compact();
    },
    close: () => store.close(),
  };
}

/** Under which the keys of people lie wrapped. */
export const wrappingKey = (key: Buffer): Buffer => derive(key, 'curbside person keys 1');

/** Under which references are hashed that are compared for years: it stays when the installation's key is changed. */
export async function hashingKey(store: Pick<Store, 'read'>, key: Buffer): Promise<Buffer> {
  const carried = await store.read(vaultScope, (read) => read.get(Carried, carriedHashing));
  return carried === null
    ? derive(key, 'curbside digest 1')
    : decrypt(wrappingKey(key), carriedHashing, Buffer.from(carried.wrapped, 'base64'));
}
