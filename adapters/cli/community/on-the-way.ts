import { allOf, defaultLocale, ownScope, type Scope, type Store, shownDate } from '../../../src/index.ts';
import { Arrived, Leaving } from './standing.ts';

/** A community in which nobody is served just now. */
export interface OnTheWay {
  readonly id: Scope;
  readonly says: string;
  /** As it is meant to be; otherwise something was cut short and has to be done again. */
  readonly ok: boolean;
}

/** Those of a store, with what an operator can do about each. */
export async function onTheWay(store: Store): Promise<readonly OnTheWay[]> {
  const { left, came } = await store.read(ownScope, async (read) => ({
    left: await allOf(read, Leaving, 'id', { all: true }),
    came: await allOf(read, Arrived, 'id', { all: true }),
  }));
  return [
    ...left.map(({ id, at, receipt, erasing }) => ({
      ...{ id, ok: receipt !== '' && !erasing },
      says: erasing
        ? 'Erasing it was interrupted. Run “community erase” again with the same receipt.'
        : receipt === ''
          ? 'Its export was interrupted. Export it again, or undo it with “community keep”.'
          : `Exported on ${day(at)}. Curbside doesn’t answer in it until you erase it or undo the export with “community keep”.`,
    })),
    ...came
      .filter(({ whole }) => !whole)
      .map(({ id }) => ({
        ...{ id, ok: false },
        says: 'Its import was interrupted. Import it again, or remove it with “community keep”.',
      })),
  ];
}

export const day = (at: number): string => shownDate(new Date(at).toISOString().slice(0, 10), defaultLocale);
