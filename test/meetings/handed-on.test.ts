import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meetingMigrations } from '../../src/features/meetings/migrations.ts';
import { GroupMeetings, type Meeting } from '../../src/features/meetings/model.ts';
import { DueJobs } from '../../src/runtime/jobs.ts';
import { allOf } from '../../src/storage/find-all.ts';
import { happens } from '../fixtures/happens.ts';
import { press, submit } from '../fixtures/steps.ts';
import {
  accept,
  expectCard,
  expectForm,
  expectView,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { button, words } from '../fixtures/view-text.ts';
import { circle, day, firstAt, hour, minute, named, next, opening, thursdays } from './circle.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

const joins = async (name: string): Promise<Person> => {
  app.advance(minute);
  const person = await app.person(name);
  await accept(person);
  return person;
};
const lettersTo = (who: Person): string[] =>
  app.messages.flatMap((m) => (m.place.is === 'direct' && m.place.to === who.who ? [words(m.view)] : []));
const planned = async (): Promise<Meeting> => {
  const all = await app.store.read(app.scope, (read) => allOf(read, GroupMeetings, 'id', { all: true }));
  return all.find((m) => m.status === 'planned') as Meeting;
};
const held = async (id: string) => app.store.read(app.scope, (read) => read.get(GroupMeetings, id));

describe('who is handed no part of a meeting again', () => {
  it('whoever said that they can’t come, or passed, when somebody joins', async () => {
    const { people, at } = await circle(app, ['ada', 'ben', 'cleo']);
    await thursdays(people.ada, at, { slots: '3' });
    await press(people.ada, await next(people.ada, at), 'I can’t make it');
    await expectCard(people.ben.does('meeting.pass', at));
    const dina = await joins('dina');
    const m = await planned();
    expect(m.slots.map(({ presenter }) => presenter)).toEqual([people.cleo.who, dina.who, null]);
    expect(m.facilitator).toBe(people.ben.who);
  });

  it('unlike whoever was away, and is back before it', async () => {
    const { people, at } = await circle(app, ['ada', 'ben', 'cleo']);
    const settings = { zone: 'America/New_York', quietFrom: '18:00', quietTo: '08:30', nudgeHours: '24', owners: '' };
    await people.ada.does('setup.save', { ...at, ...settings, features: 'consultation,checkin', weekends: 'yes' });
    await thursdays(people.ada, at);
    await expectCard(people.ada.does('curbside.away.save', { ...at, from: '2026-03-11', until: '2026-03-14' }));
    expect((await planned()).slots[0]?.presenter).toBe(people.cleo.who);
    await expectCard(people.ada.does('curbside.away.end', at));
    await expectCard(people.cleo.does('meeting.pass', at));
    expect((await planned()).slots[0]?.presenter).toBe(people.ada.who);
  });

  it('whoever said so of the next meeting, when too few came to this one', async () => {
    const { people, at } = await circle(app, ['ada', 'ben', 'cleo']);
    await thursdays(people.ada, at);
    await app.pass(firstAt - app.now() + minute);
    const m = await planned();
    const away = [people.ada, people.ben, people.cleo].find(({ who }) => who === m.slots[0]?.presenter) as Person;
    await press(away, await next(away, at), 'I can’t make it');
    await press(people.ada, opening(app), 'Too few people');
    const after = await planned();
    expect(after.id).toBe(m.id);
    expect([after.facilitator, ...after.slots.map(({ presenter }) => presenter)]).not.toContain(away.who);
  });

  it('whoever passed the next meeting presents nothing there when too few came to this one', async () => {
    const { people, at } = await circle(app, ['ada', 'ben', 'cleo']);
    await thursdays(people.ada, at, { slots: '2' });
    await app.pass(firstAt - app.now() + minute);
    expect((await planned()).slots.map(({ presenter }) => presenter)).toEqual([people.cleo.who, people.ada.who]);
    await expectCard(people.ada.does('meeting.pass', { ...at, meeting: (await planned()).id }));
    await press(people.ada, opening(app), 'Too few people');
    const { slots, facilitator } = await planned();
    expect(slots.map(({ presenter }) => presenter)).toEqual([people.ben.who, people.cleo.who]);
    expect(facilitator).toBe(people.ada.who);
  });

  it('whoever accepts again facilitates no meeting at which they present, or that they can’t come to', async () => {
    const { people, at } = await circle(app, ['ada', 'ben']);
    await thursdays(people.ada, at);
    await press(people.ben, await next(people.ben, at), 'I can’t make it');
    await expectCard(people.ada.does('meeting.hold', { ...at, meeting: (await planned()).id }));
    await happens(app, people.ada, 'platform.uninstalled', null);
    await submit(people.ada, await expectForm(people.ada.does('curbside.setup')), {});
    for (const one of [people.ada, people.ben]) {
      await accept(one);
      expect((await planned()).facilitator).toBeNull();
    }
  });

  it('nobody is told of a part who did not accept again', async () => {
    const { people, at } = await circle(app, ['ada', 'ben', 'cleo']);
    await thursdays(people.ada, at, { slots: '3' });
    await happens(app, people.ada, 'platform.uninstalled', null);
    await submit(people.ada, await expectForm(people.ada.does('curbside.setup')), {});
    await accept(people.cleo);
    await app.pass(0);
    const m = await planned();
    expect([m.facilitator, ...m.slots.map(({ presenter }) => presenter)]).toEqual([people.cleo.who, null, null, null]);
    expect([lettersTo(people.ada), lettersTo(people.ben)]).toEqual([[], []]);
  });
});

describe('news of a part', () => {
  it('waits for the end of quiet time, and is taken back when the meeting is canceled before', async () => {
    const { people, at } = await circle(app, ['ada', 'ben', 'cleo', 'dina']);
    await thursdays(people.ada, at);
    await app.pass(Date.parse('2026-03-10T01:00:00Z') - app.now());
    await expectCard(people.ada.does('meeting.pass', at));
    await app.pass(hour);
    expect(lettersTo(people.cleo)).toEqual([]);
    await app.pass(11 * hour);
    expect(lettersTo(people.cleo)).toEqual([expect.stringContaining('You present on')]);
    await app.pass(12 * hour);
    await expectCard(people.cleo.does('meeting.pass', at));
    await expectCard(people.ada.does('meeting.cancel', { ...at, meeting: (await planned()).id }));
    await app.pass(12 * hour);
    expect(lettersTo(people.dina)).toEqual([]);
  });

  it('comes an hour before a meeting that is in quiet time or soon after it, not in the night, and goes to nobody who switched messages off', async () => {
    const { people, at } = await circle(app, ['ada', 'ben', 'cleo', 'dina']);
    await thursdays(people.ada, at, { time: '9:00 AM' });
    await expectView(people.dina.does('consult.messages', { ...at, on: 'no' }));
    for (const time of ['2026-03-11T14:00:00Z', '2026-03-12T03:00:00Z']) await app.pass(Date.parse(time) - app.now());
    await expectCard(people.ada.does('meeting.pass', at));
    await app.pass(9 * hour - minute);
    expect(lettersTo(people.cleo)).toEqual([]);
    await app.pass(minute);
    expect(lettersTo(people.cleo)).toEqual([expect.stringContaining('You present on')]);
    await expectCard(people.cleo.does('meeting.pass', at));
    await app.pass(0);
    expect(named(await next(people.dina, at), 'Presents')).toBe(people.dina.who);
    expect(lettersTo(people.dina)).toEqual([]);
  });

  it('is one with the reminder where a meeting moves so near', async () => {
    const { people, at } = await circle(app, ['ada', 'ben', 'cleo', 'dina']);
    const settings = { zone: 'America/New_York', quietFrom: '18:00', quietTo: '08:30', nudgeHours: '24', owners: '' };
    await people.ada.does('setup.save', { ...at, ...settings, features: 'consultation,checkin', weekends: 'yes' });
    await thursdays(people.ada, at);
    await expectCard(people.ada.does('curbside.away.save', { ...at, from: '2026-03-06', until: '2026-03-07' }));
    const form = await expectForm(people.ada.does('meeting.move', { ...at, meeting: (await planned()).id }));
    await expectCard(submit(people.ada, form, { date: '2026-03-06' }));
    await app.pass(0);
    await app.pass(20 * hour);
    expect(lettersTo(people.cleo)).toEqual([expect.stringContaining('You present on Fri, Mar 6')]);
    expect(lettersTo(people.ben)).toEqual([expect.stringContaining('You facilitate on Fri, Mar 6')]);
  });

  it('a meeting that was planned without a reminder is given one, once', async () => {
    const { people, at } = await circle(app, ['ada', 'ben', 'cleo']);
    await thursdays(people.ada, at);
    const { id } = await planned();
    const reminder = `meeting.remind ${id} once`;
    const job = () => app.store.read(app.scope, (read) => read.get(DueJobs, reminder));
    const before = await job();
    await app.store.transact(app.scope, (tx) => tx.remove(DueJobs, reminder));
    for (const migration of meetingMigrations) await migration.run(app.scope, { store: app.store, vault: app.vault });
    expect(await job()).toEqual(before);
    expect(before?.at).toBe(firstAt - day);
  });
});

describe('once a meeting is open', () => {
  it('only the facilitator who was seen is replaced, and nobody once the clock runs', async () => {
    const { people, at } = await circle(app, ['ada', 'ben', 'cleo', 'dina']);
    await thursdays(people.ada, at);
    await press(people.ben, await next(people.ben, at), 'I can’t make it');
    const { id: meeting, facilitator } = await planned();
    expect(facilitator).toBe(people.cleo.who);
    await app.pass(firstAt - app.now());
    // As a button says that was drawn while nobody facilitated, or somebody else.
    for (const seen of [{}, { from: people.ben.who }])
      await people.dina.does('meeting.facilitate', { ...at, meeting, ...seen });
    expect((await held(meeting))?.facilitator).toBe(people.cleo.who);
    const instead = button(opening(app), 'Facilitate instead');
    await press(people.cleo, opening(app), 'Start the clock');
    expect(JSON.stringify(await people.dina.does('meeting.facilitate', instead.with))).toContain('clockRuns');
    expect((await held(meeting))?.facilitator).toBe(people.cleo.who);
  });

  it('its agenda stays as it is when a presenter leaves', async () => {
    const { people, at } = await circle(app, ['ada', 'ben', 'cleo', 'dina']);
    await thursdays(people.ada, at, { template: 'balint' });
    await expectCard(people.ada.does('meeting.pass', at));
    const { id } = await planned();
    await app.pass(firstAt - app.now());
    const before = (await held(id))?.slots[0];
    expect(before?.steps.length).toBeGreaterThan(0);
    await expectCard(people.cleo.does('privacy.erase'));
    expect((await held(id))?.slots[0]).toEqual({ ...before, presenter: null });
  });
});
