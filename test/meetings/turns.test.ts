import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, consultationOf, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import {
  day,
  firstAt,
  hour,
  letters,
  minute,
  named,
  next,
  openCircle,
  opening,
  openings,
  posted,
  thursdays,
} from './circle.ts';

const names = ['ada', 'ben', 'cleo', 'dina'] as const;
let app: TestApp;
let at: { group: string };
let people: Record<(typeof names)[number], Person>;
beforeEach(async () => {
  ({ app, people, at } = await openCircle(names));
});
afterEach(() => app.remove());

const labels = async (who: Person) => buttons(await next(who, at)).map((b) => b.do);
const meeting = async () => {
  const id = buttons(await next(people.ada, at)).find((b) => b.with.meeting)?.with.meeting;
  return { ...at, meeting: id ?? '' };
};
const refused = async (answer: Promise<unknown>) => JSON.stringify(await answer);

describe('swap', () => {
  it('is not asked for in the morning when it was answered in the evening', async () => {
    await thursdays(people.ada, at);
    await app.pass(6 * 60 * minute);
    const form = await expectForm(people.ada.does('meeting.swap', at));
    await expectCard(submit(people.ada, form, { to: people.dina.who }));
    await expectCard(press(people.dina, await next(people.dina, at), 'Agree to swap'));
    await app.pass(17 * 60 * minute);
    expect(letters(app)).not.toContain('asks you to swap');
    expect(letters(app)).toContain(`<${people.dina.who}>`);
  });

  it('both agree: the colleague presents, and whoever asked has their place in the queue', async () => {
    await thursdays(people.ada, at);
    const form = await expectForm(people.ada.does('meeting.swap', at));
    for (const to of [people.ada.who, (await app.person('stranger')).who])
      expect(await submit(people.ada, form, { to })).toMatchObject({ is: 'again' });
    await expectCard(submit(people.ada, form, { to: people.dina.who }));
    expect(named(await next(people.ben, at), 'Presents')).toBe(people.ada.who);
    await app.pass(0);
    expect(letters(app)).toContain(`<${people.ada.who}>asks you to swap`.replace('>asks', '> asks'));
    // Only the colleague who was asked can answer.
    const answer = { ...(await meeting()), from: people.ada.who, agree: 'yes' };
    expect(await refused(people.ben.does('meeting.swap.answer', answer))).toContain('swapOver');
    await expectCard(press(people.dina, await next(people.dina, at), 'Agree to swap'));
    const after = await next(people.ben, at);
    expect(named(after, 'Presents')).toBe(people.dina.who);
    expect(named(after, 'Facilitator')).toBe(people.ben.who);
    expect(await refused(people.dina.does('meeting.swap.answer', answer))).toContain('swapOver');
    // Ada has Dina's place: after Ben and Cleo.
    const turns: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      await app.pass((i === 0 ? firstAt - app.now() : 7 * day) + minute);
      turns.push(named(await next(people.ben, at), 'Presents'));
    }
    expect(turns).toEqual([people.ben.who, people.cleo.who, people.ada.who, people.dina.who]);
  });

  it('a no changes nothing, and whoever asked hears it', async () => {
    await thursdays(people.ada, at);
    const form = await expectForm(people.ada.does('meeting.swap', at));
    await expectCard(submit(people.ada, form, { to: people.cleo.who }));
    await expectCard(press(people.cleo, await next(people.cleo, at), 'Not this time'));
    await app.pass(0);
    expect(letters(app)).toContain('can’t swap this time');
    expect(named(await next(people.ben, at), 'Presents')).toBe(people.ada.who);
  });

  it('with the facilitator, both change roles', async () => {
    await thursdays(people.ada, at);
    await submit(people.ada, await expectForm(people.ada.does('meeting.swap', at)), { to: people.ben.who });
    const after = await expectCard(press(people.ben, await next(people.ben, at), 'Agree to swap'));
    expect([named(after, 'Presents'), named(after, 'Facilitator')]).toEqual([people.ben.who, people.ada.who]);
  });
});

