import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDocuments, openPeopleStore } from '../../../adapters/postgres/index.ts';
import { databaseUrl, dropSchemas, freshSchema } from '../../fixtures/database/schema.ts';
import { dumpOf } from '../../fixtures/database/stored.ts';
import { folder, type House, inFolder, moveAll, neighbors } from '../../fixtures/moving.ts';
import { everybody, goesOn, seen, summer } from '../../fixtures/moving-group.ts';
import { stored } from '../../fixtures/stored.ts';
import { openTestApp } from '../../fixtures/test-app.ts';

const [ours, theirs, others] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8), Buffer.alloc(32, 9)];

const inDatabase = (schema: string, key: Buffer): House => ({
  key,
  async open() {
    const documents = await openDocuments({ url: databaseUrl(), schema, key, most: 3 });
    const people = await openPeopleStore({ url: databaseUrl(), schema, key, most: 3 });
    const close = async () => void (await Promise.all([documents.close(), people.close()]));
    return { documents, people, key, dropCopies: async () => {}, stillAlone: async () => {}, close };
  },
});

it('takes a community from a folder into a database that has others, and on into another folder', async () => {
  const before = await summer('folder', ours);
  await before.app.close();
  const { scope } = before.app;
  const schema = freshSchema();
  const at = await mkdtemp(join(tmpdir(), 'curbside-test-'));
  await writeFile(join(at, 'schema'), schema);
  await moveAll(inFolder(before.app.folder, ours), inDatabase(schema, theirs), scope);
  const onDatabase = await openTestApp({ on: 'database', folder: at, key: theirs, now: before.app.now() });
  await goesOn(onDatabase, before, { old: ours, now: theirs });
  const { scope: neighbor } = await neighbors(onDatabase);
  const [theirsBefore, had, saw] = [
    await stored(onDatabase.store, neighbor),
    await stored(onDatabase.store, scope),
    await seen(onDatabase),
  ];
  const people = await everybody(onDatabase);
  await onDatabase.close();

  const last = await folder();
  await moveAll(inDatabase(schema, theirs), inFolder(last, others), scope);
  const left = await dumpOf(schema);
  for (const gone of [scope, ...Object.values(people).map(({ who }) => who)]) expect(left).not.toContain(gone);
  expect(left).toContain(neighbor);
  const stays = await openTestApp({ on: 'database', folder: at, key: theirs, now: onDatabase.now() });
  expect(await stored(stays.store, neighbor)).toEqual(theirsBefore);
  await stays.close();

  const back = await openTestApp({ on: 'folder', folder: last, key: others, now: onDatabase.now() });
  expect(await seen(back)).toEqual(saw);
  const here = await stored(back.store, scope);
  // Only what follows from the key of an installation is another: who stood behind summaries, and hashes of codes.
  const differ = here.filter((one, i) => JSON.stringify(one) !== JSON.stringify(had[i])).map(({ kind }) => kind);
  expect([...new Set(differ)].sort()).toEqual(['checkinCircle', 'supervisionExportCode']);
  expect(here).toHaveLength(had.length);
  await back.remove();
  await dropSchemas(schema);
  await Promise.all([before.app.folder, at].map((one) => rm(one, { recursive: true })));
});
