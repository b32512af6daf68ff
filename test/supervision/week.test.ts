import { afterEach, beforeEach, expect, it } from 'vitest';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { log, openPair, type Pair } from './steps.ts';

let app: TestApp;
let pair: Pair;
beforeEach(async () => {
  ({ app, pair } = await openPair());
});
afterEach(() => app.remove());

const open = () => expectForm(pair.associate.does('supervision.week'));
const entries = async () =>
  words(await expectCard(pair.associate.does('supervision.entries', { group: pair.at, agreement: pair.agreement })));

it('shows a row a day and a column a category, and one line of supervision', async () => {
  const form = await open();
  const cells = form.fields.filter((f) => f.is === 'text' && f.cell !== undefined);
  expect(cells).toHaveLength(14);
  const seen = words(form);
  expect(seen).toContain('Sunday · Direct counseling');
  expect(seen).toContain('Saturday · Non-clinical practice');
  expect(form.fields.map((f) => f.name).slice(0, 5)).toEqual(['week', 'site', 'supLength', 'supDay', 'supKind']);
});

it('has a column for what was logged lately', async () => {
  await log(pair.associate, { minutes: '60', kind: 'cfc' });
  expect(words(await open())).toContain('Monday · Of which couples, families, children');
});

it('saves a week at once: hours, minutes, and the session, each on its day', async () => {
  // Thursday, March 5, 2026; weeks start on Sunday.
  const card = await expectCard(
    submit(pair.associate, await open(), {
      ...{ week: '0', d1c0: '3', d1c1: '1.5h', d2c0: '90m', d3c0: '0.25' },
      ...{ supLength: '1', supDay: '2', supKind: 'sup_ind.individual' },
    }),
  );
  const seen = words(card);
  expect(seen).toContain('March 2, 2026 · 4 h 30 min');
  expect(seen).toContain('March 3, 2026 · 2 h 30 min');
  expect(seen).toContain('March 4, 2026 · 15 min');
  expect(await entries()).toMatch(/Supervision, individual or triadic · Waiting for signature/);
  const waiting = words(await expectCard(pair.supervisor.does('supervision.sign')));
  expect(waiting).toContain('Sign all 5 entries');
  // All of them wait: that stands in the title.
  expect(waiting).not.toContain('Waiting for signature');
});

it('the same form sent twice is one week', async () => {
  const form = await open();
  const values = { week: '0', d1c0: '3', d2c0: '90m' };
  const once = words(await expectCard(submit(pair.associate, form, values)));
  const twice = words(await expectCard(submit(pair.associate, form, values)));
  expect(once).toContain('March 2, 2026 · 3 h');
  expect(twice).not.toContain('Appears twice');
  expect((await entries()).match(/Waiting for signature/g)).toHaveLength(2);
});

it('refuses each wrong cell at its place, keeps the others, and saves nothing', async () => {
  const form = await open();
  const answer = await submit(pair.associate, form, {
    ...{ week: '0', d1c0: '15', d2c0: '3', d5c0: '2', d3c0: '9999', d4c0: 'a while', d0c1: '20m', d1c1: '-1' },
    ...{ supLength: '1', supDay: '6' },
  });
  if (answer.is !== 'again') throw new Error('it was taken');
  const wrong = Object.fromEntries(answer.form.fields.flatMap((f) => (f.error ? [[f.name, f.error.key]] : [])));
  expect(wrong).toEqual({
    d1c0: 'supervision.week.cell.many',
    d1c1: 'supervision.week.cell.none',
    d5c0: 'supervision.week.cell.future',
    d3c0: 'supervision.week.cell.many',
    d4c0: 'supervision.week.cell.words',
    d0c1: 'supervision.week.cell.step',
    supDay: 'supervision.week.cell.future',
  });
  expect(answer.form.fields.find((f) => f.name === 'd2c0')?.value).toBe('3');
  expect(await entries()).toContain('Nothing is logged yet.');
});

it('a bare number is hours up to what a day holds, in the line of supervision too', async () => {
  for (const typed of ['13', '15', '26', '90']) {
    const answer = await submit(pair.associate, await open(), { d1c0: typed, supLength: typed, supDay: '1' });
    if (answer.is !== 'again') throw new Error(`${typed} was taken`);
    expect(words(answer.form).match(/Enter hours such as 3, or minutes such as 15m/g)).toHaveLength(2);
  }
  const card = await expectCard(submit(pair.associate, await open(), { week: '0', d1c0: '12', d2c0: '15m' }));
  expect(words(card)).toMatch(/March 2, 2026 · 12 h[\s\S]*March 3, 2026 · 15 min/);
});

it('asks for at least one day', async () => {
  const answer = await submit(pair.associate, await open(), {});
  expect(answer.is === 'again' && words(answer.form)).toContain('Enter hours for at least one day.');
});

it('offers the week before early in a week, and marks what is late', async () => {
  await app.pass(4 * 24 * 3_600_000);
  const form = await open();
  expect(form.fields[0]?.value).toBe('1');
  const card = await expectCard(submit(pair.associate, form, { week: '4', d1c0: '2' }));
  expect(words(card)).toContain('Logged more than 7 days later');
  expect(await entries()).toContain('Late entry');
});

it('crosses a year and a clock change by local dates', async () => {
  const agreement = { sites: 'Quay School', startsOn: '2025-11-01' };
  const own = await expectForm(pair.stranger.does('supervision.pair'));
  await submit(pair.stranger, own, {
    role: 'supervisee',
    purpose: 'licensure',
    pack: 'us-ny-lmhc',
    ...agreement,
    outside: 'J. Marsh',
  });
  await app.pass(4 * 24 * 3_600_000);
  // Monday, March 9, 2026, the day after clocks went forward; in New York's rules a week starts on Monday.
  const form = await expectForm(pair.stranger.does('supervision.week'));
  expect(JSON.stringify(form.fields[0])).toContain('"first":"March 2, 2026","last":"March 8, 2026"');
  const card = await expectCard(submit(pair.stranger, form, { week: '1', d6c0: '2' }));
  expect(words(card)).toContain('March 8, 2026 · 2 h');
});

it('sends drafts of a week to the supervisor with one press', async () => {
  await expectCard(submit(pair.associate, await open(), { week: '0', d1c0: '3', d2c0: '2', submit: 'no' }));
  const list = await expectCard(
    pair.associate.does('supervision.entries', { group: pair.at, agreement: pair.agreement }),
  );
  expect(words(await expectCard(pair.supervisor.does('supervision.sign')))).toContain('No entries are waiting');
  await expectCard(press(pair.associate, list, 'Submit 2 drafts'));
  expect(words(await expectCard(pair.supervisor.does('supervision.sign')))).toContain('Sign all 2 entries');
});

it('logs the last entry again for today with one press, once however often it is pressed', async () => {
  const card = await log(pair.associate, { date: '2026-03-02', minutes: '45', kind: 'direct', site: '1' });
  const list = await expectCard(press(pair.associate, card, 'Entries'));
  const again = await expectCard(press(pair.associate, list, 'Log the same for today'));
  expect(words(again)).toMatch(/March 5, 2026[\s\S]*45 min[\s\S]*Hill Street/);
  await expectCard(press(pair.associate, list, 'Log the same for today'));
  expect((await entries()).match(/45 min/g)).toHaveLength(2);
});
