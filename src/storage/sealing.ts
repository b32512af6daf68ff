import { z } from 'zod';
import type { Found, Page, Range, Read, Tx } from '../ports/store.ts';
import type { Identity } from '../ports/vault.ts';
import { dayMs } from '../time/durations.ts';
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
  ownToken(identity, `owner ${of.name}`);

/** The same of one document, where documents of one owner are kept apart too. */
function tokenOf<T extends Doc>(me: Identity, of: Kind<T>, id: string, keys: Readonly<Record<string, string>>): string {
  if (of.apart === undefined) return ownerToken(me, of);
  return apartToken(
    me,
    of,
    of.apart.by === undefined ? 0 : Number(keys[of.apart.by.index]),
    placeOf(of.apart.tokens, id),
  );
}

const apartToken = (me: Identity, of: { readonly name: string }, day: number, place: number): string =>
  me.token(`owner ${of.name} ${day} ${place}`);

/** Which of so many tokens a document has: spread evenly, since ids are random. */
function placeOf(tokens: number, id: string): number {
  let hash = 2_166_136_261;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 16_777_619) >>> 0;
  return hash % tokens;
}

/** Every token that a document of this person can have now. */
function tokensOf<T extends Doc>(me: Identity, of: Kind<T>, now: number): readonly string[] {
  if (of.apart === undefined) return [ownerToken(me, of)];
  const { tokens, by } = of.apart;
  const end = (Math.floor(now / dayMs) + 1) * dayMs;
  const days = by === undefined ? [0] : Array.from({ length: by.days }, (_, i) => end - i * dayMs);
  return together(me, `owner ${of.name} ${end}`, () =>
    days.flatMap((day) => Array.from({ length: tokens }, (_, place) => apartToken(me, of, day, place))),
  );
}

const tokens = new WeakMap<Identity, Map<string, string>>();
const mostTokens = 256;

/** A token that is asked for with each page of a person's: made once an identity. */
export function ownToken(me: Identity, subject: string): string {
  const known = tokens.get(me);
  const token = known?.get(subject);
  if (token !== undefined) return token;
  const made = me.token(subject);
  if (known === undefined || known.size >= mostTokens) tokens.set(me, new Map([[subject, made]]));
  else known.set(subject, made);
  return made;
}

const lists = new WeakMap<Identity, Map<string, readonly string[]>>();
const mostLists = 64;

/**
 * Tokens that are asked for together. They are most of what a home page costs, so they are made once an identity, and are one
 * and the same list each time: a store can remember which of them lead to anything.
 */
function together(me: Identity, name: string, make: () => readonly string[]): readonly string[] {
  const known = lists.get(me);
  const list = known?.get(name);
  if (list !== undefined) return list;
  const made = Object.freeze(make());
  if (known === undefined || known.size >= mostLists) lists.set(me, new Map([[name, made]]));
  else known.set(name, made);
  return made;
}

/** Opens a document that is this person's, else null. */
export function opened<T extends Doc>(identity: Identity | null, of: Kind<T>, doc: Sealed | null): T | null {
  if (identity === null || doc === null) return null;
  if (doc.owner !== tokenOf(identity, of, doc.id, doc.keys) && doc.owner !== ownerToken(identity, of)) return null;
  return fitted(of, migrated(of, JSON.parse(identity.open(context(of, doc.id), doc.box))));
}

/**
 * Reads and writes on behalf of one person: documents of sealed kinds are encrypted under their owner's key on the way in,
 * and opened on the way out for that owner only. To everybody else, owners of the group and timers (null) included, they
 * read as if they were not there, so that no handler can show them to the wrong person.
 */
