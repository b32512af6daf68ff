import { z } from 'zod';
import { allOf, kind, ownScope, type Scope, type Store } from '../../../src/index.ts';
import { InputRefused } from '../settings.ts';

/** Stands in a store for a community that was exported: nobody is served there until it is erased, or kept after all. */
export const Leaving = kind(
  'leaving',
  z.object({
    /** The scope of the community. */
    id: z.string(),
    at: z.number(),
    /** SHA-256 of the receipt that shows that it arrived; empty until the file is there. */
    receipt: z.string(),
    /** Erasing it was begun, so that a part of it may be gone. */
    erasing: z.boolean().default(false),
  }),
  {
    indexes: {},
    sealed: 'no',
    about: {
      what: 'That a community was exported to be moved to another installation, when, and a hash of the receipt for it',
      readBy: 'every start; the operator',
      keptFor: 'until the community is erased here, or kept',
    },
  },
);

/** Another installation whose community this was. */
const Signer = z.object({ publicKey: z.string(), fingerprint: z.string(), until: z.number() });

/** Stands in a store for a community that came from another installation, and for one of which only a part may be here. */
export const Arrived = kind(
  'arrived',
  z.object({
    /** The scope of the community. */
    id: z.string(),
    at: z.number(),
    /** All of it is here. */
    whole: z.boolean(),
    /** For the operator who sent it. */
    receipt: z.string(),
    /** With whose keys documents were signed until it came here, the first one first. */
    signers: z.array(Signer),
  }),
  {
    indexes: {},
    sealed: 'no',
    about: {
      what: 'That a community came from another installation, when, the receipt for it, and the public keys of installations it was in before',
      readBy: 'every start; the operator',
      keptFor: 'as long as the community is here',
    },
  },
);

/** Who may not be served here just now, and why. */
export type Away = ReadonlyMap<Scope, 'leaving' | 'arriving'>;

export async function awayIn(store: Store): Promise<Away> {
  const { left, came } = await store.read(ownScope, async (read) => ({
    left: await allOf(read, Leaving, 'id', { all: true }),
    came: await allOf(read, Arrived, 'id', { all: true }),
  }));
  const partly = came.filter(({ whole }) => !whole);
  return new Map([
    ...left.map(({ id }) => [id, 'leaving'] as const),
    ...partly.map(({ id }) => [id, 'arriving'] as const),
  ]);
}

export const partlyErased = (): InputRefused =>
  new InputRefused(
    'Nothing was changed: erasing this community was begun here, and a part of it is gone. Finish with “community erase” and the same receipt.',
  );
