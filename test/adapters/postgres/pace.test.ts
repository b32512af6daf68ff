import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { openDocuments } from '../../../adapters/postgres/index.ts';
import { openLeases } from '../../../adapters/postgres/leases.ts';
import { openPace } from '../../../adapters/postgres/pace.ts';
import { asking, databaseUrl, dropSchemas, freshSchema } from '../../fixtures/database/schema.ts';

const url = databaseUrl();

it('instances get turns one after another, never two the same, and what waits too long is not counted', async () => {
  const [schema, key] = [freshSchema(), randomBytes(32)];
  await (await openDocuments({ url, schema, key, most: 2 })).close();
  const paces = Array.from({ length: 3 }, () => openPace({ url, schema, key }));
  // An hour a turn: how long the calls themselves take decides nothing.
  const hour = 3_600_000;
  const bucket = { name: 'slack T0PRACTICE post C1', everyMs: hour, burst: 2 };
  const waits = await Promise.all(Array.from({ length: 12 }, (_, i) => paces[i % 3]?.reserve(bucket, 100 * hour)));
  const turns = waits.map((ms) => Math.round((ms ?? -1) / hour)).sort((a, b) => a - b);
  expect(turns).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(await paces[0]?.reserve(bucket, 5 * hour)).toBeNull();
  expect(Math.round(((await paces[1]?.reserve(bucket, 100 * hour)) ?? 0) / hour)).toBe(11);
  expect(await paces[2]?.reserve({ ...bucket, name: 'another' }, 0)).toBe(0);
  // Names hold platform ids.
  const { rows } = await asking((client) => client.query(`SELECT name FROM "${schema}".buckets`));
  expect(rows.map(({ name }) => String(name))).not.toContainEqual(expect.stringContaining('T0PRACTICE'));
  for (const pace of paces) await pace.close();
  await dropSchemas(schema);
});

it('calls go on where the database does not answer', async () => {
  const pace = openPace({ url: 'postgresql://nobody@127.0.0.1:1/none', schema: 'curbside', key: randomBytes(32) });
  expect(await pace.reserve({ name: 'a', everyMs: 1000, burst: 1 }, 0)).toBe(0);
  await pace.close();
});

it('nobody waits for a database that is silent, and all goes on once it answers', async () => {
  const [schema, key] = [freshSchema(), randomBytes(32)];
  await (await openDocuments({ url, schema, key, most: 2 })).close();
  const [pace, leases] = [openPace({ url, schema, key }), openLeases({ url, schema, me: 'a' })];
  await asking(async (client) => {
    await client.query(`BEGIN; LOCK TABLE "${schema}".leases, "${schema}".buckets IN ACCESS EXCLUSIVE MODE`);
    await expect(leases.take('one', 60_000, 'taken')).rejects.toThrow();
    expect(await pace.reserve({ name: 'a', everyMs: 1000, burst: 1 }, 0)).toBe(0);
    await client.query('COMMIT');
  });
  expect(await leases.take('one', 60_000, 'taken')).toBe(true);
  await pace.close();
  await leases.close();
  await dropSchemas(schema);
});
