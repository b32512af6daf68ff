import { describe, expect, it } from 'vitest';
import { type Card, wordsOf } from '../../src/index.ts';
import { ada, app, ben, cleo, peerGroup } from '../fixtures/peer-group.ts';
import { ask, closeAndDocument, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type Person } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { at, inThread, minute, question } from './thread-steps.ts';

peerGroup(7);

describe('reminders', () => {
  it('the group is asked once after 24 hours, outside quiet hours, unless somebody replied', async () => {
    const posted = () => app.messages.filter((m) => m.place.is !== 'direct');
    const own = await ask(ada, { question });
    await ask(ben, { question: 'Who knows a good text on ending well?' });
    await app.pass(0);
    await submit(cleo, await expectForm(cleo.does('consult.reply', await at(own))), {
      text: 'Say when ten minutes are left.',
      as: 'me',
    });
    await app.pass(0);
    const before = posted().length;
    await app.pass(23 * 60 * minute);
    expect(posted()).toHaveLength(before);
    await app.pass(61 * minute);
    expect(posted()).toHaveLength(before + 1);
    const nudge = posted().at(-1);
    expect(nudge?.place.is).toBe('channel');
    expect(words(nudge?.view as never)).toContain('A question has no replies yet.');
    await app.pass(72 * 60 * minute);
    expect(posted()).toHaveLength(before + 1);
    expect(buttons(nudge?.view as never).map((b) => b.do)).toEqual(['consult.reply', 'consult.answered']);
  });

  describe('that stands in the channel', () => {
    const days = async (n: number) => {
      for (let i = 0; i < n; i++) await app.pass(24 * 60 * minute);
    };
    const reminders = () =>
      app.messages.filter((m) => /needs an answer|needed an answer/.test(wordsOf('en', m.view.summary)));
    const reminder = () => words(reminders().at(-1)?.view as never);
    const answer = async (own: Card, person: Person, as: string) =>
      expectCard(
        submit(person, await expectForm(person.does('consult.reply', await at(own))), { text: 'Set a timer.', as }),
      );

    it.each([
      ['“Already answered”', async (own: Card) => ben.does('consult.answered', await at(own)), 'It has been answered.'],
      ['a reply', async (own: Card) => answer(own, ben, 'me'), 'It has been answered.'],
      ['closing', async (own: Card) => ada.does('consult.close', await at(own)), 'It has been closed.'],
    ])('says so after %s, and has no buttons any more', async (_what, does, says) => {
      const own = await ask(ada, { question });
      await app.pass(0);
      await days(1);
      expect(reminder()).toContain('A question has no replies yet.');
      await does(own);
      await app.pass(0);
      expect(reminder()).toBe(`Case question · No rush\n${says}`);
      await days(4);
      expect(reminders()).toHaveLength(1);
    });

    it('goes when the thread is deleted on the platform', async () => {
      await ask(ada, { question });
      await app.pass(0);
      await days(1);
      expect(reminders()).toHaveLength(1);
      const gone = { eventId: 'gone', scope: app.scope, who: '', channel: null, manages: false, zone: null };
      const input = { under: app.messages[0]?.ref ?? '' };
      await app.core.happened({ ...gone, locale: 'en', command: 'platform.threadGone', input });
      await app.pass(0);
      expect(reminders()).toHaveLength(0);
    });

    it('comes back when the only answer is taken down, by its author or on the platform', async () => {
      const own = await ask(ada, { question });
      await app.pass(0);
      await answer(own, ben, 'me');
      await answer(own, cleo, 'colleague');
      await days(1);
      expect(reminders()).toHaveLength(0);
      const [first, second] = inThread().filter((m) => words(m.view).includes('Set a timer.'));
      const shown = await expectCard(ben.does('consult.reply.show', button(first?.view as never, 'More').with));
      await press(ben, shown, 'Take down');
      await days(4);
      expect(reminders()).toHaveLength(0);
      const gone = { eventId: 'gone', scope: app.scope, who: '', channel: null, manages: false, zone: null };
      const input = { ref: second?.ref ?? '' };
      await app.core.happened({ ...gone, locale: 'en', command: 'platform.messageGone', input });
      await days(4);
      expect(reminder()).toContain('A question has no replies yet.');
    });

    it('does not come after a reply “as a colleague”, even of the person who asked: it would name them', async () => {
      const own = await ask(ada, { question });
      await app.pass(0);
      await answer(own, ada, 'colleague');
      await days(4);
      expect(reminders()).toHaveLength(0);
    });
  });

  it('waits through quiet hours and the weekend', async () => {
    await ask(ada, { question });
    await app.pass(20 * 60 * minute);
    await ask(ben, { question: 'Who knows a good text on ending well?' });
    await app.pass(5 * 60 * minute);
    const after24 = app.messages.length;
    await app.pass(24 * 60 * minute);
    expect(app.messages).toHaveLength(after24);
    await app.pass(24 * 60 * minute);
    expect(new Date(app.now()).getUTCDay()).toBe(0);
    expect(app.messages).toHaveLength(after24);
    await app.pass(24 * 60 * minute);
    expect(app.messages).toHaveLength(after24 + 1);
  });

  it('“Already answered” ends it', async () => {
    const own = await ask(ada, { question });
    await app.pass(0);
    await ben.does('consult.answered', await at(own));
    await app.pass(30 * 60 * minute);
    expect(app.messages).toHaveLength(2);
  });

  it('the follow-up goes to a named owner on the day, and to nobody for an anonymous question', async () => {
    const named = await ask(ada, { question });
    const anonymous = await ask(ben, { question }, 'Post anonymously');
    await app.pass(21 * minute);
    for (const [person, own] of [
      [ada, named],
      [ben, anonymous],
    ] as const) {
      const card = await expectCard(person.does('consult.show', await at(own)));
      const form = await closeAndDocument(person, card);
      await expectCard(
        submit(person, form, { guidance: 'Announce the end.', outsiders: 'Juno Marsh, PhD', followUp: '2026-03-10' }),
      );
    }
    await app.pass(6 * 24 * 60 * minute);
    const direct = app.messages.filter((m) => m.place.is === 'direct');
    expect(direct.map((m) => m.place.is === 'direct' && m.place.to)).toEqual([ada.who]);
    expect(words(await expectCard(ben.does('consult.records')))).toContain('Follow-up due');
    expect(button(direct[0]?.view as never, 'Open record').do).toBe('record.show');
    expect(words(await expectCard(press(ada, direct[0]?.view as never, 'Open record')))).toContain('Announce the end.');
    const others = await press(ben, direct[0]?.view as never, 'Open record');
    expect(others.is).toBe('refused');
  });
});
