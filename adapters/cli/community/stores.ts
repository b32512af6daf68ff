import {
  type Doc,
  type Kind,
  NewerStore,
  ownScope,
  type Scope,
  type Store,
  storedKinds,
  Version,
} from '../../../src/index.ts';
import { DataRefusal } from '../../lowdb/index.ts';
import { communitiesIn } from '../../node/vault-community.ts';
import { asStored } from '../migrate/copy.ts';
import { refuseUnfinished } from '../migrate/unfinished.ts';
import { InputRefused } from '../settings.ts';
import { newestMigration } from './contents.ts';

/** Both stores of an installation, which nobody else uses meanwhile. */
export interface Stores {
  readonly documents: Store;
  readonly people: Store;
  /** The installation's key. */
  readonly key: Buffer;
  /** Deletes copies that an upgrade kept: what leaves must not stay in them. */
  dropCopies(): Promise<void>;
  /**
   * Throws a `DataRefusal` where somebody began to answer people over the same data. Asked once a marker is there: whoever starts
   * later finds it.
   */
  stillAlone(): Promise<void>;
}

/** A community, as the vault knows it. */
export type Known = Awaited<ReturnType<typeof communitiesIn>>[number];

/** How many documents are read or written at a time. */
export const atOnce = 500;

const kindsAsStored: readonly Kind<Doc>[] = storedKinds.map(asStored);

/** Throws where a store is not as this version writes it. Nothing is changed. */
export async function refuseOutdated(documents: Store): Promise<void> {
  await refuseUnfinished(documents);
  const done = await migrationOf(documents);
  if (done > newestMigration)
    throw new DataRefusal('newer', 'The data here was written by a newer version of Curbside. Nothing was changed.', {
      cause: new NewerStore(),
    });
  if (done < newestMigration && (await scopesOf(documents)).length > 0) throw outdated();
}

/** The words for data that an earlier version wrote. */
export const outdated = (): InputRefused =>
  new InputRefused(
    'The data here was written by an earlier version of Curbside. Start Curbside once to update the data, stop it, and try again.',
  );

/** A store without communities is as this version writes it; from now on, it says so. */
export async function markCurrent(documents: Store): Promise<void> {
  if ((await migrationOf(documents)) < newestMigration)
    await documents.transact(ownScope, (tx) => tx.put(Version, { id: 'version', migration: newestMigration }));
}

const migrationOf = async (documents: Store): Promise<number> =>
  (await documents.read(ownScope, (read) => read.get(Version, 'version')))?.migration ?? 0;

/** Communities in which something is stored. */
export const scopesOf = async (documents: Store): Promise<readonly Scope[]> =>
  (await documents.scopes()).filter((scope) => scope !== ownScope);

/** The community of that name: the one here, or the one its platform has for it (a workspace’s or a server’s ID). */
export async function communityNamed({ people }: Stores, name: string): Promise<Known> {
  const all = await communitiesIn(people);
  const found = all.filter(({ id, called }) => id === name || called === name);
  if (found.length === 1 && found[0] !== undefined) return found[0];
  throw new InputRefused('There is no community of this name here. “community list” shows all of them.');
}

/** Every document of a community as it lies there, of each kind in the order of its ids. */
export async function* documentsOf(documents: Store, scope: Scope): AsyncGenerator<{ kind: Kind<Doc>; doc: Doc }> {
  for (const kind of kindsAsStored) {
    let after: string | undefined;
    do {
      const page = { limit: atOnce, ...(after === undefined ? {} : { after }) };
      const found = await documents.read(scope, (read) => read.find(kind, 'id', { all: true }, page));
      for (const doc of found.docs) yield { kind, doc };
      after = found.next;
    } while (after !== undefined);
  }
}

/** Removes every document of a community. Throws where some are of no kind that this version knows. */
export async function clearCommunity(documents: Store, scope: Scope): Promise<number> {
  let removed = 0;
  for (const kind of kindsAsStored) {
    for (;;) {
      const { docs } = await documents.read(scope, (read) => read.find(kind, 'id', { all: true }, { limit: atOnce }));
      if (docs.length === 0) break;
      await documents.transact(scope, async (tx) => {
        for (const { id } of docs) await tx.remove(kind, id);
      });
      removed += docs.length;
    }
  }
  if ((await documents.scopes()).includes(scope))
    throw new Error('documents of an unknown kind are left in a community');
  return removed;
}
