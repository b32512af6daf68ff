import { expect, it } from 'vitest';
import { wordsOf } from '../../src/index.ts';
import { ada, app, ben } from '../fixtures/peer-group.ts';
import { attest, consultationOf, draft, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { advise, copied, own, questionOfThree, saved } from './record-steps.ts';

questionOfThree();

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
  await advise(ben, 'Name the end ten minutes before.');
  const ways = await expectCard(press(ada, own, 'Close consultation'));
  const form = await expectForm(press(ada, ways, 'Close and document'));
  expect(wordsOf('en', form.submit)).toBe('Finish and lock');
  const said = await expectCard(
    submit(ada, form, { decision: 'I name the end early.', rationale: 'It keeps the frame.' }),
  );
  expect(words(said)).toBe(
    'The consultation was closed, and the record is locked. To correct or add something, amend it.\n[Open the record] [Copy for my chart]',
  );
  expect(await copied(said)).toContain('Advice received:');
  const locked = await expectCard(press(ada, said, 'Open the record'));
  expect(words(locked)).toContain('Status: Final');
  expect(buttons(locked).map((b) => b.do)).not.toContain('record.edit');
});
