import { ownScope } from '../../../src/index.ts';
import { communitiesIn, removePeople } from '../../node/vault-community.ts';
import { InputRefused } from '../settings.ts';
import { receiptHash } from './receipt.ts';
import { Arrived, Leaving } from './standing.ts';
import { clearCommunity, type Known, refuseOutdated, type Stores } from './stores.ts';

/**
 * `curbside community erase`: removes everything of a community that arrived elsewhere, from both stores and from their files. Cut short,
 * it is done again with the same receipt.
 */
export async function eraseCommunity(
  stores: Stores,
  { community: name, receipt }: { readonly community: string; readonly receipt: string },
  say: (line: string) => void,
): Promise<void> {
  const { documents, people } = stores;
  await refuseOutdated(documents);
  const { id, community } = await named(stores, name);
  const leaving = await documents.read(ownScope, (read) => read.get(Leaving, id));
  if (leaving === null)
    throw new InputRefused(
      'Nothing was erased: this community wasn’t exported, or the export was undone. Export it first.',
    );
  if (receiptHash(receipt) !== leaving.receipt)
    throw new InputRefused(
      '--receipt: nothing was erased, because this isn’t the receipt for the last export of this community. The other operator’s import shows it.',
    );
  const removed = await clearCommunity(documents, id);
  if (community !== null) await removePeople(people, community);
  await stores.dropCopies();
  await documents.compact();
  await people.compact();
  // Only now, so that a try that was cut short can be told apart; and its name goes from the files as well.
  await documents.transact(ownScope, async (tx) => {
    await tx.remove(Leaving, id);
    await tx.remove(Arrived, id);
  });
  await documents.compact();
  say(`Erased ${removed} documents and all keys and platform IDs of ${id}, and rewrote the files.`);
}

/** Where an earlier try got as far as the vault, only its marker names the community. */
async function named({ documents, people }: Stores, name: string): Promise<{ id: string; community: Known | null }> {
  const all = await communitiesIn(people);
  const community = all.find(({ id, called }) => id === name || called === name) ?? null;
  if (community !== null) return { id: community.id, community };
  const left = await documents.read(ownScope, (read) => read.get(Leaving, name));
  if (left !== null) return { id: left.id, community: null };
  throw new InputRefused('There is no community of this name here. “community list” shows all of them.');
}

/**
 * `curbside community keep`: takes an export back, so that people are served here again; or gives up an import that was cut short, and
 * removes what there is of it.
 */
export async function keepCommunity(stores: Stores, name: string, say: (line: string) => void): Promise<void> {
  const { documents, people } = stores;
  await refuseOutdated(documents);
  const arrived = await documents.read(ownScope, (read) => read.get(Arrived, name));
  if (arrived !== null && !arrived.whole) {
    await clearCommunity(documents, arrived.id);
    const entered = (await communitiesIn(people)).find(({ id }) => id === arrived.id);
    if (entered !== undefined) await removePeople(people, entered);
    await documents.compact();
    await people.compact();
    await documents.transact(ownScope, (tx) => tx.remove(Arrived, arrived.id));
    say('Removed what had been imported.');
    return;
  }
  const { id } = await named(stores, name);
  if ((await documents.read(ownScope, (read) => read.get(Leaving, id))) === null)
    throw new InputRefused('This community wasn’t exported. Nothing was changed.');
  await documents.transact(ownScope, (tx) => tx.remove(Leaving, id));
  say(`${id} stays here. Start Curbside, and it answers there again.`);
  say('Delete the exported file, and make sure no one imports it. Its receipt no longer works.');
}
