import { afterEach, beforeEach, expect, it } from 'vitest';
import { wordsOf } from '../../src/index.ts';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type Person, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { entryIn, log, openPair, type Pair, pairUp } from './steps.ts';

let app: TestApp;
let pair: Pair;
beforeEach(async () => {
  ({ app, pair } = await openPair());
});
afterEach(() => app.remove());

const entries = async () =>
  words(await expectCard(pair.associate.does('supervision.entries', { group: pair.at, agreement: pair.agreement })));

/** What the form says at its fields. */
async function refusals(values: Record<string, string>): Promise<string> {
  const form = await expectForm(pair.associate.does('supervision.log'));
  const answer = await submit(pair.associate, form, { minutes: '60', kind: 'direct', ...values });
  if (answer.is !== 'again') throw new Error(`it was taken: ${JSON.stringify(answer)}`);
  return words(answer.form);
}

it.each([
  ['0', 'Minutes: enter at least 1'],
  ['-30', 'Minutes: -30 is less than zero'],
  ['9999', 'Minutes: 9,999 is more than 12 hours'],
  ['a while', 'Minutes: enter a number from 1 to 720'],
  ['50', 'Minutes: these rules count in steps of 15 minutes'],
])('23 Bad numbers: %s minutes are refused at their field, and nothing is saved', async (minutes, said) => {
  expect(await refusals({ minutes })).toContain(`! ${said}`);
  expect(await entries()).toContain('Nothing is logged yet.');
});

it('says in which steps the rules count before anybody types', async () => {
  const { fields } = await expectForm(pair.associate.does('supervision.log'));
  const hint = fields.find(({ name }) => name === 'minutes')?.hint;
  expect(hint && wordsOf('en', hint)).toContain('In steps of 15');
});

it('says a kind of supervision once: its modality stands beneath only beside another one', async () => {
  await pairUp(pair.stranger, pair.supervisor, { modalities: 'individual,triadic' });
  const beneath = async (who: Person) => {
    const field = (await expectForm(who.does('supervision.log'))).fields.find(({ name }) => name === 'kind');
    if (field?.is !== 'pick') throw new Error('no kinds');
    return field.options.flatMap(({ value, hint }) =>
      value.startsWith('sup_') ? [[value, hint === null ? '' : wordsOf('en', hint)]] : [],
    );
  };
  expect(await beneath(pair.associate)).toEqual([
    ['sup_ind.individual', ''],
    ['sup_grp.group', ''],
  ]);
  expect(await beneath(pair.stranger)).toEqual([
    ['sup_ind.individual', 'Individual'],
    ['sup_ind.triadic', 'Triadic'],
  ]);
});

it.each(['1.5h', '1h 30m', '1:30'])('23 Bad numbers: %s becomes 90 minutes once that is confirmed', async (typed) => {
  const form = await expectForm(pair.associate.does('supervision.log'));
  const answer = await submit(pair.associate, form, { minutes: typed, kind: 'direct' });
  if (answer.is !== 'again') throw new Error('it was taken at once');
  expect(words(answer.form)).toContain('Minutes: 90');
  expect(await entries()).toContain('Nothing is logged yet.');
  expect(words(await expectCard(submit(pair.associate, answer.form, {})))).toContain('1 h 30 min');
});

it('23 Bad numbers: a future date, one before the agreement, and an overlap are refused at their fields', async () => {
  expect(await refusals({ date: '2026-03-06' })).toContain('! Date: this day is in the future');
  expect(await refusals({ date: '2026-01-31' })).toContain('! Date: this is before the agreement starts');
  await log(pair.associate, { date: '2026-03-04', minutes: '60', kind: 'direct', start: '10:00 am' });
  expect(await refusals({ date: '2026-03-04', start: '10:45 am' })).toContain('! Start time: this overlaps');
  await log(pair.associate, { date: '2026-03-04', minutes: '60', kind: 'direct', start: '11:00 am' });
});

