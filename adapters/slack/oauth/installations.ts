import { z } from 'zod';
import type { Vault } from '../../../src/index.ts';

/** Where an event comes from, or a call goes, as Bolt names it. */
export interface InstalledIn {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
  readonly isEnterpriseInstall?: boolean | undefined;
}

/** What is kept of an installation: ids and the bot's token, no name of a workspace and nothing of who installed it. */
const Installed = z.object({
  is: z.literal('installed'),
  /** When (ms) somebody installed it; a refreshed token changes nothing here. */
  since: z.number(),
  /** Until when (ms) one instance, and no other, refreshes its token. */
  refreshing: z.number().default(0),
  /** Slack revoked the token: it was dropped, and what waits goes out once the app is installed again. */
  revoked: z.boolean().default(false),
  team: z.string().nullable(),
  organization: z.string().nullable(),
  orgWide: z.boolean(),
  app: z.string().nullable(),
  bot: z.object({
    id: z.string(),
    userId: z.string(),
    token: z.string(),
    scopes: z.array(z.string()),
    refreshToken: z.string().optional(),
    /** Seconds. */
    expiresAt: z.number().optional(),
  }),
});
export type Installed = z.output<typeof Installed>;

/** A workspace of an organization that installed the app for all of its own. */
const Within = z.object({ is: z.literal('within'), organization: z.string() });

const Kept = z.discriminatedUnion('is', [Installed, Within]);

/** How much older (ms) than an installation an event may be that still ends it: Slack tells the time of events in seconds. */
const roundingMs = 1000;

/** The workspaces and organizations that installed the app, with their tokens; they lie in the vault, for every instance. */
export interface Installations {
  of(at: InstalledIn): Promise<Installed | null>;
  /** Of a workspace, be it its own or that of its organization. */
  ofTeam(team: string): Promise<Installed | null>;
  /** Null: whatever is there is as it ought to be. */
  change(at: InstalledIn, change: (known: Installed | null) => Installed | null): Promise<Installed | null>;
  /** Notes that a workspace uses the app of its organization. */
  noteWithin(team: string, organization: string): Promise<void>;
  /** Workspaces that would lose the app with this installation: those that used it. */
  teamsOf(at: InstalledIn): Promise<readonly string[]>;
  /** Ends an installation that somebody removed then (ms); one that was made since stays. False where it stays. */
  end(at: InstalledIn, then: number): Promise<boolean>;
  /** Drops a token that Slack revoked then (ms); the installation stays, in case the app was not removed. */
  revoke(at: InstalledIn, then: number): Promise<void>;
  /** Ends it for one workspace of an organization. */
  endWithin(team: string): Promise<void>;
  all(): Promise<readonly Installed[]>;
  /** How many workspaces have the app; of an organization those that used it. */
  count(): Promise<number>;
}

export function createInstallations(vault: Vault): Installations {
  const platform = 'slack';
  const read = (text: string | null): z.output<typeof Kept> | null =>
    text === null ? null : Kept.parse(JSON.parse(text));
  const keyOf = ({ teamId, enterpriseId, isEnterpriseInstall }: InstalledIn) => ({
    platform,
    id: (isEnterpriseInstall ? enterpriseId : teamId) ?? '',
  });
  const ownOf = (kept: z.output<typeof Kept> | null): Installed | null => (kept?.is === 'installed' ? kept : null);

  async function of(at: InstalledIn): Promise<Installed | null> {
    const kept = read(await vault.grantOf(keyOf(at)));
    if (kept?.is !== 'within') return kept;
    return ownOf(read(await vault.grantOf({ platform, id: kept.organization })));
  }

  async function change(
    at: InstalledIn,
    how: (known: Installed | null) => Installed | null,
  ): Promise<Installed | null> {
    const text = await vault.changeGrant(keyOf(at), (was) => {
      const next = how(ownOf(read(was)));
      return next === null ? null : JSON.stringify(next);
    });
    return ownOf(read(text));
  }

  async function teamsOf(at: InstalledIn): Promise<readonly string[]> {
    if (!at.isEnterpriseInstall) return at.teamId === undefined ? [] : [at.teamId];
    return (await vault.grants(platform)).flatMap(({ of, text }) => {
      const kept = read(text);
      return kept?.is === 'within' && kept.organization === at.enterpriseId ? [of.id] : [];
    });
  }

  async function endWithin(team: string): Promise<void> {
    await vault.changeGrant({ platform, id: team }, (was) => (read(was)?.is === 'within' ? null : was));
  }

  const isOf = (known: Installed, then: number): boolean => known.since <= then + roundingMs;

  return {
    of,
    ofTeam: (team) => of({ teamId: team }),
    change,
    teamsOf,
    endWithin,
    async noteWithin(team, organization) {
      const id = { platform, id: team };
      const within = JSON.stringify({ is: 'within', organization });
      if ((await vault.grantOf(id)) !== within) await vault.changeGrant(id, () => within);
    },
    async end(at, then) {
      const teams = at.isEnterpriseInstall ? await teamsOf(at) : [];
      const left = await change(at, (known) => (known !== null && !isOf(known, then) ? known : null));
      if (left !== null) return false;
      for (const team of teams) await endWithin(team);
      return true;
    },
    async revoke(at, then) {
      await change(at, (known) =>
        known === null || !isOf(known, then)
          ? known
          : {
              ...known,
              revoked: true,
              bot: { ...known.bot, token: '', refreshToken: undefined, expiresAt: undefined },
            },
      );
    },
    async count() {
      const all = (await vault.grants(platform)).map(({ text }) => read(text));
      return all.filter((kept) => kept?.is === 'within' || kept?.orgWide === false).length;
    },
    async all() {
      return (await vault.grants(platform)).flatMap(({ text }) => ownOf(read(text)) ?? []);
    },
  };
}
