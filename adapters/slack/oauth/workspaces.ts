import type { HTTPReceiver } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import type { SlackSettings } from '../settings.ts';
import { clientWith, type NewClient } from '../web-api/client.ts';
import { openWorkspace, type Workspace, type WorkspaceParts, type Workspaces } from '../workspace.ts';
import { NotInstalled } from './installation-store.ts';
import type { Installations } from './installations.ts';

/** Of how many workspaces the names of people and the like are kept in memory; any other is opened anew. */
const mostOpen = 500;

export interface ManyParts extends WorkspaceParts {
  readonly settings: SlackSettings;
  readonly installations: Installations;
  readonly authorize: Authorize;
}

/** Bolt's installer finds the token of an installation, and refreshes one that ends soon. */
export type Authorize = NonNullable<HTTPReceiver['installer']>['authorize'];

/** Every workspace that installed the app, by itself or with its organization. */
export function manyWorkspaces(parts: ManyParts): Workspaces {
  const { installations, log } = parts;
  const open = new LRUCache<string, Workspace>({ max: mostOpen });

  function workspace(team: string, bot: string): Workspace {
    const known = open.get(team);
    if (known?.bot === bot) return known;
    const made = openWorkspace({ team, bot, newClient: clientFor(parts, team) }, parts);
    open.set(team, made);
    return made;
  }

  async function byTeam(team: string): Promise<Workspace | null> {
    const installed = await installations.ofTeam(team);
    return installed === null ? null : workspace(team, installed.bot.userId);
  }

  return {
    byTeam,
    async of(at) {
      const { teamId, enterpriseId, isEnterpriseInstall } = at;
      if (teamId === undefined) throw new NotInstalled('an event without a workspace');
      if (isEnterpriseInstall && enterpriseId !== undefined) await installations.noteWithin(teamId, enterpriseId);
      const found = await byTeam(teamId);
      if (found === null) throw new NotInstalled('not installed');
      return found;
    },
    async removed(event, isMeant, tell) {
      const at = await installations.meant(event);
      const known = await installations.of(at);
      if (known === null || !isMeant(known.since)) return;
      for (const team of await installations.teamsOf(at)) {
        const lost = await byTeam(team);
        if (lost !== null) await tell(lost);
      }
      await installations.end(at, isMeant);
    },
    async revoked(event, isMeant) {
      log.error('slack.token_revoked');
      await installations.revoke(await installations.meant(event), isMeant);
    },
  };
}

/** Clients that ask for the token at each call: another instance may have refreshed it since. */
function clientFor({ settings, installations, authorize, log, pace, track }: ManyParts, team: string): NewClient {
  /** Whatever goes wrong here, nothing was sent yet. */
  async function token(): Promise<string> {
    try {
      const installed = await installations.ofTeam(team);
      const authorized = authorize({
        teamId: team,
        enterpriseId: installed?.organization ?? undefined,
        isEnterpriseInstall: installed?.orgWide ?? false,
      });
      // Slack takes a refresh token once: stopping waits until what it gave for one is kept.
      void track(authorized.catch(() => {}));
      const { botToken } = await authorized;
      if (botToken) return botToken;
    } catch (cause) {
      throw new NotInstalled('no token', { cause });
    }
    throw new NotInstalled('no token');
  }
  return clientWith({ settings, log, token, team, inTurn: pace && { pace, team } });
}
