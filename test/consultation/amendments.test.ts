import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/index.ts';
import { ada, app, peerGroup } from '../fixtures/peer-group.ts';
import { press, recordOf, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';

peerGroup(2);

async function logged(): Promise<Card> {
  const form = await expectForm(ada.does('consult.log'));
  return recordOf(
    ada,
    submit(ada, form, {
      question: 'How do I end a session on time?',
      guidance: 'Say it early.',
      outsiders: 'Juno Marsh, PhD',
      decision: 'I will say it early.',
      rationale: 'It keeps the frame.',
      draft: 'yes',
    }),
  );
}
const final = async () => recordOf(ada, press(ada, await logged(), 'Finish and lock'));
const amended = async (card: Card, text: string, reason = 'New facts') =>
  expectCard(submit(ada, await expectForm(press(ada, card, 'Amend')), { text, reason }));

describe('an amendment', () => {
  it('without findings is added at once, once for the same form sent twice', async () => {
    const form = await expectForm(press(ada, await final(), 'Amend'));
    const values = { text: 'It worked.', reason: 'Two weeks later' };
    await submit(ada, form, values);
    const record = await recordOf(ada, submit(ada, form, values));
    expect(words(record).match(/It worked\./g)).toHaveLength(1);
  });

  it('with a name in it is previewed before anything of it is saved', async () => {
    const card = await final();
    const preview = await amended(card, 'Tobias Krenwinkel called at 415-555-0134 to say that it worked.');
    expect(words(preview)).toContain('This is what your record will say');
    expect(words(preview)).toMatch(/Removed \(2\)/);
    expect(words(preview)).toContain('responsible for what it says');
    expect(words(preview)).not.toContain('what you post');
    expect(words(preview)).not.toMatch(/Krenwinkel|555/);
    expect(words(preview)).toContain('Reason: New facts');
    const before = await expectCard(ada.does('record.show', { ...buttons(card)[0]?.with }));
    expect(words(before)).not.toContain('it worked');
    expect(words(await expectCard(ada.does('consult.mine')))).toContain('Amendment to a record');
    const record = await recordOf(ada, press(ada, preview, 'Add amendment'));
    expect(words(record)).toContain('to say that it worked.');
    expect(await app.disk()).not.toContain('Krenwinkel');
  });

  it('keeps a word that its author says is not about a client, and what was typed when it is edited', async () => {
    const preview = await amended(await final(), 'Dawn comes up a lot in the sessions.');
    const pick = preview.blocks.find((b) => b.is === 'pick');
    if (pick?.is !== 'pick') throw new Error('no words to check');
    const kept = await expectCard(ada.does(pick.do, { ...pick.with, chosen: '0' }));
    const form = await expectForm(press(ada, kept, 'Edit'));
    expect(form.fields.map((f) => f.value)).toEqual(['Dawn comes up a lot in the sessions.', 'New facts']);
    const again = await expectCard(submit(ada, form, { reason: 'Two weeks later' }));
    const record = await recordOf(ada, press(ada, again, 'Add amendment'));
    expect(words(record)).toContain('Dawn comes up a lot in the sessions.');
    expect(words(record)).toContain('Reason: Two weeks later');
  });
});

it('the steps of a record are checked in sight, with the words to keep, like its other texts', async () => {
  const form = await expectForm(press(ada, await logged(), 'Add details'));
  const card = await expectCard(submit(ada, form, { actions: 'Call Tobias Krenwinkel.\nUse Hope as the word.' }));
  expect(words(card)).toMatch(/identifiers? (was|were) removed before saving/);
  expect(words(card)).toContain('Hope');
  const pick = card.blocks.find((b) => b.is === 'pick');
  if (pick?.is !== 'pick') throw new Error('no words to check');
  const kept = await expectCard(ada.does(pick.do, { ...pick.with, chosen: '0' }));
  expect(words(kept)).toContain('Use Hope as the word.');
  const edit = await expectForm(press(ada, kept, 'Edit'));
  expect(words(await recordOf(ada, submit(ada, edit, { decision: 'Later.', draft: 'yes' })))).toContain(
    'Use Hope as the word.',
  );
  const details = await expectForm(press(ada, kept, 'Add details'));
  expect(details.fields.find((f) => f.name === 'actions')?.value).toContain('Tobias');
});

it('a tick on an earlier card of a record decides nothing about its newer words', async () => {
  const form = await expectForm(press(ada, await logged(), 'Add details'));
  const old = await expectCard(submit(ada, form, { actions: 'Call Tobias Krenwinkel.\nUse Hope as the word.' }));
  const pick = old.blocks.find((b) => b.is === 'pick');
  if (pick?.is !== 'pick') throw new Error('no words to check');
  const details = await expectForm(press(ada, old, 'Add details'));
  await submit(ada, details, { actions: 'Call Tobias Krenwinkel.\nThen Hope will be the word.' });
  const after = await ada.does(pick.do, { ...pick.with, chosen: '0' });
  expect(JSON.stringify(after)).toContain('record.changed');
  const { view } = after as { view: Card };
  expect(words(view)).toContain('Then ');
  expect(words(view)).not.toContain('Then Hope');
  expect(words(view)).toContain('Status: Draft');
});
