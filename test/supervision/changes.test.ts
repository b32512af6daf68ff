import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, wordsOf } from '../../src/index.ts';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { agreementIn, entryIn, log, type Pair, paired, pairUp, signAll } from './steps.ts';

const dayMs = 24 * 60 * 60_000;
let app: TestApp;
let pair: Pair;
let at: { group: string; agreement: string };
const start = async (changed: Record<string, string> = {}) => {
  pair = await paired(app, changed);
  at = { group: pair.at, agreement: pair.agreement };
  await app.pass(0);
};
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.remove());

const page = async (who: Person, command: string, also: Record<string, string> = {}) =>
  words(await expectCard(who.does(command, { ...at, ...also })));
/** The line above an answer, which says what just happened. */
async function note(answer: Promise<Answer>): Promise<string> {
  const given = await answer;
  return given.is === 'view' && given.note !== null ? wordsOf('en', given.note) : '';
}
const messagesTo = (from: number) => app.messages.slice(from).map(({ view }) => words(view));

describe('details', () => {
  it('are filled in by either of the two, and the other one is told that, not what', async () => {
    await start();
    const form = await expectForm(pair.associate.does('supervision.details.edit', at));
    const names = form.fields.map(({ name }) => name);
    expect(names).toContain('employer');
    expect(names).not.toContain('contract');
    expect(names).not.toContain('concerns');
    await expectCard(
      submit(pair.associate, form, { superviseeLicense: 'AMFT 11', stage: 'associate', superviseeExpires: '3/4/2027' }),
    );
    await app.pass(0);
    const told = words(app.messages.at(-1)?.view ?? form);
    expect(told).toContain('Details of your supervision agreement were changed by');
    expect(told).not.toContain('AMFT');
    const seen = await page(pair.supervisor, 'supervision.details');
    expect(seen).toContain('AMFT 11');
    expect(seen).toContain('March 4, 2027');
    expect((await pair.stranger.does('supervision.details', at)).is).toBe('refused');
  });

  it('saved twice send one message', async () => {
    await start();
    const form = await expectForm(pair.associate.does('supervision.details.edit', at));
    const before = app.messages.length;
    for (let i = 0; i < 2; i++) await expectCard(submit(pair.associate, form, { fee: 'None' }));
    await app.pass(0);
    expect(messagesTo(before)).toHaveLength(1);
  });

  it('name the field of a date that is none, and take identifiers out of concerns', async () => {
    await start();
    const form = await expectForm(pair.supervisor.does('supervision.details.edit', at));
    const again = await submit(pair.supervisor, form, {
      video: 'soon',
      concerns: 'Late notes for Gloria Whitcombe, 415-555-0134',
    });
    const said = again.is === 'again' ? words(again.form) : '';
    expect(said).toContain('! Date:');
    expect(said).toContain('! Concerns and remediation plan:');
    expect(said).not.toContain('Whitcombe');
  });

  it('of growth ask for no license', async () => {
    await start({ purpose: 'growth', pack: '' });
    const form = await expectForm(pair.supervisor.does('supervision.details.edit', at));
    expect(words(form)).not.toMatch(/licens|board|employer|concern/i);
    expect(await page(pair.supervisor, 'supervision.details')).not.toMatch(/licens|leave|rules/i);
  });

  it('lose the license and what names somebody who erases their data', async () => {
    await start();
    const form = await expectForm(pair.supervisor.does('supervision.details.edit', at));
    await expectCard(
      submit(pair.supervisor, form, {
        supervisorLicense: 'LMFT 22',
        superviseeLicense: 'AMFT 11',
        emergency: 'Call Rowan, 555 0100',
      }),
    );
    await pair.supervisor.does('privacy.erase', { confirmed: 'yes' });
    const seen = await page(pair.associate, 'supervision.details');
    expect(seen).toContain('AMFT 11');
    expect(seen).not.toMatch(/LMFT 22|Rowan/);
  });
});

describe('leave', () => {
  it('is kept with the date of its approval, changed by saying it again, and removed', async () => {
    await start();
    const form = await expectForm(pair.associate.does('supervision.leave', at));
    const wrong = await submit(pair.associate, form, { from: '2026-04-10', to: '2026-04-01' });
    expect(wrong.is === 'again' && words(wrong.form)).toContain('! Last day away: choose a day on or after');
    await expectCard(submit(pair.associate, form, { from: '2026-04-01', to: '2026-05-15' }));
    expect(await page(pair.supervisor, 'supervision.details')).toContain('No written approval');
    await expectCard(submit(pair.supervisor, form, { from: '2026-04-01', to: '2026-05-20', approvedOn: '2026-03-01' }));
    const seen = await page(pair.associate, 'supervision.details');
    expect(seen).toContain('Approved in writing on March 1, 2026');
    expect(seen).not.toContain('May 15');
    await press(pair.associate, await expectCard(pair.associate.does('supervision.details', at)), 'Remove');
    expect(await page(pair.associate, 'supervision.details')).not.toContain('April 1');
  });
});

