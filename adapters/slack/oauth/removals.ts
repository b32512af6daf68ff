import type { App } from '@slack/bolt';
import type { Log } from '../../../src/index.ts';
import { happened } from '../listeners/report-event.ts';
import { codeOf } from '../web-api/failures.ts';
import type { Workspaces } from '../workspace.ts';
import type { Installations } from './installations.ts';

/** What only apps of many workspaces hear: an organization took the app away from some of its own. */
export function watchOrganizations(app: App, workspaces: Workspaces, installations: Installations): void {
  const lose = async (teams: readonly string[], eventId: string): Promise<void> => {
    for (const team of teams) {
      const lost = await workspaces.byTeam(team);
      await lost?.tell({ eventId, command: happened.uninstalled });
      await installations.endWithin(team);
    }
  };
  app.event('team_access_revoked', ({ event, body }) => lose(event.team_ids, body.event_id));
  app.event('app_uninstalled_team', ({ event, body }) => lose([event.team_id], body.event_id));
}

export interface RemovedParts {
  readonly workspaces: Workspaces;
  readonly installations: Installations;
  readonly log: Log;
}

/** What Slack answers to the token of an app that was removed. Not `invalid_auth`: a network that Slack does not let in gets that, too. */
const removedCodes = new Set(['account_inactive', 'token_revoked']);

/**
 * Slack tells nobody later that the app was removed while no instance ran, so at each start every installation's token is tried.
 * One that Slack cannot judge now stays.
 */
export async function findRemoved({ workspaces, installations, log }: RemovedParts): Promise<void> {
  for (const { orgWide, team, organization, since } of await installations.all()) {
    const at = {
      isEnterpriseInstall: orgWide,
      teamId: team ?? undefined,
      enterpriseId: organization ?? undefined,
    };
    const [first] = await installations.teamsOf(at);
    const one = first === undefined ? null : await workspaces.byTeam(first);
    try {
      await one?.client.auth.test();
    } catch (error) {
      const why = codeOf(error);
      log.warn('slack.installation_unusable', { why });
      if (!removedCodes.has(why)) continue;
      // Somebody may have installed it anew meanwhile.
      const isMeant = (made: number) => made === since;
      await workspaces.removed(at, isMeant, ({ tell }) =>
        tell({ eventId: `removed ${since}`, command: happened.uninstalled }),
      );
    }
  }
}
