import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer, Card, Form } from '../../src/index.ts';
import { happens } from '../fixtures/happens.ts';
import { press, submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, type Person, type TestApp } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { day, firstAt, hour, letters, minute, next, openCircle, opening, thursdays } from './circle.ts';

const names = ['ada', 'ben', 'cleo', 'dina'] as const;
let app: TestApp;
let at: { group: string };
let people: Record<(typeof names)[number], Person>;
beforeEach(async () => {
  ({ app, people, at } = await openCircle(names));
});
afterEach(() => app.remove());

/** What a guest fills in once they read the agreement. */
async function acceptForm(guest: Person, meeting: Record<string, string>): Promise<Form> {
  const agreement = await expectCard(guest.does('meeting.guest.agree', meeting));
  return expectForm(press(guest, agreement, 'Accept and continue'));
}

/** The card that is shown in place of what somebody wanted. */
async function cardOf(answer: Promise<Answer>): Promise<Card> {
  const given = await answer;
  if (given.is !== 'refused') throw new Error(`expected a refusal, got ${given.is}`);
  return given.view;
}

/** The agreement, where somebody has to accept it anew. */
const agreementAnew = (who: Person): Promise<Card> => cardOf(who.does('consult.ask', at));
const shownTo = (card: Card) => ({ shown: buttons(card).find((b) => b.with.shown)?.with.shown ?? '' });

const refused = async (answer: Promise<unknown>) => JSON.stringify(await answer);