describe('a supervisor who can’t sign', () => {
  it('has nothing waiting any more; entries say so; nobody is reminded; it can be taken back', async () => {
    await start();
    const entry = entryIn(await log(pair.associate, { minutes: '60', kind: 'direct', submit: 'yes' }));
    const form = await expectForm(pair.associate.does('supervision.unsignable', at));
    await expectCard(submit(pair.associate, form, { why: 'unreachable' }));
    expect(await page(pair.associate, 'supervision.entry', { entry })).toContain('Can’t be signed');
    expect(words(await expectCard(pair.supervisor.does('supervision.sign')))).not.toContain('1 entry');
    const draft = entryIn(await log(pair.associate, { minutes: '30', kind: 'direct' }));
    expect((await pair.associate.does('supervision.submit', { ...at, entry: draft })).is).toBe('refused');
    expect((await pair.supervisor.does('supervision.unsignable', at)).is).toBe('refused');
    const before = app.messages.length;
    await app.pass(30 * dayMs);
    expect(messagesTo(before).filter((text) => text.includes('signature'))).toEqual([]);
    await press(pair.supervisor, await expectCard(pair.supervisor.does('supervision.details', at)), 'I can sign');
    await signAll(pair.supervisor);
    expect(await page(pair.associate, 'supervision.entry', { entry })).toContain('Status: Signed');
  });

  it('who died gets no message', async () => {
    await start();
    await app.pass(0);
    const before = app.messages.length;
    const form = await expectForm(pair.associate.does('supervision.unsignable', at));
    await expectCard(submit(pair.associate, form, { why: 'died' }));
    await app.pass(0);
    expect(app.messages).toHaveLength(before);
  });
});

describe('documents', () => {
  const made = async (who: Person, document: string) =>
    JSON.stringify(await expectCard(who.does('supervision.document', { ...at, document, format: 'json' })));

  it('carry the licenses and the setting that the two filled in', async () => {
    await start();
    await log(pair.associate, { minutes: '60', kind: 'direct', submit: 'yes' });
    expect(await made(pair.supervisor, 'experience-verification')).not.toContain('documents.paidAs');
    const form = await expectForm(pair.supervisor.does('supervision.details.edit', at));
    await expectCard(
      submit(pair.supervisor, form, { supervisorLicense: 'LMFT 22', setting: 'clinic', volunteer: 'yes' }),
    );
    const document = await made(pair.associate, 'experience-verification');
    expect(document).toContain('LMFT 22');
    expect(document).toContain('{"key":"supervision.setting","with":{"setting":"clinic"}}');
    expect(document).toContain('{"key":"documents.paidAs","with":{"volunteer":true}}');
  });

  it('of what was and was not signed are there for a supervisee whose supervisor can’t sign, and for nobody else', async () => {
    await start();
    await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-03-02', submit: 'yes' });
    await signAll(pair.supervisor);
    await log(pair.associate, { minutes: '90', kind: 'direct', date: '2026-03-03', submit: 'yes' });
    const asked = { ...at, document: 'evidence', format: 'json' };
    expect((await pair.associate.does('supervision.document', asked)).is).toBe('refused');
    const form = await expectForm(pair.associate.does('supervision.unsignable', at));
    await expectCard(submit(pair.associate, form, { why: 'died' }));
    expect((await pair.supervisor.does('supervision.document', asked)).is).toBe('refused');
    const document = await made(pair.associate, 'evidence');
    expect(document).toContain('{"key":"supervision.unsignable.reason","with":{"why":"died"}}');
    expect(document).toContain('"status":"unsignable"');
    expect(document.match(/"act":"unsignable"/g)).toHaveLength(1);
  });
});

