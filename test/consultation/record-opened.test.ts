import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Card, type Form, wordsOf } from '../../src/index.ts';
import { ask, attest, consultationOf, draft, press, submit } from '../fixtures/steps.ts';
import {
  expectCard,
  expectForm,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';

const question = 'How do I end a session that keeps running over?';
const rest = { decision: 'I name the end early.', rationale: 'It keeps the frame.' };

let app: TestApp;
let ada: Person;
let ben: Person;
let cleo: Person;
let own: Card;

beforeEach(async () => {
  app = await openTestApp();
  const people = await group(app, ['ada', 'ben', 'cleo']);
  [ada, ben, cleo] = [people.ada, people.ben, people.cleo] as [Person, Person, Person];
  app.called.set(ben.who, 'Ben Whitcombe');
  app.called.set(cleo.who, 'Imani Thistlewood');
  own = await ask(ada, { question });
  await app.pass(0);
});
afterEach(() => app.remove());

const about = async () => ({ group: await groupId(ada), consultation: consultationOf(own) });
async function reply(person: Person, text: string, as: 'me' | 'colleague' = 'me') {
  await app.pass(60_000);
  await submit(person, await expectForm(person.does('consult.reply', await about())), { text, as });
  // Without a name it waits a little.
  await app.pass(as === 'colleague' ? 5 * 60_000 : 0);
}
const saved = async (form: Form, values: Record<string, string> = {}) =>
  expectCard(submit(ada, form, { ...rest, ...values }));
const copied = async (card: Card) => words(await expectCard(press(ada, card, 'Copy for my chart')));

it('the background of the question comes along, with what its author hid', async () => {
  const facts = 'The beekeeper comes weekly, adult, outpatient.';
  const preview = await draft(ada, { question: 'How do I end on time with this client?', facts });
  const hidden = await expectCard(
    submit(ada, await expectForm(press(ada, preview, 'Hide a word')), { words: 'beekeeper' }),
  );
  const mine = await expectCard(press(ada, await attest(ada, hidden), 'Post as me'));
  await app.pass(31 * 60_000);
  const at = { group: await groupId(ada), consultation: consultationOf(mine) };
  const card = await saved(await expectForm(ada.does('record.form', at)), { guidance: 'Wait.', advisers: ben.who });
  expect(words(card)).toContain('The [Detail left out] comes weekly, adult, outpatient.');
  expect(words(card)).not.toContain('Check that the words you hid');
  expect(await copied(card)).toContain('Relevant background: The [Detail left out] comes weekly');
});

it('from Close to a locked record it takes three presses, and nothing more is asked', async () => {
  await reply(ben, 'Name the end ten minutes before.');
  const ways = await expectCard(press(ada, own, 'Close consultation'));
  const form = await expectForm(press(ada, ways, 'Close and document'));
  expect(wordsOf('en', form.submit)).toBe('Finish and lock');
  const locked = await saved(form);
  expect(words(locked)).toContain('Status: Final');
  expect(buttons(locked).map((b) => b.do)).not.toContain('record.edit');
});
