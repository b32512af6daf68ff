import { z } from 'zod';
import { kind, ownScope, type Store } from '../../../src/index.ts';
import { DataRefusal } from '../../lowdb/index.ts';
import { run } from '../run.ts';

/** Stands in a store that data is being moved into, until all of it is there. */
const Moving = kind('moving', z.object({ id: z.literal('moving') }), {
  indexes: {},
  sealed: 'no',
  about: { what: 'That a move into this store was begun', readBy: 'every start', keptFor: 'until it is finished' },
});

export const beginMove = (store: Store): Promise<void> =>
  store.transact(ownScope, (tx) => tx.put(Moving, { id: 'moving' }));

export const endMove = (store: Store): Promise<void> => store.transact(ownScope, (tx) => tx.remove(Moving, 'moving'));

export const isMoving = async (store: Store): Promise<boolean> =>
  (await store.read(ownScope, (read) => read.get(Moving, 'moving'))) !== null;

/** Throws a `DataRefusal` where only a part of what was to be moved here may be there. */
export async function refuseUnfinished(store: Store): Promise<void> {
  if (await isMoving(store))
    throw new DataRefusal(
      'corrupt',
      `Moving the data here wasn’t finished. Run ${run('migrate')} with the same --to again; it continues where it stopped.`,
    );
}
