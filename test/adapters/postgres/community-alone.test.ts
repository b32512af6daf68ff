import { expect, it } from 'vitest';
import { importCommunity } from '../../../adapters/cli/community/arrive.ts';
import { withStores } from '../../../adapters/cli/community/commands.ts';
import { exportCommunity } from '../../../adapters/cli/community/leave.ts';
import { receivingKey } from '../../../adapters/cli/community/receiving-key.ts';
import { awayIn } from '../../../adapters/cli/community/standing.ts';
import type { Stores } from '../../../adapters/cli/community/stores.ts';
import { readSettings } from '../../../adapters/cli/settings.ts';
import { createSigner } from '../../../adapters/documents/signed/signer.ts';
import { openDocuments } from '../../../adapters/postgres/index.ts';
import type { Store } from '../../../src/index.ts';
import { asking, freshDatabase } from '../../fixtures/database/schema.ts';
import { exported, others, ours, theirs } from '../../fixtures/moving-small.ts';

it('a move ends where Curbside is started meanwhile on the same database, and leaves nothing', async () => {
  const [small, { url, drop }] = [await exported(), await freshDatabase()];
  const settings = readSettings({ DATABASE_URL: url, CURBSIDE_KEY: theirs.toString('base64') });
  let served: Store | undefined;
  /** Somebody starts it after the first look, and before anything is written. */
  const meanwhile = ({ documents, ...rest }: Stores): Stores => ({
    ...rest,
    documents: {
      ...documents,
      async transact(scope, work) {
        served ??= await openDocuments({ url, key: theirs, most: 1 });
        await served.scopes();
        return documents.transact(scope, work);
      },
    },
  });
  const stop = async () => {
    await served?.close();
    served = undefined;
  };
  const away = () => withStores(settings, async ({ documents }) => expect([...(await awayIn(documents))]).toEqual([]));
  const given = { file: small.file, signer: createSigner(ours).fingerprint, now: 1 };
  const importing = withStores(
    settings,
    async (stores) => {
      await importCommunity(meanwhile(stores), given, () => {});
    },
    { fills: true },
  );
  await expect(importing).rejects.toThrow('Curbside is running on this database');
  await expect(withStores(settings, async () => {})).rejects.toThrow('Curbside is running on this database');
  await stop();
  await away();
  await withStores(settings, async (stores) => void (await importCommunity(stores, given, () => {})));

  const recipient = (await receivingKey(others)).recipient;
  const leaving = { community: 'team', recipient, file: await small.place('on'), now: 1 };
  const exporting = withStores(settings, async (stores) => {
    await exportCommunity(meanwhile(stores), leaving, () => {});
  });
  await expect(exporting).rejects.toThrow('Curbside is running on this database');
  await stop();
  await away();
  await drop();
  await small.remove();
});

it('what only looks at an empty database, or at one of an earlier version, changes nothing there', async () => {
  const { url, drop } = await freshDatabase();
  const settings = readSettings({ DATABASE_URL: url, CURBSIDE_KEY: theirs.toString('base64') });
  const looking = () => withStores(settings, async () => {});
  await expect(looking()).rejects.toThrow('DATABASE_URL: there is no data in this database yet. Check the address.');
  const made = await asking((client) => client.query("SELECT FROM pg_namespace WHERE nspname LIKE 'curbside%'"), url);
  expect(made.rowCount).toBe(0);

  await withStores(settings, async () => {}, { fills: true });
  await looking();
  await asking((client) => client.query('DELETE FROM curbside_people.migrations WHERE number = 6'), url);
  await expect(looking()).rejects.toThrow('written by an earlier version of Curbside');
  await drop();
});
