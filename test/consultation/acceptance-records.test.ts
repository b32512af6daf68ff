import { describe, expect, it } from 'vitest';
import { ada, app, ben, peerGroup } from '../fixtures/peer-group.ts';
import { ask, closeAndDocument, consultationOf, press, recordOf, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, groupId } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';

const clean = 'How do I end a session that keeps running over?';

/** The acceptance stories of docs/domain.md that end in a record. */
describe('acceptance', () => {
  peerGroup(7);

  it('story 6: the record prefills who advised; decision and reasons are needed; nothing is final until finished', async () => {
    const own = await ask(ada, { question: clean });
    await app.pass(0);
    const reply = await expectForm(
      ben.does('consult.reply', { group: await groupId(ada), consultation: consultationOf(own) }),
    );
    await submit(ben, reply, { text: 'Name the ending ten minutes before.', as: 'me' });
    const form = await closeAndDocument(ada, own);
    const value = (name: string) => form.fields.find((f) => f.name === name)?.value;
    expect(value('advisers')).toBe(ben.who);
    expect(value('decision')).toBe('');
    expect(value('rationale')).toBe('');
    const record = await recordOf(ada, submit(ada, form, { guidance: 'Announce the end early.' }));
    expect(words(record)).toContain(clean);
    expect(words(record)).toContain('Status: Draft');
    expect(words(record)).toContain('To finish it, choose Edit and add your decision and your rationale.');
    expect(buttons(record).map((b) => b.do)).not.toContain('record.finish');
    const early = await ada.does('record.finish', { ...button(record, 'Edit').with });
    expect(early.is).toBe('refused');
    const edit = await expectForm(press(ada, record, 'Edit'));
    const whole = await recordOf(
      ada,
      submit(ada, edit, { decision: 'Announce it.', rationale: 'It keeps the frame.', draft: 'yes' }),
    );
    expect(words(whole)).toContain('Status: Draft');
    const again = await expectCard(ada.does('consult.show', { ...button(own, 'Close consultation').with }));
    expect(buttons(again).map((b) => b.do)).not.toContain('record.form');
    expect(words(await expectCard(press(ada, again, 'Open record')))).toContain('Announce it.');
    const final = await recordOf(ada, press(ada, whole, 'Finish and lock'));
    expect(words(final)).toContain('Status: Final');
    expect((await ada.does('record.edit', { ...button(final, 'Amend').with })).is).toBe('refused');
    const chart = await expectCard(press(ada, final, 'Copy for my chart'));
    expect(words(chart)).toContain('This was advice from colleagues, not supervision.');
  });

  it('a record without a question cannot be finished, and says what is missing', async () => {
    const own = await ask(ada, { question: clean });
    await app.pass(0);
    const form = await closeAndDocument(ada, own);
    const under = app.messages[0]?.ref ?? '';
    const gone = { eventId: 'gone', scope: app.scope, who: '', channel: null, manages: false, zone: null };
    await app.core.happened({ ...gone, locale: 'en', command: 'platform.threadGone', input: { under } });
    const record = await recordOf(
      ada,
      submit(ada, form, {
        guidance: 'End on time.',
        outsiders: 'Juno Marsh, PhD',
        decision: 'So be it.',
        rationale: 'x',
      }),
    );
    expect(words(record)).toContain('To finish it, choose Edit and add the question.');
    expect((await ada.does('record.finish', { ...button(record, 'Edit').with })).is).toBe('refused');
    const edit = await expectForm(press(ada, record, 'Edit'));
    expect(words(await recordOf(ada, submit(ada, edit, { question: clean })))).toContain('Status: Final');
  });

  it('a follow-up date that has passed does not keep a record from being edited', async () => {
    const own = await ask(ada, { question: clean });
    await app.pass(0);
    const form = await closeAndDocument(ada, own);
    const values = { guidance: 'End on time.', outsiders: 'Juno Marsh, PhD', followUp: '2026-03-06' };
    const record = await recordOf(ada, submit(ada, form, values));
    await app.pass(9 * 24 * 60 * 60_000);
    const edit = await expectForm(press(ada, record, 'Edit'));
    expect(words(await recordOf(ada, submit(ada, edit, { decision: 'So be it.' })))).toContain('So be it.');
  });

  it('story 7: a consultation of 12 days ago is saved as a late entry with both dates', async () => {
    const form = await expectForm(ada.does('consult.log'));
    const record = await recordOf(
      ada,
      submit(ada, form, {
        question: clean,
        guidance: 'Set a timer.',
        outsiders: 'Juno Marsh, PhD',
        minutes: '20',
        date: '2026-02-21',
        time: '14:30',
        mode: 'phone',
      }),
    );
    expect(words(record)).toMatch(/Date: February 21, 2026, 2:30 PM \(late entry\)/);
    expect(words(record)).toMatch(/Written: Thu, Mar 5, 2026/);
  });

  it('story 23: bad lengths and dates name the field, keep what was typed and save nothing', async () => {
    const form = await expectForm(ada.does('consult.log'));
    const typed = { question: clean, guidance: 'Set a timer.', outsiders: 'Juno Marsh, PhD', mode: 'phone' };
    for (const [values, field, text] of [
      [{ minutes: '0' }, 'minutes', /Minutes: enter at least 1/],
      [{ minutes: '-30' }, 'minutes', /Minutes: -30 is less than zero/],
      [{ minutes: '9999' }, 'minutes', /Minutes: 9999 is more than 8 hours/],
      [{ minutes: '1:30' }, 'minutes', /Minutes: we read this as 90 minutes/],
      [{ minutes: 'a while' }, 'minutes', /Minutes: enter a number from 1 to 480/],
      [{ minutes: '15', date: '2026-03-06' }, 'date', /Date: this day is in the future/],
      [{ minutes: '15', date: 'someday' }, 'date', /Date: enter a date such as Mar 9, 2026/],
      [{ minutes: '15', date: 'Feb 30' }, 'date', /Date: this date doesn’t exist/],
      [{ minutes: '15', date: 'Apr 1' }, 'date', /Date: add the year/],
      [{ minutes: '15', date: '' }, 'date', /Date: enter the day of the consultation/],
      [{ minutes: '15', date: '0001-01-01' }, 'date', /Date: this is more than ten years ago/],
      [{ minutes: '15', date: '2016-03-04' }, 'date', /Date: this is more than ten years ago/],
      [{ minutes: '15', time: '9' }, 'time', /Enter a time such as 6:00 PM/],
      [{ minutes: '15', time: '13:30 pm' }, 'time', /Enter a time such as 6:00 PM/],
      [{ minutes: '15', followUp: '2026-03-05' }, 'followUp', /Follow-up date: choose a day after the consultation/],
      [{ minutes: '15', followUp: '9999-01-01' }, 'followUp', /Follow-up date: this is more than ten years ahead/],
      [{ minutes: '15', question: '' }, 'question', /! Required\./],
    ] as const) {
      const answer = await submit(ada, form, { ...typed, ...values });
      if (answer.is !== 'again') throw new Error(`expected the form again for ${JSON.stringify(values)}`);
      expect(words(answer.form)).toMatch(text);
      expect(answer.form.fields.find((f) => f.error)?.name).toBe(field);
      expect(answer.form.fields.find((f) => f.name === 'guidance')?.value).toBe('Set a timer.');
    }
    expect(words(await expectCard(ada.does('consult.records')))).toContain('No records yet');
    const longAgo = await recordOf(ada, submit(ada, form, { ...typed, date: '2016-03-05' }));
    await press(ada, longAgo, 'Delete');
    await app.pass(1000);
    const fresh = await expectForm(ada.does('consult.log'));
    const saved = await recordOf(
      ada,
      submit(ada, fresh, { ...typed, minutes: '1.5h', date: 'yesterday', time: '2:30 PM' }),
    );
    expect(words(saved)).toContain('Duration: 90 minutes');
  });
});
