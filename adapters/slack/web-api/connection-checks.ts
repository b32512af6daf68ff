import { webApi } from '@slack/bolt';
import type { Check, Log, Msg } from '../../../src/index.ts';
import { botScopes, optionalBotScopes } from '../manifest.ts';
import type { SlackSettings } from '../settings.ts';
import { say } from '../words/index.ts';
import { clientOptions, clientWith, type NewClient } from './client.ts';
import { codeOf } from './failures.ts';
import { saysOf } from './refused.ts';

/** Slack turns away requests signed more than five minutes off (docs: verifying requests from Slack). */
const mostSkewMs = 300_000;
const worthSayingMs = 30_000;

export interface CheckContext {
  readonly settings: SlackSettings;
  /** This machine's clock (ms). */
  readonly now: () => number;
  /** Takes each finding as soon as it is there. */
  readonly found: (check: Check) => void;
}

/** A client that notices Slack's clock on the way. `newClient`: of a workspace, unless that of the bot token in the settings. */
export function createCheckingClient(
  { settings, now, found }: CheckContext,
  newClient: NewClient = clientWith({ settings, log: silent, token: async () => settings.botToken ?? '' }),
): webApi.WebClient {
  let told = false;
  return newClient((response) => {
    const slackTime = Date.parse(response.headers.get('date') ?? '');
    if (!told && !Number.isNaN(slackTime)) found(clockCheck(now() - slackTime));
    told = true;
  });
}

/** The token and its permissions. False when there is no point in looking further. */
export async function checkToken(bot: webApi.WebClient, found: CheckContext['found']): Promise<boolean> {
  try {
    const me = await bot.auth.test();
    found(good(say('slack.check.bot')));
    for (const check of scopeChecks(me.response_metadata?.scopes ?? [])) found(check);
    return true;
  } catch (error) {
    found(bad(saysOf(error, 'slack.check.botRefused')));
    return false;
  }
}

/** Slack names the token's scopes in a header of every answer; where it does not, nothing is said. */
function scopeChecks(have: readonly string[]): Check[] {
  if (have.length === 0) return [];
  const missing = botScopes.filter((scope) => !have.includes(scope));
  const known: readonly string[] = [...botScopes, ...optionalBotScopes];
  const more = have.filter((scope) => !known.includes(scope));
  return [
    missing.length === 0
      ? good(say('slack.check.scopes'))
      : bad(say('slack.check.scopesMissing', { scopes: missing.join(', ') })),
    ...(more.length === 0 ? [] : [bad(say('slack.check.scopesMore', { scopes: more.join(', ') }))]),
  ];
}

/**
 * Client ID and secret, of an app that many workspaces install: Slack looks at them before it looks at a code
 * (docs.slack.dev/reference/methods/oauth.v2.access), and of a code that does not exist it makes nothing.
 */
export async function checkInstaller(context: CheckContext): Promise<void> {
  const { settings, found } = context;
  const { clientId, clientSecret } = settings.oauth ?? { clientId: '', clientSecret: '' };
  const access = { code: 'curbside-doctor', client_id: clientId, client_secret: clientSecret };
  const error: unknown = await createCheckingClient(context)
    .oauth.v2.access(access)
    .catch((refusal) => refusal);
  const why = codeOf(error);
  // Any other answer says nothing about the two.
  if (why === 'invalid_code') found(good(say('slack.check.client')));
  else if (badClient.has(why)) found(bad(say('slack.check.clientRefused', { why })));
  else found(bad(saysOf(error, 'slack.check.clientUnclear')));
}

const badClient = new Set(['invalid_client_id', 'bad_client_secret']);

/** How Slack reaches Curbside: by a WebSocket, or over HTTP. */
export async function checkEntry({ settings, found }: CheckContext): Promise<void> {
  if (settings.appToken === undefined) {
    const http = settings.signingSecret !== undefined && settings.port !== undefined;
    found(http ? good(say('slack.check.http', { port: settings.port ?? 0 })) : bad(say('slack.check.entry')));
    if (http && settings.oauth !== undefined) found(good(say('slack.check.install')));
    return;
  }
  try {
    await new webApi.WebClient(settings.appToken, clientOptions(settings, silent)).apps.connections.open({});
    found(good(say('slack.check.app')));
  } catch (error) {
    found(bad(saysOf(error, 'slack.check.appRefused')));
  }
}

/** Whether the bot can write in the channel. */
export async function checkChannel(
  bot: webApi.WebClient,
  channel: string,
  found: CheckContext['found'],
): Promise<void> {
  try {
    const { channel: info } = await bot.conversations.info({ channel });
    if (info?.is_archived) found(bad(say('slack.check.channelArchived')));
    else found(info?.is_member ? good(say('slack.check.channel')) : bad(say('slack.check.channelOut')));
  } catch {
    found(bad(say('slack.check.channelGone')));
  }
}

function clockCheck(skewMs: number): Check {
  const off = Math.abs(skewMs);
  if (off < worthSayingMs) return good(say('slack.check.clockFine'));
  return { ...bad(say('slack.check.clock', { seconds: Math.round(off / 1000) })), ok: off < mostSkewMs / 2 };
}

const good = (says: Msg): Check => ({ ok: true, says });
const bad = (says: Msg): Check => ({ ok: false, says });

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
