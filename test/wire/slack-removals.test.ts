import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Instances, lost, startInstances } from './slack-instances.ts';
import { practice } from './slack-kit.ts';

const clinic = { ...practice, team: 'T0CLINIC', bot: 'U0BOT', token: 'none' };
const organization = 'E0ORG';
const uninstalled = { type: 'app_uninstalled' };
const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: [practice.bot] } };

let of: Instances;
beforeEach(async () => {
  of = await startInstances([practice, clinic]);
});
afterEach(async () => of.stop());

const granted = () => of.vault.grantOf({ platform: 'slack', id: practice.team });

/** The organization has the app, and two of its workspaces use it. */
async function organized() {
  const one = await of.instance();
  await of.install(one, one, { workspace: practice, organization, orgWide: true });
  for (const team of [practice.team, clinic.team]) {
    await one.command(team, { enterprise_id: organization, is_enterprise_install: 'true' });
    await of.server.next('response_url');
  }
  return one;
}

test('a removal that the core could not take in is not acknowledged, and the next delivery of it counts', async () => {
  const one = await of.instance();
  await of.install(one, one, { workspace: practice });
  const { happened } = one.core;
  one.core.happened = async () => Promise.reject(new Error('no database'));
  expect((await one.event(practice.team, uninstalled)).status).toBe(500);
  expect(await granted()).toContain('xoxb');
  one.core.happened = happened;
  expect((await one.event(practice.team, uninstalled)).status).toBe(200);
  expect(lost(one)).toEqual([await of.scopeOf(practice.team)]);
  expect(await granted()).toBeNull();
});

test('a workspace that an organization took the app from is not forgotten before the core knows', async () => {
  const one = await organized();
  const { happened } = one.core;
  one.core.happened = async () => Promise.reject(new Error('no database'));
  const taken = { type: 'team_access_revoked', team_ids: [clinic.team] };
  const more = { enterprise_id: organization };
  expect((await one.event(null, taken, more)).status).toBe(500);
  one.core.happened = happened;
  expect((await one.event(null, taken, more)).status).toBe(200);
  expect(lost(one)).toEqual([await of.scopeOf(clinic.team)]);
  expect(await one.slack.installedIn()).toBe(1);
});

test.each([
  ['the id of the organization alone', organization, {}],
  ['no workspace', null, { enterprise_id: organization }],
  ['a workspace and its organization', practice.team, { enterprise_id: organization }],
  ['the id of a workspace alone', practice.team, {}],
] as const)('an organization’s removal that names %s ends it in all of its workspaces', async (_what, team, more) => {
  const one = await organized();
  expect((await one.event(team, revoked, more)).status).toBe(200);
  expect(await of.posted(one.slack, clinic.team)).toMatchObject({ ok: false, why: 'later' });
  expect((await one.event(team, uninstalled, more)).status).toBe(200);
  const all = await Promise.all([practice.team, clinic.team].map(of.scopeOf));
  expect(lost(one).sort()).toEqual(all.sort());
  expect(await of.vault.grants('slack')).toEqual([]);
});

test('a workspace that is heard of after its organization removed the app is not counted again', async () => {
  const one = await organized();
  await one.event(organization, uninstalled);
  await one.command(practice.team, { enterprise_id: organization, is_enterprise_install: 'true' });
  await expect.poll(() => of.lines.some(({ event }) => event === 'slack.event_refused')).toBe(true);
  expect(await one.slack.installedIn()).toBe(0);
});

test('an app that is installed anew while its old token is tried stays installed', async () => {
  const one = await of.instance();
  await of.install(one, one, { workspace: practice });
  await of.server.next('auth.test');
  of.oauth.remove(practice.team);
  const release = of.server.hold('auth.test');
  const next = await of.instance();
  await of.server.next('auth.test');
  // Whoever installs is not held up.
  of.server.hold('auth.test')();
  await of.install(one, one, { workspace: practice });
  release();
  await expect.poll(() => of.lines.some(({ event }) => event === 'slack.installation_unusable')).toBe(true);
  await next.slack.stop();
  expect(lost(next)).toEqual([]);
  expect(await granted()).toContain('xoxb-granted-2');
});
