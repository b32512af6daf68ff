import { ownScope, type Store, storedKinds } from '../../../src/index.ts';
import { communitiesIn } from '../../node/vault-community.ts';
import { platforms } from '../platforms.ts';
import { day, onTheWay } from './on-the-way.ts';
import { Arrived } from './standing.ts';
import type { Stores } from './stores.ts';

/** `curbside community list`: what is here, without a name of anybody. */
export async function listCommunities({ documents, people }: Stores, say: (line: string) => void): Promise<void> {
  const all = [...(await communitiesIn(people))].sort((a, b) => (a.id < b.id ? -1 : 1));
  const away = await onTheWay(documents);
  for (const { id, platform } of all) {
    const title = platforms.find(({ name }) => name === platform)?.title ?? platform;
    const [groups, members, documentsHere] = await counts(documents, id);
    say(`${id}  ${title}, groups: ${groups}, members: ${members}, documents: ${documentsHere}`);
    for (const line of await origin(documents, id)) say(`  ${line}`);
    for (const { says } of away.filter((one) => one.id === id)) say(`  ${says}`);
  }
  // Where erasing got as far as the people, or an import not that far.
  const nameless = away.filter(({ id }) => !all.some((known) => known.id === id));
  for (const { id, says } of nameless) say(`${id}  ${says}`);
  if (all.length + nameless.length === 0) say('There is no community here yet.');
}

async function counts(documents: Store, scope: string): Promise<readonly [number, number, number]> {
  const found = await documents.read(scope, (read) =>
    Promise.all(storedKinds.map(async (kind) => [kind.name, await read.count(kind, 'id', { all: true })] as const)),
  );
  const of = (name: string): number => found.find(([kind]) => kind === name)?.[1] ?? 0;
  return [of('group'), of('member'), found.reduce((sum, [, n]) => sum + n, 0)];
}

/** Where a community came from. */
async function origin(documents: Store, scope: string): Promise<readonly string[]> {
  const came = await documents.read(ownScope, (read) => read.get(Arrived, scope));
  if (!came?.whole) return [];
  const from = came.signers.at(-1);
  return [
    `Came from ${from?.fingerprint ?? 'another installation'} on ${day(came.at)}. Receipt: ${came.receipt}`,
    ...came.signers.map(({ fingerprint, until }) => `Documents until ${day(until)} are signed by ${fingerprint}.`),
  ];
}
