import { expect, it } from 'vitest';
import { ada, app, peerGroup } from '../fixtures/peer-group.ts';
import { press, recordOf, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';

peerGroup(2);

const texts = (question: string) => ({ question, guidance: 'Say it early.', outsiders: 'Rowan, LMFT' });

async function logged(question: string) {
  await app.pass(1000);
  return recordOf(ada, submit(ada, await expectForm(ada.does('consult.log')), texts(question)));
}

/** What stands under `/consult records`. */
const listed = async () => words(await expectCard(ada.does('consult.records')));

it('a new record takes the place of no other, whichever was deleted before', async () => {
  const first = await logged('How do I word a first no-show letter?');
  await logged('How do I close a long therapy kindly?');
  await press(ada, first, 'Delete');
  await logged('How do I raise my fee with a regular?');
  expect(await listed()).toContain('How do I close a long therapy kindly?');
  expect(await listed()).toContain('How do I raise my fee with a regular?');
});

it('what was deleted stays deleted when the form that made it is sent again', async () => {
  const form = await expectForm(ada.does('consult.log'));
  const sent = texts('How do I word a first no-show letter?');
  const made = await recordOf(ada, submit(ada, form, sent));
  expect(words(await recordOf(ada, submit(ada, form, sent)))).toBe(words(made));
  await press(ada, made, 'Delete');
  expect((await submit(ada, form, sent)).is).toBe('refused');
  const id = button(made, 'Delete').with.record ?? '';
  expect((await ada.does('record.show', { group: await groupId(ada), record: id })).is).toBe('refused');
  expect(await listed()).not.toContain('no-show letter');
});

it('two forms that stand open at once make two records', async () => {
  const [one, two] = [await expectForm(ada.does('consult.log')), await expectForm(ada.does('consult.log'))];
  await expectCard(submit(ada, one, texts('How do I word a first no-show letter?')));
  await expectCard(submit(ada, two, texts('How do I close a long therapy kindly?')));
  expect(await listed()).toContain('no-show letter');
  expect(await listed()).toContain('long therapy');
});

it('nobody can name the record of somebody else as what a form makes', async () => {
  const ben = await app.person('ben');
  const form = await expectForm(ada.does('consult.log'));
  const made = await recordOf(ada, submit(ada, form, texts('How do I word a first no-show letter?')));
  await submit(ben, form, texts('How do I close a long therapy kindly?'));
  const id = button(made, 'Delete').with.record ?? '';
  expect(words(await expectCard(ada.does('record.show', { group: await groupId(ada), record: id })))).toContain(
    'no-show',
  );
});
