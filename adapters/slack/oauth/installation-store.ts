import type { Installation, InstallationStore } from '@slack/bolt';
import type { Clock } from '../../../src/index.ts';
import type { Installations, Installed, InstalledIn } from './installations.ts';

/** How long before its end (ms) Bolt refreshes a token: `EXPIRY_WINDOW` of @slack/oauth 4. */
const refreshAheadMs = 2 * 60 * 60 * 1000;

/** How long (ms) one instance has for refreshing before another one may try. */
const refreshingMs = 30_000;
/** Whether somebody is at it. A time further away than they have was set by a clock that was ahead. */
const isHeld = ({ refreshing }: Pick<Installed, 'refreshing'>, now: number): boolean =>
  refreshing > now && refreshing <= now + refreshingMs;
const pauseMs = 250;
/** How long (ms) a call waits for a token that another one refreshes. */
const patienceMs = 2000;

/** No workspace or organization of that id installed the app, Slack revoked its token, or there is none that is good now. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
  readonly code = 'not_installed';
}

/**
 * Bolt's store of installations, kept in the vault. A refresh token is good for one use, and Bolt refreshes wherever it finds a
 * token that ends soon: so one instance at a time is shown that it does, and the others go on with the token of before.
 */
export function createInstallationStore(installations: Installations, clock: Clock): InstallationStore {
  /** What Bolt was given, with its refresh token; a refreshed one comes back on the same object. */
  const given = new WeakMap<object, string | undefined>();

  async function usable(at: InstalledIn): Promise<Installed> {
    for (let waitedMs = 0; ; waitedMs += pauseMs) {
      const known = await installations.of(at);
      if (known === null || known.revoked) throw new NotInstalled('not installed');
      const { refreshToken, expiresAt, ...lasting } = known.bot;
      const leftMs = (expiresAt ?? 0) * 1000 - Date.now();
      if (refreshToken === undefined || expiresAt === undefined || leftMs > refreshAheadMs) return known;
      if (await mayRefresh(known)) return known;
      if (leftMs > 0) return { ...known, bot: lasting };
      if (waitedMs >= patienceMs) throw new NotInstalled('the token ended and was not refreshed yet');
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  async function mayRefresh(known: Installed): Promise<boolean> {
    const now = clock.now();
    if (isHeld(known, now)) return false;
    let mine = false;
    await installations.change(placeOf(known), (current) => {
      mine = current !== null && !isHeld(current, now) && current.bot.token === known.bot.token;
      return mine && current !== null ? { ...current, refreshing: now + refreshingMs } : current;
    });
    return mine;
  }

  return {
    async fetchInstallation(query) {
      const installation = asBolt(await usable(query));
      given.set(installation.bot as object, installation.bot?.refreshToken);
      return installation;
    },
    async storeInstallation(installation) {
      const { bot } = installation;
      const isRefreshed = bot !== undefined && given.has(bot);
      const made = fromBolt(installation as Installation, clock.now());
      await installations.change(placeOf(made), (known) => {
        if (!isRefreshed) return made;
        // Whoever removed the app while its token was refreshed removed it, and whoever installed it anew has a newer one.
        const isStill = known !== null && known.bot.refreshToken === given.get(bot);
        return isStill ? { ...made, since: known.since } : known;
      });
    },
  };
}

const placeOf = ({ orgWide, team, organization }: Installed): InstalledIn => ({
  isEnterpriseInstall: orgWide,
  teamId: team ?? undefined,
  enterpriseId: organization ?? undefined,
});

function fromBolt({ team, enterprise, isEnterpriseInstall, appId, bot }: Installation, now: number): Installed {
  // Every installation asks for a bot's permissions, so there is one.
  if (bot === undefined) throw new NotInstalled('no bot token was granted');
  return {
    is: 'installed',
    since: now,
    refreshing: 0,
    revoked: false,
    team: team?.id ?? null,
    organization: enterprise?.id ?? null,
    orgWide: isEnterpriseInstall === true,
    app: appId ?? null,
    bot,
  };
}

function asBolt({ team, organization, orgWide, app, bot }: Installed): Installation {
  return {
    team: team === null ? undefined : { id: team },
    enterprise: organization === null ? undefined : { id: organization },
    isEnterpriseInstall: orgWide,
    ...(app === null ? {} : { appId: app }),
    user: { id: '', token: undefined, scopes: undefined },
    bot: { ...bot },
    authVersion: 'v2',
    tokenType: 'bot',
  } as Installation;
}