describe('a turn', () => {
  const question = { question: 'How do I end with a couple that will not stop?' };

  it('without a case gives way to a question, and comes first next time; its owner hears of it', async () => {
    await thursdays(people.ada, at);
    const own = await ask(people.dina, question);
    await app.pass(minute);
    await expectCard(people.dina.does('meeting.put', { ...at, consultation: consultationOf(own) }));
    await app.pass(0);
    expect(named(await next(people.ben, at), 'Presents')).toBe(people.dina.who);
    expect(letters(app)).toContain('You come first next time');
    await app.pass(firstAt - app.now() + minute);
    expect(named(await next(people.ben, at), 'Presents')).toBe(people.ada.who);
  });

  it('whoever has something to present keeps it, and so does a theme', async () => {
    await thursdays(people.ada, at, { slots: '2' });
    await expectCard(press(people.ada, await next(people.ada, at), 'I have something to present'));
    const theme = await expectForm(people.ben.does('meeting.theme', await meeting()));
    expect(await submit(people.ben, theme, { theme: 'Ask Maria Gonzalez, 555-201-4433' })).toMatchObject({
      is: 'again',
    });
    expect(await submit(people.ben, theme, { theme: 'x'.repeat(101) })).toMatchObject({ is: 'again' });
    expect(words(await expectCard(submit(people.ben, theme, { theme: 'Ending well' })))).toContain('Ending well');
    const own = await ask(people.dina, question);
    await app.pass(minute);
    const put = people.dina.does('meeting.put', { ...at, consultation: consultationOf(own) });
    expect(await refused(put)).toContain('meetingFull');
    await expectCard(press(people.ben, await next(people.ben, at), 'Take off the agenda'));
    await expectCard(people.dina.does('meeting.put', { ...at, consultation: consultationOf(own) }));
    expect(named(await next(people.ada, at), 'Presents')).toBe(people.ada.who);
  });

  it('a turn that was kept is given free again, and a question takes no theme away', async () => {
    await thursdays(people.ada, at);
    await expectCard(press(people.ada, await next(people.ada, at), 'I have something to present'));
    const free = await expectCard(press(people.ada, await next(people.ada, at), 'Take off the agenda'));
    expect(buttons(free).map((b) => b.do)).toContain('meeting.hold');
    const theme = await expectForm(people.ada.does('meeting.theme', await meeting()));
    await expectCard(submit(people.ada, theme, { theme: 'Ending well' }));
    const own = await ask(people.ada, question);
    await app.pass(minute);
    const put = people.ada.does('meeting.put', { ...at, consultation: consultationOf(own) });
    expect(await refused(put)).toContain('meetingFull');
  });

  it('whoever facilitates and brings a question hands the facilitation to whoever lost the turn', async () => {
    await thursdays(people.ada, at);
    const own = await ask(people.ben, question);
    await app.pass(minute);
    const card = await expectCard(people.ben.does('meeting.put', { ...at, consultation: consultationOf(own) }));
    expect([named(card, 'Presents'), named(card, 'Facilitator')]).toEqual([people.ben.who, people.ada.who]);
  });

  it('whoever cannot come hands it on, and comes first next time', async () => {
    await thursdays(people.ada, at);
    const card = await expectCard(press(people.ada, await next(people.ada, at), 'I can’t make it'));
    expect([named(card, 'Presents'), named(card, 'Facilitator')]).toEqual([people.cleo.who, people.ben.who]);
    await app.pass(firstAt - app.now() + minute);
    expect(named(await next(people.ben, at), 'Presents')).toBe(people.ada.who);
  });

  it('story 19: on vacation somebody else has it, and it comes first on return', async () => {
    const settings = { zone: 'America/New_York', quietFrom: '18:00', quietTo: '08:30', nudgeHours: '24', owners: '' };
    await people.ada.does('setup.save', { ...at, ...settings, features: 'consultation,checkin', weekends: 'yes' });
    await thursdays(people.ada, at);
    await expectCard(people.ada.does('curbside.away.save', { ...at, from: '2026-03-10', until: '2026-03-14' }));
    expect(named(await next(people.ben, at), 'Presents')).toBe(people.cleo.who);
    await app.pass(firstAt - app.now() + minute);
    expect(named(await next(people.ben, at), 'Presents')).toBe(people.ada.who);
  });
});

