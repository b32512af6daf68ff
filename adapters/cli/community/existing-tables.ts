import { DataRefusal } from '../../lowdb/index.ts';
import { asOpeningRefusal } from '../../postgres/errors.ts';
import { inspectServer } from '../../postgres/inspect.ts';
import type { Settings } from '../settings.ts';
import { outdated } from './stores.ts';

/**
 * For what only makes sense where there are tables already, as this version uses them: throws a `DataRefusal` or an `InputRefused`
 * otherwise. Opening them would make them, or change them. Nothing is changed here.
 */
export async function refuseNoTables({ env }: Settings): Promise<void> {
  const { DATABASE_URL: url, VAULT_DATABASE_URL: vaultUrl } = env;
  const look = async (setting: string, at: string, schema: string): Promise<void> => {
    const { migration, isCurrent, isNewer } = await inspectServer(at, schema).catch((error) => {
      throw asOpeningRefusal(error, setting);
    });
    if (migration === null)
      throw new DataRefusal('empty', `${setting}: there is no data in this database yet. Check the address.`);
    // One that a newer version wrote is refused when it is opened.
    if (!isCurrent && !isNewer) throw outdated();
  };
  if (url !== undefined) await look('DATABASE_URL', url, 'curbside');
  const people = vaultUrl ?? url;
  if (people !== undefined)
    await look(vaultUrl === undefined ? 'DATABASE_URL' : 'VAULT_DATABASE_URL', people, 'curbside_people');
}