export function sealing(me: Identity | null, tx: Tx, now: number): Tx;
export function sealing(me: Identity | null, read: Read, now: number): Read;
export function sealing(me: Identity | null, inner: Tx | Read, now: number): Tx | Read {
  const mine = <T extends Doc>(of: Kind<T>, docs: readonly (Sealed | null)[]) => docs.map((doc) => opened(me, of, doc));
  const findSealed = async <T extends Doc>(
    of: Kind<T>,
    index: string,
    range: Range,
    page?: Page,
  ): Promise<Found<T>> => {
    const { docs, ...rest } = await inner.find(outlineOf(of), index, inClear(me, of, index, range, now), page);
    return { docs: mine(of, docs).filter((doc) => doc !== null), ...rest };
  };
  // What is not sealed is handed on as it is, and what asks for nothing asks no store: a page has some twenty reads.
  const read: Read = {
    get: (of, id) =>
      of.sealed === 'no' ? inner.get(of, id) : inner.get(outlineOf(of), id).then((doc) => opened(me, of, doc)),
    getMany: (of, ids) => {
      if (ids.length === 0) return Promise.resolve([]);
      return of.sealed === 'no'
        ? inner.getMany(of, ids)
        : inner.getMany(outlineOf(of), ids).then((docs) => mine(of, docs));
    },
    find: (of, index, range, page) => {
      if ('anyOf' in range && range.anyOf.length === 0) return Promise.resolve({ docs: [] });
      return of.sealed === 'no' ? inner.find(of, index, range, page) : findSealed(of, index, range, page);
    },
    count: async (of, index, range) => {
      if (of.sealed === 'no') return inner.count(of, index, range);
      if (index !== 'owner' || !('equal' in range)) throw new Error('of a sealed kind only one owner’s are counted');
      return inner.count(outlineOf(of), index, inClear(me, of, index, range, now));
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
function inClear<T extends Doc>(me: Identity | null, of: Kind<T>, index: string, range: Range, now: number): Range {
  if (of.hidden?.includes(index)) {
    if (!('anyOf' in range)) throw new Error('of a hidden index only named keys are asked for');
    if (me === null) return { anyOf: [] };
    const tokensOfKeys = (): string[] => {
      const places = of.apart === undefined ? [null] : Array.from({ length: of.apart.tokens }, (_, place) => place);
      return range.anyOf.flatMap((key) => places.map((place) => hiddenKey(me, of, index, key, place)));
    };
    return { anyOf: together(me, `${index} ${of.name} ${JSON.stringify(range.anyOf)}`, tokensOfKeys) };
  }
  if (index !== 'owner' || !('equal' in range)) return range;
  if (me === null || range.equal !== me.ref) return { equal: '' };
  return of.apart === undefined ? { equal: ownerToken(me, of) } : { anyOf: tokensOf(me, of, now) };
}

function sealed<T extends Doc>(me: Identity | null, of: Kind<T>, doc: T): Sealed {
  const whole = doc as unknown as Owned;
  if (me === null || whole.owner !== me.ref) throw new Error('a sealed document is written by its owner only');
  const place = of.apart === undefined ? null : placeOf(of.apart.tokens, whole.id);
  const keys: Record<string, string> = {};
  for (const [name, key] of Object.entries(of.indexes)) {
    const value = name === 'owner' ? null : key(doc);
    if (value !== null) keys[name] = of.hidden?.includes(name) ? hiddenKey(me, of, name, value, place) : value;
  }
  const owner = tokenOf(me, of, whole.id, keys);
  return {
    id: whole.id,
    owner,
    keys: 'owner' in of.indexes ? { ...keys, owner } : keys,
    box: me.seal(context(of, whole.id), JSON.stringify(marked(of, doc))),
  };
}

/** `place`: where documents of one owner are kept apart, their keys are as well. */
const hiddenKey = (
  me: Identity,
  of: { readonly name: string },
  index: string,
  key: string,
  place: number | null,
): string => me.token(`${index} ${of.name} ${key}${place === null ? '' : ` ${place}`}`);

const context = (of: { readonly name: string }, id: string): string => `${of.name}/${id}`;