describe('a meeting that changes', () => {
  it('moves before the next one of its series, and the channel reads it', async () => {
    await thursdays(people.ada, at);
    expect(await labels(people.cleo)).not.toContain('meeting.move');
    expect(await refused(people.cleo.does('meeting.move', await meeting()))).toContain('meetingChange');
    const form = await expectForm(people.ben.does('meeting.move', await meeting()));
    for (const [wrong, field] of [
      [{ date: '2026-03-19' }, 'date'],
      [{ date: '2026-03-01' }, 'date'],
      [{ date: '2026-03-05', time: '9:00 AM' }, 'time'],
    ] as const) {
      const again = await submit(people.ben, form, wrong);
      const errors = again.is === 'again' ? again.form.fields.filter(({ error }) => error !== null) : [];
      expect(
        errors.map(({ name }) => name),
        JSON.stringify(wrong),
      ).toEqual([field]);
    }
    await expectCard(submit(people.ben, form, { date: '2026-03-13', time: '1:00 PM' }));
    await app.pass(minute);
    expect(posted(app)).toContain('New time: Fri, Mar 13, 2026, 1:00 PM');
    await app.pass(firstAt - app.now() + minute);
    expect(openings(app)).toBe(0);
    await app.pass(25 * hour);
    expect(openings(app)).toBe(1);
    expect(words(await next(people.ada, at))).toContain('Mar 19, 2026, 12:00 PM');
  });

  it('canceled, its presenter keeps the turn', async () => {
    await thursdays(people.ada, at);
    const after = await expectCard(people.ben.does('meeting.cancel', await meeting()));
    expect(words(after)).toContain('Mar 19, 2026');
    expect(named(after, 'Presents')).toBe(people.ada.who);
    await app.pass(firstAt - app.now() + minute);
    expect(posted(app)).toContain('There is no meeting on Thu, Mar 12, 2026');
    expect(openings(app)).toBe(0);
  });

  it('with too few people it ends, and its presenter comes first next time', async () => {
    await thursdays(people.ada, at);
    await app.pass(firstAt - app.now() + minute);
    expect(words(opening(app))).toContain('If there are fewer than 3 of you, consider another day.');
    const card = opening(app);
    expect(await refused(press(people.cleo, card, 'Too few people'))).toContain('meetingChange');
    const after = await expectCard(press(people.ben, card, 'Too few people'));
    expect([named(after, 'Presents'), named(after, 'Facilitator')]).toEqual([people.ada.who, people.ben.who]);
    await app.pass(0);
    expect(posted(app)).toContain('There were too few people for the meeting of');
    expect(await refused(press(people.ada, card, 'I was there'))).toContain('refusal.gone');
  });

  it('a series that changes takes its next meeting along, with what is on its agenda', async () => {
    await thursdays(people.ada, at, { slots: '2' });
    await expectCard(press(people.ada, await next(people.ada, at), 'I have something to present'));
    const all = await expectCard(people.ada.does('meeting.series', at));
    const form = await expectForm(press(people.ada, all, 'Change series'));
    expect(form.fields.find(({ name }) => name === 'startsOn')?.value).toBe('2026-03-12');
    const link = { place: 'link', link: 'https://evil.example/zoom.us' };
    expect(await submit(people.ada, form, link)).toMatchObject({ is: 'again' });
    const good = { place: 'link', link: 'https://us02web.zoom.us/j/123', startsOn: '2026-03-13', time: '8:30 AM' };
    const card = words(await expectCard(submit(people.ada, form, { ...good, slots: '1' })));
    expect(card).toContain('Mar 13, 2026, 8:30 AM');
    expect(card).toContain('https://us02web.zoom.us/j/123');
    expect(card).toContain(`Presents: <${people.ada.who}>`);
    expect(card).not.toContain(`Presents: <${people.ben.who}>`);
    await app.pass(minute);
    expect(posted(app)).toContain('The meetings moved');
  });

  it('a series that changes another way leaves a meeting that was moved, and itself, where they are', async () => {
    await thursdays(people.ada, at);
    const move = await expectForm(people.ben.does('meeting.move', await meeting()));
    await expectCard(submit(people.ben, move, { date: '2026-03-13', time: '1:00 PM' }));
    const all = await expectCard(people.ada.does('meeting.series', at));
    const form = await expectForm(press(people.ada, all, 'Change series'));
    expect(form.fields.find(({ name }) => name === 'startsOn')?.value).toBe('2026-03-12');
    const card = words(await expectCard(submit(people.ada, form, { title: 'Long lunch' })));
    expect(card).toContain('Long lunch');
    expect(card).toContain('Mar 13, 2026, 1:00 PM');
    await app.pass(minute);
    expect(posted(app)).not.toContain('The meetings moved');
    await app.pass(firstAt + 26 * hour - app.now());
    expect(words(await next(people.ada, at))).toContain('Thu, Mar 19, 2026, 12:00 PM');
  });
});
