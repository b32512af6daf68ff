import { z } from 'zod';
import { kind, type PlatformId } from '../../src/index.ts';

/** The index key under which a platform id is found again. */
export const platformKey = ({ platform, id }: PlatformId): string => JSON.stringify([platform, id]);

const named = { id: z.string(), platform: z.string(), called: z.string() };
const indexes = {
  platform: (entry: { platform: string; called: string }) =>
    platformKey({ platform: entry.platform, id: entry.called }),
};

/** A person: what the platform calls them, and their own key, wrapped by the installation's. */
export const Person = kind('person', z.object({ ...named, wrapped: z.string() }), {
  indexes,
  sealed: 'no',
  about: {
    what: 'Which platform account is behind a reference, and the key of that person',
    readBy: 'the bot, when it sends a message; whoever operates it and holds the key',
    keptFor: 'until the person is erased',
  },
});

/** A community: what the platform calls it. */
export const Community = kind('community', z.object(named), {
  indexes,
  sealed: 'no',
  about: {
    what: 'Which workspace or server is behind a scope',
    readBy: 'the bot; whoever operates it and holds the key',
    keptFor: 'as long as the bot is used there',
  },
});

export const carriedHashing = 'hashing';

/** Keys that followed from an earlier key of the installation and must stay as they were, wrapped by the one of now. */
export const Carried = kind('carried', z.object({ id: z.string(), wrapped: z.string() }), {
  indexes: {},
  sealed: 'no',
  about: {
    what: 'A key for comparing references, kept when the key of the installation was changed',
    readBy: 'the bot',
    keptFor: 'as long as the store',
  },
});
