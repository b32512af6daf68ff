import { describe, expect, it } from 'vitest';
import { ada, app, peerGroup } from '../fixtures/peer-group.ts';
import { ask, consultationOf, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { question } from './thread-steps.ts';

peerGroup(7);

describe('what is said of a saved record', () => {
  const typed = { guidance: 'Name it.', outsiders: 'Juno Marsh, PhD', minutes: '25' };
  const decided = { decision: 'I name the end early.', rationale: 'It keeps the frame.' };
  const logged = async (values: Record<string, string>) =>
    expectCard(submit(ada, await expectForm(ada.does('consult.log')), { question, ...typed, ...values }));

  it('is one line: as a draft, with details, finished and amended', async () => {
    const draft = await logged({ ...decided, draft: 'yes' });
    expect(words(draft)).toBe(
      'Saved as a draft. It isn’t final until you finish it.\n[Finish and lock] [Open the record]',
    );
    const record = await expectCard(press(ada, draft, 'Open the record'));
    const details = await expectForm(press(ada, record, 'Add details'));
    const more = await expectCard(submit(ada, details, { facts: 'Adult, outpatient.', risk: 'none' }));
    expect(words(more)).toBe(words(draft));
    // Its texts have changed since, so it is read before it is locked.
    expect(words(await expectCard(press(ada, draft, 'Finish and lock')))).toContain('Status: Draft');
    const final = await expectCard(press(ada, more, 'Finish and lock'));
    expect(words(final)).toBe(
      'The record is locked. To correct or add something, amend it.\n[Open the record] [Copy for my chart]',
    );
    const amend = await expectForm(press(ada, await expectCard(press(ada, final, 'Open the record')), 'Amend'));
    const amended = await expectCard(submit(ada, amend, { text: 'It worked.', reason: 'Seen again' }));
    expect(words(amended)).toBe('The amendment was added.\n[Open the record] [Copy for my chart]');
  });

  it('names what is missing, with the way to add it', async () => {
    expect(words(await logged({}))).toBe(
      'Saved as a draft. It isn’t final until you finish it.\nTo finish it, choose Edit and add your decision and your rationale.\n[Open the record] [Edit]',
    );
  });

  it('is the record itself where the filter changed it, and whom to call where somebody is at risk', async () => {
    const replaced = await logged({ ...decided, guidance: 'Tobias Krenwinkel said to name it.' });
    expect(words(replaced)).toContain('Advice received: [Person] said to name it.');
    const details = await expectForm(
      press(ada, await expectCard(press(ada, await logged({ draft: 'yes' }), 'Open the record')), 'Add details'),
    );
    expect(words(await expectCard(submit(ada, details, { risk: 'self_harm' })))).toContain('911');
  });

  it('of an anonymous question follows its closing', async () => {
    const waiting = await ask(ada, { question }, 'Post anonymously');
    await app.pass(21 * 60_000);
    const about = { group: await groupId(ada), consultation: consultationOf(waiting) };
    const answer = await submit(ada, await expectForm(ada.does('record.form', about)), { ...typed, ...decided });
    if (answer.is !== 'view' || answer.query === undefined) throw new Error('no query to ask again');
    const { command, input } = answer.query;
    const line = async () => words(await expectCard(ada.does(command, { ...input }))).split('\n')[0];
    expect(await line()).toBe(
      'The consultation closes in a few minutes. The record is locked. To correct or add something, amend it.',
    );
    await app.pass(6 * 60_000);
    const closed = 'The consultation was closed, and the record is locked. To correct or add something, amend it.';
    expect(await line()).toBe(closed);
    await press(ada, await expectCard(ada.does('record.show', { ...input })), 'Delete');
    expect((await ada.does(command, { ...input })).is).toBe('refused');
  });
});
