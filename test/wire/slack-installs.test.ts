import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSlack, type Slack } from '../../adapters/slack/chat-platform.ts';
import { routes, type Vault } from '../../src/index.ts';
import { card } from '../adapters/slack/views.ts';
import { diskVault } from './disk-vault.ts';
import { freePort } from './free-port.ts';
import { askedCore, canary, type Line, listLog, practice } from './slack-kit.ts';
import { client, type SlackOauthServer, slackOauth } from './slack-oauth.ts';
import { type SlackServer, startSlackServer } from './slack-server.ts';
import { signed } from './slack-signature.ts';

const secret = 'a signing secret';
const institute = { ...practice, team: 'T0INSTITUTE', bot: 'U0BOTTWO', token: 'none' };
const clinic = { ...practice, team: 'T0CLINIC', bot: 'U0BOT', token: 'none' };

let server: SlackServer;
let oauth: SlackOauthServer;
let vault: Vault;
let lines: Line[];
const running: Slack[] = [];

beforeEach(async () => {
  oauth = slackOauth([practice, institute, clinic]);
  server = await startSlackServer([], oauth);
  vault = await diskVault();
  lines = [];
});
afterEach(async () => {
  for (const slack of running.splice(0)) await slack.stop();
  await server.close();
  await vault.close();
});

/** One instance of several on the same vault. */
async function instance() {
  const port = await freePort();
  const core = askedCore(() => ({ is: 'view', note: null, view: card() }));
  const settings = {
    oauth: { clientId: client.id, clientSecret: client.secret },
    ...{ signingSecret: secret, port, apiUrl: server.apiUrl },
  };
  const slack = createSlack({ settings, routes, vault, clock: { now: Date.now }, log: listLog(lines) });
  await slack.start(core);
  running.push(slack);
  const at = `http://127.0.0.1:${port}`;
  const post = (body: string, type: string) =>
    fetch(`${at}/slack/events`, {
      method: 'POST',
      body,
      headers: { ...signed(body, secret, Date.now()), 'content-type': type, connection: 'close' },
    });
  return {
    slack,
    core,
    at,
    command: (team: string, more: Record<string, string> = {}) =>
      post(
        new URLSearchParams({
          ...{ command: '/curbside', text: 'help', team_id: team, channel_id: practice.channel, user_id: canary.user },
          ...{ response_url: server.responseUrl(), trigger_id: server.trigger(), ...more },
        }).toString(),
        'application/x-www-form-urlencoded',
      ),
    event: (team: string, event: Record<string, unknown>, more: Record<string, unknown> = {}) =>
      post(
        JSON.stringify({
          ...{ type: 'event_callback', event_id: `Ev${event.type}${team}`, team_id: team, event },
          ...{ event_time: Math.floor(Date.now() / 1000) + 5, ...more },
        }),
        'application/json',
      ),
  };
}

/** The way of somebody who installs: begins at one instance, and comes back from Slack to another. */
async function install(from: { at: string }, to: { at: string }, consent: Parameters<typeof oauth.allow>[0]) {
  const page = await fetch(`${from.at}/slack/install`, { headers: { connection: 'close' } });
  const link = new URL((/href="([^"]+)"/.exec(await page.text())?.[1] ?? '').replaceAll('&amp;', '&'));
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const back = new URLSearchParams({ code: oauth.allow(consent), state: link.searchParams.get('state') ?? '' });
  const done = await fetch(`${to.at}/slack/oauth_redirect?${back}`, { headers: { cookie, connection: 'close' } });
  return { page, link, done };
}

const scopeOf = (team: string) => vault.scopeFor({ platform: 'slack', id: team });
const posted = async (slack: Slack, team: string) =>
  slack.post({ is: 'channel', scope: await scopeOf(team), channel: practice.channel }, card(), 'row');

/** The communities that an instance told the core to be without the app, in order. */
const lost = ({ core }: Pick<Awaited<ReturnType<typeof instance>>, 'core'>) =>
  core.told.filter(({ command }) => command === 'platform.uninstalled').map(({ scope }) => scope);

