import { type CheckinSettings, type Log, migrations, NewerStore, upgraded } from '../../src/index.ts';
import { randomIds } from '../node/ids.ts';
import { alone } from '../postgres/alone.ts';
import { openClock } from '../postgres/clock.ts';
import { openDrafts } from '../postgres/drafts.ts';
import { hopping } from '../postgres/hopping.ts';
import { openDocuments, openPeople } from '../postgres/index.ts';
import { openLeases } from '../postgres/leases.ts';
import { openPace } from '../postgres/pace.ts';
import { newer } from '../postgres/schema.ts';
import { awayIn } from './community/standing.ts';
import type { InstallationKey } from './key.ts';
import { refuseUnfinished } from './migrate/unfinished.ts';
import { type Measured, type Parts, partsOver } from './open-parts.ts';

/** Where the database is, and that of the people where it is another one. */
export interface DatabaseAddress {
  readonly url: string;
  readonly vaultUrl: string | undefined;
}

/**
 * Opens a database and brings it up to date, one instance at a time. Throws a `DataRefusal` that says what to do; what was
 * opened until then is closed again.
 */
export async function openDatabaseParts(
  { url, vaultUrl }: DatabaseAddress,
  { key }: InstallationKey,
  log: Log,
  checkins: CheckinSettings,
  measured?: Measured,
): Promise<Parts> {
  const opened: { close(): Promise<void> }[] = [];
  const open = async <T extends { close(): Promise<void> }>(opening: Promise<T> | T): Promise<T> => {
    const one = await opening;
    opened.push(one);
    return one;
  };
  try {
    const time = await open(openClock(url, log));
    const { clock } = time;
    const store = await open(openDocuments({ url, key, log }, time));
    const setting = vaultUrl === undefined ? 'DATABASE_URL' : 'VAULT_DATABASE_URL';
    const vault = await open(openPeople({ url: vaultUrl ?? url, key, log, most: 5 }, setting));
    await refuseUnfinished(store);
    // A copy is the database team's, see docs/hosting.md.
    const keepCopy = async (): Promise<void> => log.warn('store.upgrade_without_copy');
    await alone(url, () => upgraded({ store, vault }, migrations, { log, keepCopy }));
    const away = await awayIn(store);
    const drafts = await open(openDrafts({ url, schema: 'curbside', key, clock, log }));
    const leases = openLeases({ url, schema: 'curbside', me: randomIds.next(), log });
    const pace = openPace({ url, schema: 'curbside', key, log });
    const hops = { drafts, around: (core: Parameters<typeof hopping>[0]) => hopping(core, drafts) };
    const under = {
      store,
      away,
      vault,
      key,
      clock,
      hops,
      leases,
      pace,
      close: async () => void (await Promise.all([drafts, leases, pace, time].map((one) => one.close()))),
    };
    return partsOver(under, log, checkins, measured);
  } catch (error) {
    for (const one of opened) await one.close();
    throw error instanceof NewerStore ? newer() : error;
  }
}
