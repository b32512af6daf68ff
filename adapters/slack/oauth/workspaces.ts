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
  readonly installer: Installer;
}

/** Bolt's installer, which knows the token of an installation and refreshes it. */
export type Installer = NonNullable<HTTPReceiver['installer']>;

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
    async removed(at, then) {
      const lost: Workspace[] = [];
      for (const team of await installations.teamsOf(at)) lost.push(...[await byTeam(team)].filter((w) => w !== null));
      return (await installations.end(at, then)) ? lost : [];
    },
    async revoked(at, then) {
      log.error('slack.token_revoked');
      await installations.revoke(at, then);
    },
  };
}

/** Clients that ask for the token at each call: another instance may have refreshed it since. */
function clientFor({ settings, installations, installer, log, pace }: ManyParts, team: string): NewClient {
  /** Whatever goes wrong here, nothing was sent yet. */
  async function token(): Promise<string> {
    try {
      const installed = await installations.ofTeam(team);
      const { botToken } = await installer.authorize({
        teamId: team,
        enterpriseId: installed?.organization ?? undefined,
        isEnterpriseInstall: installed?.orgWide ?? false,
      });
      if (botToken) return botToken;
    } catch (cause) {
      throw new NotInstalled('no token', { cause });
    }
    throw new NotInstalled('no token');
  }
  return clientWith({ settings, log, token, team, inTurn: pace && { pace, team } });
}