/** The last call about the person who typed. */
const asked = () => {
  const call = server.calls.findLast(({ method, body }) => method === 'users.info' && body.user === canary.user);
  if (call === undefined) throw new Error('nobody was asked for');
  return call;
};

test('two workspaces install at any instance, and each is answered and posted to with its own token', async () => {
  const [one, two] = [await instance(), await instance()];
  const { link, done } = await install(one, two, { workspace: practice });
  expect(`${link.origin}${link.pathname}`).toBe(`${new URL(server.apiUrl).origin}/oauth/v2/authorize`);
  expect(link.searchParams.get('scope')?.split(',')).toEqual(expect.arrayContaining(['commands', 'chat:write']));
  expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('/invite @Curbside')]);
  await install(two, one, { workspace: institute });

  for (const [team, token] of [
    [practice.team, 'xoxb-granted-1'],
    [institute.team, 'xoxb-granted-2'],
  ] as const) {
    expect((await two.command(team)).status).toBe(200);
    await server.next('response_url');
    expect(asked().token).toBe(token);
    expect(await posted(one.slack, team)).toMatchObject({ ok: true });
    expect((await server.next('chat.postMessage')).token).toBe(token);
  }
  expect(two.core.asked.map((a) => a.scope)).toEqual([await scopeOf(practice.team), await scopeOf(institute.team)]);
});

test('nothing of an installation but ids and tokens is kept, and those are wrapped', async () => {
  const one = await instance();
  await install(one, one, { workspace: practice });
  const kept = await vault.grantOf({ platform: 'slack', id: practice.team });
  expect(kept).toContain('xoxb-granted-1');
  expect(kept).not.toMatch(/A Practice With A Name|U0INSTALLER/);
  expect(JSON.stringify(lines)).not.toMatch(/xoxb|T0PRACTICE|client secret/);
});

test('an answer that no installer of ours began, a second use, and a canceled one change nothing', async () => {
  const one = await instance();
  const { link } = await install(one, one, { workspace: practice });
  const state = link.searchParams.get('state') ?? '';
  for (const [query, cookie] of [
    [{ code: oauth.allow({ workspace: institute }), state }, ''],
    [{ code: oauth.allow({ workspace: institute }), state: 'made up' }, 'slack-app-oauth-state=made up'],
    [{ error: 'access_denied', state }, `slack-app-oauth-state=${state}`],
  ] as const) {
    const back = new URLSearchParams(query);
    const refused = await fetch(`${one.at}/slack/oauth_redirect?${back}`, { headers: { cookie, connection: 'close' } });
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('wasn’t added')]);
  }
  expect(await vault.grantOf({ platform: 'slack', id: institute.team })).toBeNull();
});

test('a workspace that did not install is acknowledged and asks nothing of the core', async () => {
  const one = await instance();
  expect((await one.command('T0STRANGER')).status).toBe(200);
  expect(one.core.asked).toEqual([]);
  expect(await posted(one.slack, 'T0STRANGER')).toMatchObject({ ok: false, why: 'forbidden', problem: 'setup' });
});

test('uninstalling drops the token and tells the core of that workspace alone, whichever event comes first', async () => {
  const one = await instance();
  await install(one, one, { workspace: practice });
  await install(one, one, { workspace: institute });
  const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: [practice.bot] } };
  await one.event(practice.team, revoked);
  await expect.poll(() => lines.some((l) => l.event === 'slack.token_revoked')).toBe(true);
  await expect.poll(async () => await vault.grantOf({ platform: 'slack', id: practice.team })).not.toContain('xoxb');
  // Until the app is known to be gone, what waits goes on waiting.
  expect(await posted(one.slack, practice.team)).toMatchObject({ ok: false, why: 'later' });
  await one.event(practice.team, { type: 'app_uninstalled' });
  await expect.poll(() => lost(one)).toEqual([await scopeOf(practice.team)]);
  expect(await vault.grantOf({ platform: 'slack', id: practice.team })).toBeNull();
  expect(await posted(one.slack, institute.team)).toMatchObject({ ok: true });
});

