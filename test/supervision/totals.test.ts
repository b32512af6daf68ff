import { afterEach, beforeEach, expect, it } from 'vitest';
import { submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { entryIn, log, openPair, type Pair, pairUp, signAll } from './steps.ts';

let app: TestApp;
let pair: Pair;
beforeEach(async () => {
  ({ app, pair } = await openPair());
});
afterEach(() => app.remove());

const totals = async () => words(await expectCard(pair.associate.does('supervision.totals')));

it('8 No mixing: 40 minutes of consultation are in no total, and a line says why', async () => {
  await submit(pair.associate, await expectForm(pair.associate.does('consult.log')), {
    question: 'How do I pace a long goodbye?',
    guidance: 'Name it early.',
    minutes: '40',
    advisers: pair.stranger.who,
  });
  await log(pair.associate, { minutes: '60', kind: 'direct' });
  const seen = await totals();
  expect(seen).toContain('Logged: 1 h');
  expect(seen).not.toContain('1.66');
  expect(seen).toContain('Consultation isn’t supervision, so consultation minutes aren’t included');
});

it('adds up what is logged, signed and likely to count, and tells them apart', async () => {
  await log(pair.associate, { date: '2026-02-03', minutes: '120', kind: 'direct' });
  await log(pair.associate, { date: '2026-02-04', minutes: '60', kind: 'sup_ind.individual' });
  await log(pair.associate, { date: '2026-02-10', minutes: '180', kind: 'direct' });
  await signAll(pair.supervisor);
  await log(pair.associate, { date: '2026-03-04', minutes: '60', kind: 'direct' });
  const seen = await totals();
  expect(seen).toContain('Logged: 7 h');
  expect(seen).toContain('Signed: 6 h');
  // The week of February 8 had no supervision: its three hours are at risk.
  expect(seen).toContain('Likely to count: 3 h');
  expect(seen).toMatch(/At risk of not counting\n- February 8, 2026 to February 14, 2026 · 3 h .*Harbor Clinic/);
});

it('26 Two settings: the week is short at the site of the hours, and says so while it can be made up', async () => {
  await log(pair.associate, { date: '2026-03-03', minutes: '120', kind: 'direct', site: '0' });
  await log(pair.associate, { date: '2026-03-04', minutes: '60', kind: 'sup_ind.individual', site: '1' });
  const seen = await totals();
  expect(seen).toContain('Short so far, with time to make it up');
  expect(seen).toMatch(
    /- 1 more hour of individual supervision at the site below by Saturday, March 7, 2026 .* Harbor Clinic/,
  );
  expect(seen).not.toMatch(/supervision by .* Hill Street/);
  app.advance(2 * 24 * 60 * 60_000);
  expect(await totals()).toContain('1 more hour of individual supervision at the site below: today is the last day');
});

it('27 Rolling week: with 39 hours by Saturday, 6 more on Sunday bring the warning on Sunday', async () => {
  await app.pass(3 * 24 * 60 * 60_000);
  for (const [date, minutes] of [
    ['2026-03-02', '540'],
    ['2026-03-03', '540'],
    ['2026-03-04', '540'],
    ['2026-03-05', '540'],
  ] as const)
    await log(pair.associate, { date, minutes, kind: 'direct' });
  const saturday = words(await log(pair.associate, { date: '2026-03-07', minutes: '180', kind: 'direct' }));
  expect(saturday).not.toMatch(/At risk under this rule:.*seven|At risk under this rule:.*40/);
  const sunday = words(await log(pair.associate, { date: '2026-03-08', minutes: '360', kind: 'direct' }));
  expect(sunday).toMatch(/At risk under this rule:.*40/);
});

it('28 By application: for somebody who applies in February 2027 the rules of 2027 hold for hours of 2026', async () => {
  const form = await expectForm(pair.stranger.does('supervision.pair'));
  await expectCard(
    submit(pair.stranger, form, {
      ...{ role: 'supervisee', purpose: 'certification', pack: 'bacb-2022-supervised', sites: 'Quay School' },
      ...{ startsOn: '2026-02-01', outside: 'Juno Marsh, BCBA', modalities: 'individual' },
    }),
  );
  const own = async () => expectCard(pair.stranger.does('supervision.totals'));
  expect(words(await own())).toContain('2022');
  const at = JSON.stringify(await own()).match(/"agreement":"([^"]+)"/)?.[1] ?? '';
  const when = await expectForm(pair.stranger.does('supervision.applying', { group: pair.at, agreement: at }));
  const after = words(await expectCard(submit(pair.stranger, when, { date: '2027-02-01' })));
  expect(after).toContain('2027');
  expect(after).not.toContain('2022 ');
});

