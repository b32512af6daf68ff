import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSlack, type Slack } from '../../adapters/slack/chat-platform.ts';
import { routes, type Vault } from '../../src/index.ts';
import { card } from '../adapters/slack/views.ts';
import { diskVault } from './disk-vault.ts';
import { freePort } from './free-port.ts';
import { askedCore, canary, listLog, practice } from './slack-kit.ts';
import { type SlackServer, startSlackServer } from './slack-server.ts';
import { signed } from './slack-signature.ts';

const secret = 'a signing secret';
let server: SlackServer;
let slack: Slack;
let url: string;
let vault: Vault;
let core: ReturnType<typeof askedCore>;

beforeEach(async () => {
  server = await startSlackServer([practice]);
  const port = await freePort();
  vault = await diskVault();
  core = askedCore(() => ({ is: 'view', note: null, view: card() }));
  const settings = { botToken: practice.token, signingSecret: secret, port, apiUrl: server.apiUrl };
  slack = createSlack({ settings, routes, vault, clock: { now: () => 0 }, log: listLog([]) });
  await slack.start(core);
  url = `http://127.0.0.1:${port}/slack/events`;
});
afterEach(async () => {
  await slack.stop();
  await server.close();
  await vault.close();
});

const command = (): string =>
  new URLSearchParams({
    command: '/curbside',
    text: 'help',
    team_id: practice.team,
    channel_id: practice.channel,
    user_id: canary.user,
    response_url: server.responseUrl(),
    trigger_id: server.trigger(),
  }).toString();

const post = (body: string, headers: Record<string, string>) =>
  fetch(url, { method: 'POST', body, headers: { ...headers, connection: 'close' } });

test('a signed request is acknowledged with an empty 200 and answered privately', async () => {
  const body = command();
  const response = await post(body, signed(body, secret, Date.now()));
  expect([response.status, await response.text()]).toEqual([200, '']);
  expect((await server.next('response_url')).body).toMatchObject({ response_type: 'ephemeral' });
});

test.each([
  ['another secret', (body: string) => signed(body, 'another secret', Date.now())],
  ['another body', () => signed('text=other', secret, Date.now())],
  ['a time six minutes ago', (body: string) => signed(body, secret, Date.now() - 360_000)],
  ['a time six minutes ahead', (body: string) => signed(body, secret, Date.now() + 360_000)],
  ['no signature', () => ({ 'content-type': 'application/x-www-form-urlencoded' })],
] as [string, (body: string) => Record<string, string>][])(
  'a request signed with %s is turned away',
  async (_what, headers) => {
    const body = command();
    const response = await post(body, headers(body));
    expect(response.status).toBe(401);
    expect(core.asked).toEqual([]);
  },
);

test('a retried event reaches the core under the same id', async () => {
  const body = JSON.stringify({
    type: 'event_callback',
    event_id: 'Ev9',
    team_id: practice.team,
    event: { type: 'app_home_opened', user: canary.user, channel: 'D1', tab: 'home' },
  });
  const headers = { ...signed(body, secret, Date.now()), 'content-type': 'application/json' };
  expect((await post(body, headers)).status).toBe(200);
  expect(
    (await post(body, { ...headers, 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' })).status,
  ).toBe(200);
  await server.next('views.publish');
  await server.next('views.publish');
  expect(core.asked.map((a) => a.eventId)).toEqual(['Ev9', 'Ev9']);
});

test('Slack’s check of the address is answered', async () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'c7' });
  const response = await post(body, { ...signed(body, secret, Date.now()), 'content-type': 'application/json' });
  expect(await response.text()).toContain('c7');
});

test('any other path is not there', async () => {
  const response = await fetch(url.replace('/slack/events', '/'), { headers: { connection: 'close' } });
  expect(response.status).toBe(404);
});
