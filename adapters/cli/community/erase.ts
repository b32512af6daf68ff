import { ownScope } from '../../../src/index.ts';
import { communitiesIn, removePeople } from '../../node/vault-community.ts';
import { InputRefused } from '../settings.ts';
import { receiptHash } from './receipt.ts';
import { Arrived, awayIn, Leaving, partlyErased } from './standing.ts';
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
  // From here on, what is left of it must not be taken for the whole.
  await documents.transact(ownScope, (tx) => tx.put(Leaving, { ...leaving, erasing: true }));
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

/** Where an earlier try got as far as the vault, or an import not that far, only its marker names the community. */
async function named({ documents, people }: Stores, name: string): Promise<{ id: string; community: Known | null }> {
  const all = await communitiesIn(people);
  const community = all.find(({ id, called }) => id === name || called === name) ?? null;
  if (community !== null) return { id: community.id, community };
  if ((await awayIn(documents)).has(name)) return { id: name, community: null };
  throw new InputRefused('There is no community of this name here. “community list” shows all of them.');
}

/**
 * `curbside community keep`: takes an export back, so that people are served here again; or gives up an import that was cut short, and
 * removes what there is of it.
 */
export async function keepCommunity(stores: Stores, name: string, say: (line: string) => void): Promise<void> {
  const { documents, people } = stores;
  await refuseOutdated(documents);
  const { id, community } = await named(stores, name);
  if ((await awayIn(documents)).get(id) === 'arriving') {
    await clearCommunity(documents, id);
    if (community !== null) await removePeople(people, community);
    await documents.compact();
    await people.compact();
    await documents.transact(ownScope, (tx) => tx.remove(Arrived, id));
    say('Removed what had been imported.');
    return;
  }
  const leaving = await documents.read(ownScope, (read) => read.get(Leaving, id));
  if (leaving === null) throw new InputRefused('This community wasn’t exported. Nothing was changed.');
  if (leaving.erasing) throw partlyErased();
  await documents.transact(ownScope, (tx) => tx.remove(Leaving, id));
  say(`${id} stays here. Start Curbside, and it answers there again.`);
  say('Delete the exported file, and make sure no one imports it. Its receipt no longer works.');
}
