import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSlack, type Slack } from '../../adapters/slack/chat-platform.ts';
import { runChecks } from '../../adapters/slack/doctor.ts';
import { botScopes } from '../../adapters/slack/manifest.ts';
import { routes, type Vault, wordsOf } from '../../src/index.ts';
import { body, card, everyForm, everyHome } from '../adapters/slack/views.ts';
import { diskVault } from './disk-vault.ts';
import { freePort } from './free-port.ts';
import { startEmulatedSlack } from './slack-emulate.ts';
import { askedCore, type Line, listLog } from './slack-kit.ts';
import { type SlackServer, startSlackServer } from './slack-server.ts';
import { signed } from './slack-signature.ts';

type Json = Record<string, unknown>;
const secret = 'a signing secret';
const tokenWithout = (scope: string): string => `xoxb-without-${scope.replace(':', '-')}`;
const tokens = {
  'xoxb-all': botScopes,
  ...Object.fromEntries(botScopes.map((scope) => [tokenWithout(scope), botScopes.filter((s) => s !== scope)])),
};

let emulated: Awaited<ReturnType<typeof startEmulatedSlack>>;
let whispers: SlackServer;
let users: Record<string, string>;
let channels: Record<string, string>;

async function call(method: string, args: Record<string, string>): Promise<Json> {
  const response = await fetch(`${emulated.apiUrl}${method}`, {
    method: 'POST',
    headers: { authorization: 'Bearer xoxb-setup', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(args),
  });
  return (await response.json()) as Json;
}

beforeAll(async () => {
  emulated = await startEmulatedSlack({
    ...tokens,
    'xoxb-setup': [...botScopes, 'channels:history', 'im:history', 'im:read', 'channels:manage'],
  });
  whispers = await startSlackServer([]);
  const members = (await call('users.list', {})).members as { id: string; name: string }[];
  users = Object.fromEntries(members.map((m) => [m.name, m.id]));
  const list = (await call('conversations.list', { types: 'public_channel,private_channel' })).channels as {
    id: string;
    name: string;
  }[];
  channels = Object.fromEntries(list.map((c) => [c.name, c.id]));
});
afterAll(async () => {
  await emulated.slack.close();
  await whispers.close();
});

async function withSlack<T>(
  token: string,
  work: (kit: {
    slack: Slack;
    post: (body: string) => Promise<Response>;
    vault: Vault;
    scope: string;
    lines: Line[];
  }) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const vault = await diskVault();
  const lines: Line[] = [];
  const core = askedCore((asked) => ({
    is: 'view',
    note: null,
    view: asked.command === 'curbside.home' ? everyHome : everyForm,
  }));
  const slack = createSlack({
    settings: { botToken: token, signingSecret: secret, port, apiUrl: emulated.apiUrl },
    routes,
    vault,
    clock: { now: Date.now },
    log: listLog(lines),
  });
  await slack.start(core);
  const scope = await vault.scopeFor({ platform: 'slack', id: 'T000000001' });
  const post = (text: string) =>
    fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body: text,
      headers: {
        ...signed(text, secret, Date.now()),
        ...(text.startsWith('{') ? { 'content-type': 'application/json' } : {}),
        connection: 'close',
      },
    });
  try {
    return await work({ slack, post, vault, scope, lines });
  } finally {
    await slack.stop();
    await vault.close();
  }
}

const channelOf = (name: string): string => channels[name] ?? '';
const view = card(body({ is: 'msg', msg: { key: 'home.nothing' } }));

test('post, reply, edit, remove and a direct message, with the manifest’s scopes and no others', async () => {
  await withSlack('xoxb-all', async ({ slack, scope, vault }) => {
    const channel = channelOf('case-consultation');
    const first = await slack.post({ is: 'channel', scope, channel }, view, 'row1');
    if (!first.ok) throw new Error(JSON.stringify(first));
    const reply = await slack.post({ is: 'thread', scope, under: first.ref }, view, 'row2');
    if (!reply.ok) throw new Error(JSON.stringify(reply));
    const named = card(
      body({
        is: 'person',
        who: await vault.refFor({ platform: 'slack', id: `T000000001/${users.rowan}` }),
        credential: 'LMFT',
      }),
    );
    expect(await slack.edit(scope, reply.ref, named)).toMatchObject({ ok: true });
    const thread = async () =>
      (await call('conversations.replies', { channel, ts: first.ref.split('/')[1] ?? '' })).messages as Json[];
    expect((await thread()).map((m) => m.text)).toEqual(['Group agreement', 'Group agreement']);
    expect(JSON.stringify((await thread())[1])).toContain('Rowan Ellery, LMFT');
    expect(await slack.remove(scope, reply.ref)).toMatchObject({ ok: true });
    expect(await thread()).toHaveLength(1);
    const to = await vault.refFor({ platform: 'slack', id: `T000000001/${users.rowan}` });
    expect(await slack.post({ is: 'direct', scope, to }, view, 'row3')).toMatchObject({ ok: true });
  });
});

