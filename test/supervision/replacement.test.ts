import { describe, expect, it } from 'vitest';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { afterAgreed, agreed, at, page, pair } from './agreed.ts';
import { agreementIn, entryIn, log, pairUp, signAll } from './steps.ts';

afterAgreed();

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
    await agreed();
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
    expect(await page(pair.associate, 'supervision.totals', { agreement })).toContain('4 h 30 min');
    const waiting = await expectCard(pair.supervisor.does('supervision.sign'));
    await press(pair.supervisor, waiting, 'Sign all 2 entries');
    expect(await page(pair.supervisor, 'supervision.totals', { agreement })).toContain('Signed: 4 h 30 min');
  });

  it('is proposed once at a time, starts after the old one did, and leaves it as it was when declined', async () => {
    await agreed();
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
    await agreed();
    await log(pair.associate, { minutes: '60', kind: 'other', date: '2026-03-02', submit: 'yes' });
    await signAll(pair.supervisor);
    const agreement = await replaced({ startsOn: '2026-03-05', pack: 'us-ca-asw' });
    const totals = await page(pair.associate, 'supervision.totals', { agreement });
    expect(totals).toContain('Logged: 1 h');
    expect(totals).toContain('1 entry was logged in a category these rules don’t have');
    // Beside the rules from before, the entry stands as it was logged.
    expect(await page(pair.associate, 'supervision.otherPack', { agreement, pack: 'us-ca-amft' })).not.toContain(
      'logged in a category',
    );
  });

  it('says of an entry from before what the totals say under the new rules', async () => {
    await agreed();
    const entry = entryIn(
      await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-02-09', submit: 'yes' }),
    );
    await signAll(pair.supervisor);
    const agreement = await replaced({ startsOn: '2026-02-11', pack: 'us-ca-asw' });
    const risk = async () => [
      (await page(pair.associate, 'supervision.entry', { entry })).includes('At risk under this rule'),
      (await page(pair.associate, 'supervision.totals', { agreement })).includes('At risk of not counting'),
    ];
    expect(await risk()).toEqual([true, true]);
    const form = await expectForm(pair.associate.does('supervision.log', { ...at, agreement }));
    const one = form.fields.find(({ name }) => name === 'kind');
    const kind = one?.is === 'pick' ? one.options.find(({ value }) => value.endsWith('.individual'))?.value : '';
    await expectCard(submit(pair.associate, form, { minutes: '60', kind: kind ?? '', date: '2026-02-12' }));
    expect(await risk()).toEqual([false, false]);
  });

  it('keeps the hours from before in the totals when somebody else supervises under the new rules, too', async () => {
    await agreed();
    await log(pair.associate, { minutes: '60', kind: 'other', date: '2026-03-02', submit: 'yes' });
    await pairUp(pair.associate, pair.stranger, { pack: 'us-ca-asw' });
    await replaced({ startsOn: '2026-03-05', pack: 'us-ca-asw' });
    expect(words(await expectCard(pair.associate.does('supervision.totals')))).toContain('Logged: 1 h');
  });

  it('is not of growth where hours count, nor the other way round', async () => {
    await agreed();
    const form = await expectForm(pair.associate.does('supervision.replace', at));
    expect(words(form)).not.toContain('growth');
    const again = await submit(pair.associate, form, { purpose: 'growth', pack: '' });
    expect(again.is === 'again' && words(again.form)).not.toContain('Professional growth');
    expect(again.is === 'again' && words(again.form)).toContain('! Purpose: professional growth can’t replace');
    expect(await page(pair.associate, 'supervision.agreement')).toContain('Status: Active');
  });

  it('of growth is of growth again, and asks for neither purpose nor rules', async () => {
    await agreed({ purpose: 'growth', pack: '' });
    const form = await expectForm(pair.associate.does('supervision.replace', at));
    expect(form.fields.map(({ name }) => name)).toEqual(['modalities', 'sites', 'startsOn', 'frequency']);
    const again = await submit(pair.associate, form, { sites: '' });
    expect(again.is === 'again' && words(again.form)).not.toMatch(/licens|board/i);
    const agreement = await replaced({ sites: 'Quay School' });
    expect(await page(pair.associate, 'supervision.agreement', { agreement })).toContain(
      'Purpose: Professional growth',
    );
  });
});

it('other rules are looked at before anybody switches: hours under both, and each rule that is new, changed, or gone', async () => {
  await agreed({ pack: 'bacb-2022-supervised', modalities: 'individual,group' });
  await log(pair.associate, { minutes: '60', kind: 'unres', date: '2026-03-02', start: '9:00 am', submit: 'yes' });
  await signAll(pair.supervisor);
  const all = await expectCard(pair.associate.does('supervision.otherPack', at));
  expect(words(all)).not.toContain('BACB Supervised Fieldwork (2022');
  const shown = await page(pair.associate, 'supervision.otherPack', { pack: 'bacb-2027-supervised' });
  expect(shown).toContain('Signed: 1 h now, 1 h then');
  expect(shown).toMatch(/Changed: .*160/);
  expect(shown).toContain('Before:');
  expect(shown).toMatch(/rules? stays? the same/);
  const card = await expectCard(pair.associate.does('supervision.otherPack', { ...at, pack: 'bacb-2027-supervised' }));
  const form = await expectForm(press(pair.associate, card, 'Propose these rules'));
  expect(form.fields.find(({ name }) => name === 'pack')?.value).toBe('bacb-2027-supervised');
  expect((await pair.stranger.does('supervision.otherPack', at)).is).toBe('refused');
});
