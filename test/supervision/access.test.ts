import { afterEach, beforeEach, expect, it } from 'vitest';
import { competencies } from '../../src/features/supervision/evaluation/competencies.ts';
import { type Card, routes } from '../../src/index.ts';
import { submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { entryIn, log, openPair, type Pair, pairUp } from './steps.ts';

let app: TestApp;
let pair: Pair;
let input: Record<string, string>;
beforeEach(async () => {
  ({ app, pair } = await openPair());
  const card = await log(pair.associate, { minutes: '60', kind: 'direct', topics: 'Pacing the work' });
  const at = { group: pair.at, agreement: pair.agreement };
  const note = await expectForm(pair.supervisor.does('supervision.meeting.write', at));
  const meeting = await expectCard(
    submit(pair.supervisor, note, { feedback: 'Clear goals', actions: 'Read on endings' }),
  );
  await pair.associate.does('supervision.bring.save', { ...at, topic: 'ethics' });
  const agenda = await expectCard(pair.associate.does('supervision.meetings', at));
  const valueIn = (shown: Card, name: string) => buttons(shown).find((b) => b.with[name])?.with[name] ?? '';
  const start = await expectForm(pair.associate.does('supervision.evaluation.start', at));
  const evaluation = valueIn(await expectCard(submit(pair.associate, start, {})), 'evaluation');
  await expectCard(pair.associate.does('supervision.evaluation.rate.save', { ...at, evaluation, ...everywhere('2') }));
  await expectCard(pair.associate.does('supervision.evaluation.hand', { ...at, evaluation }));
  input = {
    ...{ evaluation, by: 'supervisee', ...everywhere('4') },
    ...{ meeting: valueIn(meeting, 'meeting'), item: valueIn(agenda, 'item'), topic: 'case', chosen: '' },
    ...{ topics: 'Taken over', text: 'Taken over', actions: 'Taken over' },
    ...{
      group: pair.at,
      agreement: pair.agreement,
      entry: entryIn(card),
      submitted: String(app.now()),
      upTo: String(app.now()),
      n: '8',
    },
    ...{
      date: 'today',
      minutes: '30',
      kind: 'direct',
      site: '0',
      reason: 'time',
      endsOn: 'today',
      from: '2026-06-01',
      submit: 'yes',
    },
  };
});
afterEach(() => app.remove());

const supervision = routes.filter(({ name, who }) => name.startsWith('supervision.') && who !== 'timer');
const secrets = /Harbor|Hill Street|Pacing|Weekly, one hour|1 h\b|1\.00 h|Clear goals|on endings|Ethics$|Developing/m;
const everywhere = (value: string) => Object.fromEntries(competencies.map((one) => [one, value]));

/** What both of the pair see of it, to compare with afterwards. */
const state = async (): Promise<string> => {
  const at = { group: pair.at, agreement: pair.agreement };
  const cards = ['supervision.agreement', 'supervision.entries', 'supervision.meetings', 'supervision.evaluate'].map(
    async (name) => words(await expectCard(pair.associate.does(name, at))),
  );
  const entry = words(
    await expectCard(pair.associate.does('supervision.entry', { group: pair.at, entry: input.entry ?? '' })),
  );
  const note = await expectCard(
    pair.associate.does('supervision.meeting', { group: pair.at, meeting: input.meeting ?? '' }),
  );
  const evaluation = await expectCard(
    pair.associate.does('supervision.evaluation', { group: pair.at, evaluation: input.evaluation ?? '' }),
  );
  return [...(await Promise.all(cards)), entry, words(note), words(evaluation)].join('\n');
};

/** Every route of supervision, tried by somebody whom this agreement does not concern. */
async function tries(who: Person): Promise<void> {
  const before = await state();
  for (const { name } of supervision) {
    const answer = await who.does(name, input);
    const seen = words(answer.is === 'again' ? answer.form : answer.view);
    expect(seen, name).not.toMatch(secrets);
    expect(JSON.stringify(answer), name).not.toContain(pair.associate.who);
  }
  expect(await state()).toBe(before);
}

it('lets the owner of the group see and change nothing of it', () => tries(pair.owner));

it('lets a stranger see and change nothing of it', () => tries(pair.stranger));

it('lets another supervisor of the same person see and change nothing of it', async () => {
  await pairUp(pair.associate, pair.stranger, { sites: 'Quay School', frequency: '', pack: 'us-tx-lpca' });
  const before = await state();
  for (const { name } of supervision) {
    const answer = await pair.stranger.does(name, input);
    expect(words(answer.is === 'again' ? answer.form : answer.view), name).not.toMatch(secrets);
  }
  expect(await state()).toBe(before);
});

it('lets somebody who accepted no agreement of the group do nothing', async () => {
  await tries(await app.person('passer-by'));
});

it('lets the supervisor who left do nothing any more, and ends the agreement; the other one keeps what was logged', async () => {
  await app.core.happened({
    ...{ eventId: 'left', scope: app.scope, who: pair.supervisor.who, command: 'platform.personLeft', input: {} },
    ...{ channel: null, manages: false, zone: null, locale: 'en' },
  });
  const before = await state();
  expect(before).toContain('Reason: Supervisor left');
  for (const { name } of supervision) {
    const answer = await pair.supervisor.does(name, input);
    expect(words(answer.is === 'again' ? answer.form : answer.view), name).not.toMatch(secrets);
  }
  expect(await state()).toBe(before);
});

it('lets each of the two do their own part and not the other’s', async () => {
  const refused = async (who: Person, name: string) => (await who.does(name, input)).is === 'refused';
  const card = await expectCard(pair.supervisor.does('supervision.entry', input));
  expect(buttons(card).map((b) => b.do)).toEqual(['supervision.sign.one', 'supervision.return', 'supervision.entries']);
  for (const name of [
    'supervision.sign.one',
    'supervision.sign.all',
    'supervision.return',
    'supervision.return.save',
    'supervision.notice',
    'supervision.notice.save',
    'supervision.meeting.suggest',
    'supervision.evaluation.rate',
    'supervision.evaluation.rate.save',
    'supervision.evaluation.standards.save',
    'supervision.evaluation.hand',
    'supervision.evaluation.delete',
  ])
    expect(await refused(pair.associate, name), name).toBe(true);
  for (const name of [
    'supervision.log',
    'supervision.log.edit',
    'supervision.log.save',
    'supervision.submit',
    'supervision.delete',
    'supervision.paper',
    'supervision.applying',
    'supervision.applying.save',
    'supervision.bring.save',
    'supervision.agenda.remove',
    'supervision.reflect',
    'supervision.reflect.save',
    'supervision.evaluation.read',
    'supervision.evaluation.read.save',
  ])
    expect(await refused(pair.supervisor, name), name).toBe(true);
  expect(await state()).toContain('Waiting for signature');
});
