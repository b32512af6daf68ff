import { z } from 'zod';
import { kind, type PlatformId } from '../../src/index.ts';

/** Everything lies in one scope of the vault's own store. */
export const vaultScope = 'vault';

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

/** What a community, or an organization of several, granted the bot: tokens, wrapped by the installation's key. */
export const Granted = kind('grant', z.object({ ...named, wrapped: z.string() }), {
  indexes,
  sealed: 'no',
  about: {
    what: 'The tokens with which the bot works in a workspace that installed it',
    readBy: 'the bot, with every call to the platform; whoever operates it and holds the key',
    keptFor: 'until the app is uninstalled there',
  },
});

const Account = z.object({ ref: z.string(), scope: z.string() });

/** That somebody wants to show an account of theirs in another community as theirs: by the keyed hash of a code. */
export const Offer = kind('accountOffer', z.object({ id: z.string(), of: Account, until: z.number() }), {
  indexes: { ref: (o) => o.of.ref, scope: (o) => o.of.scope },
  sealed: 'no',
  about: {
    what: 'That somebody has a code with which another account of theirs can be linked: a keyed hash of it, whose, until when',
    readBy: 'the bot, when a code is typed',
    keptFor: 'until it was used, another took its place, or a code is asked for a day later',
  },
});

/** Two accounts of one person, each in a community. */
export const AccountLink = kind(
  'accountLink',
  z.object({ id: z.string(), one: Account, other: Account, since: z.number() }),
  {
    indexes: {
      one: (l) => l.one.ref,
      other: (l) => l.other.ref,
      oneScope: (l) => l.one.scope,
      otherScope: (l) => l.other.scope,
    },
    sealed: 'no',
    about: {
      what: 'That two accounts belong to one person, who linked them',
      readBy: 'the bot, when that person looks at their own log',
      keptFor: 'until the person unlinks them, or either account is erased or its community goes',
    },
  },
);

/** Everything that a vault holds. */
export const vaultKinds = [Person, Community, Carried, Granted, Offer, AccountLink] as const;
