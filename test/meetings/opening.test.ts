import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, closeAndDocument, consultationOf, press, recordOf, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, type Person, type TestApp } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { day, firstAt, hour, letters, minute, next, openCircle, opening, openings, thursdays } from './circle.ts';

const names = ['ada', 'ben', 'cleo', 'dina'] as const;
let app: TestApp;
let at: { group: string };
let people: Record<(typeof names)[number], Person>;
beforeEach(async () => {
  ({ app, people, at } = await openCircle(names));
});
afterEach(() => app.remove());

const begin = () => app.pass(firstAt - app.now() + 1000);
const refused = async (answer: Promise<unknown>) => JSON.stringify(await answer);
const texts = { guidance: 'Announce the end early.', decision: 'Announce it.', rationale: 'It keeps the frame.' };

describe('the opening card', () => {
  it('has one clause of the agreement in turn, the privacy line, roles and times', async () => {
    await thursdays(people.ada, at);
    await begin();
    const first = words(opening(app));
    expect(first).toContain('Facilitator: <');
    expect(first).toContain('Length: 60 minutes');
    expect(first).toContain('doesn’t list who joins a voice channel');
    await app.pass(7 * day);
    const second = words(opening(app));
    const clause = (card: string) => card.split('\n')[2];
    expect(clause(second)).not.toBe(clause(first));
    for (const card of [first, second]) expect(card).toContain('No screenshots or recordings.');
  });

  it('its time-box is the facilitator’s: next, five more minutes, and time is up', async () => {
    await thursdays(people.ada, at);
    await begin();
    expect(await refused(press(people.cleo, opening(app), 'Start the clock'))).toContain('facilitatorOnly');
    await press(people.ben, opening(app), 'Start the clock');
    // Two taps on the same card move it on once.
    await press(people.ben, opening(app), 'Start the clock');
    await app.pass(0);
    expect(words(opening(app))).toMatch(/Now: Opening round, one word each · until .*12:05 PM/);
    await press(people.ben, opening(app), '5 more minutes');
    await app.pass(6 * minute);
    expect(words(opening(app))).toMatch(/Now: Opening round.* until .*12:10 PM/);
    await app.pass(5 * minute);
    expect(words(opening(app))).toMatch(/Now: Opening round.* Time is up\./);
    for (let i = 0; i < 3; i += 1) {
      await press(people.ben, opening(app), 'Next');
      await app.pass(0);
    }
    expect(words(opening(app))).toMatch(new RegExp(`Now: Case 1 · <${people.ada.who}> · until`));
    expect(words(opening(app))).toContain('Questions before advice.');
    // Its owner can, too, where the facilitator is not there.
    for (const label of ['Next', 'Finish']) {
      await press(people.ada, opening(app), label);
      await app.pass(0);
    }
    expect(words(opening(app))).toContain('The agenda is done.');
  });

  it('asks about follow-ups of those who ticked “may be asked” alone, once, and never about anonymous ones', async () => {
    await thursdays(people.ada, at);
    const record = async (how: 'Post as me' | 'Post anonymously') => {
      const own = await ask(people.ada, { question: `How do I end a session that runs over, ${how}?` }, how);
      await app.pass(30 * minute);
      const there = await expectCard(people.ada.does('consult.show', { ...at, consultation: consultationOf(own) }));
      const form = await closeAndDocument(people.ada, there);
      await expectCard(
        submit(people.ada, form, { ...texts, followUp: '2026-03-10', outsiders: 'Juno Marsh, PhD', draft: 'yes' }),
      );
    };
    await record('Post as me');
    await record('Post anonymously');
    const mine = await expectCard(people.ada.does('meeting.followUps', at));
    expect(words(mine)).not.toContain('Post anonymously');
    expect(buttons(mine).filter((b) => b.do === 'meeting.followUps.set')).toHaveLength(1);
    await expectCard(press(people.ada, mine, 'May be asked'));
    await begin();
    expect(words(opening(app))).toContain(`Follow-ups: how did it go?\n- <${people.ada.who}>`);
    expect(words(opening(app))).not.toContain('session');
    await app.pass(7 * day);
    expect(words(opening(app))).not.toContain('how did it go');
  });

  it('names nobody who was erased among those whose follow-up is due', async () => {
    await thursdays(people.ada, at);
    const own = await ask(people.dina, { question: 'How do I end a session that runs over?' });
    await app.pass(30 * minute);
    const there = await expectCard(people.dina.does('consult.show', { ...at, consultation: consultationOf(own) }));
    const form = await closeAndDocument(people.dina, there);
    const values = { ...texts, followUp: '2026-03-10', outsiders: 'Juno Marsh, PhD', draft: 'yes' };
    await expectCard(submit(people.dina, form, values));
    await expectCard(press(people.dina, await expectCard(people.dina.does('meeting.followUps', at)), 'May be asked'));
    await begin();
    expect(words(opening(app))).toContain(people.dina.who);
    // Where too few came, nobody was asked: it is due next time.
    await expectCard(press(people.ada, opening(app), 'Too few people'));
    await app.pass(7 * day);
    expect(words(opening(app))).toContain(people.dina.who);
    await expectCard(people.dina.does('privacy.erase'));
    await app.pass(0);
    expect(words(opening(app))).not.toContain(people.dina.who);
  });

  it('names nobody who was erased, in the channel and in the store', async () => {
    await thursdays(people.ada, at);
    await begin();
    expect(words(opening(app))).toContain(people.ben.who);
    await expectCard(people.ben.does('privacy.erase'));
    await app.pass(0);
    expect(words(opening(app))).not.toContain(people.ben.who);
    const kept = (await stored(app.store, app.scope)).filter(({ kind }) => /^(meeting|groupMeeting)/.test(kind));
    expect(JSON.stringify(kept)).not.toContain(people.ben.who);
  });
});

