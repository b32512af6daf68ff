import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Instances, lost, startInstances } from './slack-instances.ts';
import { canary, practice } from './slack-kit.ts';

const institute = { ...practice, team: 'T0INSTITUTE', bot: 'U0BOTTWO', token: 'none' };
const clinic = { ...practice, team: 'T0CLINIC', bot: 'U0BOT', token: 'none' };

let of: Instances;
beforeEach(async () => {
  of = await startInstances([practice, institute, clinic]);
});
afterEach(async () => of.stop());

const instance = () => of.instance();
const install = (...args: Parameters<Instances['install']>) => of.install(...args);
const scopeOf = (team: string) => of.scopeOf(team);
const posted = (...args: Parameters<Instances['posted']>) => of.posted(...args);

/** The last call about the person who typed. */
const asked = () => {
  const call = of.server.calls.findLast(({ method, body }) => method === 'users.info' && body.user === canary.user);
  if (call === undefined) throw new Error('nobody was asked for');
  return call;
};

test('two workspaces install at any instance, and each is answered and posted to with its own token', async () => {
  const [one, two] = [await instance(), await instance()];
  const { link, done } = await install(one, two, { workspace: practice });
  expect(`${link.origin}${link.pathname}`).toBe(`${new URL(of.server.apiUrl).origin}/oauth/v2/authorize`);
  expect(link.searchParams.get('scope')?.split(',')).toEqual(expect.arrayContaining(['commands', 'chat:write']));
  expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('/invite @Curbside')]);
  await install(two, one, { workspace: institute });

  for (const [team, token] of [
    [practice.team, 'xoxb-granted-1'],
    [institute.team, 'xoxb-granted-2'],
  ] as const) {
    expect((await two.command(team)).status).toBe(200);
    await of.server.next('response_url');
    expect(asked().token).toBe(token);
    expect(await posted(one.slack, team)).toMatchObject({ ok: true });
    expect((await of.server.next('chat.postMessage')).token).toBe(token);
  }
  expect(two.core.asked.map((a) => a.scope)).toEqual([await scopeOf(practice.team), await scopeOf(institute.team)]);
});

test('nothing of an installation but ids and tokens is kept, and those are wrapped', async () => {
  const one = await instance();
  await install(one, one, { workspace: practice });
  const kept = await of.vault.grantOf({ platform: 'slack', id: practice.team });
  expect(kept).toContain('xoxb-granted-1');
  expect(kept).not.toMatch(/A Practice With A Name|U0INSTALLER/);
  expect(JSON.stringify(of.lines)).not.toMatch(/xoxb|T0PRACTICE|client secret/);
});

test('an answer that no installer of ours began, a second use, and a canceled one change nothing', async () => {
  const one = await instance();
  const { link } = await install(one, one, { workspace: practice });
  const state = link.searchParams.get('state') ?? '';
  for (const [query, cookie] of [
    [{ code: of.oauth.allow({ workspace: institute }), state }, ''],
    [{ code: of.oauth.allow({ workspace: institute }), state: 'made up' }, 'slack-app-oauth-state=made up'],
    [{ error: 'access_denied', state }, `slack-app-oauth-state=${state}`],
  ] as const) {
    const back = new URLSearchParams(query);
    const refused = await fetch(`${one.at}/slack/oauth_redirect?${back}`, { headers: { cookie, connection: 'close' } });
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('wasn’t added')]);
  }
  expect(await of.vault.grantOf({ platform: 'slack', id: institute.team })).toBeNull();
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
  await expect.poll(() => of.lines.some((l) => l.event === 'slack.token_revoked')).toBe(true);
  await expect.poll(async () => await of.vault.grantOf({ platform: 'slack', id: practice.team })).not.toContain('xoxb');
  // Until the app is known to be gone, what waits goes on waiting.
  expect(await posted(one.slack, practice.team)).toMatchObject({ ok: false, why: 'later' });
  await one.event(practice.team, { type: 'app_uninstalled' });
  await expect.poll(() => lost(one)).toEqual([await scopeOf(practice.team)]);
  expect(await of.vault.grantOf({ platform: 'slack', id: practice.team })).toBeNull();
  expect(await posted(one.slack, institute.team)).toMatchObject({ ok: true });
});

test('an old removal that Slack delivers late does not end the installation that followed it', async () => {
  const one = await instance();
  await install(one, one, { workspace: practice });
  const before = Math.floor(Date.now() / 1000) - 60;
  await one.event(practice.team, { type: 'app_uninstalled' }, { event_time: before });
  await one.event(practice.team, { type: 'tokens_revoked', tokens: { bot: [practice.bot] } }, { event_time: before });
  await expect.poll(() => of.lines.some((l) => l.event === 'slack.token_revoked')).toBe(true);
  expect(await posted(one.slack, practice.team)).toMatchObject({ ok: true });
  expect(lost(one)).toEqual([]);
});

test('an app that was removed while no instance ran is noticed at the next start', async () => {
  const one = await instance();
  await install(one, one, { workspace: practice });
  await install(one, one, { workspace: institute });
  of.oauth.remove(practice.team);
  const next = await instance();
  await expect.poll(() => lost(next)).toEqual([await scopeOf(practice.team)]);
  expect(await of.vault.grantOf({ platform: 'slack', id: practice.team })).toBeNull();
  expect(await of.vault.grantOf({ platform: 'slack', id: institute.team })).not.toBeNull();
});

test('a token that ends soon is refreshed once, however many instances and calls find it so', async () => {
  const [one, two] = [await instance(), await instance()];
  await install(one, two, { workspace: practice, expiresIn: 3600 });
  const sent = await Promise.all(
    Array.from({ length: 12 }, (_, i) => posted(i % 2 ? one.slack : two.slack, practice.team)),
  );
  expect(sent.every((s) => s.ok)).toBe(true);
  await one.command(practice.team);
  await of.server.next('response_url');
  expect(of.oauth.refreshed()).toBe(1);
  expect(await posted(two.slack, practice.team)).toMatchObject({ ok: true });
  expect(of.server.calls.findLast((c) => c.method === 'chat.postMessage')?.token).toBe('xoxe.xoxb-1-granted-2');
});

test('calls with a token that has ended wait for whoever refreshes it', async () => {
  const one = await instance();
  await install(one, one, { workspace: practice, expiresIn: 1 });
  await pause(1100);
  const sent = await Promise.all(Array.from({ length: 4 }, () => posted(one.slack, practice.team)));
  expect(sent.every((s) => s.ok)).toBe(true);
  expect(of.oauth.refreshed()).toBe(1);
  const tokens = of.server.calls.filter((c) => c.method === 'chat.postMessage').map((c) => c.token);
  expect(new Set(tokens)).toEqual(new Set(['xoxe.xoxb-1-granted-2']));
});

test('an organization installs for all of its workspaces, and each is a community of its own', async () => {
  const one = await instance();
  const organization = 'E0ORG';
  await install(one, one, { workspace: practice, organization, orgWide: true });
  const within = { enterprise_id: organization, is_enterprise_install: 'true' };
  for (const team of [practice.team, clinic.team]) {
    await one.command(team, within);
    await of.server.next('response_url');
    expect(asked().body.team_id).toBe(team);
    expect(await posted(one.slack, team)).toMatchObject({ ok: true });
    expect((await of.server.next('chat.postMessage')).body.team_id).toBe(team);
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
  expect(await of.vault.grants('slack')).toEqual([]);
});
