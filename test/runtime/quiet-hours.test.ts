import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clockOf, dateOf, instantOf, outsideQuiet } from '../../src/time/time.ts';
import { ask, closeAndDocument, consultationOf, press, submit } from '../fixtures/steps.ts';
import { accept, expectCard, expectForm, group, groupId, openTestApp, type Person } from '../fixtures/test-app.ts';
import { button } from '../fixtures/view-text.ts';
import { day, hour, minute, next, thursdays } from '../meetings/circle.ts';
import { entryIn, log, pairUp } from '../supervision/steps.ts';

const quiet = { from: '18:00', to: '08:30', weekends: true };
const names = ['ada', 'ben', 'cleo', 'dina', 'emil', 'faye', 'gus'] as const;
type Name = (typeof names)[number];

let app: Awaited<ReturnType<typeof openTestApp>>;
let zone: string;
let at: { group: string };
let people: Record<Name, Person>;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

/** Seven members in a zone, who use everything; Wednesday 11 March 2026, 10:00 there. */
async function start(where: string): Promise<void> {
  zone = where;
  app.advance(instantOf('2026-03-11', '10:00', zone) - app.now());
  await group(app, ['ada'], { zone, features: 'consultation,checkin,supervision' });
  const joined = await Promise.all(names.map((name) => app.person(name, { zone, manages: name === 'ada' })));
  people = Object.fromEntries(names.map((name, i) => [name, joined[i]])) as Record<Name, Person>;
  for (const person of joined.slice(1)) {
    // Whose turn it is follows from who joined when.
    app.advance(minute);
    await accept(person);
  }
  at = { group: await groupId(people.ada) };
}

const lettersTo = (who: Name): string[] =>
  app.messages.flatMap((m) =>
    m.place.is === 'direct' && m.place.to === people[who].who ? [m.view.summary.key as string] : [],
  );

interface Notice {
  readonly to: Name;
  readonly says: string;
  /** What happens by day. Returns what is done at 11 PM; nothing where a job that was to run by day runs then. */
  readonly by: () => Promise<() => Promise<unknown>>;
}

const meetingOf = async (who: Person) => ({ ...at, meeting: button(await next(who, at), 'Agenda').with.meeting ?? '' });
const question = { question: 'How do I end a session that runs over?' };
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
        await press(people.ada, await next(people.ada, at), 'I can’t come');
        await press(people.ben, await next(people.ben, at), 'I can’t come');
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
      people = { ...people, gus: guest };
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

const terms = {
  role: 'supervisee',
  purpose: 'licensure',
  pack: 'us-ca-amft',
  modalities: 'individual,group',
  sites: 'Harbor Clinic\nHill Street Practice',
  startsOn: '2026-02-01',
  frequency: 'Weekly, one hour',
};

/** What was sent by day is not asked about. */
const forget = (): void => {
  app.messages.length = 0;
};

async function submitted(who: Person, route: string, with_: Record<string, string>, values: Record<string, string>) {
  return submit(who, await expectForm(who.does(route, with_)), values);
}

async function lists(who: Name): Promise<void> {
  await submitted(people[who], 'experts.me', {}, { specialties: 'trauma', help: 'ideas', open: 'yes' });
}

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

describe('told by night', () => {
  beforeEach(() => start('America/New_York'));

  it('a reply where somebody may be at risk', async () => {
    const own = await ask(people.ada, { ...question, urgency: 'risk' });
    await app.pass(0);
    app.advance(instantOf('2026-03-11', '23:00', zone) - app.now());
    const of = { ...at, consultation: consultationOf(own) };
    await submitted(people.ben, 'consult.reply', of, { text: 'Call her now.', as: 'me' });
    await app.pass(20 * minute);
    expect(lettersTo('ada')).toEqual(['heard.answers']);
  });

  it('a part in a meeting of the same evening, an hour before it', async () => {
    await thursdays(people.ada, at, { time: '20:00' });
    await app.pass(instantOf('2026-03-12', '18:08', zone) - app.now());
    forget();
    await press(people.ada, await next(people.ada, at), 'I can’t come');
    await app.pass(40 * minute);
    expect(lettersTo('cleo')).toEqual([]);
    await app.pass(15 * minute);
    expect(lettersTo('cleo')).toHaveLength(1);
  });
});

it('news of an early meeting comes an hour before it, and not the evening before', async () => {
  await start('America/New_York');
  await thursdays(people.ada, at, { time: '09:00' });
  await app.pass(instantOf('2026-03-11', '12:00', zone) - app.now());
  await app.pass(instantOf('2026-03-11', '18:08', zone) - app.now());
  forget();
  await press(people.ada, await next(people.ada, at), 'I can’t come');
  await app.pass(13 * hour + 50 * minute);
  expect(lettersTo('cleo')).toEqual([]);
  await app.pass(5 * minute);
  expect(lettersTo('cleo')).toHaveLength(1);
});
