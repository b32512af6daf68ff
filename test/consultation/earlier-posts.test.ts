import { afterEach, beforeEach, expect, it } from 'vitest';
import { Consultations } from '../../src/features/consultation/model.ts';
import { dayMs } from '../../src/time/durations.ts';
import { openGroup } from '../fixtures/prepared.ts';
import * as steps from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId, type Person, type TestApp } from '../fixtures/test-app.ts';

import { button, words } from '../fixtures/view-text.ts';

const notice = 'Together with your earlier post';
const job = { question: 'How do I talk to a farrier about pain medication?' };
const county = { question: 'She lives in a county with one bus a day. How do I plan sessions?' };
const pregnancy = { question: 'My client is pregnant and afraid to tell anyone. How do I start?' };

const { consultationOf, draft, submit } = steps;

let app: TestApp;
let ada: Person;
let ben: Person;
beforeEach(async () => {
  const opened = await openGroup(['ada', 'ben', 'cyd', 'dee', 'eve', 'fay', 'gus', 'hal']);
  app = opened.app;
  [ada, ben] = [opened.people.ada, opened.people.ben] as [Person, Person];
});
afterEach(() => app.remove());

/** Posts a question; a moment passes, as it does between two forms. */
async function ask(...of: Parameters<typeof steps.ask>): ReturnType<typeof steps.ask> {
  const own = await steps.ask(...of);
  app.advance(60_000);
  return own;
}

it('says which earlier posts add up with a draft, and what they tell together', async () => {
  await ask(ada, job);
  await app.pass(2 * dayMs);
  await ask(ada, county, 'Post anonymously');
  await app.pass(2 * dayMs);
  const preview = words(await draft(ada, pregnancy));
  expect(preview).toContain(notice);
  expect(preview).toMatch(/Together they mention:.*Occupation.*Kind of place.*Family/s);
  expect(preview).toContain('found with your own key');
});

it('is silent where nothing adds up, and about what colleagues posted', async () => {
  await ask(ada, { question: 'How do I end a session on time?' });
  await ask(ben, job);
  await ask(ben, county);
  await app.pass(2 * dayMs);
  expect(words(await draft(ada, pregnancy))).not.toContain(notice);
});

it('does not count what cannot be about the same person, or is older than 180 days', async () => {
  await ask(ada, { question: 'How do I help a 61 yo farrier, a man who lives in a small county?' });
  await app.pass(dayMs);
  expect(
    words(await draft(ada, { question: 'My client, 24 yo, is pregnant. She cries. How do I start?' })),
  ).not.toContain(notice);
  await ask(ada, job);
  await app.pass(dayMs);
  await ask(ada, county);
  expect(words(await draft(ada, pregnancy))).toContain(notice);
  app.advance(181 * dayMs);
  expect(words(await draft(ada, pregnancy))).not.toContain(notice);
});

it('counts an edit against other posts, not against the words it replaces', async () => {
  await ask(ada, county);
  await app.pass(dayMs);
  const own = await ask(ada, job);
  await app.pass(dayMs);
  const at = { group: await groupId(ada), consultation: consultationOf(own) };
  const form = await expectForm(ada.does('consult.edit', at));
  expect(words(await expectCard(submit(ada, form, pregnancy)))).not.toContain(notice);
  const again = await expectForm(ada.does('consult.edit', at));
  const both = { question: 'How do I talk to a pregnant farrier about pain medication?' };
  expect(words(await expectCard(submit(ada, again, both)))).toContain(notice);
});

it('leaves nothing in the data folder that joins a draft to earlier posts', async () => {
  await ask(ada, job, 'Post anonymously');
  await app.pass(dayMs);
  await ask(ada, county, 'Post anonymously');
  await app.pass(dayMs);
  const preview = await draft(ada, pregnancy);
  expect(words(preview)).toContain(notice);
  const { draft: id = '' } = button(preview, 'Edit').with;
  // What the events before had still to do is done.
  await app.pass(dayMs);
  const before = await app.disk();
  for (let i = 0; i < 3; i++)
    expect(words(await expectCard(ada.does('consult.preview', { group: await groupId(ada), draft: id })))).toContain(
      notice,
    );
  expect(await app.disk()).toBe(before);
  expect(app.logged.join()).not.toMatch(/farrier|county|pregnan/);
  // Once the link of an anonymous post is gone, its author cannot find it any more either.
  await app.store.transact(app.scope, async (tx) => {
    for (const c of (await tx.find(Consultations, 'anonymous', { all: true })).docs)
      await tx.put(Consultations, { ...c, author: { as: 'anonymous', token: '' } });
  });
  expect(words(await draft(ada, pregnancy))).not.toContain(notice);
});