it('warns of an overlap and takes it once both are said to be right; past midnight, too', async () => {
  await log(pair.associate, { date: '2026-03-03', minutes: '120', kind: 'direct', start: '11:00 pm' });
  const form = await expectForm(pair.associate.does('supervision.log'));
  const answer = await submit(pair.associate, form, {
    ...{ date: '2026-03-04', minutes: '60', kind: 'direct', start: '12:30 am' },
  });
  if (answer.is !== 'again') throw new Error('it was taken at once');
  expect(words(answer.form)).toContain('! Start time: this overlaps another entry');
  const card = await expectCard(submit(pair.associate, answer.form, { overlap: 'yes' }));
  expect(words(card)).toContain('Check this: this overlaps another entry.');
  expect(words(await expectCard(pair.supervisor.does('supervision.sign')))).toContain('Overlaps another entry');
});

it('warns of long days, of entries a week late, and of ten days alike, and refuses none', async () => {
  for (const [date, minutes] of [
    ['2026-03-04', '480'],
    ['2026-03-04', '300'],
  ] as const)
    await log(pair.associate, { date, minutes, kind: 'direct' });
  const days = ['09', '10', '11', '12', '13', '16', '17', '18', '19', '20'].map((day) => `2026-02-${day}`);
  const cards = [];
  for (const date of days) cards.push(words(await log(pair.associate, { date, minutes: '60', kind: 'direct' })));
  expect(cards[8]).not.toContain('10 days in a row');
  expect(cards[9]).toContain('Check this: the same minutes were logged on 10 days in a row.');
  const seen = await entries();
  expect(seen).toMatch(/March 4, 2026 · 5 h .*More than 12 hours that day/);
  expect(seen).toMatch(/February 20, 2026 · 1 h .*Logged more than 7 days later · Same minutes 10 days in a row/);
});

it('keeps feedback and directives of a session, without identifiers, for both to read', async () => {
  const form = await expectForm(pair.associate.does('supervision.log'));
  const session = { minutes: '60', kind: 'sup_ind.individual', feedback: 'Slow down at endings.' };
  const answer = await submit(pair.associate, form, { ...session, directives: 'Call Gloria Whitcombe’s school.' });
  if (answer.is !== 'again') throw new Error('it was kept');
  const card = await expectCard(submit(pair.associate, answer.form, {}));
  expect(words(card)).not.toContain('Gloria');
  const seen = words(
    await expectCard(pair.supervisor.does('supervision.entry', { group: pair.at, entry: entryIn(card) })),
  );
  expect(seen).toContain('Slow down at endings.');
  expect(seen).toContain('Directives');
});

it('asks what the rules want to know: start, minutes observed, restricted', async () => {
  const own = await expectForm(pair.stranger.does('supervision.pair'));
  await submit(pair.stranger, own, {
    ...{ role: 'supervisee', purpose: 'certification', pack: 'bacb-2022-supervised', sites: 'Quay School' },
    ...{ startsOn: '2026-02-01', outside: 'Juno Marsh, BCBA' },
  });
  const form = await expectForm(pair.stranger.does('supervision.log'));
  const session = { minutes: '50', kind: 'sup_ind.individual', observed: '1h', restricted: 'yes' };
  const answer = await submit(pair.stranger, form, session);
  if (answer.is !== 'again') throw new Error('it was taken');
  expect(words(answer.form)).toContain('! Start time: these rules ask for it');
  expect(words(answer.form)).toContain('! Minutes observed: enter a length from 1 minute to the length of the entry');
  const card = await expectCard(submit(pair.stranger, answer.form, { start: '2:30 pm', observed: '15' }));
  expect(words(card)).toContain('Observed live: 15 min');
  expect(words(card)).toContain('Restricted activities: Yes');
  expect(words(await expectForm(pair.associate.does('supervision.log')))).not.toContain('Minutes observed');
});