describe('guests', () => {
  it('accept the agreement first, become no members, and stand on the card', async () => {
    await thursdays(people.ada, at);
    const gus = await app.person('gus', { channel: null });
    const meeting = { ...at, meeting: button(await next(people.ada, at), 'Agenda').with.meeting ?? '' };
    const form = await expectForm(people.ben.does('meeting.guest', meeting));
    expect(await submit(people.ben, form, { person: people.dina.who })).toMatchObject({ is: 'again' });
    expect(await refused(people.cleo.does('meeting.guest', meeting))).toContain('meetingChange');
    await expectCard(submit(people.ben, form, { person: gus.who }));
    await app.pass(0);
    expect(letters(app)).toContain('invites you as a guest');
    expect(words(await next(people.ada, at))).not.toContain('Guests');
    const before = words(await expectCard(gus.does('meeting.guest.show', meeting)));
    expect(before).not.toContain('Where');
    const accept = await acceptForm(gus, meeting);
    expect(
      await refused(people.dina.does('meeting.guest.accept', { ...accept.with, credential: 'PhD', licensed: 'yes' })),
    ).toContain('gone');
    const wrong = await gus.does('meeting.guest.accept', {
      ...accept.with,
      credential: 'PhD, sees Keisha',
      licensed: 'yes',
    });
    expect(wrong.is === 'again' && wrong.form.fields.find((f) => f.name === 'credential')?.error?.key).toBe(
      'field.identifiers',
    );
    await expectCard(gus.does('meeting.guest.accept', { ...accept.with, credential: 'PhD', licensed: 'yes' }));
    expect(words(await next(people.ada, at))).toContain(`Guests: <${gus.who}>, PhD`);
    const kept = async () => (await stored(app.store, app.scope)).filter(({ kind }) => kind === 'meetingGuest');
    const move = await expectForm(people.ben.does('meeting.move', meeting));
    await expectCard(submit(people.ben, move, { date: '2026-03-18' }));
    await app.pass(0);
    expect(letters(app)).toContain('The meeting moved\nGuest at a consultation meeting\nNew time: Wed, Mar 18, 2026');
    await app.pass(7 * day);
    expect(await kept()).toHaveLength(1);
    expect(await refused(gus.does('meeting.bring', at))).toContain('joinThere');
    await app.pass(Date.parse('2026-03-18T16:01:00Z') - app.now());
    expect(words(opening(app))).toContain(`Guests: <${gus.who}>`);
    await expectCard(gus.does('privacy.erase'));
    await app.pass(0);
    expect(words(opening(app))).not.toContain(gus.who);
    expect(await kept()).toEqual([]);
  });

  it('read the agreement before they accept it, and again where it changed meanwhile', async () => {
    await thursdays(people.ada, at);
    const gus = await app.person('gus', { channel: null });
    const meeting = { ...at, meeting: button(await next(people.ada, at), 'Agenda').with.meeting ?? '' };
    await expectCard(people.ben.does('meeting.guest.save', { ...meeting, person: gus.who }));
    await app.pass(0);
    const read = await expectCard(gus.does('meeting.guest.agree', meeting));
    expect(words(read)).toContain('No screenshots or recordings.');
    const accept = await expectForm(press(gus, read, 'Accept and continue'));
    expect(words(accept)).toContain('Join as a guest');
    await expectCard(people.ada.does('agreement.addOns.save', { ...at, addOns: 'dbt-team' }));
    const answers = { credential: 'PhD', licensed: 'yes' };
    const { shown: _, ...unsaid } = accept.with;
    for (const answer of [
      press(gus, read, 'Accept and continue'),
      submit(gus, accept, answers),
      gus.does(accept.do, { ...unsaid, ...answers }),
    ]) {
      const view = await cardOf(answer);
      expect(words(view)).toContain('DBT');
      expect(button(view, 'Accept and continue').do).toBe('meeting.guest.form');
    }
    expect((await stored(app.store, app.scope)).filter(({ kind }) => kind === 'meetingGuest')).toMatchObject([
      { doc: { agreedAt: null } },
    ]);
    const view = await cardOf(submit(gus, accept, answers));
    const anew = await expectForm(press(gus, view, 'Accept and continue'));
    expect(words(await expectCard(submit(gus, anew, answers)))).toContain('Where: ');
  });

  it('accept anew what changed since they accepted it, before the next thing they do', async () => {
    await thursdays(people.ada, at);
    const gus = await app.person('gus', { channel: null });
    const meeting = { ...at, meeting: button(await next(people.ada, at), 'Agenda').with.meeting ?? '' };
    await expectCard(people.ben.does('meeting.guest.save', { ...meeting, person: gus.who }));
    const accept = await acceptForm(gus, meeting);
    await expectCard(submit(gus, accept, { credential: 'PhD', licensed: 'yes' }));
    await expectCard(people.ada.does('agreement.addOns.save', { ...at, addOns: 'dbt-team' }));
    await people.ada.does('agreement.renew', { ...at, ...shownTo(await agreementAnew(people.ada)) });
    const changed = 'agreement changed since you accepted it';
    const page = await expectCard(gus.does('meeting.guest.show', meeting));
    expect(words(page)).toContain(changed);
    expect(words(page)).not.toContain('Where');
    expect(words(await next(people.ada, at))).not.toContain('Guests:');
    await app.pass(firstAt - app.now());
    expect(words(opening(app))).not.toContain(gus.who);
    expect(letters(app)).toContain(changed);
    for (const command of ['meeting.guest.attend', 'meeting.guest.attend.save']) {
      const instead = await cardOf(gus.does(command, { ...meeting, minutes: '50' }));
      expect(words(instead), command).toContain(changed);
      expect(words(instead)).toContain('DBT');
    }
    // Also after the meeting, as long as it can be noted.
    await app.pass(3 * hour);
    const anew = await acceptForm(gus, meeting);
    expect(words(anew)).toContain('PhD');
    expect(words(await expectCard(submit(gus, anew, { licensed: 'yes' })))).toContain('Where: ');
    expect((await gus.does('meeting.guest.attend', meeting)).is).toBe('view');
    await expectCard(gus.does('meeting.guest.attend.save', { ...meeting, minutes: '50' }));
  });

  it('note that they were there as members do, in a log of their own, and see nothing else of the group', async () => {
    await thursdays(people.ada, at);
    const [gus, hana] = [await app.person('gus', { channel: null }), await app.person('hana', { channel: null })];
    const meeting = { ...at, meeting: button(await next(people.ada, at), 'Agenda').with.meeting ?? '' };
    for (const { who } of [gus, hana])
      await expectCard(people.ben.does('meeting.guest.save', { ...meeting, person: who }));
    const accept = await acceptForm(gus, meeting);
    await expectCard(gus.does(accept.do, { ...accept.with, credential: 'PhD', licensed: 'yes' }));
    expect(await refused(gus.does('meeting.guest.attend', meeting))).toContain('gone');
    await app.pass(firstAt - app.now());
    expect(letters(app).match(/The meeting you’re a guest at is starting/g)).toHaveLength(1);
    const note = async () =>
      expectCard(submit(gus, await expectForm(gus.does('meeting.guest.attend', meeting)), { minutes: '50' }));
    expect(words(await note())).toContain('50 minutes');
    expect(await refused(hana.does('meeting.guest.attend', meeting))).toContain('gone');
    expect(await refused(people.cleo.does('meeting.guest.attend', meeting))).toContain('gone');
    const own = async () => (await stored(app.store, app.scope)).filter(({ kind }) => kind === 'meetingAttendance');
    expect(await own()).toHaveLength(1);
    expect(JSON.stringify(await own())).not.toContain(gus.who);
    await app.pass(day + 30 * minute);
    const late = await expectCard(gus.does('meeting.guest.show', meeting));
    expect(
      words(await expectCard(press(gus, late, 'I was there').then(() => gus.does('meeting.guest.attended', meeting)))),
    ).toContain('50 minutes');
    await app.pass(hour);
    expect(await refused(gus.does('meeting.guest.attend', meeting))).toContain('attendanceOver');
    // The invitation is cleared away after two days; what they noted stays theirs to take back.
    await app.pass(2 * day);
    expect((await stored(app.store, app.scope)).filter(({ kind }) => kind === 'meetingGuest')).toEqual([]);
    const kept = await expectCard(gus.does('meeting.guest.attended', meeting));
    expect(words(kept)).toContain('50 minutes');
    await press(gus, kept, 'Remove');
    expect(await own()).toEqual([]);
    expect(await refused(gus.does('meeting.guest.attended', meeting))).toContain('gone');
  });

  it('who leave the community are on no card any more, though they erased nothing', async () => {
    await thursdays(people.ada, at);
    const gus = await app.person('gus', { channel: null });
    const meeting = { ...at, meeting: button(await next(people.ada, at), 'Agenda').with.meeting ?? '' };
    await expectCard(people.ben.does('meeting.guest.save', { ...meeting, person: gus.who }));
    const accept = await acceptForm(gus, meeting);
    await expectCard(gus.does(accept.do, { ...accept.with, credential: 'PhD', licensed: 'yes' }));
    await app.pass(firstAt - app.now());
    expect(words(opening(app))).toContain(gus.who);
    await happens(app, gus, 'platform.personLeft', null);
    await app.pass(0);
    expect(words(opening(app))).not.toContain(gus.who);
    expect((await stored(app.store, app.scope)).filter(({ kind }) => kind === 'meetingGuest')).toEqual([]);
  });

  it('hear that they are invited no more, or that the meeting is canceled', async () => {
    await thursdays(people.ada, at);
    const [gus, hana] = [await app.person('gus', { channel: null }), await app.person('hana', { channel: null })];
    const meeting = { ...at, meeting: button(await next(people.ada, at), 'Agenda').with.meeting ?? '' };
    for (const { who } of [gus, hana])
      await expectCard(
        submit(people.ben, await expectForm(people.ben.does('meeting.guest', meeting)), { person: who }),
      );
    expect(buttons(await next(people.cleo, at)).map((b) => b.do)).not.toContain('meeting.guest.drop');
    const drop = { ...meeting, person: hana.who };
    expect(await refused(people.cleo.does('meeting.guest.drop', drop))).toContain('meetingChange');
    await expectCard(people.ben.does('meeting.guest.drop', drop));
    expect(words(await next(people.ben, at))).not.toContain(hana.who);
    await expectCard(people.ben.does('meeting.cancel', meeting));
    await app.pass(0);
    expect(letters(app).match(/Your invitation was withdrawn/g)).toHaveLength(1);
    expect(letters(app).match(/The meeting is canceled/g)).toHaveLength(1);
  });
});
