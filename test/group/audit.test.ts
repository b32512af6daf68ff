import { expect, it } from 'vitest';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, expectView, groupId, type Person } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';

const day = 24 * 60 * 60_000;
peerGroup(3);

const list = async (who: Person = ada) =>
  words(await expectCard(who.does('group.audit', { group: await groupId(ada) })));
const change = async (values: Record<string, string>) =>
  expectView(submit(ada, await expectForm(ada.does('curbside.settings')), values));

it('lists who changed which settings on which day, for owners alone', async () => {
  expect(await list()).toContain(`Group started <${ada.who}>`);
  await app.pass(day);
  await change({ nudgeHours: '48', quietFrom: '7:00 PM' });
  await change({ zone: 'America/Chicago' });
  const form = await expectForm(ada.does('consult.settings.form', { group: await groupId(ada) }));
  await submit(ada, form, { stepHours: '12', anonymity: 'require' });
  expect(await list()).toMatch(
    /Settings changed Time zone, Quiet hours, Reminder times, Time for a step, Anonymous questions · <[^>]+>(, \w+)? · .*March 6, 2026/,
  );
  const specialties = await expectForm(ada.does('experts.list', { group: await groupId(ada) }));
  await submit(ada, specialties, { names: 'Perinatal' });
  expect(await list()).toContain('Anonymous questions, Specialties');
  expect((await ben.does('group.audit', { group: await groupId(ada) })).is).toBe('refused');
  expect(JSON.stringify(await ada.does('curbside.home'))).toContain('group.audit');
  expect(JSON.stringify(await ben.does('curbside.home'))).not.toContain('group.audit');
});

it('saving without a change lists nothing, and no entry holds a time of day', async () => {
  await app.pass(day);
  await change({});
  await submit(ada, await expectForm(ada.does('consult.settings.form', { group: await groupId(ada) })), {});
  const entries = (await stored(app.store, app.scope)).filter(({ kind }) => kind === 'audit');
  expect(entries).toHaveLength(1);
  expect(entries.every(({ doc }) => (doc as unknown as { at: number }).at % day === 0)).toBe(true);
});

it('tells of owners who come and go; after an erasure a former member stands there', async () => {
  await app.pass(day);
  await change({ owners: ben.who });
  expect(await list()).toContain(`Owners changed <${ada.who}>`);
  await app.pass(day);
  await ada.does('privacy.erase');
  expect(await list(ben)).toContain('Owners changed A former member');
  expect(await list(ben)).toContain('Group started A former member');
  expect(JSON.stringify((await stored(app.store, app.scope)).filter(({ kind }) => kind === 'audit'))).not.toContain(
    ada.who,
  );
});

it('is kept for a year, page by page, and says what will be there before there is anything', async () => {
  for (let n = 0; n < 12; n++) {
    await app.pass(day);
    await change({ nudgeHours: String(10 + n) });
  }
  const first = await expectCard(ada.does('group.audit', { group: await groupId(ada) }));
  expect(words(first).split('Settings changed')).toHaveLength(11);
  const older = buttons(first).find((b) => b.with.page === '1');
  expect(words(await expectCard(ada.does('group.audit', { ...older?.with })))).toContain('Group started');
  await app.pass(380 * day);
  await app.pass(day);
  expect(await list()).toContain('No changes yet.');
});
