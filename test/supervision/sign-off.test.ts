import { afterEach, beforeEach, expect, it } from 'vitest';
import { Agreements } from '../../src/features/supervision/agreement/model.ts';
import { Entries } from '../../src/features/supervision/model.ts';
import { contentHash, firstAltered, Links } from '../../src/features/supervision/sign-off/chain.ts';
import { signedContent } from '../../src/features/supervision/sign-off/signed-content.ts';
import { dayMs } from '../../src/time/durations.ts';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, expectView, type TestApp } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { entryIn, log, openPair, type Pair, signAll } from './steps.ts';

let app: TestApp;
let pair: Pair;
beforeEach(async () => {
  ({ app, pair } = await openPair());
});
afterEach(() => app.remove());

const direct = { minutes: '60', kind: 'direct' };
const letters = () => app.messages.map(({ view }) => words(view));
const shown = async (entry: string, who = pair.associate) =>
  words(await expectCard(who.does('supervision.entry', { group: pair.at, entry })));

it('signs a batch at once, and nothing that came in after it was opened', async () => {
  await log(pair.associate, { ...direct, date: '2026-03-03' });
  app.advance(1000);
  await log(pair.associate, { ...direct, date: '2026-03-04' });
  const batch = await expectCard(pair.supervisor.does('supervision.sign'));
  app.advance(1000);
  const late = await log(pair.associate, { ...direct, date: '2026-03-05' });
  const left = await expectCard(press(pair.supervisor, batch, 'Sign all 2 entries'));
  expect(words(left)).toContain('March 5, 2026');
  expect(words(left)).not.toContain('March 4, 2026');
  expect(await shown(entryIn(late))).toContain('Status: Waiting for signature');
});

it('lists what is to be signed by days and times, whenever it came in, and marks a session that was logged again', async () => {
  await log(pair.associate, { ...direct, date: '2026-03-04', start: '2:00 pm' });
  await log(pair.associate, { ...direct, date: '2026-03-04', start: '9:00 am', minutes: '45' });
  app.advance(1000);
  const week = await expectForm(pair.associate.does('supervision.week'));
  await expectCard(submit(pair.associate, week, { week: '0', d1c0: '3', d3c0: '1' }));
  const seen = words(await expectCard(pair.supervisor.does('supervision.sign')));
  const lines = seen.split('\n').filter((line) => /March \d, 2026 · .*(?:h|min)/.test(line));
  expect(lines.slice(-4).map((line) => line.replace(/\s/g, ' ').match(/March .*?(?:h|min)\b/)?.[0])).toEqual([
    'March 2, 2026 · 3 h',
    'March 4, 2026 · 9:00 AM · 45 min',
    'March 4, 2026 · 2:00 PM · 1 h',
    'March 4, 2026 · 1 h',
  ]);
  expect(seen.match(/Appears twice/g)).toHaveLength(2);
});

it('signs a page once, and nothing where an entry of it was taken away since', async () => {
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    await log(pair.associate, { ...direct, minutes: String(n * 15), date: '2026-03-02' });
  const batch = await expectCard(pair.supervisor.does('supervision.sign'));
  const entry = buttons(batch).find((b) => b.do === 'supervision.entry')?.with.entry ?? '';
  const back = await expectForm(pair.supervisor.does('supervision.return', { group: pair.at, entry }));
  await expectCard(submit(pair.supervisor, back, { reason: 'time', note: 'It was longer.' }));
  const again = await expectCard(press(pair.supervisor, batch, 'Sign all 8 entries'));
  expect(words(again)).toContain('9 entries');
  await expectCard(press(pair.supervisor, again, 'Sign all 8 entries'));
  expect(words(await expectCard(press(pair.supervisor, again, 'Sign all 8 entries')))).toContain('1 entry');
});

it('22 Unsigned hours: after 14 days the supervisee is told, after 28 both, and nobody’s signature is assumed', async () => {
  const entry = entryIn(await log(pair.associate, direct));
  await app.pass(13 * dayMs);
  const told = (text: string) => letters().filter((l) => l.includes(text)).length;
  const toSupervisee = (weeks: string) =>
    told(`waiting for a signature for ${weeks} weeks or more. 1 entry is waiting.`);
  const toSupervisor = (weeks: string) => told(`waiting for your signature for ${weeks} weeks or more. 1 entry`);
  const all = () => ['two', 'four'].map((weeks) => [toSupervisee(weeks), toSupervisor(weeks)]);
  expect(all()).toEqual([
    [0, 0],
    [0, 0],
  ]);
  await app.pass(dayMs + 1000);
  await app.pass(1000);
  expect(all()).toEqual([
    [1, 0],
    [0, 0],
  ]);
  await app.pass(14 * dayMs);
  await app.pass(1000);
  expect(all()).toEqual([
    [1, 0],
    [1, 1],
  ]);
  await app.pass(60 * dayMs);
  expect(all()).toEqual([
    [1, 0],
    [1, 1],
  ]);
  expect(await shown(entry)).toContain('Status: Waiting for signature');
});

