import { afterEach, beforeEach, expect, it } from 'vitest';
import { Consultations } from '../../src/features/consultation/model.ts';
import { ask, consultationOf, submit } from '../fixtures/steps.ts';
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

const day = 24 * 3_600_000;
let app: TestApp;
let ada: Person;
let ben: Person;
beforeEach(async () => {
  app = await openTestApp();
  ({ ada, ben } = (await group(app, ['ada', 'ben', 'cleo', 'dan', 'eve', 'fay'])) as { ada: Person; ben: Person });
});
afterEach(() => app.remove());

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
