import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSearchIndex } from '../../../adapters/minisearch/index.ts';
import { createLog } from '../../../adapters/node/log.ts';
import { openDocuments } from '../../../adapters/postgres/index.ts';
import { indexed, searching } from '../../../src/features/consultation/search/texts.ts';
import { DueJobs, due } from '../../../src/runtime/jobs.ts';
import { parsing } from '../../../src/storage/parsing.ts';
import { databaseUrl, dropSchemas, freshSchema } from '../../fixtures/database/schema.ts';

/** One instance: its store, its index, and what it found last. */
async function instance(settings: Parameters<typeof openDocuments>[0]) {
  const store = parsing(await openDocuments(settings));
  const index = createSearchIndex(createLog('silent'), { restMs: 0 });
  const heard: [string, boolean][] = [];
  const search = searching(store, {
    ...index,
    outdated: (scope) => {
      heard.push([scope ?? '', true]);
      index.outdated(scope);
    },
  });
  return { store: indexed(store, index), search, heard };
}

it('an instance hears that another one changed something in a community, and of its own changes nothing', async () => {
  const settings = { url: databaseUrl(), schema: freshSchema(), key: randomBytes(32), most: 3 };
  const [one, other] = [await instance(settings), await instance(settings)];
  const query = { group: 'g', words: 'words', from: null, until: null, labels: [], limit: 10 };
  const change = (of: typeof one, scope: string) =>
    of.store.transact(scope, (tx) => tx.put(DueJobs, due('a.job', scope, 'once', 5, 0, {})));
  one.search('s', query);
  // It listens from then on, and may have missed something before.
  await expect.poll(() => one.heard).toEqual([['', true]]);
  await change(one, 'own');
  await change(other, 'theirs');
  await expect
    .poll(() => one.heard)
    .toEqual([
      ['', true],
      ['theirs', true],
    ]);
  for (const { store } of [one, other]) await store.close();
  await dropSchemas(settings.schema);
});
