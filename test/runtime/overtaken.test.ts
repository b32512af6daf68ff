import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { press, submit } from '../fixtures/steps.ts';
import {
  expectCard,
  expectForm,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';

let app: TestApp;
let ada: Person;
let ben: Person;
let at: { group: string };
beforeEach(async () => {
  app = await openTestApp();
  ({ ada, ben } = (await group(app, ['ada', 'ben'], { features: 'consultation,checkin' })) as {
    ada: Person;
    ben: Person;
  });
  at = { group: await groupId(ada) };
});
afterEach(() => app.remove());

/** The answer to a button of a preview that a newer one overtook: nothing is done, and the newer one is shown. */
async function overtaken(old: Card, label: string, says: string) {
  const answer = await press(ada, old, label);
  expect(answer).toMatchObject({ note: { key: 'draft.overtaken' } });
  const now = await expectCard(Promise.resolve(answer));
  expect(words(now)).toContain(says);
  return now;
}

it('a message for coffee: what is sent is what its preview shows', async () => {
  await expectCard(ben.does('coffee.agree', { ...at, on: 'yes' }));
  const write = async (text: string) =>
    expectCard(submit(ada, await expectForm(ada.does('coffee.write', { ...at, to: ben.who })), { text }));
  const first = await write('Coffee on Friday?');
  await write('I feel terrible, please tell nobody.');
  await overtaken(first, 'Send', 'I feel terrible');
  await app.pass(0);
  const sent = () => app.messages.map((m) => words(m.view)).join();
  expect(sent()).not.toContain('terrible');
  await expectCard(press(ada, await write('Tea, then?'), 'Send'));
  await app.pass(0);
  expect(sent()).toContain('Tea, then?');
});

it('a pasted log: what is saved is the sheet that was shown', async () => {
  const form = await expectForm(ada.does('consult.import', at));
  const paste = (question: string) =>
    expectCard(submit(ada, form, { text: `Date,Minutes,Question,Advice\n2026-02-03,30,${question},Wait a week` }));
  const first = await paste('How do I end a session that runs over?');
  await paste('How do I begin?');
  const now = await overtaken(first, 'Save 1 record', 'Save 1 record');
  expect(await press(ada, now, 'Save 1 record')).toMatchObject({ note: { key: 'import.log.saved' } });
});