it('draws the weeks that are over, so that the one that goes on looks like no drop', async () => {
  for (const date of ['2026-02-16', '2026-02-23']) await log(pair.associate, { date, minutes: '120', kind: 'direct' });
  const { blocks } = await expectCard(pair.associate.does('supervision.totals'));
  const chart = blocks.find(({ is }) => is === 'chart');
  expect(chart?.is === 'chart' && chart.points.map(({ value }) => value)).toEqual([2, 2]);
  await log(pair.associate, { minutes: '60', kind: 'direct' });
  expect(await totals()).toContain('Logged: 5 h');
  expect((await expectCard(pair.associate.does('supervision.totals'))).blocks.find(({ is }) => is === 'chart')).toEqual(
    chart,
  );
});

it('says as a range when a total may be reached, and nothing of it before eight weeks', async () => {
  const weeks = ['02-23', '02-16', '02-09', '02-02', '01-26', '01-19', '01-12', '01-05'];
  const other = await expectForm(pair.stranger.does('supervision.pair'));
  await submit(pair.stranger, other, {
    ...{ role: 'supervisee', purpose: 'licensure', pack: 'us-tx-lpca', sites: 'Quay School', startsOn: '2026-01-01' },
    outside: 'Juno Marsh, LPC-S',
  });
  const seen = async () => words(await expectCard(pair.stranger.does('supervision.totals')));
  for (const [i, week] of weeks.entries()) {
    expect(await seen()).not.toContain('At the pace');
    await log(pair.stranger, { date: `2026-${week}`, minutes: i % 2 === 0 ? '720' : '600', kind: 'direct' });
  }
  expect(await seen()).toMatch(/At the pace of the last 12 weeks, between \w+ 20\d\d and \w+ 20\d\d/);
});

it('lists every rule with its source, its date and how sure it is, and says which are not checked', async () => {
  await log(pair.associate, { minutes: '60', kind: 'direct' });
  const pages = await Promise.all(
    ['1', '2', '3', '4'].map(async (page) =>
      words(
        await expectCard(pair.associate.does('supervision.rules', { group: pair.at, agreement: pair.agreement, page })),
      ),
    ),
  );
  expect(pages.join('\n')).toContain('Read in another source · https://');
  expect(pages.join('\n')).toMatch(/Not checked · Not checked by Curbside/);
  expect(await totals()).toContain('Check with your board');
});

it('shows a supervisor the totals of that agreement alone', async () => {
  await log(pair.associate, { minutes: '60', kind: 'direct' });
  const seen = words(
    await expectCard(pair.supervisor.does('supervision.totals', { group: pair.at, agreement: pair.agreement })),
  );
  expect(seen).toContain('Logged: 1 h');
  expect((await pair.supervisor.does('supervision.totals')).is).toBe('refused');
});

it('says of an entry and of a week what the totals say, with hours under other agreements', async () => {
  const other = { group: pair.at, agreement: await pairUp(pair.associate, pair.stranger) };
  const logIn = async (about: Record<string, string>, values: Record<string, string>) =>
    expectCard(submit(pair.associate, await expectForm(pair.associate.does('supervision.log', about)), values));
  const at = { group: pair.at, agreement: pair.agreement };
  const day = { date: '2026-02-10', site: '0' };
  const entry = entryIn(await logIn(at, { ...day, minutes: '120', kind: 'direct' }));
  const card = async () => words(await expectCard(pair.associate.does('supervision.entry', { group: pair.at, entry })));
  expect(await card()).toContain('At risk under this rule');
  await logIn(other, { ...day, minutes: '60', kind: 'sup_ind.individual' });
  expect(await totals()).not.toContain('At risk of not counting');
  expect(await card()).not.toContain('At risk under this rule');
  await logIn(at, { date: '2026-03-03', site: '0', minutes: '120', kind: 'direct' });
  const week = async () =>
    words(await expectCard(pair.associate.does('supervision.week.card', { ...at, from: '2026-03-01' })));
  expect(await week()).toContain('Short so far');
  await logIn(other, { date: '2026-03-04', site: '0', minutes: '60', kind: 'sup_ind.individual' });
  expect(await totals()).not.toContain('Short so far');
  expect(await week()).not.toContain('Short so far');
});
