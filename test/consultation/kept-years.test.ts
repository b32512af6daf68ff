import { expect, it } from 'vitest';
import { happens } from '../fixtures/happens.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, consultationOf, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

const day = 24 * 60 * 60_000;
peerGroup(2);

const keeps = async (keepYears: string, who = ada) =>
  submit(who, await expectForm(ada.does('consult.settings.form')), { keepYears });
const there = (): string => app.messages.map(({ view }) => words(view)).join('\n');

/** Asked by Ben, answered by Ada, closed with a record of Ben's. */
async function closed(question: string): Promise<string> {
  const own = await ask(ben, { question });
  const at = { consultation: consultationOf(own) };
  await app.pass(0);
  const reply = await expectForm(ada.does('consult.reply', { group: groupIn(own), ...at }));
  await submit(ada, reply, { text: `I would say so: ${question}`, as: 'me' });
  const form = await expectForm(ben.does('record.form', { group: groupIn(own), ...at }));
  await expectCard(submit(ben, form, { decision: 'I name it.', rationale: 'It helps.' }));
  await app.pass(0);
  return at.consultation;
}
const groupIn = (view: unknown): string => JSON.stringify(view).match(/"group":"([^"]+)"/)?.[1] ?? '';

it('closed questions leave the thread, the store, and the search after the group’s years; open ones and records stay', async () => {
  const old = await closed('How do I end a session that runs over?');
  await app.pass(200 * day);
  await closed('How do I begin a session that is heavy?');
  await keeps('1');
  await app.pass(day);
  expect(there()).toContain('runs over');
  await app.pass(170 * day);
  await app.pass(0);
  expect(there()).not.toContain('runs over');
  expect(there()).toContain('Taken down.');
  expect(there()).toContain('that is heavy');
  const docs = JSON.stringify(
    (await stored(app.store, app.scope)).filter(({ kind }) => /^(consultation|reply)$/.test(kind)),
  );
  expect(docs).not.toContain('runs over');
  expect(docs).toContain(old);
  expect(words(await expectCard(ada.does('consult.find', { words: 'session runs over' })))).not.toContain('runs over?');
  expect(words(await expectCard(ben.does('consult.records')))).toContain('2');
  await app.pass(400 * day);
  await app.pass(0);
  expect(there()).not.toContain('that is heavy');
});

it('fewer years hold at once', async () => {
  await closed('How do I end a session that runs over?');
  await keeps('7');
  await app.pass(800 * day);
  expect(there()).toContain('runs over');
  await keeps('1');
  await app.pass(0);
  expect(there()).not.toContain('runs over');
});

it('goes on once the bot is back after it was removed', async () => {
  await closed('How do I end a session that runs over?');
  await keeps('1');
  await happens(app, ada, 'platform.uninstalled', null);
  await app.pass(day);
  await submit(ada, await expectForm(ada.does('curbside.setup')), {});
  await app.pass(0);
  expect(there()).toContain('runs over');
  for (let n = 0; n < 2; n += 1) await app.pass(400 * day);
  await app.pass(0);
  expect(there()).not.toContain('runs over');
});

it('without a choice nothing goes, and a choice taken back takes nothing more', async () => {
  await closed('How do I end a session that runs over?');
  await keeps('1');
  await keeps('all');
  for (let n = 0; n < 3; n += 1) await app.pass(800 * day);
  expect(there()).toContain('runs over');
});

it('is chosen by owners, from one year to seven, and listed among the changes of the group', async () => {
  expect((await keeps('1', ben)).is).toBe('refused');
  expect((await keeps('9')).is).toBe('again');
  expect(words(await expectCard(keeps('7')))).toContain('Closed questions: Taken down after 7 years');
  expect(words(await expectCard(ada.does('group.audit')))).toContain('Settings changed Closed questions');
});
