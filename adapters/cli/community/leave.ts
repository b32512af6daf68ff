import type { z } from 'zod';
import { type Doc, leaving, ownScope } from '../../../src/index.ts';
import { createSigner } from '../../documents/signed/signer.ts';
import { createVault } from '../../node/vault.ts';
import { identityOf, type OfCommunity, peopleOf } from '../../node/vault-community.ts';
import { InputRefused } from '../settings.ts';
import { headerFor, linesOf } from './contents.ts';
import { progress } from './progress.ts';
import { newSecret, receiptHash, receiptOf } from './receipt.ts';
import { readRecipient, receivingKey } from './receiving-key.ts';
import { writeSigned } from './signed-file.ts';
import { Arrived, awayIn, Leaving, partlyErased } from './standing.ts';
import { communityNamed, documentsOf, refuseOutdated, type Stores } from './stores.ts';

export interface Export {
  /** The community, as it is called here or on its platform. */
  readonly community: string;
  /** The receiving key of the other installation. */
  readonly recipient: string;
  readonly file: string;
  readonly now: number;
}

/**
 * `curbside community export`: writes everything of one community into a file that the other installation alone can open. From then on
 * nobody is served in it here. Resolves to the fingerprint of the installation that signed it.
 */
export async function exportCommunity(stores: Stores, given: Export, say: (line: string) => void): Promise<string> {
  const { documents, people, key } = stores;
  await refuseOutdated(documents);
  const recipient = await recipientOf(given.recipient, key);
  const community = await communityNamed(stores, given.community);
  const scope = community.id;
  if ((await awayIn(documents)).get(scope) === 'arriving')
    throw new InputRefused('Only a part of this community is here. Import it again first.');
  const signer = createSigner(key);
  const secret = newSecret();
  const came = await documents.read(ownScope, (read) => read.get(Arrived, scope));
  const vault = await peopleOf(people, key, community);
  const header = headerFor({
    ...{ recipient, signer: signer.publicKey, at: given.now, secret, community },
    signers: came?.signers ?? [],
    people: vault.people.length,
  });
  const told = progress('Wrote', say);
  await heldBack(stores, { id: scope, at: given.now, receipt: receiptHash(receiptOf(secret)), erasing: false }, () =>
    writeSigned(given.file, { recipient, signer }, linesOf(header, vault, carried(stores, vault, told))),
  );
  say(`Wrote ${told.end()} documents and ${vault.people.length} people of ${scope} to ${given.file}.`);
  return signer.fingerprint;
}

/** Every document of a community as it goes on. */
async function* carried(
  { documents, people, key }: Stores,
  vault: OfCommunity,
  told: Pick<ReturnType<typeof progress>, 'one'>,
): AsyncGenerator<{ kind: string; doc: Doc }> {
  const scope = vault.community.id;
  const { digest } = await createVault(people, key);
  const carry = await leaving({ scope, people: vault.people.map(identityOf), digest });
  for await (const { kind, doc } of documentsOf(documents, scope)) {
    const goes = await carry(kind.name, doc);
    if (goes === null) continue;
    told.one(kind.name);
    yield { kind: kind.name, doc: goes };
  }
}

/**
 * Holds a community back from before its first document is read, whoever starts Curbside meanwhile; with the receipt once the file is
 * there. Where that fails, it is as it was.
 */
async function heldBack(
  { documents, stillAlone }: Stores,
  left: z.output<typeof Leaving.schema>,
  write: () => Promise<void>,
) {
  const put = (marker: typeof left) => documents.transact(ownScope, (tx) => tx.put(Leaving, marker));
  const before = await documents.read(ownScope, (read) => read.get(Leaving, left.id));
  if (before?.erasing) throw partlyErased();
  // An earlier export may have arrived by now: its receipt holds until there is another one.
  if (before === null) await put({ ...left, receipt: '' });
  try {
    await stillAlone();
    await write();
  } catch (error) {
    if (before === null) await documents.transact(ownScope, (tx) => tx.remove(Leaving, left.id));
    throw error;
  }
  await put(left);
}

async function recipientOf(typed: string, key: Buffer): Promise<string> {
  const recipient = readRecipient(typed);
  if (recipient === null)
    throw new InputRefused(
      '--for: a receiving key begins with age1 and has 62 characters. The other operator’s “community key” shows it.',
    );
  if (recipient === (await receivingKey(key)).recipient)
    throw new InputRefused(
      '--for: this is the receiving key of this installation. Enter the one of the other operator.',
    );
  return recipient;
}
