import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { move } from '../../../adapters/cli/migrate/command.ts';
import { refuseUnfinished } from '../../../adapters/cli/migrate/unfinished.ts';
import { openLowdbStore } from '../../../adapters/lowdb/index.ts';
import { openVaultStore } from '../../../adapters/lowdb/vault.ts';
import { openDocuments, openPeopleStore } from '../../../adapters/postgres/index.ts';
import { type Store, storedKinds } from '../../../src/index.ts';
import { databaseUrl, dropSchemas, freshSchema } from '../../fixtures/database/schema.ts';
import { ask, draft } from '../../fixtures/steps.ts';
import { stored } from '../../fixtures/stored.ts';
import { expectCard, group, openTestApp, type Person, type TestApp } from '../../fixtures/test-app.ts';
import { words } from '../../fixtures/view-text.ts';

const key = Buffer.alloc(32, 7);
const question = 'How do I end a session that keeps running over?';

type Both = { readonly documents: Store; readonly people: Store };

const inFolder = async (folder: string): Promise<Both> => ({
  documents: await openLowdbStore({ folder: join(folder, 'store'), key, kinds: storedKinds }),
  people: await openVaultStore({ folder: join(folder, 'vault'), key }),
});

const inDatabase = async (schema: string): Promise<Both> => ({
  documents: await openDocuments({ url: databaseUrl(), schema, key, most: 3 }),
  people: await openPeopleStore({ url: databaseUrl(), schema, key, most: 3 }),
});

async function moved(from: Both, to: Both, print: (line: string) => void): Promise<void> {
  try {
    await move(from, to, print);
  } finally {
    for (const store of [from.documents, from.people, to.documents, to.people]) await store.close();
  }
}

const mine = async (app: TestApp): Promise<string> => {
  const ada = await app.person('ada', { manages: true });
  return words(await expectCard(ada.does('consult.mine')));
};

it('moves everything into a database and back, goes on where it was cut short, and refuses to start in between', async () => {
  const first = await openTestApp({ on: 'folder' });
  const { ada } = (await group(first, ['ada', 'ben'])) as { ada: Person };
  await ask(ada, { question });
  await draft(ada, { question: 'A draft about endings, not posted yet?' });
  const [had, saw] = [await stored(first.store, first.scope), await mine(first)];
  await first.close();

  const schema = freshSchema();
  const cut = moved(await inFolder(first.folder), await inDatabase(schema), (line) => {
    if (line.includes('member')) throw new Error('the power went');
  });
  await expect(cut).rejects.toThrow('the power went');
  const half = await inDatabase(schema);
  await expect(refuseUnfinished(half.documents)).rejects.toMatchObject({ name: 'DataRefusal' });
  await Promise.all([half.documents.close(), half.people.close()]);

  const lines: string[] = [];
  await moved(await inFolder(first.folder), await inDatabase(schema), (line) => lines.push(line));
  expect(lines.at(-1)).toMatch(/^Moved \d+ documents and 3 people and communities\.$/);

  // Once it is done, what people do there stands: the old folder is never copied over it.
  const again = moved(await inFolder(first.folder), await inDatabase(schema), () => {});
  await expect(again).rejects.toThrow('has data already');
  const whole = await inDatabase(schema);
  await expect(refuseUnfinished(whole.documents)).resolves.toBeUndefined();
  await Promise.all([whole.documents.close(), whole.people.close()]);

  const second = await mkdtemp(join(tmpdir(), 'curbside-test-'));
  await writeFile(join(second, 'schema'), schema);
  const onDatabase = await openTestApp({ on: 'database', folder: second, now: first.now() });
  expect(await stored(onDatabase.store, onDatabase.scope)).toEqual(had);
  expect(await mine(onDatabase)).toBe(saw);
  await onDatabase.close();

  const third = await mkdtemp(join(tmpdir(), 'curbside-test-'));
  await mkdir(join(third, 'store'), { mode: 0o700 });
  await moved(await inDatabase(schema), await inFolder(third), () => {});
  const back = await openTestApp({ on: 'folder', folder: third, now: first.now() });
  expect(await stored(back.store, back.scope)).toEqual(had);
  expect(await mine(back)).toBe(saw);
  await back.remove();
  await dropSchemas(schema);
  await Promise.all([rm(first.folder, { recursive: true }), rm(second, { recursive: true })]);
});

it('a target that holds something else is refused, and keeps it', async () => {
  const other = await openTestApp({ on: 'database' });
  await group(other, ['ada']);
  const target = { documents: other.store, people: await openEmpty() };
  const source = await mkdtemp(join(tmpdir(), 'curbside-test-'));
  const from = await inFolder(source);
  await expect(move(from, target, () => {})).rejects.toMatchObject({ name: 'InputRefused' });
  expect((await stored(other.store, other.scope)).length).toBeGreaterThan(0);
  await Promise.all([from.documents.close(), from.people.close(), target.people.close()]);
  await other.remove();
  await rm(source, { recursive: true });
});

const openEmpty = (): Promise<Store> => openLowdbStore({ folder: join(tmpdir(), freshSchema()), key });
