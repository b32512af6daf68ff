import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runDoctor } from '../../../adapters/cli/doctor.ts';
import { openDocuments } from '../../../adapters/postgres/index.ts';
import { Note, note } from '../../contract/store-kinds.ts';
import { asking, databaseUrl, dropSchemas, freshSchema } from '../../fixtures/database/schema.ts';

const url = databaseUrl();

it('another key than the one it was written with is refused, and changes nothing', async () => {
  const settings = { url, schema: freshSchema(), key: randomBytes(32), most: 2 };
  await (await openDocuments(settings)).close();
  await expect(openDocuments({ ...settings, key: randomBytes(32) })).rejects.toMatchObject({ code: 'wrong-key' });
  await (await openDocuments(settings)).close();
  await dropSchemas(settings.schema);
});

it('a schema that a newer version changed is refused', async () => {
  const settings = { url, schema: freshSchema(), key: randomBytes(32), most: 2 };
  await (await openDocuments(settings)).close();
  await asking((client) => client.query(`INSERT INTO "${settings.schema}".migrations (number) VALUES (9999)`));
  await expect(openDocuments(settings)).rejects.toMatchObject({ code: 'newer' });
  await dropSchemas(settings.schema);
});

it('several first starts at once make the tables once', async () => {
  const settings = { url, schema: freshSchema(), key: randomBytes(32), most: 2 };
  const stores = await Promise.all(Array.from({ length: 4 }, () => openDocuments(settings)));
  await stores[0]?.transact('s', (tx) => tx.put(Note, note('a')));
  expect(await stores[3]?.read('s', (read) => read.get(Note, 'a'))).toEqual(note('a'));
  for (const store of stores) await store.close();
  await dropSchemas(settings.schema);
});

it('a row that was moved to another place in the database does not open there', async () => {
  const settings = { url, schema: freshSchema(), key: randomBytes(32), most: 2 };
  const store = await openDocuments(settings);
  await store.transact('s', (tx) => tx.put(Note, note('a')));
  await asking((client) => client.query(`UPDATE "${settings.schema}".documents SET id = 'b'`));
  await expect(store.read('s', (read) => read.get(Note, 'b'))).rejects.toThrow();
  await store.close();
  await dropSchemas(settings.schema);
});

it('what the database cannot do is said in words that name the setting and repeat no address', async () => {
  const nowhere = 'postgresql://somebody:KINGFISHER@127.0.0.1:1/none';
  await expect(openDocuments({ url: nowhere, key: randomBytes(32), patienceMs: 0 })).rejects.toMatchObject({
    name: 'DataRefusal',
    message: expect.stringMatching(/^DATABASE_URL: no database answers there \(ECONNREFUSED\)(?!.*KINGFISHER)/),
  });
});

it('doctor looks at version, rights and time of the database, and changes nothing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'curbside-doctor-'));
  const lines: string[] = [];
  const env = { DATABASE_URL: url, CURBSIDE_KEY: randomBytes(32).toString('base64'), XDG_CONFIG_HOME: folder };
  expect(await runDoctor(env, (line) => lines.push(line))).toBe(0);
  const said = lines.join('\n');
  for (const words of [/ok {4}DATABASE_URL: PostgreSQL \d+/, /may create tables/, /clock agrees/])
    expect(said).toMatch(words);
  const schemas = await asking((client) => client.query("SELECT FROM pg_namespace WHERE nspname = 'curbside'"));
  expect(schemas.rowCount).toBe(0);
  await rm(folder, { recursive: true });
});
