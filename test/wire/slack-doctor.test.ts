import { afterEach, beforeEach, expect, test } from 'vitest';
import { runChecks } from '../../adapters/slack/doctor.ts';
import { routes, wordsOf } from '../../src/index.ts';
import { card } from '../adapters/slack/views.ts';
import { practice, startKit } from './slack-kit.ts';
import { client, slackOauth } from './slack-oauth.ts';
import { type SlackServer, startSlackServer } from './slack-server.ts';

/** What doctor found, in words. */
const spoken = async (...args: Parameters<typeof runChecks>) =>
  (await runChecks(...args)).map(({ ok, says }) => ({ ok, says: wordsOf('en', says) }));

let server: SlackServer;
beforeEach(async () => {
  server = await startSlackServer([practice]);
});
afterEach(async () => server.close());

const check = (settings: object = {}, channels: string[] = [practice.channel]) =>
  spoken({ botToken: practice.token, appToken: 'xapp-test', apiUrl: server.apiUrl, ...settings }, channels, Date.now);
const wrong = async (...args: Parameters<typeof check>) =>
  (await check(...args)).filter((f) => !f.ok).map((f) => f.says);

test('when everything is right, it says what it looked at', async () => {
  expect(await check()).toEqual([
    { ok: true, says: 'This machine’s clock matches Slack’s.' },
    { ok: true, says: 'Slack accepts the bot token.' },
    { ok: true, says: 'The bot has every permission it needs.' },
    { ok: true, says: 'Slack accepts the app token, and Socket Mode works.' },
    { ok: true, says: 'The bot is in the group’s channel.' },
  ]);
});

test('nothing is posted or changed by looking', async () => {
  await check();
  expect(server.calls.map((c) => c.method)).toEqual(['auth.test', 'apps.connections.open', 'conversations.info']);
});

test('a bot token that Slack refuses: where to find the right one', async () => {
  expect((await wrong({ botToken: 'xoxb-other' }))[0]).toMatch(/\(invalid_auth\).*SLACK_BOT_TOKEN/);
});

test('a missing permission is named, and how to get it', async () => {
  server.scopes.delete('users:read');
  expect(await wrong()).toEqual([
    expect.stringMatching(/users:read\. Update the app from “npm run curbside -- manifest slack”/),
  ]);
});

test('a permission too many is named: nobody should read messages here', async () => {
  server.scopes.add('channels:history');
  expect(await wrong()).toEqual([expect.stringMatching(/channels:history\. Remove/)]);
});

test('an app token that Slack refuses', async () => {
  expect(await wrong({ appToken: 'xoxb-not-an-app-token' })).toEqual([expect.stringMatching(/connections:write/)]);
});

test('an app of many workspaces: its credentials, and where people install it', async () => {
  await server.close();
  server = await startSlackServer([], slackOauth([practice]));
  const many = (clientSecret: string) => ({
    ...{ botToken: undefined, appToken: undefined, signingSecret: 's', port: 3000 },
    oauth: { clientId: client.id, clientSecret },
  });
  expect(await check(many(client.secret))).toEqual([
    { ok: true, says: 'This machine’s clock matches Slack’s.' },
    { ok: true, says: 'Slack accepts the client ID and client secret.' },
    { ok: true, says: expect.stringContaining('port 3000') },
    { ok: true, says: expect.stringContaining('/slack/install') },
  ]);
  expect(await wrong(many('another'))).toEqual([expect.stringMatching(/\(bad_client_secret\).*SLACK_CLIENT_SECRET/)]);
  // What says nothing about the two is no good sign.
  server.script('oauth.v2.access', { error: 'internal_error' }, { status: 503 });
  expect(await wrong(many(client.secret))).toEqual([expect.stringMatching(/didn’t say .*\(internal_error\)/)]);
  expect(await wrong(many(client.secret))).toEqual([expect.stringMatching(/Can’t reach Slack \(http 503\)/)]);
});

test('no way in at all', async () => {
  expect(await wrong({ appToken: undefined })).toEqual([expect.stringMatching(/Neither SLACK_APP_TOKEN nor/)]);
});

test('over HTTP, the port on which Slack is expected', async () => {
  const found = await check({ appToken: undefined, signingSecret: 's', port: 3000 });
  expect(found.map((f) => f.says)).toContainEqual(expect.stringMatching(/port 3000, path \/slack\/events/));
});

test('a clock that is ten minutes off', async () => {
  server.setClock(600_000);
  expect(await wrong()).toEqual([expect.stringMatching(/clock is (59\d|60\d) seconds off/)]);
});

test.each([
  [{ is_member: false, is_archived: false }, /not in the group’s channel\. Run “\/invite @Curbside”/],
  [{ is_member: true, is_archived: true }, /channel is archived/],
] as const)('a channel where the bot cannot write (%o)', async (channel, says) => {
  server.script('conversations.info', { ok: true, channel: { id: 'C0CASES', ...channel } });
  expect(await wrong()).toEqual([expect.stringMatching(says)]);
});

test('a channel that cannot be seen', async () => {
  server.script('conversations.info', { error: 'channel_not_found' });
  expect(await wrong()).toEqual([expect.stringMatching(/can’t see the group’s channel/)]);
});

test('no network', async () => {
  const { apiUrl } = server;
  await server.close();
  const found = await spoken({ botToken: practice.token, appToken: 'xapp-test', apiUrl }, [], Date.now);
  expect(found.map((f) => [f.ok, f.says])).toEqual([
    [false, expect.stringMatching(/Can’t reach Slack \(ECONNREFUSED\)/)],
    [false, expect.stringMatching(/Can’t reach Slack \(ECONNREFUSED\)/)],
  ]);
  server = await startSlackServer([practice]);
});

test('the status of a running connection: what is known in time, of this workspace only', async () => {
  const kit = await startKit({ routes, answer: () => ({ is: 'view', note: null, view: card() }) });
  const keys = async (scope: string) =>
    (await kit.slack.check?.(scope, practice.channel))?.map((c) => [c.ok, c.says.key]);
  expect(await keys(kit.scope)).toContainEqual([true, 'slack.check.channel']);
  kit.server.script('conversations.info', { error: 'channel_not_found' });
  expect(await keys(kit.scope)).toContainEqual([false, 'slack.check.channelGone']);
  expect(await keys(await kit.vault.scopeFor({ platform: 'slack', id: 'T0OTHER' }))).toEqual([]);
  const release = kit.server.hold('conversations.info');
  expect(await keys(kit.scope)).toContainEqual([true, 'slack.check.bot']);
  release();
  await kit.stop();
});
