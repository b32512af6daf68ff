import type { Store, Tx } from '../../../src/index.ts';
import { ownScope, Settings } from './kinds.ts';

const id = 'playground';
const fresh: Settings = { id, clockOffsetMs: 0, messages: 0, seeded: false, tour: 'ask' };

/** What the playground remembers of itself, with what a first start has. */
export const settingsIn = async (read: Pick<Tx, 'get'>): Promise<Settings> => (await read.get(Settings, id)) ?? fresh;

export const readSettings = (store: Store): Promise<Settings> => store.read(ownScope, settingsIn);

/** Changes some of it; resolves with the whole once it is durable. */
export const changeSettings = (store: Store, change: Partial<Omit<Settings, 'id'>>): Promise<Settings> =>
  store.transact(ownScope, async (tx) => {
    const next = { ...(await settingsIn(tx)), ...change };
    await tx.put(Settings, next);
    return next;
  });
