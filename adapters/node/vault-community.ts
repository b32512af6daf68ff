import type { z } from 'zod';
import type { Doc, Identity, Kind, PlatformId, Read, Scope, Store, Tx } from '../../src/index.ts';
import { decrypt, encrypt } from './encryption.ts';
import { identityWith, ownKeys } from './identity.ts';
import { wrappingKey } from './vault.ts';
import { AccountLink, Community, Granted, Person, platformKey, vaultScope } from './vault-kinds.ts';
import { dropLinksOf, everyOne } from './vault-links.ts';

type CommunityEntry = z.output<typeof Community.schema>;
type PersonEntry = z.output<typeof Person.schema>;

/** Somebody with their own key, out of its wrapping: never to be written to a disk like this. */
export interface Unwrapped {
  readonly ref: string;
  /** What the platform calls them. */
  readonly called: string;
  readonly key: Buffer;
}

/** What a vault holds of one community, apart from what its operator was granted there. */
export interface OfCommunity {
  readonly community: CommunityEntry;
  readonly people: readonly Unwrapped[];
  /** Between accounts that both are in it. */
  readonly links: readonly z.output<typeof AccountLink.schema>[];
}

/** What the key of somebody does. */
export const identityOf = ({ ref, key }: Unwrapped): Identity => identityWith(ref, ownKeys(key));

/** Every community, by scope. */
export const communitiesIn = (store: Store): Promise<readonly CommunityEntry[]> =>
  store.read(vaultScope, (read) => everyOne(read, Community, 'id', null));

/** Everybody of a community with their keys. `key`: the installation's. */
export async function peopleOf(store: Store, key: Buffer, community: CommunityEntry): Promise<OfCommunity> {
  const wrapping = wrappingKey(key);
  return store.read(vaultScope, async (read) => {
    const people = (await entriesOf(read, community)).map(({ id, called, wrapped }) => ({
      ...{ ref: id, called },
      key: decrypt(wrapping, id, Buffer.from(wrapped, 'base64')),
    }));
    const links = await everyOne(read, AccountLink, 'oneScope', community.id);
    return { community, people, links: links.filter((link) => link.other.scope === community.id) };
  });
}

/**
 * Enters a community, with everybody in it under this installation's key, in place of whatever is here under the same name of the
 * platform. All of it or nothing. `key`: the installation's.
 */
export async function enterPeople(store: Store, key: Buffer, { community, people, links }: OfCommunity): Promise<void> {
  const wrapping = wrappingKey(key);
  await store.transact(vaultScope, async (tx) => {
    for (const same of await called(tx, Community, { platform: community.platform, id: community.called }))
      await removeFrom(tx, same);
    for (const { ref, called, key: own } of people)
      await tx.put(Person, {
        ...{ id: ref, platform: community.platform, called },
        wrapped: encrypt(wrapping, ref, own).toString('base64'),
      });
    for (const link of links) await tx.put(AccountLink, link);
    await tx.put(Community, community);
  });
}

/** Whether somebody of another community has a reference of one of these: then they cannot be entered. */
export async function isTaken(store: Store, { community, people }: OfCommunity): Promise<boolean> {
  const refs = people.map(({ ref }) => ref);
  const there = await store.read(vaultScope, (read) => read.getMany(Person, refs));
  return there.some((person) => person !== null && !isOf(person, community));
}

/** Forgets a community, everybody in it, their links, and what it granted this operator. Old bytes go with a compaction. */
export const removePeople = (store: Store, community: CommunityEntry): Promise<void> =>
  store.transact(vaultScope, async (tx) => {
    await removeFrom(tx, community);
    for (const { id } of await called(tx, Granted, { platform: community.platform, id: community.called }))
      await tx.remove(Granted, id);
  });

async function removeFrom(tx: Tx, community: CommunityEntry): Promise<void> {
  await dropLinksOf(tx, community.id);
  for (const { id } of await entriesOf(tx, community)) {
    await dropLinksOf(tx, id);
    await tx.remove(Person, id);
  }
  await tx.remove(Community, community.id);
}

/** Also those who only looked: whoever was picked in a form may be named in something sealed. */
const entriesOf = async (read: Read, community: CommunityEntry): Promise<readonly PersonEntry[]> =>
  (await everyOne(read, Person, 'id', null)).filter((person) => isOf(person, community));

/** Platforms' adapters name a person by the community and the user: see `PlatformId`. */
const isOf = (person: PersonEntry, { platform, called }: CommunityEntry): boolean =>
  person.platform === platform && person.called.startsWith(`${called}/`);

const called = <T extends Doc>(read: Read, kind: Kind<T>, id: PlatformId): Promise<readonly T[]> =>
  everyOne(read, kind, 'platform', platformKey(id));

/** Whether a community of this name of the platform is here, under whichever scope. */
export const knownAs = async (store: Store, { platform, called: id }: CommunityEntry): Promise<Scope | null> =>
  (await store.read(vaultScope, (read) => called(read, Community, { platform, id })))[0]?.id ?? null;