describe('a new agreement of the same two', () => {
  /** Proposes and confirms one, and returns its id. */
  async function replaced(values: Record<string, string>): Promise<string> {
    const form = await expectForm(pair.associate.does('supervision.replace', at));
    const proposed = await expectCard(submit(pair.associate, form, values));
    const agreement = agreementIn(proposed);
    const given = await expectCard(pair.supervisor.does('supervision.agreement', { ...at, agreement }));
    expect(words(given)).toContain('This replaces your current agreement');
    await expectCard(press(pair.supervisor, given, 'Confirm agreement'));
    return agreement;
  }

  it('ends the old one the day before; unsigned entries from its first day on move, signed ones stay', async () => {
    await start();
    await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-03-04', submit: 'yes' });
    await signAll(pair.supervisor);
    await log(pair.associate, { minutes: '90', kind: 'direct', date: '2026-03-01', submit: 'yes' });
    await log(pair.associate, { minutes: '120', kind: 'direct', date: '2026-03-05', submit: 'yes' });
    const agreement = await replaced({ startsOn: '2026-03-03', sites: 'Quay School' });
    const old = await page(pair.associate, 'supervision.agreement');
    expect(old).toContain('March 2, 2026');
    expect(old).toContain('Replaced by a new agreement');
    const before = await page(pair.associate, 'supervision.entries');
    expect(before).toMatch(/March 4, 2026 · 1 h\b/);
    expect(before).toMatch(/March 1, 2026 · 1 h 30 min/);
    expect(before).not.toContain('2 h');
    expect(await page(pair.supervisor, 'supervision.entries', { agreement })).toMatch(/March 5, 2026 · 2 h/);
    expect(await page(pair.associate, 'supervision.totals', { agreement })).toContain('4.50 h');
    const waiting = await expectCard(pair.supervisor.does('supervision.sign'));
    await press(pair.supervisor, waiting, 'Sign all 2 entries');
    expect(await page(pair.supervisor, 'supervision.totals', { agreement })).toContain('Signed: 4.50 h');
  });

  it('is proposed once at a time, starts after the old one did, and leaves it as it was when declined', async () => {
    await start();
    const form = await expectForm(pair.supervisor.does('supervision.replace', at));
    const early = await submit(pair.supervisor, form, { startsOn: '2026-02-01' });
    expect(early.is === 'again' && words(early.form)).toContain('! Start date: choose a day after the start');
    const proposed = await expectCard(submit(pair.supervisor, form, {}));
    expect((await submit(pair.supervisor, form, {})).is).toBe('refused');
    expect((await pair.associate.does('supervision.replace', at)).is).toBe('refused');
    await expectCard(pair.associate.does('supervision.decline', { ...at, agreement: agreementIn(proposed) }));
    expect(await page(pair.associate, 'supervision.agreement')).toContain('Status: Active');
    expect((await pair.associate.does('supervision.replace', at)).is).toBe('view');
  });

  it('under other rules keeps the hours in the totals, and says what was counted elsewhere', async () => {
    await start();
    await log(pair.associate, { minutes: '60', kind: 'other', date: '2026-03-02', submit: 'yes' });
    await signAll(pair.supervisor);
    const agreement = await replaced({ startsOn: '2026-03-05', pack: 'us-ca-asw' });
    const totals = await page(pair.associate, 'supervision.totals', { agreement });
    expect(totals).toContain('Logged: 1.00 h');
    expect(totals).toContain('1 entry was logged in a category these rules don’t have');
    // Beside the rules from before, the entry stands as it was logged.
    expect(await page(pair.associate, 'supervision.otherPack', { agreement, pack: 'us-ca-amft' })).not.toContain(
      'logged in a category',
    );
  });

  it('keeps the hours from before in the totals when somebody else supervises under the new rules, too', async () => {
    await start();
    await log(pair.associate, { minutes: '60', kind: 'other', date: '2026-03-02', submit: 'yes' });
    await pairUp(pair.associate, pair.stranger, { pack: 'us-ca-asw' });
    await replaced({ startsOn: '2026-03-05', pack: 'us-ca-asw' });
    expect(words(await expectCard(pair.associate.does('supervision.totals')))).toContain('Logged: 1.00 h');
  });

  it('is not of growth where hours count, nor the other way round', async () => {
    await start();
    const form = await expectForm(pair.associate.does('supervision.replace', at));
    const again = await submit(pair.associate, form, { purpose: 'growth', pack: '' });
    expect(again.is === 'again' && words(again.form)).toContain('! Purpose: professional growth can’t replace');
    expect(await page(pair.associate, 'supervision.agreement')).toContain('Status: Active');
  });
});