test('an old removal that Slack delivers late does not end the installation that followed it', async () => {
  const one = await instance();
  await install(one, one, { workspace: practice });
  const before = Math.floor(Date.now() / 1000) - 60;
  await one.event(practice.team, { type: 'app_uninstalled' }, { event_time: before });
  await one.event(practice.team, { type: 'tokens_revoked', tokens: { bot: [practice.bot] } }, { event_time: before });
  await expect.poll(() => lines.some((l) => l.event === 'slack.token_revoked')).toBe(true);
  expect(await posted(one.slack, practice.team)).toMatchObject({ ok: true });
  expect(lost(one)).toEqual([]);
});

test('an app that was removed while no instance ran is noticed at the next start', async () => {
  const one = await instance();
  await install(one, one, { workspace: practice });
  await install(one, one, { workspace: institute });
  oauth.remove(practice.team);
  const next = await instance();
  await expect.poll(() => lost(next)).toEqual([await scopeOf(practice.team)]);
  expect(await vault.grantOf({ platform: 'slack', id: practice.team })).toBeNull();
  expect(await vault.grantOf({ platform: 'slack', id: institute.team })).not.toBeNull();
});

test('a token that ends soon is refreshed once, however many instances and calls find it so', async () => {
  const [one, two] = [await instance(), await instance()];
  await install(one, two, { workspace: practice, expiresIn: 3600 });
  const sent = await Promise.all(
    Array.from({ length: 12 }, (_, i) => posted(i % 2 ? one.slack : two.slack, practice.team)),
  );
  expect(sent.every((s) => s.ok)).toBe(true);
  await one.command(practice.team);
  await server.next('response_url');
  expect(oauth.refreshed()).toBe(1);
  expect(await posted(two.slack, practice.team)).toMatchObject({ ok: true });
  expect(server.calls.findLast((c) => c.method === 'chat.postMessage')?.token).toBe('xoxe.xoxb-1-granted-2');
});

test('calls with a token that has ended wait for whoever refreshes it', async () => {
  const one = await instance();
  await install(one, one, { workspace: practice, expiresIn: 1 });
  await pause(1100);
  const sent = await Promise.all(Array.from({ length: 4 }, () => posted(one.slack, practice.team)));
  expect(sent.every((s) => s.ok)).toBe(true);
  expect(oauth.refreshed()).toBe(1);
  const tokens = server.calls.filter((c) => c.method === 'chat.postMessage').map((c) => c.token);
  expect(new Set(tokens)).toEqual(new Set(['xoxe.xoxb-1-granted-2']));
});

test('an organization installs for all of its workspaces, and each is a community of its own', async () => {
  const one = await instance();
  const organization = 'E0ORG';
  await install(one, one, { workspace: practice, organization, orgWide: true });
  const within = { enterprise_id: organization, is_enterprise_install: 'true' };
  for (const team of [practice.team, clinic.team]) {
    await one.command(team, within);
    await server.next('response_url');
    expect(asked().body.team_id).toBe(team);
    expect(await posted(one.slack, team)).toMatchObject({ ok: true });
    expect((await server.next('chat.postMessage')).body.team_id).toBe(team);
  }
  expect(one.core.asked.map((a) => a.scope)).toEqual([await scopeOf(practice.team), await scopeOf(clinic.team)]);

  expect(await one.slack.installedIn()).toBe(2);
  const authorizations = [{ enterprise_id: organization, team_id: practice.team, is_enterprise_install: true }];
  const revoked = { type: 'team_access_revoked', team_ids: [clinic.team] };
  await one.event(practice.team, revoked, { enterprise_id: organization, authorizations });
  await expect.poll(() => lost(one)).toEqual([await scopeOf(clinic.team)]);
  expect(await posted(one.slack, clinic.team)).toMatchObject({ ok: false, why: 'forbidden' });
  expect(await posted(one.slack, practice.team)).toMatchObject({ ok: true });

  await one.event(practice.team, { type: 'app_uninstalled' }, { enterprise_id: organization, authorizations });
  await expect.poll(() => lost(one)).toEqual([await scopeOf(clinic.team), await scopeOf(practice.team)]);
  expect(await vault.grants('slack')).toEqual([]);
});
