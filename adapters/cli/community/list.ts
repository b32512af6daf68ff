import { defaultLocale, ownScope, type Store, shownDate, storedKinds } from '../../../src/index.ts';
import { communitiesIn } from '../../node/vault-community.ts';
import { platforms } from '../platforms.ts';
import { Arrived, Leaving } from './standing.ts';
import type { Stores } from './stores.ts';

/** `curbside community list`: what is here, without a name of anybody. */
export async function listCommunities({ documents, people }: Stores, say: (line: string) => void): Promise<void> {
  const all = [...(await communitiesIn(people))].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, platform } of all) {
    const title = platforms.find(({ name }) => name === platform)?.title ?? platform;
    const [groups, members, documentsHere] = await counts(documents, id);
    say(`${id}  ${title}, groups: ${groups}, members: ${members}, documents: ${documentsHere}`);
    for (const line of await standing(documents, id)) say(`  ${line}`);
  }
  const came = (await documents.read(ownScope, (read) => read.find(Arrived, 'id', { all: true }, { limit: 1000 })))
    .docs;
  const partly = came.filter(({ whole }) => !whole);
  if (all.length + partly.length === 0) say('There is no community here yet.');
  for (const { id } of partly)
    say(`${id}  Its import was interrupted. Import it again, or remove it with “community keep”.`);
}

async function counts(documents: Store, scope: string): Promise<readonly [number, number, number]> {
  const found = await documents.read(scope, (read) =>
    Promise.all(storedKinds.map(async (kind) => [kind.name, await read.count(kind, 'id', { all: true })] as const)),
  );
  const of = (name: string): number => found.find(([kind]) => kind === name)?.[1] ?? 0;
  return [of('group'), of('member'), found.reduce((sum, [, n]) => sum + n, 0)];
}

async function standing(documents: Store, scope: string): Promise<readonly string[]> {
  const { left, came } = await documents.read(ownScope, async (read) => ({
    left: await read.get(Leaving, scope),
    came: await read.get(Arrived, scope),
  }));
  const lines: string[] = [];
  if (came?.whole) {
    const from = came.signers.at(-1);
    lines.push(`Came from ${from?.fingerprint ?? 'another installation'} on ${day(came.at)}. Receipt: ${came.receipt}`);
    for (const { fingerprint, until } of came.signers)
      lines.push(`Documents until ${day(until)} are signed by ${fingerprint}.`);
  }
  if (left?.receipt === '')
    lines.push('Its export was interrupted. Export it again, or undo it with “community keep”.');
  else if (left !== null)
    lines.push(
      `Exported on ${day(left.at)}. Curbside doesn’t answer here until you erase it or undo the export with “community keep”.`,
    );
  return lines;
}

const day = (at: number): string => shownDate(new Date(at).toISOString().slice(0, 10), defaultLocale);
