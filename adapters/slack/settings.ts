import { z } from 'zod';
import type { Given, PlatformSettings } from '../platform.ts';

/** What connects Curbside to one Slack workspace. Either the app token (Socket Mode) or the signing secret and a port. */
export interface SlackSettings {
  /** `xoxb-…` */
  readonly botToken: string;
  /** `xapp-…`, with connections:write: Slack is reached over a WebSocket, no address of one's own is needed. */
  readonly appToken?: string | undefined;
  /** Slack calls `POST /slack/events` on `port`; each call is checked against this secret. */
  readonly signingSecret?: string | undefined;
  readonly port?: number | undefined;
  /** Address to listen on; only this machine unless set, as a proxy with a certificate stands before it. */
  readonly host?: string | undefined;
  /** For GovSlack (`https://slack-gov.com/api/`) and tests. */
  readonly apiUrl?: string | undefined;
}

export const eventsPath = '/slack/events';

/** Slack's client takes the address as a prefix: without the last slash it would call `…/apiauth.test`. */
export function apiUrlOf(settings: SlackSettings): string {
  const url = settings.apiUrl ?? 'https://slack.com/api/';
  const whole = url.endsWith('/') ? url : `${url}/`;
  return whole.endsWith('/api/') ? whole : `${whole}api/`;
}

const text = z.string().trim().min(1).optional();

const Environment = z.object({
  SLACK_BOT_TOKEN: text.refine(
    (t) => t === undefined || t.startsWith('xoxb-'),
    'a bot token starts with xoxb-; copy it from OAuth & Permissions',
  ),
  SLACK_APP_TOKEN: text.refine(
    (t) => t === undefined || t.startsWith('xapp-'),
    'an app token starts with xapp-; make one with connections:write under Basic Information',
  ),
  SLACK_SIGNING_SECRET: text,
  SLACK_API_URL: z.url('write a whole address, for example https://slack-gov.com/api/').optional(),
  PORT: z.coerce.number().int().optional().catch(undefined),
  HOST: text,
});

export const settings: PlatformSettings<SlackSettings> = {
  needs: 'SLACK_BOT_TOKEN and SLACK_APP_TOKEN (docs/slack.md)',
  variables: [
    { name: 'SLACK_BOT_TOKEN', about: 'The bot token, from OAuth & Permissions. Starts with xoxb-.' },
    {
      name: 'SLACK_APP_TOKEN',
      about:
        'Socket Mode, the usual way: an app token with connections:write, from Basic Information. Starts with xapp-.',
    },
    {
      name: 'SLACK_SIGNING_SECRET',
      about: 'HTTP instead of Socket Mode: the signing secret, from Basic Information; needs PORT as well.',
    },
    { name: 'SLACK_API_URL', about: "Another address of Slack's API, for GovSlack: https://slack-gov.com/api/" },
  ],
  read(environment) {
    const parsed = Environment.safeParse(environment);
    const problems = [
      ...(parsed.error?.issues.map((i) => `${String(i.path[0])}: ${i.message}`) ?? []),
      ...combinations(environment),
    ];
    const env = parsed.data ?? {};
    const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
    if (!botToken || problems.length > 0) return { settings: null, problems };
    const { PORT: port, HOST: host, SLACK_API_URL: apiUrl } = env;
    return { settings: { botToken, appToken, signingSecret, port, host, apiUrl }, problems };
  },
};

/** What must be set together, whatever else is wrong. */
function combinations(env: Given): string[] {
  const problems: string[] = [];
  if (env.SLACK_BOT_TOKEN && !env.SLACK_APP_TOKEN && !env.SLACK_SIGNING_SECRET) {
    problems.push('SLACK_APP_TOKEN: Slack needs this (Socket Mode), or SLACK_SIGNING_SECRET and PORT (HTTP)');
  }
  if (env.SLACK_SIGNING_SECRET && !env.SLACK_APP_TOKEN && !env.PORT) {
    problems.push('PORT: needed beside SLACK_SIGNING_SECRET, the port on which Slack reaches Curbside');
  }
  if ((env.SLACK_APP_TOKEN || env.SLACK_SIGNING_SECRET) && !env.SLACK_BOT_TOKEN) {
    problems.push('SLACK_BOT_TOKEN: needed to connect Slack');
  }
  return problems;
}
