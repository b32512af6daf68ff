import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Card, Form } from '../../src/index.ts';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, expectView, type TestApp } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { openPair, type Pair } from './steps.ts';

let app: TestApp;
let pair: Pair;
beforeEach(async () => {
  ({ app, pair } = await openPair());
});
afterEach(() => app.remove());

const entries = async () =>
  words(await expectCard(pair.associate.does('supervision.entries', { group: pair.at, agreement: pair.agreement })));
/** Pastes rows, in place of any that still wait. */
const paste = async (text: string, more: Record<string, string> = {}): Promise<Card> => {
  const asked = await pair.associate.does('supervision.import');
  const waits = asked.is === 'view' && asked.view.is === 'card' ? asked.view : null;
  const form =
    waits === null
      ? await expectForm(Promise.resolve(asked))
      : await expectForm(press(pair.associate, waits, 'Paste other rows'));
  return expectCard(submit(pair.associate, form, { text, ...more }));
};

/** Opens "Match names" and answers by the words of its questions. */
async function match(card: Card, answers: Record<string, string>): Promise<Card> {
  const form: Form = await expectForm(press(pair.associate, card, 'Match names'));
  const asked = words(form).match(/\d\. .+/g) ?? [];
  const values = form.fields.map(({ name }, i) => {
    const answer = Object.entries(answers).find(([word]) => asked[i]?.includes(word));
    return [name, answer?.[1] ?? ''];
  });
  return expectCard(submit(pair.associate, form, Object.fromEntries(values)));
}

const own = [
  'Date,Hours,Category,Work Setting,Supervisor,Notes',
  '3/2/2026,1.5,Direct counseling,Harbor Clinic,Dr. Feld,"Two sessions,\nback to back"',
  'Mar 3 2026,45m,Direct counseling,Harbor Clinic,Dr. Feld,With Gloria Whitcombe 415-555-0134',
  '2026-03-04,1,Individual supervision,Harbor Clinic,Dr. Feld,',
  '2026-03-04,2,Direct counseling,,Dr. Feld,',
  '2026-03-04,2,Direct counseling,Harbor Clinic,,',
  '2026-02-31,2,Direct counseling,Harbor Clinic,Dr. Feld,',
  '2027-03-04,2,Direct counseling,Harbor Clinic,Dr. Feld,',
  '2026-03-04,a while,Direct counseling,Harbor Clinic,Dr. Feld,',
].join('\r\n');

it('shows every row with its problem, guesses nothing, and saves nothing before it is confirmed', async () => {
  const card = await paste(own);
  const seen = words(card);
  expect(seen).toContain('Ready: 0 rows');
  expect(seen).toContain('2 names in these rows aren’t known yet');
  const all = `${seen}\n${words(await expectCard(press(pair.associate, card, 'Next')))}`;
  for (const line of [
    /Line 2 · March 2, 2026 · 1 h 30 min .*Supervisor not known yet .*Dr\. Feld/,
    /Line 4 · March 3, 2026 · 45 min/,
    /Line 5 .*Activity not known yet .*Individual supervision/,
    /Line 6 .*No site/,
    /Line 7 .*No supervisor/,
    /Line 8 .*Date not recognized/,
    /Line 9 .*Date in the future/,
    /Line 10 .*Length not recognized/,
  ])
    expect(all).toMatch(line);
  expect(all).not.toMatch(/Gloria|0134/);
  expect(await entries()).toContain('Nothing is logged yet.');
});

it('asks once what names mean, remembers it, and saves what is ready without identifiers', async () => {
  const known = await match(await paste(own), { 'Dr. Feld': 'this', 'Individual supervision': 'sup_ind.individual' });
  expect(words(known)).toContain('Ready: 3 rows, 3 h 15 min');
  const saved = await expectCard(press(pair.associate, known, 'Save 3 entries'));
  expect(words(saved)).toMatch(/Ready: 0 rows[\s\S]*Not imported: 5[\s\S]*Already logged: 3/);
  const list = await entries();
  expect(list).toMatch(/March 4, 2026 · 1 h .*Supervision, individual or triadic · Draft/);
  expect(list).toMatch(/March 2, 2026 · 1 h 30 min .*Direct counseling · Draft/);
  expect(await app.disk()).not.toMatch(/Gloria|Feld/);
  // The same rows again come to nothing new; another row needs no more answers.
  const again = await paste(`${own}\n2026-02-10,3,direct counseling,HARBOR clinic,dr feld,`);
  expect(words(again)).toContain('Ready: 1 row, 3 h');
  expect(words(again)).toContain('Already logged: 3');
});

