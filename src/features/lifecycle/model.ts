import { z } from 'zod';
import { kind } from '../../storage/kind.ts';

/** The one document of its kind in a community. */
export const the = 'installation';

/** Since when (ms, by the platform's clock) the bot is in the community; kept only where the platform tells. */
export const Installations = kind('installation', z.object({ id: z.literal(the), since: z.number() }), {
  indexes: {},
  sealed: 'no',
  about: {
    what: 'Since when the bot is in the community, as the platform tells it',
    readBy: 'the bot',
    keptFor: 'until the bot is removed',
  },
});
