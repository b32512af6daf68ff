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

/** Whether it is the installation, by when (ms) it was made, that an event is about. */
export type IsMeant = (since: number) => boolean;

/** Those that were there then (ms). */
export const madeBy =
  (then: number): IsMeant =>
  (since) =>
    since <= then + roundingMs;

/** The workspaces and organizations that installed the app, with their tokens; they lie in the vault, for every instance. */
export interface Installations {
  of(at: InstalledIn): Promise<Installed | null>;
  /** Of a workspace, be it its own or that of its organization. */
  ofTeam(team: string): Promise<Installed | null>;
  /** Null: whatever is there is as it ought to be. */
  change(at: InstalledIn, change: (known: Installed | null) => Installed | null): Promise<Installed | null>;
  /** Notes that a workspace uses the app of its organization, which has it. */
  noteWithin(team: string, organization: string): Promise<void>;
  /** Workspaces that would lose the app with this installation: those that used it. */
  teamsOf(at: InstalledIn): Promise<readonly string[]>;
  /**
   * Whose installation an event is about that removes one. Slack documents it with a `team_id` alone, and a workspace of an
   * organization has no tokens but those of the organization.
   */
  meant(at: InstalledIn): Promise<InstalledIn>;
  /** Ends an installation; any other than the one that is meant stays. */
  end(at: InstalledIn, isMeant: IsMeant): Promise<void>;
  /** Drops a token that Slack revoked; the installation stays, in case the app was not removed. */
  revoke(at: InstalledIn, isMeant: IsMeant): Promise<void>;
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
      const kept = read(was);
      const next = how(ownOf(kept));
      // That a workspace uses the app of its organization is no installation of its own, and stays where there is none.
      if (next === null) return kept?.is === 'within' ? was : null;
      return JSON.stringify(next);
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

  async function meant(at: InstalledIn): Promise<InstalledIn> {
    const { teamId, enterpriseId, isEnterpriseInstall } = at;
    if (isEnterpriseInstall) return at;
    const ofOrganization = (id: string) => ({ enterpriseId: id, isEnterpriseInstall: true });
    if (teamId === undefined || teamId === null) return enterpriseId ? ofOrganization(enterpriseId) : at;
    const kept = read(await vault.grantOf({ platform, id: teamId }));
    if (kept?.is === 'within') return ofOrganization(kept.organization);
    return kept?.orgWide ? ofOrganization(teamId) : at;
  }

  return {
    of,
    ofTeam: (team) => of({ teamId: team }),
    change,
    teamsOf,
    endWithin,
    meant,
    async noteWithin(team, organization) {
      const id = { platform, id: team };
      const within = JSON.stringify({ is: 'within', organization });
      if ((await vault.grantOf(id)) === within || (await of({ teamId: organization })) === null) return;
      await vault.changeGrant(id, () => within);
    },
    async end(at, isMeant) {
      const teams = at.isEnterpriseInstall ? await teamsOf(at) : [];
      const left = await change(at, (known) => (known !== null && !isMeant(known.since) ? known : null));
      if (left === null) for (const team of teams) await endWithin(team);
    },
    async revoke(at, isMeant) {
      await change(at, (known) =>
        known === null || !isMeant(known.since)
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
