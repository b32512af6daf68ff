import { arriving, type Doc, type Kind, ownScope, type Scope, type Store, storedKinds } from '../../../src/index.ts';
import { createVault } from '../../node/vault.ts';
import { enterPeople, identityOf, isTaken, knownAs, type OfCommunity } from '../../node/vault-community.ts';
import { copyPage } from '../migrate/copy.ts';
import { InputRefused } from '../settings.ts';
import { checkedChains } from './chains.ts';
import { type Contents, type Header, readLines, unfit } from './contents.ts';
import { progress } from './progress.ts';
import { receiptOf } from './receipt.ts';
import { type ReceivingKey, receivingKey } from './receiving-key.ts';
import { openSigned, type SignedFile } from './signed-file.ts';
import { Arrived, awayIn, Leaving } from './standing.ts';
import { atOnce, clearCommunity, markCurrent, refuseOutdated, type Stores } from './stores.ts';

export interface Import {
  readonly file: string;
  /** The fingerprint of the installation that has to have signed it. */
  readonly signer: string;
  readonly now: number;
}

/**
 * `curbside community import`: checks all of a file, then stores what is in it and compares each document. Cut short, nobody is served
 * in that community until it is done again. Resolves to the receipt. Throws an `InputRefused` that says what is wrong with the file.
 */
export async function importCommunity(stores: Stores, given: Import, say: (line: string) => void): Promise<string> {
  await refuseOutdated(stores.documents);
  const file = await openSigned(given.file);
  try {
    return await importFrom(file, stores, given, say);
  } finally {
    await file.close();
  }
}

async function importFrom(
  file: SignedFile,
  stores: Stores,
  given: Import,
  say: (line: string) => void,
): Promise<string> {
  const { documents, people, key } = stores;
  const own = await receivingKey(key);
  if (file.fingerprint !== given.signer)
    throw new InputRefused(
      `This file was signed by another installation: ${file.fingerprint}, not ${given.signer}. Nothing was changed. Ask the other operator for the fingerprint that the export showed.`,
    );
  if (file.recipient !== own.recipient)
    throw new InputRefused(
      `This file is for another installation (${file.recipient}). Nothing was changed. This installation’s key is ${own.recipient}.`,
    );
  const { header, vault } = await check(file, own, say);
  const { community } = header;
  const before = await whatIsHere(stores, community);
  if (await isTaken(people, vault)) throw unfit();
  await markCurrent(documents);
  const marker = (whole: boolean) => ({
    ...{ id: community.id, at: given.now, whole, receipt: receiptOf(header.secret) },
    signers: [...header.signers, { publicKey: file.publicKey, fingerprint: file.fingerprint, until: header.at }],
  });
  const mark = (whole: boolean) =>
    documents.transact(ownScope, async (tx) => {
      await tx.put(Arrived, marker(whole));
      // Of a time before, when it left and was erased.
      await tx.remove(Leaving, community.id);
    });
  await heldBack(stores, community.id, () => mark(false));
  for (const scope of before) await clearCommunity(documents, scope);
  // Before the documents: whoever acts there after a crash has to be found in this community, which is held back.
  await enterPeople(people, key, vault);
  const count = await store(stores, await opened(file, own), vault, say);
  await mark(true);
  say(`Imported ${count} documents and ${vault.people.length} people as ${community.id}. Each document was compared.`);
  return receiptOf(header.secret);
}

/** Before anything of it is here, nobody is served in it, whoever started Curbside while the file was checked. */
async function heldBack({ documents, stillAlone }: Stores, id: Scope, mark: () => Promise<void>): Promise<void> {
  const isAgain = (await awayIn(documents)).get(id) === 'arriving';
  await mark();
  try {
    await stillAlone();
  } catch (error) {
    if (!isAgain) await documents.transact(ownScope, (tx) => tx.remove(Arrived, id));
    throw error;
  }
}

/** Reads a file to its end, and changes nothing. */
async function check(file: SignedFile, key: ReceivingKey, say: (line: string) => void) {
  const { header, vault, documents } = await opened(file, key);
  const chains = checkedChains();
  let count = 0;
  for await (const piece of documents) {
    chains.see(piece);
    count += 1;
  }
  say(`Checked ${count} documents: all are unchanged since they were signed, and this version can read them.`);
  for (const line of chains.found()) say(line);
  return { header, vault };
}

async function opened(file: SignedFile, key: ReceivingKey): Promise<Contents> {
  const contents = await readLines(readable(file.lines(key)));
  const { recipient, signer } = contents.header;
  // Somebody put their own signature on what another one wrote.
  if (recipient !== file.recipient || signer !== file.publicKey) throw unfit();
  return contents;
}

/** Whatever the cipher says of what it cannot open is one sentence here; what the disk says stays. */
async function* readable(lines: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    yield* lines;
  } catch (error) {
    if (error instanceof InputRefused || (error instanceof Error && 'syscall' in error)) throw error;
    throw unfit();
  }
}

/**
 * The scopes whose documents give way to what comes: those of an earlier try, and those of a community that somebody only looked into.
 * Throws where the community is here already.
 */
async function whatIsHere({ documents, people }: Stores, community: Header['community']): Promise<readonly Scope[]> {
  const isPartly = (await awayIn(documents)).get(community.id) === 'arriving';
  const known = await knownAs(people, community);
  const isHere = known === community.id || (await documents.scopes()).includes(community.id);
  if (isHere && !isPartly) throw hereAlready();
  if (known === null || known === community.id) return [community.id];
  if (await isInUse(documents, known)) throw hereAlready();
  return [community.id, known];
}

const hereAlready = (): InputRefused =>
  new InputRefused('This community is here already. Nothing was changed. “community list” shows what is here.');

/** Whether somebody ever set up a group or accepted its agreement. */
async function isInUse(documents: Store, scope: Scope): Promise<boolean> {
  const kinds = storedKinds.filter(({ name }) => name === 'group' || name === 'resident');
  const counts = await documents.read(scope, (read) =>
    Promise.all(kinds.map((kind) => read.count(kind, 'id', { all: true }))),
  );
  return counts.some((n) => n > 0);
}

async function store(
  { documents, people, key }: Stores,
  contents: Contents,
  vault: OfCommunity,
  say: (line: string) => void,
): Promise<number> {
  const scope = contents.header.community.id;
  const { digest } = await createVault(people, key);
  const carry = await arriving({ scope, people: vault.people.map(identityOf), digest });
  const told = progress('Stored', say);
  let page: { readonly kind: Kind<Doc>; readonly docs: Doc[] } | undefined;
  const flush = async (): Promise<void> => {
    if (page !== undefined) await copyPage(documents, scope, page.kind, page.docs);
    page = undefined;
  };
  for await (const { kind, doc } of contents.documents) {
    const carried = await carry(kind.name, doc);
    if (carried === null) continue;
    if (page !== undefined && (page.kind !== kind || page.docs.length >= atOnce)) await flush();
    page ??= { kind, docs: [] };
    page.docs.push(carried);
    told.one(kind.name);
  }
  await flush();
  return told.end();
}
