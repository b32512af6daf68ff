import { expect, it } from 'vitest';
import { type Card, plainText, wordsOf } from '../../src/index.ts';
import { ada, app, ben, cleo, peerGroup } from '../fixtures/peer-group.ts';
import { ask, closeAndDocument, consultationOf, press, recordOf, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';

peerGroup(3);

/** What "Copy for my chart" puts on the clipboard. */
async function note(card: Card): Promise<string> {
  const chart = await expectCard(press(ada, card, 'Copy for my chart'));
  const block = chart.blocks.find((b) => b.is === 'copy');
  if (block?.is !== 'copy') throw new Error('nothing to copy');
  const names: Record<string, string> = { [ben.who]: 'Ben Whitcombe', [cleo.who]: 'Cleo Marchetti' };
  const name = (who: string) => names[who] ?? '?';
  return plainText(block.lines, { locale: 'en', zone: 'America/New_York', name });
}

const productWords = /curbside|draft(?!: not final)|status|thread|slack|discord|\[\[|undefined/i;
/** What speaks to the reader rather than about the consultation. */
const warnings =
  /\byou(rs?)?\b|\bplease\b|\bmust\b|\bdo(n’t| not)\b|\bnever\b|warning|disclaimer|legal advice|clinical record/i;
const responsibility = /^Responsibility: .*not supervision.*remain with the treating clinician\.$/m;

it('the note of a thread is one that a chart can hold, in its order', async () => {
  const own = await ask(ada, { question: 'How do I end a session that keeps running over?' });
  await app.pass(0);
  const about = { group: await groupId(ada), consultation: consultationOf(own) };
  for (const [person, text] of [
    [ben, 'Name the end ten minutes before.'],
    [cleo, 'Ask what makes leaving hard.'],
    [ben, 'Keep a clock in sight.'],
  ] as const) {
    await app.pass(1000);
    await submit(person, await expectForm(person.does('consult.reply', about)), { text, as: 'me' });
  }
  const form = await closeAndDocument(ada, own);
  const draft = await recordOf(
    ada,
    submit(ada, form, {
      decision: 'I name the end early.',
      rationale: 'It keeps the frame. A timer alone would feel cold.',
      outsiders: 'Juno Marsh, PhD\nJuno Marsh, PhD',
      minutes: '25',
      followUp: '2026-04-02',
      draft: 'yes',
    }),
  );
  const details = await expectForm(press(ada, draft, 'Add details'));
  const card = await recordOf(
    ada,
    submit(ada, details, {
      facts: 'Adult, weekly, outpatient.',
      codes: 'ACA A.4.a',
      actions: 'Say it in session.\nReview in a month.',
      risk: 'none',
    }),
  );
  const final = await recordOf(ada, press(ada, card, 'Finish and lock'));
  const expected = [
    'Consultation with colleagues',
    'Date: March 5, 2026, 2:00 PM',
    'Duration: 25 minutes',
    'Format: In writing, online',
    'Colleagues consulted: Ben Whitcombe, LMFT; Cleo Marchetti, LMFT; Juno Marsh, PhD',
    '',
    'Question: How do I end a session that keeps running over?',
    'Relevant background: Adult, weekly, outpatient.',
    'Risk: None',
    'Advice received:',
    'Ben Whitcombe, LMFT: Name the end ten minutes before.',
    'Cleo Marchetti, LMFT: Ask what makes leaving hard.',
    'Ben Whitcombe, LMFT: Keep a clock in sight.',
    'Decision: I name the end early.',
    'Rationale: It keeps the frame. A timer alone would feel cold.',
    'Next steps:',
    '- Say it in session.',
    '- Review in a month.',
    'Standards consulted: ACA A.4.a',
    'Follow-up: April 2, 2026',
    'Responsibility: This was advice from colleagues, not supervision. Decisions and responsibility for the client’s care remain with the treating clinician.',
  ];
  expect((await note(final)).split('\n')).toEqual(expected);
  expect(await note(card)).toBe(await note(final));
  expect(await note(final)).not.toMatch(warnings);
  const amend = await expectForm(press(ada, final, 'Amend'));
  const amended = await recordOf(ada, submit(ada, amend, { text: 'It worked.', reason: 'Seen again' }));
  expect(await note(amended)).toContain('Amendment: Thu, Mar 5, 2026, 2:00 PM\nIt worked.\nReason: Seen again');
  expect(await note(amended)).toMatch(responsibility);
});

it.each(['in_person', 'video', 'phone', 'other'])(
  'no note of a consultation elsewhere (%s) speaks of the product',
  async (mode) => {
    const form = await expectForm(ada.does('consult.log'));
    const values = {
      question: 'How do I end on time?',
      guidance: 'Name it.',
      outsiders: 'Juno Marsh, PhD',
      date: '2026-02-21',
      mode,
    };
    const text = await note(await recordOf(ada, submit(ada, form, values)));
    expect(text).not.toMatch(productWords);
    expect(text).not.toMatch(warnings);
    expect(text).toMatch(responsibility);
    expect(text).toContain('Date: February 21, 2026\nLate entry, written: Thu, Mar 5, 2026\n');
    expect(text).toContain('Colleagues consulted: Juno Marsh, PhD\n');
    expect(text).toContain('Advice received: Name it.');
  },
);

it('what is kept beside the note is in the copy of one’s own data', async () => {
  const form = await expectForm(ada.does('consult.log'));
  const values = { question: 'How do I end on time?', guidance: 'Name it.', outsiders: 'Juno Marsh, PhD' };
  const card = await recordOf(ada, submit(ada, form, values));
  expect(await note(card)).not.toMatch(productWords);
  const mine = words(await expectCard(ada.does('privacy.export')));
  expect(mine).toContain('Status: Draft');
  expect(mine).toMatch(/Case: [A-Z0-9]{4}/);
  expect(mine).toContain('Advice received: Name it.');
  expect(buttons(card).map((b) => b.do)).toContain('record.copy');
});

/** A question that two colleagues replied to, and the form that closes it. */
async function answered() {
  const own = await ask(ada, { question: 'How do I end a session that keeps running over?' });
  await app.pass(0);
  const about = { group: await groupId(ada), consultation: consultationOf(own) };
  for (const [person, text] of [
    [ben, 'Name the end ten minutes before.'],
    [cleo, 'Ask what makes leaving hard.'],
  ] as const)
    await submit(person, await expectForm(person.does('consult.reply', about)), { text, as: 'me' });
  return closeAndDocument(ada, own);
}

it('the note of a draft says that it is one', async () => {
  const card = await recordOf(ada, submit(ada, await answered(), { decision: '', rationale: '', draft: 'yes' }));
  expect((await note(card)).split('\n')[1]).toBe('Draft: not final, and it may change.');
});

it('the note quotes only colleagues whom it names as consulted, and the page says what is left out', async () => {
  const values = { advisers: cleo.who, decision: 'I name the end early.', rationale: 'It keeps the frame.' };
  const card = await recordOf(ada, submit(ada, await answered(), values));
  const text = await note(card);
  expect(text).toContain('Colleagues consulted: Cleo Marchetti, LMFT\n');
  expect(text).toContain('Cleo Marchetti, LMFT: Ask what makes leaving hard.');
  expect(text).not.toMatch(/Whitcombe|ten minutes/);
  expect(words(card)).toContain('ten minutes');
  expect(words(await expectCard(press(ada, card, 'Copy for my chart')))).toContain('is left out');
});

it('says that a decision is needed to share it, and how it can stay empty', async () => {
  const form = await answered();
  const hint = form.fields.find((f) => f.name === 'decision')?.hint;
  expect(hint && wordsOf('en', hint)).toMatch(/^Needed to lock the record and to share the decision\./);
  const again = await submit(ada, form, { decision: '', rationale: '', share: 'yes' });
  if (again.is !== 'again') throw new Error('expected the form again');
  expect(words(again.form)).toContain('turn off “Share the decision with the group.” Then it can stay empty.');
  await recordOf(ada, submit(ada, form, { decision: '', rationale: '' }));
});

it('asks once for a credential that may have been forgotten', async () => {
  const form = await answered();
  const again = await submit(ada, form, { outsiders: 'Dr. Juno Marsh\nAda Poe, PhD', draft: 'yes' });
  if (again.is !== 'again') throw new Error('expected the form again');
  expect(words(again.form)).toContain('add the credential after the comma');
  const offered = again.form.fields.find((f) => f.name === 'outsiders')?.value;
  expect(offered).toBe('Dr. Juno Marsh,\nAda Poe, PhD');
  const card = await recordOf(ada, submit(ada, again.form, { outsiders: offered ?? '' }));
  expect(await note(card)).toContain('Dr. Juno Marsh; Ada Poe, PhD');
  const edit = await expectForm(press(ada, card, 'Edit'));
  expect(edit.fields.find((f) => f.name === 'outsiders')?.value).toBe('Dr. Juno Marsh\nAda Poe, PhD');
  await recordOf(ada, submit(ada, edit, { minutes: '20' }));
});