it('22 Unsigned hours: a returned entry shows the reason, and can be changed and submitted again', async () => {
  const card = await log(pair.associate, direct);
  const at = { group: pair.at, entry: entryIn(card) };
  const form = await expectForm(pair.supervisor.does('supervision.return', at));
  const bare = await submit(pair.supervisor, form, { reason: 'other' });
  expect(bare.is === 'again' && words(bare.form)).toContain('! Note: say briefly why');
  const named = await submit(pair.supervisor, form, { reason: 'time', note: 'Gloria Whitcombe came late' });
  expect(named.is === 'again' && words(named.form)).toContain('possible identifier was replaced');
  await expectCard(submit(pair.supervisor, form, { reason: 'time', note: 'It was half an hour.' }));
  await app.pass(0);
  expect(letters().at(-1)).toContain('returned an entry in your supervision log.');
  expect(letters().at(-1)).not.toContain('half an hour');
  expect(words(await expectView(pair.associate.does('curbside.home')))).toContain('1 log entry was returned to you.');
  const back = await expectCard(pair.associate.does('supervision.entry', at));
  expect(words(back)).toContain('Returned: Wrong time');
  expect(words(back)).toContain('It was half an hour.');
  await expectCard(submit(pair.associate, await expectForm(press(pair.associate, back, 'Edit')), { minutes: '30' }));
  await signAll(pair.supervisor);
  expect(await shown(at.entry)).toContain('Status: Signed');
});

it('a signed entry is never changed: its correction is signed too, and both are kept', async () => {
  const entry = entryIn(await log(pair.associate, direct));
  const open = await expectCard(pair.supervisor.does('supervision.entry', { group: pair.at, entry }));
  await expectCard(press(pair.supervisor, open, 'Sign'));
  for (const command of ['supervision.delete', 'supervision.submit'])
    expect((await pair.associate.does(command, { group: pair.at, entry })).is, command).toBe('refused');
  const signed = await expectCard(pair.associate.does('supervision.entry', { group: pair.at, entry }));
  expect(buttons(signed).map((b) => b.do)).not.toContain('supervision.delete');
  const form = await expectForm(press(pair.associate, signed, 'Correct'));
  const { correct: _correct, ...asEdit } = form.with;
  expect((await pair.associate.does(form.do, { ...direct, date: 'today', site: '0', ...asEdit })).is).toBe('refused');
  const correction = entryIn(await expectCard(submit(pair.associate, form, { minutes: '45' })));
  expect(await shown(entry)).toContain('Status: Signed');
  const second = await submit(pair.associate, form, { minutes: '30' });
  expect(second.is).toBe('refused');
  await signAll(pair.supervisor);
  expect(await shown(entry)).toContain('Status: Void');
  expect(await shown(correction)).toContain('Status: Signed');
});

it('does not sign an entry that was changed since it was opened', async () => {
  const card = await log(pair.associate, direct);
  const entry = entryIn(card);
  const open = await expectCard(pair.supervisor.does('supervision.entry', { group: pair.at, entry }));
  app.advance(1000);
  await expectCard(submit(pair.associate, await expectForm(press(pair.associate, card, 'Edit')), { minutes: '600' }));
  const answer = await press(pair.supervisor, open, 'Sign');
  expect(answer.is === 'refused' && words(answer.view)).toContain('was changed since you opened it');
});

it('29 Notice not to sign: an entry of before the day can be signed, one of after it cannot', async () => {
  await app.pass(dayMs);
  const form = await expectForm(pair.supervisor.does('supervision.notice'));
  const early = await submit(pair.supervisor, form, { from: '2026-03-12' });
  expect(early.is === 'again' && words(early.form)).toContain('at least 7 days from today');
  await expectCard(submit(pair.supervisor, form, { from: '2026-03-13' }));
  await app.pass(0);
  expect(letters().at(-1)).toContain('gave notice not to sign further hours.');
  await app.pass(10 * dayMs);
  await log(pair.associate, { ...direct, date: '2026-03-10' });
  const log9 = await expectForm(pair.associate.does('supervision.log'));
  const after = await submit(pair.associate, log9, { ...direct, date: '2026-03-14' });
  expect(after.is === 'again' && words(after.form)).toContain('! Submit for signature: your supervisor gave notice');
  const draft = await expectCard(submit(pair.associate, log9, { ...direct, date: '2026-03-14', submit: 'no' }));
  const pressed = await press(pair.associate, draft, 'Submit for signature');
  expect(pressed.is === 'refused' && words(pressed.view)).toContain('Notice not to sign covers this day');
  const signed = await signAll(pair.supervisor);
  expect(words(signed)).toContain('No entries are waiting');
  expect(await shown(entryIn(draft))).toContain('Status: Draft');
});

