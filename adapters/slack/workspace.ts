import type { webApi } from '@slack/bolt';
import type { ChatPlatform, Clock, Core, Log, Vault } from '../../src/index.ts';
import type { Documents } from '../documents/index.ts';
import type { Pace } from '../node/pace.ts';
import { createIncomingFactory, type IncomingFactory } from './listeners/incoming.ts';
import { createEventReporter, happened, type ReportEvent } from './listeners/report-event.ts';
import { createResponder, type Responder } from './listeners/respond.ts';
import type { InstalledIn, IsMeant } from './oauth/installations.ts';
import type { NewClient } from './web-api/client.ts';
import { createDirectory, type Directory } from './web-api/directory.ts';
import { createOutbound } from './web-api/messages.ts';

/** One workspace that the bot is in, with everything that belongs to it alone. */
export interface Workspace {
  readonly team: string;
  /** The bot's own user id there. */
  readonly bot: string;
  readonly client: webApi.WebClient;
  readonly newClient: NewClient;
  readonly directory: Directory;
  readonly desk: IncomingFactory;
  readonly tell: ReportEvent;
  readonly answers: Responder;
  readonly outbound: Pick<ChatPlatform, 'post' | 'edit' | 'remove'>;
}

/** The workspaces that the bot is in: the one of a token, or all that installed the app. */
export interface Workspaces {
  /** That of an event. Throws `NotInstalled` where it is none of them. */
  of(at: InstalledIn): Promise<Workspace>;
  byTeam(team: string): Promise<Workspace | null>;
  /**
   * The app was removed: nothing is called with its token any more once `tell` has told of every workspace that lost it.
   * Told first, so that whatever fails in between is found again, by Slack's next delivery or at the next start.
   */
  removed(at: InstalledIn, isMeant: IsMeant, tell: (lost: Workspace) => Promise<void>): Promise<void>;
  /** The bot's token was revoked. */
  revoked(at: InstalledIn, isMeant: IsMeant): Promise<void>;
}

export interface WorkspaceParts {
  readonly core: Pick<Core, 'handle' | 'happened'>;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  readonly documents: Documents | null;
  readonly track: (work: Promise<unknown>) => Promise<void>;
  /** See `ResponderParts`. */
  readonly openWithinMs: number;
  readonly quietForMs: number;
  /** Rates shared with other processes. */
  readonly pace: Pace | undefined;
}

export interface WorkspaceIdentity {
  readonly team: string;
  readonly bot: string;
  readonly newClient: NewClient;
}

export function openWorkspace({ team, bot, newClient }: WorkspaceIdentity, parts: WorkspaceParts): Workspace {
  const { core, vault, clock, log, track, documents, openWithinMs, quietForMs } = parts;
  const client = newClient();
  const left = (user: string): void =>
    void tell({ eventId: `left ${user} ${clock.now()}`, command: happened.personLeft, user });
  const directory = createDirectory({ client, team, vault, clock, log, left });
  const desk = createIncomingFactory(team, vault, directory);
  const tell: ReportEvent = createEventReporter({ core, desk, bot, log, track });
  const answers = createResponder({ client, directory, clock, log, documents, openWithinMs, quietForMs });
  const outbound = createOutbound({ client, team, vault, directory, log, clock, tell });
  return { team, bot, client, newClient, directory, desk, tell, answers, outbound };
}

/** The workspace of a bot token, whatever an event says: a guest from another one in a shared channel is a person of this one. */
export const oneWorkspace = (only: Workspace, log: Log): Workspaces => ({
  of: async () => only,
  byTeam: async (team) => (team === only.team ? only : null),
  removed: async (_at, _isMeant, tell) => tell(only),
  // A token can be replaced without losing the app; what waits to be sent goes on waiting.
  revoked: async () => log.error('slack.token_revoked'),
});
