import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type HoppingDrafts, openDrafts } from '../../../adapters/postgres/drafts.ts';
import { openDocuments } from '../../../adapters/postgres/index.ts';
import { asking, databaseUrl, dropSchemas, freshSchema } from '../../fixtures/database/schema.ts';

const now = Date.UTC(2026, 2, 2, 9, 7, 31);
const given = { url: databaseUrl(), key: randomBytes(32), clock: { now: () => now } };
let schema: string;
let drafts: HoppingDrafts;

beforeEach(async () => {
  schema = freshSchema();
  await (await openDocuments({ ...given, schema })).close();
  drafts = openDrafts({ ...given, schema });
});
afterEach(async () => {
  await drafts.close();
  await dropSchemas(schema);
});

it('nobody crowds out what others are writing, and the oldest of twenty-one pieces of one person goes', async () => {
  await drafts.put('ben', 'd', 'of ben');
  for (let i = 0; i <= 20; i += 1) await drafts.put('ada', `d${i}`, i);
  expect(await drafts.get('ben', 'd')).toBe('of ben');
  expect(await drafts.get('ada', 'd0')).toBeNull();
  expect(drafts.keyOf('ada', 'd0')).toBeNull();
  expect(await drafts.get('ada', 'd1')).toBe(1);
  expect(await drafts.get('ada', 'd20')).toBe(20);
});

it('what comes back under an id that it had before is another row', async () => {
  const rows = async () =>
    (await asking((client) => client.query<{ id: Buffer }>(`SELECT id FROM "${schema}".typed`))).rows.map(({ id }) =>
      id.toString('hex'),
    );
  await drafts.put('ada', 'search', 'first');
  const before = await rows();
  await drafts.drop('ada', 'search');
  await drafts.put('ada', 'search', 'second');
  expect(before).toHaveLength(1);
  expect(await rows()).toEqual([expect.not.stringMatching(before[0] ?? '')]);
  expect(await drafts.get('ada', 'search')).toBe('second');
});

it('a row says in which quarter of an hour it goes, and not when somebody typed', async () => {
  await drafts.put('ada', 'd', 'typed');
  const { rows } = await asking((client) => client.query<{ until: string }>(`SELECT until FROM "${schema}".typed`));
  expect(rows).toEqual([{ until: String(Date.UTC(2026, 2, 2, 9, 45)) }]);
});