it('29 Notice not to sign: a supervisee reads that only supervisors give it, and what they can do', async () => {
  const answer = await pair.associate.does('supervision.notice');
  expect(answer.is === 'refused' && words(answer.view)).toMatch(/Only supervisors give notice.*end the agreement/);
  const other = await pair.stranger.does('supervision.notice');
  expect(other.is === 'refused' && words(other.view)).toContain('Run /supervision pair');
});

it('tells the supervisor once a week how many entries wait, and never what is in them', async () => {
  await log(pair.associate, { ...direct, topics: 'Pacing the work' });
  await app.pass(8 * dayMs);
  await app.pass(1000);
  const weekly = letters().filter((l) => l.includes('This week 1 entry is waiting for your signature.'));
  expect(weekly.length).toBeGreaterThanOrEqual(1);
  expect(letters().join('\n')).not.toMatch(/Pacing|Harbor/);
  await signAll(pair.supervisor);
  const until = weekly.length;
  await app.pass(21 * dayMs);
  expect(letters().filter((l) => l.includes('is waiting for your signature.'))).toHaveLength(until);
});

it('can be signed for 60 days after the last day, and not longer', async () => {
  await log(pair.associate, direct);
  const form = await expectForm(pair.associate.does('supervision.end', { group: pair.at, agreement: pair.agreement }));
  await expectCard(submit(pair.associate, form, { endsOn: 'today', reason: 'completed' }));
  const batch = await expectCard(pair.supervisor.does('supervision.sign'));
  app.advance(61 * dayMs);
  const over = await press(pair.supervisor, batch, 'Sign this entry');
  expect(over.is === 'refused' && words(over.view)).toContain('up to 60 days after the last day');
  app.advance(-dayMs);
  await expectCard(press(pair.supervisor, batch, 'Sign this entry'));
});

it('leaves a chain that shows the first link that was altered, also once a name is erased', async () => {
  for (const date of ['2026-03-03', '2026-03-04']) await log(pair.associate, { ...direct, date });
  await signAll(pair.supervisor);
  const chain = () =>
    app.store.read(app.scope, async (read) => ({
      agreement: await read.get(Agreements, pair.agreement),
      links: [...(await read.find(Links, 'agreement', { equal: pair.agreement }, { limit: 100 })).docs],
      entries: [...(await read.find(Entries, 'agreement', { equal: pair.agreement }, { limit: 100 })).docs],
    }));
  const { agreement, links, entries } = await chain();
  if (agreement === null) throw new Error('no agreement');
  expect(links.map((l) => l.act).sort()).toEqual(['agreed', 'signed', 'signed']);
  expect(firstAltered(agreement.id, agreement.chain, links)).toBeNull();
  for (const entry of entries)
    expect(links.find((l) => l.entry === entry.id)?.content).toBe(contentHash(entry.salt, signedContent(entry)));
  const altered = links.map((l) => (l.n === 1 ? { ...l, at: l.at + 1 } : l));
  expect(firstAltered(agreement.id, agreement.chain, altered)).toBe(1);
  expect(
    firstAltered(
      agreement.id,
      agreement.chain,
      links.filter((l) => l.n !== 2),
    ),
  ).toBe(2);
  expect(JSON.stringify(links)).not.toContain(pair.associate.who);
  const ask = await expectCard(pair.associate.does('curbside.privacy'));
  await expectView(press(pair.associate, ask, 'Erase my data'));
  const after = await chain();
  if (after.agreement === null) throw new Error('no agreement');
  expect(after.agreement.supervisee).toBe('');
  expect(firstAltered(after.agreement.id, after.agreement.chain, after.links)).toBeNull();
  expect(JSON.stringify(after)).not.toContain(pair.associate.who);
  const left = words(
    await expectCard(pair.supervisor.does('supervision.entries', { group: pair.at, agreement: pair.agreement })),
  );
  expect(left).toContain('Signed');
});
