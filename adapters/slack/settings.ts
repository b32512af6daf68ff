import { z } from 'zod';
import type { Given, PlatformSettings } from '../platform.ts';

/**
 * What connects Curbside to Slack. Either the app token (Socket Mode) or the signing secret and a port; either the bot token of
 * one workspace, or (HTTP alone) what many workspaces install the app with.
 */
export interface SlackSettings {
  /** `xoxb-…` */
  readonly botToken?: string | undefined;
  readonly oauth?: SlackOauth | undefined;
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

/** The app's credentials, with which any workspace can install it. */
export interface SlackOauth {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the way to Slack and back; the same on every machine. Follows from the installation's key unless set. */
  readonly stateSecret?: string | undefined;
}

export const eventsPath = '/slack/events';

/** Where somebody begins to install the app, and where Slack sends them back to. */
export const installPath = '/slack/install';
export const redirectPath = '/slack/oauth_redirect';

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
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_STATE_SECRET: z
    .string()
    .trim()
    .min(20, 'use at least 20 random characters, such as from: openssl rand -base64 32')
    .optional(),
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
    {
      name: 'SLACK_CLIENT_ID',
      about:
        'For many workspaces (docs/slack.md#many-workspaces), over HTTP: the client ID, from Basic Information. Leave SLACK_BOT_TOKEN empty.',
    },
    { name: 'SLACK_CLIENT_SECRET', about: 'The client secret, beside it.' },
    {
      name: 'SLACK_STATE_SECRET',
      about: 'Signs the way to Slack and back during an installation. If empty, it follows from the key below.',
    },
    { name: 'SLACK_API_URL', about: "Another address of Slack's API, for GovSlack: https://slack-gov.com/api/" },
  ],
  read(environment) {
    const parsed = Environment.safeParse(environment);
    const problems = [
      ...(parsed.error?.issues.map((i) => `${String(i.path[0])}: ${i.message}`) ?? []),
      ...combinations(environment),
    ];
    const env = parsed.data;
    const { botToken, oauth } = ownerOf(env ?? {});
    if (env === undefined || (!botToken && !oauth) || problems.length > 0) return { settings: null, problems };
    const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = env;
    const { PORT: port, HOST: host, SLACK_API_URL: apiUrl } = env;
    return { settings: { botToken, oauth, appToken, signingSecret, port, host, apiUrl }, problems };
  },
};

/** One workspace's token, or what many install the app with. */
function ownerOf(env: Partial<z.output<typeof Environment>>): Pick<SlackSettings, 'botToken' | 'oauth'> {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = env;
  if (clientId && clientSecret) return { oauth: { clientId, clientSecret, stateSecret } };
  return { botToken: env.SLACK_BOT_TOKEN };
}

/** What must be set together, whatever else is wrong. */
function combinations(env: Given): string[] {
  if (env.SLACK_CLIENT_ID || env.SLACK_CLIENT_SECRET || env.SLACK_STATE_SECRET) return manyCombinations(env);
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

/** The same where many workspaces install the app. */
function manyCombinations(env: Given): string[] {
  const needed = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET', 'PORT'] as const;
  const problems = needed
    .filter((name) => !env[name])
    .map((name) => `${name}: needed so that many workspaces can install the app (docs/hosting.md)`);
  if (env.SLACK_BOT_TOKEN)
    problems.push(
      'SLACK_BOT_TOKEN: leave this empty with SLACK_CLIENT_ID; each workspace brings its token when it installs',
    );
  if (env.SLACK_APP_TOKEN)
    problems.push('SLACK_APP_TOKEN: leave this empty with SLACK_CLIENT_ID; many workspaces need HTTP, not Socket Mode');
  return problems;
}
