import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Doc, type Kind, ownScope, type Scope, type Store, storedKinds, Version } from '../../../src/index.ts';
import { vaultKinds } from '../../node/vault-kinds.ts';
import { Arrived, Leaving } from '../community/standing.ts';
import { InputRefused } from '../settings.ts';

/** How many documents are moved at a time. */
const atOnce = 500;

/** Says how far it is: so many documents of one kind in one scope are there and were compared. */
export type Progress = (done: { readonly scope: Scope; readonly kind: string; readonly documents: number }) => void;

/** A kind whose documents are taken as they lie there, in the form of whichever version wrote them. */
export const asStored = (kind: Kind<Doc>): Kind<Doc> => ({ ...kind, schema: z.custom<Doc>() });

const own = [Version, Leaving, Arrived] as unknown as readonly Kind<Doc>[];
const ofStore = [...storedKinds, ...own].map(asStored);
const ofVault = vaultKinds.map((kind) => asStored(kind as unknown as Kind<Doc>));

/** Moves documents of all communities. */
export const copyDocuments = (from: Store, to: Store, progress: Progress): Promise<number> =>
  copyAll(from, to, ofStore, progress);

/** Moves people and communities, with their keys as they are wrapped. */
export const copyPeople = (from: Store, to: Store, progress: Progress): Promise<number> =>
  copyAll(from, to, ofVault, progress);

/**
 * Copies every document and compares each with what can be read back. What is there already and is the same is left alone, so that a
 * run that was cut short goes on. Returns how many documents there are. Throws `InputRefused` when the target holds others.
 */
async function copyAll(from: Store, to: Store, kinds: readonly Kind<Doc>[], progress: Progress): Promise<number> {
  const scopes = await from.scopes();
  const strange = (await to.scopes()).filter((scope) => !scopes.includes(scope) && scope !== ownScope);
  if (strange.length > 0) throw holdsOthers();
  let all = 0;
  for (const scope of scopes) {
    for (const kind of kinds) {
      const documents = await copyKind(from, to, scope, kind);
      if (documents > 0) progress({ scope, kind: kind.name, documents });
      all += documents;
    }
  }
  return all;
}

async function copyKind(from: Store, to: Store, scope: Scope, kind: Kind<Doc>): Promise<number> {
  let documents = 0;
  let after: string | undefined;
  do {
    const page = { limit: atOnce, ...(after === undefined ? {} : { after }) };
    const found = await from.read(scope, (read) => read.find(kind, 'id', { all: true }, page));
    await copyPage(to, scope, kind, found.docs);
    documents += found.docs.length;
    after = found.next;
  } while (after !== undefined);
  const there = await to.read(scope, (read) => read.count(kind, 'id', { all: true }));
  if (there !== documents) throw holdsOthers();
  return documents;
}

/** Stores documents where they are missing or differ, and compares each with what is there then. */
export async function copyPage(to: Store, scope: Scope, kind: Kind<Doc>, docs: readonly Doc[]): Promise<void> {
  const ids = docs.map(({ id }) => id);
  const differing = async (): Promise<readonly Doc[]> => {
    const there = await to.read(scope, (read) => read.getMany(kind, ids));
    return docs.filter((doc, i) => !isDeepStrictEqual(plain(doc), plain(there[i] ?? null)));
  };
  const missing = await differing();
  if (missing.length === 0) return;
  await to.transact(scope, async (tx) => {
    for (const doc of missing) await tx.put(kind, doc);
  });
  if ((await differing()).length > 0) throw new Error(`a document of kind "${kind.name}" was not stored as it is`);
}

const plain = (doc: Doc | null): unknown => JSON.parse(JSON.stringify(doc));

export const holdsOthers = (): InputRefused =>
  new InputRefused('The target has data already. Move into an empty database or folder. Nothing was changed there.');
