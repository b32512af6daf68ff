import { expect, it } from 'vitest';
import { type Card, wordsOf } from '../../src/index.ts';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, closeAndDocument, post, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { asked } from './anonymous-steps.ts';
import { at, minute, question, reply, told } from './thread-steps.ts';

peerGroup(7);

/** The answer of a query as a page that is drawn anew asks for it. */
async function again(given: Awaited<ReturnType<typeof ada.does>>): Promise<string> {
  if (given.is !== 'view' || !given.query) throw new Error('no answer of a query');
  return words(await expectCard(ada.does(given.query.command, { ...given.query.input })));
}

const theLine = () => words(app.messages.find((m) => m.view.summary.key === 'line.category')?.view as Card);

it('a card that says a question was posted says so no more once it was taken down', async () => {
  const own = await asked();
  const said = await ada.does('consult.said', { ...(await at(own)), of: 'posted' });
  expect(await again(said)).toContain('Your question was posted anonymously');
  const given = await reply(ben, own, 'Say when ten minutes are left.', 'me');
  expect(words(given)).toContain('Your reply was posted.');
  await expectCard(ada.does('consult.remove', await at(own)));
  expect(await again(said)).toContain('Your question was taken down.');
  const later = await expectCard(ben.does('consult.said', { ...(await at(own)), of: 'reply' }));
  expect(words(later)).toBe('The question was taken down, and your reply with it.');
});

it('a reply without a name that waited: its card says whether it went out, was canceled, or was taken down', async () => {
  const own = await asked();
  const form = await expectForm(ada.does('consult.reply', await at(own)));
  const gone = await submit(ada, form, { text: 'That helps, thank you.' });
  await app.pass(6 * minute);
  expect(await again(gone)).toContain('Your reply was posted. Open the thread');
  const second = await expectForm(ada.does('consult.reply', await at(own)));
  const off = await submit(ada, second, { text: 'And what of the next session?' });
  if (off.is !== 'view' || off.view.is !== 'card') throw new Error('no card');
  await press(ada, off.view, 'Cancel');
  await app.pass(6 * minute);
  expect(await again(off)).toContain('Canceled. Nothing changed in the thread.');
  expect(await again(gone)).toContain('Your reply was posted.');
});

it('a closing without a name that waited: its card says that it is closed, or open', async () => {
  const own = await asked();
  const said = await ada.does('consult.close', await at(own));
  expect(await again(said)).toContain('The consultation closes in a few minutes.');
  await app.pass(6 * minute);
  expect(await again(said)).toContain('You closed the consultation.');
});

it('the line of a hidden question sends nobody to a text that is not there, and its author reads what is highlighted', async () => {
  const own = await ask(ada, { question });
  await app.pass(0);
  expect(theLine()).toContain('The case is in the thread.');
  const report = await expectForm(ben.does('consult.report', await at(own)));
  await submit(ben, report, { words: 'session' });
  await app.pass(0);
  expect(theLine()).not.toContain('The case is in the thread.');
  expect(theLine()).toContain('The text is hidden until its author edits it.');
  const mine = words(await expectCard(ada.does('consult.show', await at(own))));
  expect(mine).toContain('The highlighted words are what was reported.');
  const unmarked = await ask(ada, { question: 'How do I begin on time in a small office?' });
  await app.pass(0);
  await ben.does('consult.flag', await at(unmarked));
  expect(words(await expectCard(ada.does('consult.show', await at(unmarked))))).not.toContain('The highlighted words');
});

it('a follow-up message names no other day than the one that was set', async () => {
  const own = await ask(ada, { question });
  await app.pass(0);
  const form = await closeAndDocument(ada, own);
  const values = { guidance: 'Announce the end.', outsiders: 'Juno Marsh, PhD', followUp: '2026-03-10' };
  await submit(ada, form, values);
  await app.pass(6 * 24 * 60 * minute);
  expect(words(told(ada)[0] as Card)).toContain('Follow-up due. You set it for March 10, 2026');
});

it('a record without anybody consulted says where to enter them, and the form says that it is needed', async () => {
  const own = await ask(ada, { question });
  await app.pass(0);
  const form = await closeAndDocument(ada, own);
  const hint = form.fields.find((f) => f.name === 'advisers')?.hint;
  expect(hint && wordsOf('en', hint)).toBe('At least one, here or under “Someone else.”');
  expect(await submit(ada, form, { guidance: 'Announce the end.' })).toMatchObject({ is: 'again' });
});

it('a command that is not known is said to be, above the help', async () => {
  const help = words(await expectCard(ada.does('curbside.help', { unknown: 'yes' })));
  expect(help).toContain('Curbside doesn’t know that command.');
  expect(words(await expectCard(ada.does('curbside.help')))).not.toContain('doesn’t know that command');
  const statement = words(await expectCard(ada.does('credit.statement')));
  expect(statement).toContain('count once you log them');
  expect(words(await post(ada, { question }))).toContain('Your question was posted');
});
