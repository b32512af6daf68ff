import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asking } from '../../fixtures/database/schema.ts';
import { ask, attest, consultationOf, draft, press } from '../../fixtures/steps.ts';
import { group, openTestApp, type Person } from '../../fixtures/test-app.ts';

it('what one transaction wrote about an anonymous question names nobody, and joins it to nothing that does', async () => {
  const app = await openTestApp({ on: 'database' });
  const { ben } = (await group(app, ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye'])) as { ben: Person };
  const own = await ask(ben, { question: 'How do I begin with a silent group?' }, 'Post anonymously');
  const schema = readFileSync(join(app.folder, 'schema'), 'utf8');
  const { together, joined } = await asking(async (client) => {
    const at = `(SELECT xmin FROM "${schema}".documents WHERE kind = 'consultation' AND id = $1)`;
    const rows = await client.query<{ is: string }>(
      `SELECT concat_ws(' ', kind, id) AS is FROM "${schema}".documents WHERE xmin = ${at}
       UNION ALL SELECT concat_ws(' ', kind, index, key, id) FROM "${schema}".entries WHERE xmin = ${at}`,
      [consultationOf(own)],
    );
    const same = await client.query(
      `SELECT e.kind, e.index FROM "${schema}".entries e JOIN "${schema}".entries o USING (key)
       WHERE e.xmin = ${at} AND (o.id LIKE $2 OR o.key LIKE $2)`,
      [consultationOf(own), `%${ben.who}%`],
    );
    return { together: rows.rows.map((row) => row.is), joined: same.rows };
  });
  expect(together.length).toBeGreaterThan(5);
  expect(together.filter((row) => row.includes(ben.who))).toEqual([]);
  expect(joined).toEqual([]);
  await app.remove();
});

/** What lies beside the documents, row by row: what somebody sees who has the database and looks at it again and again. */
async function besideDocuments(schema: string): Promise<ReadonlyMap<string, readonly string[]>> {
  return asking(async (client) => {
    const tables = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = $1 AND tablename NOT IN ('documents', 'entries')`,
      [schema],
    );
    const seen = new Map<string, readonly string[]>();
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ row: Record<string, unknown> }>(
        `SELECT to_jsonb(t) AS row FROM "${schema}".${name} t`,
      );
      for (const { row } of rows) seen.set(`${name} ${JSON.stringify(row)}`, Object.values(row).map(String));
    }
    return seen;
  });
}

it('raw text that goes with an anonymous post has nothing in common with what the same person typed for a named one', async () => {
  const app = await openTestApp({ on: 'database' });
  const { ben, cleo } = await group(app, ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye', 'gus']);
  const schema = readFileSync(join(app.folder, 'schema'), 'utf8');
  const gone: string[][] = [];
  // From here on the clock stands still: even what is named after its time comes back under the same id.
  await app.pass(7 * 60_000 + 1234);
  const steps = [
    [ben, 'Post as me'],
    [cleo, 'Post as me'],
    [ben, 'Post anonymously'],
    [cleo, 'Post anonymously'],
  ] as const;
  for (const [i, [person, how]] of steps.entries()) {
    const preview = await attest(person as Person, await draft(person as Person, { question: `How do I begin? ${i}` }));
    const before = await besideDocuments(schema);
    await press(person as Person, preview, how);
    const after = await besideDocuments(schema);
    gone.push([...before].filter(([row]) => !after.has(row)).flatMap(([, values]) => values));
  }
  expect(gone.map((values) => values.length > 0)).toEqual([true, true, true, true]);
  // Only the quarter of an hour in which a row goes is the same in several.
  const quarters = gone.flat().filter((value) => /^\d{1,15}$/.test(value));
  expect(quarters.filter((value) => Number(value) % (15 * 60_000) !== 0)).toEqual([]);
  const others = gone.map((values) => values.filter((value) => !quarters.includes(value)));
  const shared = others.flatMap((values, i) =>
    values.filter((value) => others.some((o, j) => j !== i && o.includes(value))),
  );
  expect(shared).toEqual([]);
  await app.remove();
});
