import { expect, it } from 'vitest';
import { type Card, wordsOf } from '../../src/index.ts';
import { ada, app, peerGroup } from '../fixtures/peer-group.ts';
import { ask, attest, closeAndDocument, press, recordOf, submit } from '../fixtures/steps.ts';
import { expectCard, type Person } from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';
import { asked, shown } from './anonymous-steps.ts';
import { home, minute, question, told } from './thread-steps.ts';

peerGroup(7);

const day = 24 * 60 * minute;
const decision = 'Call Odette and set up a joint session.';
const filled = {
  guidance: 'Announce the end.',
  rationale: 'It keeps the frame for everybody.',
  outsiders: 'Juno Marsh, PhD',
  decision,
  share: 'yes',
};

/** Closed and documented, with a decision to share. */
async function shared(own: Card, values: Record<string, string> = {}) {
  const given = await submit(ada, await closeAndDocument(ada, own), { ...filled, ...values });
  if (given.is !== 'view' || given.view.is !== 'card') throw new Error('no card');
  return { note: given.note === null ? '' : wordsOf('en', given.note), preview: given.view };
}

const locked = async (preview: Card): Promise<Card> => {
  const record = await expectCard(press(ada, preview, 'Open the record'));
  return recordOf(ada, press(ada, record, 'Finish and lock'));
};

const news = (person: Person) => told(person).filter((v) => v.summary.key === 'outcome.notShared');

async function named(text = question): Promise<Card> {
  const own = await ask(ada, { question: text });
  await app.pass(0);
  return own;
}

it('says why the record is not locked, and the locked record leads back to sharing', async () => {
  const { note, preview } = await shared(await named());
  expect(note).toContain('The record isn’t locked, because you need to check some words first.');
  expect(words(preview)).toMatch(
    /The record isn’t locked yet(, because some words were replaced|: one (word|phrase) needs)/,
  );
  const record = await locked(preview);
  expect(words(record)).toContain('Final');
  expect(words(record)).toContain('The outcome isn’t shared yet.');
  const again = await expectCard(press(ada, record, 'Share with the group'));
  await expectCard(press(ada, await attest(ada, again), 'Share with the group'));
  await app.pass(0);
  expect(app.messages.some((m) => m.view.summary.key === 'outcome.summary')).toBe(true);
  const after = await expectCard(press(ada, record, 'Copy for my chart'));
  expect(words(await expectCard(press(ada, after, 'Back')))).not.toContain('isn’t shared yet');
  await app.pass(5 * day);
  expect(news(ada)).toEqual([]);
});

it('says what is missing, or that it was saved as a draft as asked', async () => {
  const missing = await shared(await named(), { rationale: '', decision: 'End on time.' });
  expect(missing.note).toContain('because something is missing');
  expect(words(missing.preview)).toContain('add your rationale');
  const asDraft = await shared(await named('How do I begin a session on time?'), {
    draft: 'yes',
    decision: 'End on time.',
  });
  expect(asDraft.note).toContain('saved as a draft');
});

it('reminds a named author once before the draft goes, and nobody who shared, discarded or reopened', async () => {
  const first = await shared(await named());
  await app.pass(5 * day);
  expect(news(ada)).toHaveLength(1);
  const message = news(ada)[0] as Card;
  expect(words(message)).toContain('The outcome isn’t shared yet. The draft is kept until Thu, Mar 12, 2026.');
  expect(words(message)).not.toContain('joint session');
  expect(words(await expectCard(press(ada, message, 'Share with the group')))).toContain('joint session');
  expect(button(first.preview, 'Share with the group').do).toBe('consult.post');
  const second = await shared(await named('How do I begin a session on time?'));
  await press(ada, second.preview, 'Discard');
  const own = await named('How do I end a course of treatment well?');
  await shared(own);
  await press(ada, await shown(ada, own), 'Reopen');
  await app.pass(9 * day);
  expect(news(ada)).toHaveLength(1);
});

it('sends nothing to whoever asked without a name: home shows what is not shared', async () => {
  const own = await shown(ada, await asked());
  await shared(own);
  await app.pass(6 * minute);
  await app.pass(5 * day);
  expect(app.messages.filter((m) => m.place.is === 'direct')).toEqual([]);
  expect(await home(ada)).toContain('Outcome to share');
});
