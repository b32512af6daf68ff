import type { webApi } from '@slack/bolt';
import {
  type Clock,
  chooseLocale,
  type Log,
  type PersonRef,
  peopleOfView,
  type Vault,
  type View,
} from '../../../src/index.ts';
import type { DisplayedPerson, People } from '../block-kit/render-context.ts';
import { codeOf, failureOf } from './failures.ts';
import { userOf } from './refs.ts';

/** What Slack tells of a person, with `users:read`. */
interface Profile {
  readonly name: string;
  readonly zone: string | null;
  readonly locale: string | null;
  /** An owner or administrator of the workspace. */
  readonly manages: boolean;
  /** No full member of the workspace: a guest of one or several channels, somebody from elsewhere, a bot. */
  readonly guest: boolean;
  /** The account was deactivated. */
  readonly left: boolean;
}

/** People are looked up one by one when they are named, never listed. */
export interface Directory {
  /** Null when Slack does not know or does not say. */
  profile(user: string): Promise<Profile | null>;
  /** The locale to word things in for somebody, from what is known of them without asking Slack. */
  localeOf(user: string): string;
  /** The name of one person; null when Slack does not know or does not say. */
  nameOf(ref: PersonRef): Promise<string | null>;
  /** Names for everybody a view names. `missing`: Slack could not be asked right now, so somebody is without a name. */
  namesIn(view: View): Promise<{ people: People; missing: boolean }>;
}

export interface DirectoryParts {
  readonly client: webApi.WebClient;
  readonly team: string;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  /** Called once for somebody whose account turns out to be deactivated. */
  readonly left: (user: string) => void;
}

/** How long (ms) a profile is believed. A changed name or a new administrator is seen after that. */
const freshMs = 10 * 60 * 1000;
const mostKept = 5000;

export function createDirectory({ client, team, vault, clock, log, left }: DirectoryParts): Directory {
  const known = new Map<string, { at: number; profile: Promise<Profile | null> }>();
  const locales = new Map<string, string | null>();

  async function fetchProfile(user: string): Promise<Profile | null> {
    try {
      const profile = profileOf(team, await client.users.info({ user, include_locale: true }));
      if (profile?.left) left(user);
      locales.set(user, profile?.locale ?? null);
      return profile;
    } catch (error) {
      const { why } = failureOf(error);
      log.warn('slack.profile_failed', { why: codeOf(error) });
      if (why !== 'rate' && why !== 'later' && why !== 'unknown') return null;
      known.delete(user);
      throw new NotNow();
    }
  }

  function profile(user: string): Promise<Profile | null> {
    const had = known.get(user);
    if (had !== undefined && clock.now() - had.at < freshMs) return had.profile;
    const asked = fetchProfile(user);
    known.delete(user);
    known.set(user, { at: clock.now(), profile: asked });
    const [oldest] = known.keys();
    if (known.size > mostKept && oldest !== undefined) {
      known.delete(oldest);
      locales.delete(oldest);
    }
    return asked;
  }

  async function shown(ref: PersonRef): Promise<DisplayedPerson | null | NotNow> {
    const id = await vault.reveal(ref);
    const user = id === null ? null : userOf(team, id.id);
    if (user === null) return null;
    try {
      const found = await profile(user);
      return found === null ? null : { name: found.name, id: user };
    } catch (error) {
      if (error instanceof NotNow) return error;
      throw error;
    }
  }

  return {
    profile: (user) => profile(user).catch(() => null),
    localeOf: (user) => chooseLocale(locales.get(user)),
    async nameOf(ref) {
      const one = await shown(ref);
      return one === null || one instanceof NotNow ? null : one.name;
    },
    async namesIn(view) {
      const { named, picked } = peopleOfView(view);
      const refs = [...new Set([...named, ...picked])];
      const found = new Map(await Promise.all(refs.map(async (ref) => [ref, await shown(ref)] as const)));
      const people: People = (ref) => {
        const one = found.get(ref);
        return one === undefined || one instanceof NotNow ? null : one;
      };
      return { people, missing: [...found.values()].some((one) => one instanceof NotNow) };
    },
  };
}

/** Slack could not be asked now; it may well know. */
class NotNow extends Error {
  override readonly name = 'NotNow';
}

function profileOf(team: string, { user }: webApi.UsersInfoResponse): Profile | null {
  if (user === undefined) return null;
  const name = [user.profile?.display_name, user.profile?.real_name, user.real_name, user.name].find((n) => n?.trim());
  return {
    name: name ?? '–',
    zone: user.tz ?? null,
    locale: user.locale ?? null,
    manages: user.is_admin === true || user.is_owner === true,
    guest: isGuest(team, user),
    left: user.deleted === true,
  };
}

/**
 * Restricted: a guest of several channels, ultra-restricted: of one. A stranger, or somebody of another workspace, comes
 * in through a shared channel; in an organization of several workspaces, people of this one have it among their teams.
 */
function isGuest(team: string, user: NonNullable<webApi.UsersInfoResponse['user']>): boolean {
  const teams = [user.team_id ?? team, ...(user.enterprise_user?.teams ?? [])];
  const marks = [user.is_restricted, user.is_ultra_restricted, user.is_stranger, user.is_bot];
  return marks.includes(true) || !teams.includes(team);
}