it('whoever facilitates and the owners hear when it may not have reached the channel that a meeting is canceled', async () => {
  await thursdays(people.ada, at);
  const meeting = { ...at, meeting: button(await next(people.ada, at), 'Agenda').with.meeting ?? '' };
  app.answers.push({ ok: false, why: 'unknown', detail: 'http 500' });
  await expectCard(people.ada.does('meeting.cancel', meeting));
  await app.pass(0);
  await app.pass(0);
  expect(letters(app).match(/about a changed meeting may not have reached the channel/g)).toHaveLength(2);
  expect(letters(app)).not.toContain('opens the meeting');
});

describe('a meeting whose card was not posted', () => {
  it('can still be logged, from home and from /meeting next, and never twice as long', async () => {
    await thursdays(people.ada, at);
    await app.pass(firstAt - app.now() + 90 * minute);
    expect(openings(app)).toBe(0);
    expect(words(await next(people.cleo, at))).toContain('Last meeting: Thu, Mar 12, 2026, 12:00 PM');
    const home = await people.cleo.does('curbside.home', at);
    if (home.is !== 'view' || home.view.is === 'form') throw new Error('no home');
    const there = button(home.view, 'I was there');
    const form = await expectForm(people.cleo.does(there.do, { ...there.with }));
    for (const wrong of [{ own: '90' }, { people: '1' }, { minutes: '0' }, { minutes: '480' }, { minutes: '121' }])
      expect(await submit(people.cleo, form, wrong), JSON.stringify(wrong)).toMatchObject({ is: 'again' });
    const card = await expectCard(submit(people.cleo, form, { own: '15', people: '5' }));
    expect(words(card)).toContain('Of these, on my own case: 15 minutes');
    expect(words(await expectCard(press(people.cleo, card, 'Remove')))).toContain('You haven’t logged this meeting.');
    await app.pass(25 * hour);
    expect(words(await next(people.cleo, at))).not.toContain('Last meeting');
  });
});