it('asks once for the columns of somebody’s own table, and knows them the next time', async () => {
  const mine = ['Tag;Std;Was;Wer', '2026-03-02;2;direct;Feld'].join('\n');
  const card = await paste(mine);
  expect(words(card)).toContain('Curbside doesn’t know these columns yet');
  const form = await expectForm(press(pair.associate, card, 'Match columns'));
  const wrong = await submit(pair.associate, form, { date: '0' });
  expect(wrong.is === 'again' && words(wrong.form)).toContain('! Length: choose a column with hours or minutes');
  const known = await expectCard(
    submit(pair.associate, form, { date: '0', hours: '1', activity: '2', supervisor: 'all', site: 'all:1' }),
  );
  expect(words(known)).toMatch(/Ready: 1 row, 2 h[\s\S]*Hill Street Practice/);
  expect(words(await paste(mine))).toContain('Ready: 1 row, 2 h');
});

it('asks for the unit of a column whose name has none where its numbers can’t all be hours', async () => {
  const table = (length: number) =>
    `Date,Duration,Activity,Site,Supervisor\n2026-03-02,2,a,Harbor Clinic,F\n2026-03-03,${length},a,Harbor Clinic,F`;
  expect(words(await paste(table(12)))).toMatch(/March 2, 2026 · 2 h[\s\S]*March 3, 2026 · 12 h/);
  const card = await paste(table(50));
  expect(words(card)).toContain('Curbside doesn’t know these columns yet');
  const form = await expectForm(press(pair.associate, card, 'Match columns'));
  const known = submit(pair.associate, form, { date: '0', minutes: '1', activity: '2', site: '3', supervisor: '4' });
  expect(words(await expectCard(known))).toMatch(/March 2, 2026 · 2 min[\s\S]*March 3, 2026 · 50 min/);
});

it.each(['auto', 'trackYourHours'])(
  'takes no time of day in a column called “Time” for a length: %s',
  async (source) => {
    const table = (time: string) =>
      `Date,Time,Category,Work Setting,Supervisor\n2026-03-02,2,a,Harbor Clinic,F\n2026-03-03,${time},a,Harbor Clinic,F`;
    expect(words(await paste(table('1.5'), { source }))).toMatch(
      /March 2, 2026 · 2 h[\s\S]*March 3, 2026 · 1 h 30 min/,
    );
    const card = await paste(table('9:30'), { source });
    expect(words(card)).toContain('Curbside doesn’t know these columns yet');
    const form = await expectForm(press(pair.associate, card, 'Match columns'));
    const known = submit(pair.associate, form, { date: '0', hours: '1', activity: '2', site: '3', supervisor: '4' });
    expect(words(await expectCard(known))).toMatch(/March 3, 2026 · 9 h 30 min/);
  },
);

it('takes a table pasted from a spreadsheet, in parts, with its header in each', async () => {
  const head = 'date\tminutes\ttype\tsite\tsupervisor';
  const row = (day: number) => `2026-02-${day}\t60\tdirect\tHarbor Clinic\tF`;
  const card = await paste([head, row(10)].join('\n'), { text2: [head, row(11)].join('\n'), text3: row(12) });
  const more = await expectForm(press(pair.associate, card, 'Add more rows'));
  const all = await expectCard(submit(pair.associate, more, { text: [head, row(13)].join('\n') }));
  expect(words(await match(all, { '1. F': 'this' }))).toContain('Ready: 4 rows, 4 h');
});

it('leads back to rows that wait, from everywhere that hours are logged, until they are saved or discarded', async () => {
  const waits = 'You pasted rows that aren’t imported yet.';
  const ways = [
    () => pair.associate.does('supervision.import'),
    () => pair.associate.does('curbside.home'),
    () => pair.associate.does('supervision.entries', { group: pair.at, agreement: pair.agreement }),
  ];
  const seenBy = async () => Promise.all(ways.map(async (way) => words(await expectView(way()))));
  const log = async () => words(await expectForm(pair.associate.does('supervision.log')));
  expect((await seenBy()).join()).not.toContain(waits);
  expect(await log()).not.toContain('aren’t imported yet');
  await paste(own);
  for (const said of await seenBy()) expect(said).toContain(waits);
  expect(await log()).toContain('You pasted rows that aren’t imported yet. Run /supervision import to continue.');
  expect(words(await expectView(pair.supervisor.does('curbside.home')))).not.toContain(waits);
  for (const way of ways) {
    const go = async (route: string) => {
      const view = await expectView(way());
      const there = view.is === 'form' ? undefined : buttons(view).find((b) => b.do === route);
      return expectCard(pair.associate.does(there?.do ?? '', { ...there?.with }));
    };
    expect(words(await go('supervision.import.preview'))).toContain('Rows to import');
    await go('supervision.import.discard');
    expect((await seenBy()).join()).not.toContain(waits);
    await paste(own);
  }
  app.advance(31 * 60_000);
  expect((await seenBy()).join()).not.toContain(waits);
});

