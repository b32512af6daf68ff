import { webApi } from '@slack/bolt';
import type { Log } from '../../../src/index.ts';
import type { Pace } from '../../node/pace.ts';
import { apiUrlOf, type SlackSettings } from '../settings.ts';
import { libraryLog } from './library-log.ts';
import { paced } from './pace.ts';

/**
 * Options of Slack's client for every call. No retries of its own: a post that may have happened must not be repeated,
 * and how long to wait is for the outbox to decide. An own receiver does not inherit the address, so it gets this too.
 */
export function clientOptions(settings: SlackSettings, log: Log): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrlOf(settings),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 15_000,
    allowAbsoluteUrls: false,
    logger: libraryLog(log),
  };
}

/** Makes a client of one workspace. `seen`: hears of every answer, before it is read. */
export type NewClient = (seen?: (response: Response) => void) => webApi.WebClient;

export interface ClientParts {
  readonly settings: SlackSettings;
  readonly log: Log;
  /** Asked for at each call, as it may have been refreshed. A rejection means that nothing was sent. */
  readonly token: () => Promise<string>;
  /** Which of an organization's workspaces is meant; not needed with a token of one alone. */
  readonly team?: string;
  /** Rates shared with other processes, and the workspace that they are counted for. */
  readonly inTurn?: { readonly pace: Pace; readonly team: string } | undefined;
}

export const clientWith =
  ({ settings, log, token, team, inTurn }: ClientParts): NewClient =>
  (seen) =>
    new webApi.WebClient(undefined, {
      ...clientOptions(settings, log),
      ...(team === undefined ? {} : { teamId: team }),
      fetch: async (url, init) => {
        const { headers, ...rest } = init as RequestInit;
        const bearer = await token();
        const authorized = {
          ...(headers as Record<string, string>),
          ...(bearer === '' ? {} : { Authorization: `Bearer ${bearer}` }),
        };
        const early = inTurn && (await paced(inTurn.pace, inTurn.team, url as string, rest.body));
        const response = early ?? (await fetch(url as string, { ...rest, headers: authorized }));
        seen?.(response);
        return response as unknown as Awaited<ReturnType<webApi.FetchFunction>>;
      },
    });
