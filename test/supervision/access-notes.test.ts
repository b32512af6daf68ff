import { expect, it } from 'vitest';
import { competencies } from '../../src/features/supervision/evaluation/competencies.ts';
import { Evaluations } from '../../src/features/supervision/evaluation/model.ts';
import { AgendaItems, Meetings } from '../../src/features/supervision/meeting/model.ts';
import { routes } from '../../src/index.ts';
import { dayMs } from '../../src/time/durations.ts';
import { submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { finish, type Pair, paired, pairUp } from './steps.ts';

const driven = routes.filter(
  ({ name, who }) =>
    who !== 'timer' &&
    /^supervision\.(?:meeting|agenda|bring|reflect|evaluat)/.test(name) &&
    name !== 'supervision.bring',
);
const secrets =
  /Pacing|Keep the frame|Read on endings|I was lost|Ethics$|Developing|Above expected|Ask about means|Lead one intake|rate it higher/m;
const everywhere = (value: string) => Object.fromEntries(competencies.map((one) => [one, value]));

/** All that is stored of notes and evaluations. */
const stored = (app: TestApp) =>
  app.store.read(app.scope, async (read) =>
    JSON.stringify(
      await Promise.all(
        [Meetings, AgendaItems, Evaluations].map(
          async (kind) => (await read.find(kind as never, 'id', { all: true })).docs,
        ),
      ),
    ),
  );

/** From a first note to the end of the agreement: in each state, with what the routes may be sent. */
async function* states(app: TestApp, { associate, supervisor, at, agreement }: Pair) {
  const of = { group: at, agreement };
  const idIn = async (who: Person, name: string, input: Record<string, string>, key: string): Promise<string> =>
    buttons(await expectCard(who.does(name, input))).find((b) => b.with[key])?.with[key] ?? '';
  const sent = (more: Record<string, string>): Record<string, string> => ({
    ...{ ...of, topic: 'case', chosen: '', text: 'Taken over', topics: 'Taken over', actions: 'Taken over' },
    ...{
      by: 'supervisee',
      statement: 'Taken over',
      goals: 'Taken over',
      from: 'today',
      to: 'today',
      ...everywhere('1'),
    },
    ...more,
  });
  const write = { ...of, topics: 'Pacing the work', actions: 'Read on endings' };
  await associate.does('supervision.bring.save', { ...of, topic: 'ethics' });
  const item = await idIn(associate, 'supervision.meetings', of, 'item');
  yield ['on the agenda', sent({ item, meeting: 'none', evaluation: 'none' })] as const;
  const meeting = await idIn(associate, 'supervision.meeting.save', { ...write, date: 'today' }, 'meeting');
  const note = { group: at, meeting };
  const about = { item, meeting };
  await associate.does('supervision.reflect.save', { ...note, text: 'I was lost' });
  yield ['written by one', sent({ ...about, evaluation: 'none' })] as const;
  await supervisor.does('supervision.meeting.save', { ...of, meeting, directives: 'Keep the frame' });
  await finish(supervisor, note);
  yield ['finished by one', sent({ ...about, evaluation: 'none' })] as const;
  await finish(associate, note);
  const start = await expectForm(associate.does('supervision.evaluation.start', of));
  const begun = await expectCard(submit(associate, start, {}));
  const evaluation = buttons(begun).find((b) => b.with.evaluation)?.with.evaluation ?? '';
  const step = { group: at, evaluation };
  await associate.does('supervision.evaluation.rate.save', { ...step, ...everywhere('2') });
  yield ['locked, and an evaluation with ratings not handed over', sent({ ...about, evaluation })] as const;
  await associate.does('supervision.evaluation.hand', step);
  await supervisor.does('supervision.evaluation.rate.save', { ...step, ...everywhere('4') });
  await supervisor.does('supervision.evaluation.comment.save', { ...step, risk: 'Ask about means' });
  await supervisor.does('supervision.evaluation.standards.save', { ...step, goals: 'Lead one intake' });
  yield ['rated by oneself', sent({ ...about, evaluation })] as const;
  await supervisor.does('supervision.evaluation.hand', step);
  yield ['rated by both', sent({ ...about, evaluation })] as const;
  await associate.does('supervision.evaluation.read.save', { ...step, statement: 'I would rate it higher' });
  await supervisor.does('supervision.evaluation.read.save', step);
  yield ['read by both', sent({ ...about, evaluation })] as const;
  await submit(supervisor, await expectForm(supervisor.does('supervision.end', of)), { reason: 'completed' });
  yield ['after the agreement ended', sent({ ...about, evaluation })] as const;
  await app.pass(70 * dayMs);
  yield ['long after it ended', sent({ ...about, evaluation })] as const;
}

it('nobody but the two sees or changes a note or an evaluation, in whatever state it is', async () => {
  const app = await openTestApp();
  try {
    const pair = await paired(app);
    await pairUp(pair.associate, pair.stranger, { sites: 'Quay School', frequency: '', pack: 'us-tx-lpca' });
    const others = { owner: pair.owner, 'other supervisor': pair.stranger, 'passer-by': await app.person('passer-by') };
    expect(driven.length).toBeGreaterThanOrEqual(25);
    const seenBefore: string[] = [];
    for await (const [state, input] of states(app, pair)) {
      const before = await stored(app);
      seenBefore.push(before);
      for (const [role, who] of Object.entries(others))
        for (const { name } of driven) {
          const answer = await who.does(name, input);
          const where = `${name} as ${role}, ${state}`;
          expect(words(answer.is === 'again' ? answer.form : answer.view), where).not.toMatch(secrets);
        }
      expect(await stored(app), state).toBe(before);
    }
    // The states differ, and what was kept out of sight is there to be seen.
    expect(new Set(seenBefore).size).toBeGreaterThanOrEqual(6);
    for (const text of ['Pacing', 'Keep the frame', 'Ask about means', 'Lead one intake', 'rate it higher'])
      expect(seenBefore.at(-1)).toContain(text);
    expect(JSON.stringify(seenBefore)).not.toContain('I was lost');
  } finally {
    await app.remove();
  }
});

it('what is locked stays as it is, whichever of the two tries, and long after the end nothing begins', async () => {
  const app = await openTestApp();
  try {
    const pair = await paired(app);
    for await (const [state, input] of states(app, pair)) {
      if (state !== 'read by both' && !state.includes('ended')) continue;
      const before = await stored(app);
      for (const who of [pair.associate, pair.supervisor])
        for (const { name } of driven.filter((route) => route.name !== 'supervision.bring.save')) {
          // A note or an evaluation of its own may still begin until the time after the end is over.
          const begins = /meeting\.(?:save|write)$|evaluation\.start/.test(name) && state !== 'long after it ended';
          if (!begins) await who.does(name, input);
        }
      expect(await stored(app), state).toBe(before);
    }
  } finally {
    await app.remove();
  }
});
