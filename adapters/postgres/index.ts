import type { Log, Store, Vault } from '../../src/index.ts';
import { createVault } from '../node/vault.ts';
import type { ServerTime } from './clock.ts';
import { openPostgresStore } from './store.ts';

export interface DatabaseSettings {
  /** `postgresql://…` */
  readonly url: string;
  /** The installation's key, 32 bytes; never in the database. */
  readonly key: Buffer;
  readonly log?: Log;
  /** What the names of its schemas begin with; `curbside` unless told. */
  readonly schema?: string;
  /** The most connections at a time. */
  readonly most?: number;
  /** How long (ms) work goes on trying to reach the database before it is refused; ten seconds unless told. */
  readonly patienceMs?: number;
  /** What the server calls whoever connects, unless people are answered. */
  readonly as?: string;
}

/**
 * The documents of all communities. `time`: what hears the database's time with every change, for instances that share it.
 * Throws a `DataRefusal` that says what to do when the database cannot be used.
 */
export const openDocuments = (
  { schema = 'curbside', ...rest }: DatabaseSettings,
  time?: Pick<ServerTime, 'note'>,
): Promise<Store> => openPostgresStore({ ...rest, schema, use: 'curbside postgres store', ...(time ? { time } : {}) });

/**
 * The vault, in a schema of its own and with connections of its own: a command asks it while its transaction is open.
 * `setting`: the one that the address came from.
 */
export const openPeople = async (settings: DatabaseSettings, setting = 'DATABASE_URL'): Promise<Vault> =>
  createVault(await openPeopleStore(settings, setting), settings.key);

/** The store under that vault. */
export const openPeopleStore = (
  { schema = 'curbside', ...rest }: DatabaseSettings,
  setting = 'DATABASE_URL',
): Promise<Store> =>
  openPostgresStore({
    ...rest,
    setting,
    schema: `${schema}_people`,
    use: 'curbside postgres vault',
    rewrites: true,
  });