it('knows the columns of Ripley: two lengths in a row are two entries', async () => {
  const form = await expectForm(pair.stranger.does('supervision.pair'));
  await submit(pair.stranger, form, {
    ...{ role: 'supervisee', purpose: 'certification', pack: 'bacb-2022-supervised', sites: 'Quay School' },
    ...{ startsOn: '2026-02-01', outside: 'Juno Marsh, BCBA', modalities: 'individual,group' },
  });
  const text = [
    'Supervisor,Organization,Date,Start Time,End Time,Hour Type,Restricted,Unrestricted',
    '"Juno Marsh, BCBA",Quay School,02/10/2026,9:00 AM,12:00 PM,Independent,1.25,1.75',
  ].join('\n');
  const paste = await expectForm(pair.stranger.does('supervision.import'));
  const card = await expectCard(submit(pair.stranger, paste, { text, source: 'ripley' }));
  expect(words(card)).toMatch(/1 h 15 min .*Independent, restricted/);
  expect(words(card)).toMatch(/1 h 45 min .*Independent, unrestricted/);
  await expectCard(press(pair.stranger, card, 'Save 2 entries'));
  expect(words(await expectCard(pair.stranger.does('supervision.totals')))).toContain('Logged: 3 h');
});

it('takes its own columns as the command line does: no activity is the first of its type, and what is void stays void', async () => {
  const text = [
    'date,minutes,type,activity,modality,site,supervisor,status,excluded',
    '2026-02-16,60,direct,direct,,Harbor Clinic,F,signed,',
    '2026-02-17,75,direct,,,Harbor Clinic,F,logged,',
    '2026-02-17,90,supervision,,individual,Harbor Clinic,F,logged,',
    '2026-02-18,105,direct,direct,,Harbor Clinic,F,void,',
    '2026-02-18,120,direct,direct,,Harbor Clinic,F,signed,For another board',
    '2026-02-30,135,direct,direct,,Harbor Clinic,F,signed,',
    '2026-02-19,a while,direct,direct,,Harbor Clinic,F,signed,',
  ].join('\n');
  const known = words(await match(await paste(text, { source: 'curbside' }), { '1. F': 'this' }));
  expect(known).toContain('Ready: 3 rows, 3 h 45 min');
  for (const said of [
    /Line 3 .* 1 h 15 min Direct counseling/,
    /Line 4 .* 1 h 30 min Supervision, individual or triadic/,
    /Line 5 .* Void or left out in your rows/,
    /Line 6 .* Void or left out in your rows/,
    /Line 7 .* Date not recognized 2026-02-30/,
    /Line 8 .* Length not recognized, or more than 12 hours a while/,
  ])
    expect(known.replace(/\u202f|\u00a0/g, ' ')).toMatch(said);
});

it('says how far it is with many rows, and refuses what is no table', async () => {
  const head = 'date,minutes,type,site,supervisor';
  const rows = Array.from({ length: 300 }, (_, i) => `2026-02-${10 + (i % 15)},${60 + i},direct,Harbor Clinic,F`);
  const known = await match(await paste([head, ...rows].join('\n')), { '1. F': 'this' });
  const half = await pair.associate.does('supervision.import.save', { ...button(known, 'Save 250 entries').with });
  expect(half.is === 'view' && JSON.stringify(half.note)).toContain('{"n":250,"left":50}');
  expect(words(known)).toContain('Save 250 entries');
  const rest = await expectCard(
    press(pair.associate, half.is === 'view' ? (half.view as Card) : known, 'Save 50 entries'),
  );
  expect(words(rest)).toContain('Submit 300 drafts');
  const form = await expectForm(pair.associate.does('supervision.import'));
  for (const [text, said] of [
    ['date,minutes', 'there’s only one line'],
    [`${head}\n"2026-02-10,60`, 'a quotation mark is never closed'],
  ] as const) {
    const answer = await submit(pair.associate, form, { text });
    expect(answer.is === 'again' && words(answer.form)).toContain(said);
  }
});
