import { expect, it } from 'vitest';
import { Consultations } from '../../src/features/consultation/model.ts';
import { happens } from '../fixtures/happens.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, consultationOf, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, expectView, groupId } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

const day = 24 * 3_600_000;
peerGroup(6);

const notices = () => app.messages.filter(({ view }) => words(view).includes('closes automatically')).length;
const status = async (id: string) => (await app.store.read(app.scope, (r) => r.get(Consultations, id)))?.status;

it.each(['Post as me', 'Post anonymously'] as const)(
  '60 days without a word: a notice a week before, then closed (%s)',
  async (how) => {
    const id = consultationOf(await ask(ada, { question: 'How do I end a session that runs over?' }, how));
    await app.pass(21 * 60_000);
    await app.pass(52 * day);
    expect(notices()).toBe(0);
    await app.pass(3 * day);
    expect(notices()).toBe(1);
    expect(await status(id)).toBe('open');
    // Nothing is said on a weekend.
    await app.pass(12 * day);
    expect(await status(id)).toBe('closed');
    expect(app.messages.some(({ view }) => words(view).includes('This consultation is closed.'))).toBe(true);
  },
);

it('a reply begins the time again, also after the notice', async () => {
  const id = consultationOf(await ask(ada, { question: 'How do I end a session that runs over?' }));
  await app.pass(55 * day);
  expect(notices()).toBe(1);
  const form = await expectForm(ben.does('consult.reply', { group: await groupId(ben), consultation: id }));
  await expectCard(submit(ben, form, { text: 'Say so beforehand.' }));
  await app.pass(20 * day);
  expect(notices()).toBe(1);
  expect(await status(id)).toBe('open');
  await app.pass(41 * day);
  expect(notices()).toBe(2);
});

it('the week of the notice begins when it can be read in the thread, not when it was to be posted', async () => {
  const id = consultationOf(await ask(ada, { question: 'How do I end a session that runs over?' }));
  await app.pass(0);
  const { post } = app.platform;
  app.platform.post = async () => ({ ok: false, why: 'forbidden', problem: 'readOnly', detail: 'read_only_channel' });
  await app.pass(55 * day);
  for (let n = 0; n < 6; n++) await app.pass(day);
  expect(await status(id)).toBe('open');
  app.platform.post = post;
  await app.pass(day);
  expect(notices()).toBe(1);
  await app.pass(5 * day);
  expect(await status(id)).toBe('open');
  // Nothing is said on a weekend.
  await app.pass(7 * day);
  expect(await status(id)).toBe('closed');
});

it('a notice that never arrived is given again before anything closes', async () => {
  const id = consultationOf(await ask(ada, { question: 'How do I end a session that runs over?' }));
  await app.pass(0);
  app.answers.push({ ok: false, why: 'rejected', problem: 'unfit', detail: 'code' });
  await app.pass(55 * day);
  expect(notices()).toBe(0);
  await app.pass(9 * day);
  expect(notices()).toBe(1);
  expect(await status(id)).toBe('open');
  await app.pass(10 * day);
  expect(await status(id)).toBe('closed');
});

it('goes on once the bot is back, and says nothing while it is removed', async () => {
  const id = consultationOf(await ask(ada, { question: 'How do I end a session that runs over?' }));
  await app.pass(50 * day);
  await happens(app, ada, 'platform.uninstalled', null);
  await app.pass(10 * day);
  expect(notices()).toBe(0);
  await expectView(submit(ada, await expectForm(ada.does('curbside.setup')), {}));
  await app.pass(8 * day);
  expect(notices()).toBe(1);
  await app.pass(10 * day);
  expect(await status(id)).toBe('closed');
});
