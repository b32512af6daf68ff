import { ownScope } from '../../../src/index.ts';
import { createLog } from '../../node/log.ts';
import { openDocuments, openPeopleStore } from '../../postgres/index.ts';
import { refuseRunning } from '../../postgres/running.ts';
import { refuseNoData } from '../folder-integrity.ts';
import { existingKey } from '../key-settings.ts';
import { openFolderStores } from '../open-parts.ts';
import { InputRefused, type Settings } from '../settings.ts';
import { copyDocuments, copyPeople, holdsOthers, type Progress } from './copy.ts';
import { beginMove, endMove, isMoving } from './unfinished.ts';

/** The two stores of an installation. */
interface Both {
  readonly documents: Awaited<ReturnType<typeof openDocuments>>;
  readonly people: Awaited<ReturnType<typeof openDocuments>>;
}

/**
 * `curbside migrate --to postgres` or `--to folder`: copies everything from the data folder into the database, or back, and
 * compares each document. The source stays as it is. Cut short, it continues where it stopped. Nobody may use either meanwhile.
 */
export async function migrate(to: string, settings: Settings, print: (line: string) => void): Promise<void> {
  const { DATABASE_URL: url, VAULT_DATABASE_URL: vaultUrl = url, LOG_LEVEL } = settings.env;
  if (to !== 'postgres' && to !== 'folder') throw new InputRefused('Enter --to postgres or --to folder.');
  if (url === undefined || vaultUrl === undefined)
    throw new InputRefused('Set DATABASE_URL first; see docs/hosting.md.');
  const { key } = await existingKey(settings);
  if (to === 'postgres') await refuseNoData(settings.dataFolder, key);
  const log = createLog(LOG_LEVEL === 'info' ? 'warn' : LOG_LEVEL);
  await refuseRunning(url);
  const folder = await openFolderStores(settings.dataFolder, key, log);
  const opened = [folder.documents, folder.people];
  try {
    const database: Both = {
      documents: await openDocuments({ url, key, log }),
      people: await openPeopleStore({ url: vaultUrl, key, log }),
    };
    opened.push(database.documents, database.people);
    const [from, into] = to === 'postgres' ? [folder, database] : [database, folder];
    await move(from, into, print);
    print(
      to === 'postgres'
        ? `Done. Curbside uses the database from now on. Keep ${settings.dataFolder} until you’re sure, then delete it.`
        : 'Done. Remove DATABASE_URL from .env to use the folder. Keep the database until you’re sure.',
    );
  } finally {
    for (const store of opened) await store.close();
  }
}

/** Moves both stores, with a line for each kind of each community. Throws when the source itself is only a part. */
export async function move(from: Both, into: Both, print: (line: string) => void): Promise<void> {
  if (await isMoving(from.documents)) throw new InputRefused('The source holds a move that wasn’t finished.');
  const scopes = await from.documents.scopes();
  const progress: Progress = ({ scope, kind, documents }) => {
    const at = scopes.indexOf(scope) + 1;
    print(`${at > 0 ? `Part ${at} of ${scopes.length}` : 'People'}: ${documents} × ${kind}, each compared.`);
  };
  if (!(await isMoving(into.documents))) await refuseFilled(into);
  await beginMove(into.documents);
  const people = await copyPeople(from.people, into.people, progress);
  const documents = await copyDocuments(from.documents, into.documents, progress);
  await endMove(into.documents);
  print(`Moved ${documents} documents and ${people} people and communities.`);
}

/** A move begins in empty stores only: what people did there since an earlier one would be undone, and who was erased would be back. */
async function refuseFilled({ documents, people }: Both): Promise<void> {
  const scopes = [...(await documents.scopes()), ...(await people.scopes())];
  if (scopes.some((scope) => scope !== ownScope)) throw holdsOthers();
}
