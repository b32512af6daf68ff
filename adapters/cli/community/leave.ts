import { type Doc, leaving, ownScope } from '../../../src/index.ts';
import { createSigner } from '../../documents/signed/signer.ts';
import { createVault } from '../../node/vault.ts';
import { identityOf, peopleOf } from '../../node/vault-community.ts';
import { InputRefused } from '../settings.ts';
import { headerFor, linesOf } from './contents.ts';
import { progress } from './progress.ts';
import { newSecret, receiptHash, receiptOf } from './receipt.ts';
import { readRecipient, receivingKey } from './receiving-key.ts';
import { writeSigned } from './signed-file.ts';
import { Arrived, awayIn, Leaving } from './standing.ts';
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
  const came = await documents.read(ownScope, (read) => read.get(Arrived, scope));
  const vault = await peopleOf(people, key, community);
  const { digest } = await createVault(people, key);
  const carry = await leaving({ scope, people: vault.people.map(identityOf), digest });
  const signer = createSigner(key);
  const secret = newSecret();
  const header = headerFor({
    ...{ recipient, signer: signer.publicKey, at: given.now, secret, community },
    signers: came?.signers ?? [],
    people: vault.people.length,
  });
  const told = progress('Wrote', say);
  const all = async function* (): AsyncGenerator<{ kind: string; doc: Doc }> {
    for await (const { kind, doc } of documentsOf(documents, scope)) {
      const carried = await carry(kind.name, doc);
      if (carried === null) continue;
      told.one(kind.name);
      yield { kind: kind.name, doc: carried };
    }
  };
  await writeSigned(given.file, { recipient, signer }, linesOf(header, vault, all()));
  const count = told.end();
  // Only a file that is there holds the community here back.
  const marker = { id: scope, at: given.now, receipt: receiptHash(receiptOf(secret)) };
  await documents.transact(ownScope, (tx) => tx.put(Leaving, marker));
  say(`Wrote ${count} documents and ${vault.people.length} people of ${scope} to ${given.file}.`);
  return signer.fingerprint;
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