it('other rules are looked at before anybody switches: hours under both, and each rule that is new, changed, or gone', async () => {
  await start({ pack: 'bacb-2022-supervised', modalities: 'individual,group' });
  await log(pair.associate, { minutes: '60', kind: 'unres', date: '2026-03-02', start: '9:00 am', submit: 'yes' });
  await signAll(pair.supervisor);
  const all = await expectCard(pair.associate.does('supervision.otherPack', at));
  expect(words(all)).not.toContain('BACB Supervised Fieldwork (2022');
  const shown = await page(pair.associate, 'supervision.otherPack', { pack: 'bacb-2027-supervised' });
  expect(shown).toContain('Signed: 1.00 h now, 1.00 h then');
  expect(shown).toMatch(/Changed: .*160/);
  expect(shown).toContain('Before:');
  expect(shown).toMatch(/rules? stays? the same/);
  const card = await expectCard(pair.associate.does('supervision.otherPack', { ...at, pack: 'bacb-2027-supervised' }));
  const form = await expectForm(press(pair.associate, card, 'Propose these rules'));
  expect(form.fields.find(({ name }) => name === 'pack')?.value).toBe('bacb-2027-supervised');
  expect((await pair.stranger.does('supervision.otherPack', at)).is).toBe('refused');
});

describe('the batch of a supervisor with several supervisees', () => {
  it('is signed at once, or opened one by one; what came in since is not signed', async () => {
    await start();
    const other = await pairUp(pair.stranger, pair.supervisor);
    await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-03-02', submit: 'yes' });
    await log(pair.associate, { minutes: '30', kind: 'direct', date: '2026-03-03', submit: 'yes' });
    await log(pair.stranger, { minutes: '90', kind: 'direct', date: '2026-03-04', submit: 'yes' });
    const queue = await expectCard(pair.supervisor.does('supervision.sign'));
    expect(words(queue)).toMatch(/2 entries · 1 h 30 min · March 2, 2026 to March 3, 2026/);
    expect(buttons(queue).filter((b) => b.with.agreement !== undefined)).toHaveLength(2);
    const every = buttons(queue).find((b) => b.do === 'supervision.sign.every');
    app.advance(1000);
    await log(pair.stranger, { minutes: '15', kind: 'direct', date: '2026-03-05', submit: 'yes' });
    const signing = () => pair.supervisor.does(every?.do ?? '', { ...every?.with });
    expect(await note(signing())).toBe('3 entries were signed.');
    expect(await page(pair.supervisor, 'supervision.sign', { agreement: other })).toContain('15 min');
    expect(await note(signing())).toContain('No entries are waiting');
    expect(await page(pair.stranger, 'supervision.entries', { agreement: other })).toMatch(/15 min\n?.*Waiting/);
  });

  it('signs nothing where an entry changed since the page was shown', async () => {
    await start();
    await pairUp(pair.stranger, pair.supervisor);
    const entry = entryIn(await log(pair.associate, { minutes: '60', kind: 'direct', submit: 'yes' }));
    await log(pair.stranger, { minutes: '90', kind: 'direct', submit: 'yes' });
    const queue = await expectCard(pair.supervisor.does('supervision.sign'));
    const every = buttons(queue).find((b) => b.do === 'supervision.sign.every');
    app.advance(1000);
    await submit(
      pair.associate,
      await expectForm(pair.associate.does('supervision.log.edit', { group: pair.at, entry })),
      { minutes: '600', submit: 'yes' },
    );
    expect(await note(pair.supervisor.does(every?.do ?? '', { ...every?.with }))).toContain('Nothing was signed');
    expect(words(await expectCard(pair.supervisor.does('supervision.sign')))).toContain('10 h');
  });

  it('comes on the day that they chose, in every agreement of theirs', async () => {
    await start();
    const form = await expectForm(pair.supervisor.does('supervision.batchDay', at));
    expect(await note(submit(pair.supervisor, form, { day: '1' }))).toContain('on Mondays');
    await log(pair.associate, { minutes: '60', kind: 'direct', submit: 'yes' });
    const before = app.messages.length;
    // Thursday 14:00 in New York: Friday brings nothing, Monday 15:00 does.
    await app.pass(3 * dayMs);
    expect(app.messages).toHaveLength(before);
    await app.pass(1 * dayMs + 2 * 60 * 60_000);
    expect(words(app.messages.at(-1)?.view ?? form)).toContain('wait');
    expect((await pair.associate.does('supervision.batchDay', at)).is).toBe('refused');
  });
});

it('a letter that reaches no direct message stands above the next answer, once', async () => {
  await start();
  app.answers.push({ ok: false, why: 'forbidden', detail: 'cannot_dm', problem: 'noDirect' });
  const form = await expectForm(pair.associate.does('supervision.leave', at));
  await expectCard(submit(pair.associate, form, { from: '2026-04-01', to: '2026-05-15' }));
  await app.pass(0);
  const seen = () => page(pair.supervisor, 'supervision.mine');
  expect(await seen()).toContain('Leave in your supervision agreement was changed by');
  expect(await seen()).not.toContain('Leave in your supervision agreement');
});
