import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Instances, startInstances } from './slack-instances.ts';
import { practice } from './slack-kit.ts';

const slackId = { platform: 'slack', id: practice.team };
const organization = 'E0ORG';

let of: Instances;
beforeEach(async () => {
  of = await startInstances([practice]);
});
afterEach(async () => of.stop());

/** The installation as it is kept. */
const kept = async () => JSON.parse((await of.vault.grantOf(slackId)) ?? 'null');

/** One instance, and an installation whose token ends, or ended, that many seconds from now. */
async function ending(inSeconds: number) {
  const one = await of.instance();
  await of.install(one, one, { workspace: practice, expiresIn: 3600 });
  await of.vault.changeGrant(slackId, (text) => {
    const installed = JSON.parse(text ?? '{}');
    installed.bot.expiresAt = Math.floor(Date.now() / 1000) + inSeconds;
    return JSON.stringify(installed);
  });
  return one;
}

/** One refresh on its way at Slack; `end` lets Slack answer it. Whatever else asks Slack for tokens is answered at once. */
async function refreshing(one: Awaited<ReturnType<typeof ending>>) {
  await of.server.next('oauth.v2.access');
  const end = of.server.hold('oauth.v2.access');
  const sent = of.posted(one.slack, practice.team);
  await of.server.next('oauth.v2.access');
  of.server.hold('oauth.v2.access')();
  return async () => {
    end();
    await sent;
  };
}

test('a form is answered with an error, not taken for sent, when the installation cannot be read', async () => {
  let isBroken = false;
  const one = await of.instance({
    grantOf: async (id) => (isBroken ? Promise.reject(new Error('no database')) : of.vault.grantOf(id)),
  });
  await of.install(one, one, { workspace: practice });
  isBroken = true;
  expect((await one.submit(practice.team)).status).toBe(500);
  expect(one.core.asked).toEqual([]);
  isBroken = false;
  const answered = await one.submit(practice.team);
  expect([answered.status, await answered.json()]).toEqual([
    200,
    expect.objectContaining({ response_action: 'update' }),
  ]);
});

test('a form is answered although Slack keeps the token’s refresh waiting', async () => {
  const one = await ending(-1);
  const end = await refreshing(one);
  const answered = await one.submit(practice.team);
  expect([answered.status, await answered.json()]).toEqual([200, { response_action: 'push', view: expect.anything() }]);
  await end();
  await expect.poll(() => one.core.asked.length).toBe(1);
});

test('while a refresh takes its time, calls go on with a token that is good, and give up soon with one that ended', async () => {
  const [one, two] = [await ending(600), await of.instance()];
  const end = await refreshing(one);
  expect(await of.posted(two.slack, practice.team)).toMatchObject({ ok: true });
  await of.vault.changeGrant(slackId, (text) => (text ?? '').replace(/"expiresAt":\d+/, '"expiresAt":1'));
  expect(await of.posted(two.slack, practice.team)).toMatchObject({ ok: false, why: 'later' });
  await end();
  expect(of.oauth.refreshed()).toBe(1);
});

test('a refreshed token does not bring back one that Slack revoked meanwhile', async () => {
  const one = await ending(600);
  const end = await refreshing(one);
  await one.event(practice.team, { type: 'tokens_revoked', tokens: { bot: [practice.bot] } });
  await end();
  expect(await kept()).toMatchObject({ revoked: true, bot: { token: '' } });
});

test('a refreshed token does not replace that of an installation made meanwhile', async () => {
  const one = await ending(600);
  const end = await refreshing(one);
  await of.install(one, one, { workspace: practice });
  await end();
  expect(of.oauth.refreshed()).toBe(1);
  expect((await kept()).bot.token).toBe('xoxb-granted-2');
});

test('a refreshed token does not take the place, nor the note, of an installation by the organization', async () => {
  const one = await ending(600);
  const end = await refreshing(one);
  await of.install(one, one, { workspace: practice, organization, orgWide: true });
  await one.command(practice.team, { enterprise_id: organization, is_enterprise_install: 'true' });
  await of.server.next('response_url');
  await end();
  expect(await kept()).toEqual({ is: 'within', organization });
});

test('stopping waits until a token that Slack is refreshing is kept', async () => {
  const one = await ending(600);
  const end = await refreshing(one);
  let isStopped = false;
  const stopped = one.slack.stop().then(() => {
    isStopped = true;
  });
  expect(await of.posted(one.slack, practice.team)).toMatchObject({ ok: true });
  expect(isStopped).toBe(false);
  await end();
  await stopped;
  expect((await kept()).bot.token).toBe('xoxe.xoxb-1-granted-2');
  // Nothing begins one that nobody would wait for.
  expect(await of.posted(one.slack, practice.team)).toMatchObject({ ok: false, why: 'later' });
});
