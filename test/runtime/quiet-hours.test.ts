import { describe, expect, it } from 'vitest';
import { clockOf, dateOf, instantOf, outsideQuiet } from '../../src/time/time.ts';
import { ask, closeAndDocument, consultationOf, press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type Person } from '../fixtures/test-app.ts';
import { button } from '../fixtures/view-text.ts';
import { day, hour, minute, next, thursdays } from '../meetings/circle.ts';
import { entryIn, log, pairUp, terms } from '../supervision/steps.ts';

import {
  app,
  at,
  forget,
  lettersTo,
  lists,
  type Name,
  people,
  question,
  quiet,
  quietScene,
  start,
  submitted,
  zone,
} from './quiet-scene.ts';

quietScene();

interface Notice {
  readonly to: Name;
  readonly says: string;
  /** What happens by day. Returns what is done at 11 PM; nothing where a job that was to run by day runs then. */
  readonly by: () => Promise<() => Promise<unknown>>;
}

const meetingOf = async (who: Person) => ({ ...at, meeting: button(await next(who, at), 'Agenda').with.meeting ?? '' });
const late = async () => undefined;

/** Everything by which somebody hears of what a colleague did, or of what is due. */
const notices: readonly (Notice & { readonly name: string })[] = [
  {
    name: 'a reply',
    ...{ to: 'ada', says: 'heard.answers' },
    by: async () => {
      const of = { ...at, consultation: consultationOf(await ask(people.ada, question)) };
      await app.pass(0);
      return async () => {
        await submitted(people.ben, 'consult.reply', of, { text: 'Say when ten minutes are left.', as: 'me' });
        await app.pass(hour);
      };
    },
  },
  {
    name: 'a flag',
    ...{ to: 'ada', says: 'mend.summary' },
    by: async () => {
      const of = { ...at, consultation: consultationOf(await ask(people.ada, question)) };
      await app.pass(0);
      return () => people.ben.does('consult.flag', of);
    },
  },
  {
    name: 'a request to an expert',
    ...{ to: 'cleo', says: 'experts.request' },
    by: async () => {
      await lists('cleo');
      const own = await ask(people.ada, { question: 'How do I slow down with trauma work that goes too fast?' });
      await app.pass(0);
      const asks = await expectCard(people.ada.does('consult.show', { ...at, consultation: consultationOf(own) }));
      return () => press(people.ada, asks, 'Ask about trauma');
    },
  },
  {
    name: 'an expert’s yes',
    ...{ to: 'ada', says: 'experts.taken' },
    by: async () => {
      await lists('cleo');
      const own = await ask(people.ada, { question: 'How do I slow down with trauma work that goes too fast?' });
      await app.pass(0);
      const asks = await expectCard(people.ada.does('consult.show', { ...at, consultation: consultationOf(own) }));
      await press(people.ada, asks, 'Ask about trauma');
      await app.pass(0);
      const request = app.messages.findLast(({ place }) => place.is === 'direct' && place.to === people.cleo.who);
      return () => press(people.cleo, request?.view as never, 'Yes, I’ll reply');
    },
  },
  {
    name: 'a part in a meeting',
    ...{ to: 'cleo', says: 'meet.turn.presents' },
    by: async () => {
      await thursdays(people.ada, at, { startsOn: '2026-03-19' });
      return async () => {
        await press(people.ada, await next(people.ada, at), 'I can’t make it');
        await press(people.ben, await next(people.ben, at), 'I can’t make it');
      };
    },
  },
  {
    name: 'the reminder of a meeting',
    ...{ to: 'ada', says: 'meet.turn.presents' },
    by: async () => {
      await thursdays(people.ada, at);
      return late;
    },
  },
  {
    name: 'a wish to swap',
    ...{ to: 'dina', says: 'meet.swap' },
    by: async () => {
      await thursdays(people.ada, at, { startsOn: '2026-03-19' });
      return () => submitted(people.ada, 'meeting.swap', at, { to: people.dina.who });
    },
  },
  {
    name: 'the answer to a wish to swap',
    ...{ to: 'ada', says: 'meet.swap' },
    by: async () => {
      await thursdays(people.ada, at, { startsOn: '2026-03-19' });
      await submitted(people.ada, 'meeting.swap', at, { to: people.dina.who });
      return async () => press(people.dina, await next(people.dina, at), 'Not this time');
    },
  },
  {
    name: 'an invitation to a meeting',
    ...{ to: 'gus', says: 'meet.guest' },
    by: async () => {
      await thursdays(people.ada, at, { startsOn: '2026-03-19' });
      const guest = await app.person('guest', { zone });
      people.gus = guest;
      const of = { ...(await meetingOf(people.ada)), person: guest.who };
      return () => people.ada.does('meeting.guest.save', of);
    },
  },
  {
    name: 'a follow-up date',
    ...{ to: 'ada', says: 'followUp.summary' },
    by: async () => {
      const own = await ask(people.ada, question);
      await app.pass(0);
      const shown = await expectCard(people.ada.does('consult.show', { ...at, consultation: consultationOf(own) }));
      const values = { guidance: 'Say it early.', outsiders: 'Juno Marsh, PhD', followUp: '2026-03-12' };
      await expectCard(submit(people.ada, await closeAndDocument(people.ada, shown), { ...values, draft: 'yes' }));
      // The process was down on the day itself.
      app.advance(day);
      return late;
    },
  },
  {
    name: 'a supervision agreement',
    ...{ to: 'emil', says: 'supervision' },
    by: async () => async () => submitted(people.dina, 'supervision.pair', {}, { ...terms, other: people.emil.who }),
  },
  {
    name: 'the weekly list of entries to sign',
    ...{ to: 'emil', says: 'supervision' },
    by: async () => {
      await pairUp(people.dina, people.emil, terms);
      await submitted(people.emil, 'supervision.batchDay', at, { day: '3' });
      await log(people.dina, { minutes: '60', kind: 'direct', date: '2026-03-10', submit: 'yes' });
      await app.pass(0);
      forget();
      return late;
    },
  },
  {
    name: 'an entry that was returned',
    ...{ to: 'dina', says: 'supervision' },
    by: async () => {
      await pairUp(people.dina, people.emil, terms);
      const made = await log(people.dina, { minutes: '60', kind: 'direct', date: '2026-03-10', submit: 'yes' });
      await app.pass(0);
      forget();
      const of = { ...at, entry: entryIn(made) };
      return () => submitted(people.emil, 'supervision.return', of, { reason: 'time', note: 'It was longer.' });
    },
  },
  {
    name: 'the end of a supervision agreement',
    ...{ to: 'emil', says: 'supervision' },
    by: async () => {
      const agreement = await pairUp(people.dina, people.emil, terms);
      await app.pass(0);
      forget();
      return () => submitted(people.dina, 'supervision.end', { ...at, agreement }, { reason: 'other' });
    },
  },
  {
    name: 'an invitation to coffee',
    ...{ to: 'faye', says: 'coffee' },
    by: async () => {
      for (const name of ['dina', 'faye'] as const)
        await expectCard(people[name].does('checkin.start', { ...at, monthly: 'none' }));
      await people.faye.does('coffee.agree', { ...at, on: 'yes' });
      return async () => {
        const form = await expectForm(people.dina.does('coffee.write', { ...at, to: people.faye.who }));
        await press(people.dina, await expectCard(submit(people.dina, form, { text: 'Could we talk?' })), 'Send');
      };
    },
  },
  {
    name: 'a new owner',
    ...{ to: 'ada', says: 'owners' },
    by: async () => async () => {
      const manager = await app.person('faye', { manages: true, zone });
      return submitted(manager, 'curbside.setup', {}, { owners: `${people.ada.who},${manager.who}` });
    },
  },
];

describe.each(['America/New_York', 'America/Los_Angeles'])('at 11 PM in %s', (where) => {
  it.each(notices)('$name waits for the end of quiet hours', async ({ to, says, by }) => {
    await start(where);
    const act = await by();
    const tonight = dateOf(app.now(), zone);
    app.advance(instantOf(tonight, '23:00', zone) - app.now());
    const before = lettersTo(to).length;
    await act();
    await app.pass(0);
    const morning = outsideQuiet(app.now(), { quiet, zone });
    expect(clockOf(morning, zone)).toBe('08:30');
    await app.pass(morning - app.now() - minute);
    expect(lettersTo(to).slice(before)).toEqual([]);
    await app.pass(2 * minute);
    expect(lettersTo(to).slice(before)).toEqual([expect.stringContaining(says)]);
  });
});
