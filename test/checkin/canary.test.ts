import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCheckins } from '../../adapters/node/checkin-settings.ts';
import { Enrolments, Pulses, Results, Runs } from '../../src/features/checkin/model.ts';
import { type CheckinSettings, type Instrument, routes } from '../../src/index.ts';
import { submit } from '../fixtures/steps.ts';
import { stored } from '../fixtures/stored.ts';
import { expectCard, expectForm, groupId, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { circle, dayMs, enrol, hourMs, watch } from './steps.ts';

/** Answers that count as numbers like no other, so that a score is found wherever it turns up. */
const scale: Instrument = {
  id: 'canary-scale',
  name: 'Canary Scale',
  notice: 'Made up for a test.',
  frame: 'How often?',
  scale: [
    { value: 73_007, word: 'Seldom' },
    { value: 73_009, word: 'Often' },
  ],
  items: [
    { n: 1, text: 'I hum at work.' },
    { n: 2, text: 'I whistle at work.' },
  ],
  subscales: [
    {
      id: 'tune',
      name: 'Tunefulness',
      items: [1, 2],
      reversed: [],
      score: 'sum',
      times: 1,
      bands: [{ upTo: 999_999, name: 'melodious' }],
      optional: false,
    },
  ],
};
const score = '146016';
/** What an answer, a score or an enrolment of the canary holds, and nobody else's. */
const peculiar = [score, '73009', 'Pacific/Chatham', '"keepDays":97', '97 days'];
/** And what stands in everybody's forms and lists, but in nothing that is written for the canary alone. */
const planted = [...peculiar, 'Tunefulness', 'lighter', 'canary-scale'];

const settings: CheckinSettings = { ...loadCheckins(), instruments: [scale] };
const sealed = [Enrolments, Pulses, Results, Runs].map((k) => k.name);

let app: TestApp;
let owner: Person;
let canary: Person;
let group: string;

beforeEach(async () => {
  app = await openTestApp({ checkins: settings });
  const people = await circle(app, ['owner', 'canary', 'cleo', 'dina', 'emil', 'faye', 'gus']);
  [owner, canary] = [people.owner, people.canary] as [Person, Person];
  group = await groupId(canary);
  const zone = 'Pacific/Chatham';
  await enrol(canary, { zone, keepDays: '97', by: 'home', monthly: scale.id });
  await expectCard(canary.does('checkin.answer', { group, value: '5' }));
  await expectCard(canary.does('checkin.helps', { group, week: await thisWeek(), help: 'lighter' }));
  await fill();
  await expectCard(canary.does('checkin.finish', { group }));
});
afterEach(() => app.remove());

const thisWeek = async (): Promise<string> =>
  JSON.stringify(await canary.does('checkin.history')).match(/"week":"([^"]+)"/)?.[1] ?? '';

async function fill(): Promise<void> {
  const form = await expectForm(canary.does('checkin.page', { group, page: '1' }));
  await expectCard(submit(canary, form, { i1: '1', i2: '2' }));
}

/** Where any of what was planted turns up. */
const found = (text: string): string[] => planted.filter((word) => text.includes(word));

describe('what somebody answered, scored and enrolled in', () => {
  it('reads back to that person, so that the search below looks for what is there', async () => {
    const text = JSON.stringify([await canary.does('checkin.mine'), await canary.does('privacy.export')]);
    expect(found(text)).toEqual(expect.arrayContaining([score, 'lighter', 'Tunefulness']));
    expect(words(await expectCard(canary.does('checkin.mine')))).toContain('97 days');
  });

  it('is in no log line at debug level, no message, no byte on the disk, and no document outside a seal', async () => {
    await fill();
    await watch(app, 35 * dayMs, dayMs);
    expect(app.logged.length).toBeGreaterThan(0);
    expect(found(app.logged.join('\n'))).toEqual([]);
    expect(app.logged.join('\n')).not.toContain(canary.who);
    expect(found(JSON.stringify(app.messages))).toEqual([]);
    expect(found(await app.disk())).toEqual([]);
    const all = await stored(app.store, app.scope);
    expect(all.filter(({ kind }) => sealed.includes(kind)).length).toBeGreaterThan(2);
    expect(all.filter(({ doc }) => found(JSON.stringify(doc)).length > 0).map(({ kind }) => kind)).toEqual([]);
  });

  it('of a person who is asked by direct message, the waiting job alone names day, time and zone, and no answer', async () => {
    await canary.does('checkin.schedule.save', {
      group,
      day: '4',
      time: '15:00',
      zone: 'Pacific/Chatham',
      by: 'direct',
      keepDays: '97',
      monthly: scale.id,
    });
    await app.pass(0);
    const open = (await stored(app.store, app.scope)).filter(({ kind }) => !sealed.includes(kind));
    const telling = open.filter(({ doc }) => found(JSON.stringify(doc)).length > 0);
    expect(telling.map(({ kind, doc }) => [kind, found(JSON.stringify(doc))])).toEqual([['due', ['Pacific/Chatham']]]);
  });

  it('is in no answer that anybody else gets from any route, exports among them', async () => {
    const people = [owner, await app.person('cleo'), await app.person('stranger')];
    for (const person of people) {
      for (const { name, who } of routes) {
        if (who === 'timer' || who === 'platform' || name === 'privacy.erase' || name === 'setup.save') continue;
        const about = { person: canary.who, owner: canary.who, to: canary.who, week: '2026-W10', month: '2026-03' };
        const answer = await person.does(name, { group, instrument: scale.id, page: '1', ...about });
        const text = JSON.stringify(answer);
        expect(
          peculiar.filter((word) => text.includes(word)),
          name,
        ).toEqual([]);
      }
    }
  });

  it('is in no error: a crash while answering, a job that fails, a platform that refuses', async () => {
    const { transact, read } = app.store;
    const leaky = new Error(`value 5 score ${score} Pacific/Chatham ${canary.who}`);
    leaky.name = 'TypeError';
    const broken = () => Promise.reject(leaky);
    const said: unknown[] = [];
    app.store.transact = broken as never;
    said.push(await canary.does('checkin.answer', { group, value: '5' }));
    said.push(await canary.does('checkin.finish', { group }));
    app.store.transact = transact;
    app.store.read = broken as never;
    said.push(await canary.does('checkin.history'));
    app.store.read = read;
    const direct = { group, day: '4', time: '15:00', zone: 'UTC', by: 'direct', keepDays: '97', monthly: scale.id };
    await expectCard(canary.does('checkin.schedule.save', { ...direct, remind: 'yes' }));
    app.answers.push({ ok: false, why: 'forbidden', problem: 'noDirect', detail: `no messages to ${canary.who}` });
    await watch(app, 9 * dayMs, hourMs);
    expect(app.logged.join('\n')).toContain('runtime.handler_failed');
    expect(app.logged.join('\n')).toContain('forbidden');
    for (const text of [app.logged.join('\n'), JSON.stringify(said)]) {
      expect(found(text)).toEqual([]);
      expect(text).not.toContain(canary.who);
    }
  });
});