it('fills the form in as the last entry was', async () => {
  await log(pair.associate, { minutes: '45', kind: 'sup_ind.individual', site: '1', format: 'video' });
  const form = await expectForm(pair.associate.does('supervision.log'));
  const values = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
  expect(values).toMatchObject({
    minutes: '45',
    kind: 'sup_ind.individual',
    site: '1',
    format: 'video',
    date: '2026-03-05',
    topics: '',
  });
});

it('marks an entry late that is more than 14 days old, from the first day on', async () => {
  expect(words(await log(pair.associate, { date: '2026-02-18', minutes: '60', kind: 'direct' }))).toContain(
    'Late entry',
  );
  expect(words(await log(pair.associate, { date: '2026-02-19', minutes: '60', kind: 'direct' }))).not.toContain(
    'Late entry',
  );
});

it('takes identifiers out of the topics before anything is kept', async () => {
  const form = await expectForm(pair.associate.does('supervision.log'));
  const answer = await submit(pair.associate, form, {
    minutes: '60',
    kind: 'direct',
    topics: 'Intake with Gloria Whitcombe, 415-555-0134',
  });
  if (answer.is !== 'again') throw new Error('it was kept');
  expect(words(answer.form)).not.toMatch(/Gloria|0134/);
  expect(words(answer.form)).toContain('possible identifiers were replaced');
  const card = await expectCard(submit(pair.associate, answer.form, {}));
  expect(words(card)).not.toMatch(/Gloria|0134/);
  expect(await app.disk()).not.toMatch(/Gloria|Harbor Clinic/);
});

it('keeps a draft from the supervisor until it is submitted', async () => {
  const card = await log(pair.associate, { minutes: '60', kind: 'direct', submit: 'no' });
  expect(words(card)).toContain('Status: Draft');
  const seen = () => pair.supervisor.does('supervision.entries', { group: pair.at, agreement: pair.agreement });
  expect(words(await expectCard(seen()))).toContain('Nothing is logged yet.');
  await expectCard(press(pair.associate, card, 'Submit for signature'));
  expect(words(await expectCard(seen()))).toContain('Waiting for signature');
});

it('needs the size of a group', async () => {
  expect(await refusals({ kind: 'sup_grp.group' })).toContain(
    '! Supervisees in the group: enter a number from 3 to 12',
  );
  const card = await log(pair.associate, { minutes: '120', kind: 'sup_grp.group', groupSize: '5' });
  expect(words(card)).toContain('Supervisees in the group: 5');
});

it('30 Paper: a week that was signed on paper counts as logged, under its own heading, and is nowhere called signed or verified', async () => {
  const own = await expectForm(pair.stranger.does('supervision.pair'));
  await expectCard(
    submit(pair.stranger, own, {
      role: 'supervisee',
      purpose: 'licensure',
      pack: 'us-ca-amft',
      sites: 'Quay School',
      startsOn: '2026-02-01',
      outside: 'Juno Marsh, LMFT',
    }),
  );
  const card = await log(pair.stranger, { date: '2026-03-03', minutes: '60', kind: 'direct' });
  expect(words(card)).toContain('Status: Logged');
  const list = await expectCard(press(pair.stranger, card, 'Entries'));
  const marked = await expectCard(
    submit(pair.stranger, await expectForm(press(pair.stranger, list, 'Mark a week as signed on paper')), {}),
  );
  const totals = await expectCard(pair.stranger.does('supervision.totals'));
  expect(words(totals)).toContain('Logged: 1 h');
  expect(words(totals)).toContain('Signed: 0 h');
  expect(words(totals)).toContain('Signed on paper (not checked by Curbside): 1 h');
  const entry = await expectCard(press(pair.stranger, marked, 'Open'));
  for (const view of [marked, entry])
    expect(words(view).replaceAll('Signed on paper (not checked by Curbside)', '')).not.toMatch(
      /\b(?:signed|verified)\b/i,
    );
});