test('a form opens on a trigger that Slack made, and the home page is published', async () => {
  await withSlack('xoxb-all', async ({ slack, post, lines }) => {
    const trigger = (await call('views.generateTriggerId', { user_id: users.rowan ?? '' })).trigger_id;
    expect(typeof trigger).toBe('string');
    const command = {
      command: '/consult',
      text: '',
      team_id: 'T000000001',
      channel_id: channelOf('case-consultation'),
      user_id: users.rowan ?? '',
      response_url: whispers.responseUrl(),
      trigger_id: String(trigger),
    };
    expect((await post(new URLSearchParams(command).toString())).status).toBe(200);
    const opened = {
      type: 'event_callback',
      event_id: 'Ev1',
      team_id: 'T000000001',
      event: { type: 'app_home_opened', user: users.rowan, channel: 'D1', tab: 'home' },
    };
    expect((await post(JSON.stringify(opened))).status).toBe(200);
    await slack.stop();
    expect(lines.filter((l) => l.level === 'warn' || l.level === 'error')).toEqual([]);
    const page = await (await fetch(`http://127.0.0.1:${emulated.port}/?tab=views`)).text();
    expect(page).toContain('rowan');
    expect(page).not.toContain('No modal views have been opened.');
    expect(page).not.toContain('No App Home views have been published.');
  });
});

test('a channel that was archived is gone', async () => {
  await withSlack('xoxb-all', async ({ slack, scope }) => {
    const made = (await call('conversations.create', { name: 'old-group' })).channel as { id: string };
    await call('conversations.archive', { channel: made.id });
    expect(await slack.post({ is: 'channel', scope, channel: made.id }, view, 'row')).toMatchObject({
      ok: false,
      why: 'gone',
    });
  });
});

test.each([
  [
    'chat:write',
    async (slack: Slack, scope: string) =>
      slack.post({ is: 'channel', scope, channel: channelOf('case-consultation') }, view, 'row'),
  ],
  ['im:write', async (slack: Slack, scope: string, to: string) => slack.post({ is: 'direct', scope, to }, view, 'row')],
] as const)('without %s, what needs it fails and says so', async (missing, act) => {
  await withSlack(tokenWithout(missing), async ({ slack, scope, vault }) => {
    const to = await vault.refFor({ platform: 'slack', id: `T000000001/${users.rowan}` });
    expect(await act(slack, scope, to)).toEqual({
      ok: false,
      why: 'forbidden',
      problem: 'setup',
      detail: 'missing_scope',
    });
  });
});

test('without users:read, people have no names, and the log says why', async () => {
  await withSlack(tokenWithout('users:read'), async ({ slack, scope, vault, lines }) => {
    const who = await vault.refFor({ platform: 'slack', id: `T000000001/${users.rowan}` });
    const sent = await slack.post(
      { is: 'channel', scope, channel: channelOf('case-consultation') },
      card(body({ is: 'person', who, credential: null })),
      'row',
    );
    expect(sent.ok).toBe(true);
    expect(lines).toContainEqual({ level: 'warn', event: 'slack.profile_failed', facts: { why: 'missing_scope' } });
  });
});

test.each([
  ['channels:read', 'case-consultation'],
  ['groups:read', 'supervision'],
])('without %s, doctor cannot see #%s', async (missing, name) => {
  const settings = { signingSecret: secret, port: 1, apiUrl: emulated.apiUrl };
  const seen = async (botToken: string) => {
    const last = (await runChecks({ ...settings, botToken }, [channelOf(name)], Date.now)).at(-1);
    return last && { ok: last.ok, says: wordsOf('en', last.says) };
  };
  expect(await seen('xoxb-all')).toEqual({ ok: true, says: 'The bot is in the group’s channel.' });
  expect((await seen(tokenWithout(missing)))?.ok).toBe(false);
});