describe('takeaways', () => {
  it('are a checked post in the thread, prefill the presenter’s record and propose a follow-up date', async () => {
    await thursdays(people.ada, at);
    const own = await ask(people.ada, { question: 'How do I end a session that keeps running over?' });
    await app.pass(minute);
    await expectCard(people.ada.does('meeting.put', { ...at, consultation: consultationOf(own) }));
    await begin();
    const card = await expectCard(press(people.dina, opening(app), 'Takeaways'));
    const form = await expectForm(press(people.dina, card, 'Write takeaways'));
    const checked = await expectCard(submit(people.dina, form, { text: 'Call Maria Gonzalez at 555-201-4433 first.' }));
    expect(buttons(checked).map((b) => b.do)).not.toContain('consult.show');
    await expectCard(submit(people.dina, form, { text: 'Name the end ten minutes before.' }));
    const mine = await expectForm(press(people.ada, card, 'Write takeaways'));
    await expectCard(submit(people.ada, mine, { text: 'I will say when ten minutes are left.' }));
    await app.pass(0);
    expect(JSON.stringify(app.messages)).not.toContain('Gonzalez');
    const there = await expectCard(people.ada.does('consult.show', { ...at, consultation: consultationOf(own) }));
    const record = await closeAndDocument(people.ada, there);
    const value = (name: string) => record.fields.find((f) => f.name === name)?.value ?? '';
    expect(value('guidance')).toContain('Name the end ten minutes before.');
    expect(value('guidance')).toContain('I will say when ten minutes are left.');
    expect(value('followUp')).toBe('2026-04-09');
  });

  it('of what was presented without a question become a checked draft of its presenter’s record, and nobody else’s', async () => {
    await thursdays(people.ada, at, { slots: '2', place: 'link', link: 'https://zoom.us/j/93012345678' });
    const meeting = button(await next(people.ada, at), 'Agenda').with;
    await expectCard(people.ada.does('meeting.theme.save', { ...meeting, theme: 'Ending well with families' }));
    await begin();
    const others = await expectCard(press(people.dina, opening(app), 'Takeaways'));
    expect(buttons(others).map((b) => b.do)).not.toContain('record.presented');
    expect(JSON.stringify(await people.dina.does('record.presented', { ...meeting, slot: '0' }))).toContain('notYours');
    const card = await expectCard(press(people.ada, opening(app), 'Takeaways'));
    const form = await expectForm(press(people.ada, card, 'Write yours, privately'));
    expect(form.fields.map(({ name }) => name)).toEqual(['question', 'guidance', 'followUp']);
    const again = await submit(people.ada, form, { guidance: '' });
    if (again.is !== 'again') throw new Error(again.is);
    const kept = await expectCard(
      submit(people.ada, again.form, { guidance: 'Call Maria Gonzalez early, and name the last session.' }),
    );
    expect(words(kept)).toContain('Advice received: Call [Person], and name the last session.');
    expect(words(kept)).toContain('Ending well with families');
    const draft = await expectForm(press(people.ada, kept, 'Edit'));
    const value = (name: string) => draft.fields.find((f) => f.name === name)?.value ?? '';
    expect([value('date'), value('mode'), value('followUp')]).toEqual(['2026-03-12', 'video', '2026-04-09']);
    expect(value('minutes')).toBe('20');
    expect(words(await expectCard(people.ada.does('consult.records', at)))).toContain('Ending well with families');
    const disk = JSON.stringify(await stored(app.store, app.scope));
    for (const typed of ['Gonzalez', 'name the last session']) expect(disk).not.toContain(typed);
  });

  it('of what was presented are one record: pressed again it is gone on with, and once deleted there is room for another', async () => {
    await thursdays(people.ada, at, { slots: '2' });
    const meeting = button(await next(people.ada, at), 'Agenda').with;
    await expectCard(people.ada.does('meeting.theme.save', { ...meeting, theme: 'Ending well with families' }));
    await begin();
    const write = async () =>
      press(people.ada, await expectCard(press(people.ada, opening(app), 'Takeaways')), 'Write yours, privately');
    const records = async () => (await stored(app.store, app.scope)).filter(({ kind }) => kind === 'record').length;
    await expectCard(submit(people.ada, await expectForm(write()), { guidance: 'Name the last session.' }));
    app.advance(minute);
    const again = await expectForm(write());
    expect(again.fields.find(({ name }) => name === 'guidance')?.value).toBe('Name the last session.');
    const whole = { guidance: 'Name it early.', decision: 'I name it.', rationale: 'It helps.', draft: 'yes' };
    const kept = await recordOf(people.ada, submit(people.ada, again, { ...whole, outsiders: 'Juno Marsh, PhD' }));
    expect(await records()).toBe(1);
    await press(people.ada, kept, 'Finish and lock');
    expect(JSON.stringify(await write())).toContain('recordFinal');
    await press(people.ada, kept, 'Delete');
    const blank = await expectForm(write());
    expect(blank.fields.find(({ name }) => name === 'guidance')?.value).toBe('');
  });
});
