import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asking } from '../../fixtures/database/schema.ts';
import { ask, consultationOf } from '../../fixtures/steps.ts';
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
