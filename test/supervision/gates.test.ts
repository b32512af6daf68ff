import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calculate } from '../../src/features/supervision/rules/calculate.ts';
import type { HoursEntry, Opened } from '../../src/features/supervision/rules/entry.ts';
import { ledgerOf } from '../../src/index.ts';
import { submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, openTestApp, type TestApp } from '../fixtures/test-app.ts';
import { words } from '../fixtures/view-text.ts';
import { packNamed } from './hours.ts';
import { agreementIn, log, type Pair, paired, signAll } from './steps.ts';

const entry = (date: string, opened?: Opened): HoursEntry => ({
  ...{ id: date, date, minutes: 60, type: 'direct', activity: 'direct', modality: null, start: null, order: 0 },
  ...{ site: 'A', supervisor: 's', status: 'signed', format: null, groupSize: null, observedMinutes: 0 },
  ...{ restricted: false, excluded: false },
  ...(opened === undefined ? {} : { opened }),
});
const from = (date: string | null): Opened => ({ license: date, contractApproved: null });

describe('a gate: in Texas, after the license', () => {
  const standing = (entries: readonly HoursEntry[]) =>
    calculate(ledgerOf(packNamed('us-tx-lpca'), entries), '2026-06-30');
  const gate = (entries: readonly HoursEntry[]) =>
    standing(entries).rules.find(({ rule }) => rule.kind === 'gate')?.outcome;

  it('counts what is from before the date, and puts it at risk, the day itself not', () => {
    const dated = ['2026-01-05', '2026-01-31', '2026-02-01'].map((date) => entry(date, from('2026-02-01')));
    expect(gate(dated)).toMatchObject({ result: 'over', have: 2, need: 0, unit: 'count' });
    const atRisk = gate(dated)?.verdicts.flatMap((one) => one.atRisk.map(({ row }) => row.entry.date));
    expect(atRisk).toEqual(['2026-01-05', '2026-01-31']);
    expect(gate([entry('2026-02-01', from('2026-02-01'))])).toMatchObject({ result: 'met', have: 0 });
  });

  it('is not checked where nobody stated the date, of one entry or of all', () => {
    expect(gate([])?.result).toBe('not_checked');
    expect(gate([entry('2026-02-02')])?.result).toBe('not_checked');
    const some = [entry('2026-02-02', from('2026-02-01')), entry('2026-02-03', from(null))];
    expect(gate(some)?.result).toBe('not_checked');
    // What is known to be early is at risk all the same.
    expect(gate([...some, entry('2026-01-03', from('2026-02-01'))])?.result).toBe('over');
  });
});

describe('the date of a gate', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await openTestApp();
  });
  afterEach(() => app.remove());

  it('is asked for by the rules that have one, and from then on the rule is checked', async () => {
    const pair = await paired(app, { pack: 'us-nc-lcmhca' });
    const at = { group: pair.at, agreement: pair.agreement };
    await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-02-10' });
    const totals = async () => words(await expectCard(pair.associate.does('supervision.totals', at)));
    const rules = async () => {
      const pages = ['1', '2', '3'].map((page) => pair.associate.does('supervision.rules', { ...at, page }));
      return (await Promise.all(pages.map(async (answer) => words(await expectCard(answer))))).join('\n');
    };
    expect(await totals()).toContain('One rule needs a date from the agreement’s details');
    expect(await rules()).toMatch(/approved the contract[^\n]*Not checked: the date is missing/);
    const form = await expectForm(pair.supervisor.does('supervision.details.edit', at));
    expect(form.fields.map(({ name }) => name)).toContain('contract');
    expect(form.fields.map(({ name }) => name)).not.toContain('licensed');
    await expectCard(submit(pair.supervisor, form, { contract: '2026-02-20' }));
    expect(await rules()).toMatch(/approved the contract[^\n]*One entry is from before that date/);
    expect(await totals()).not.toContain('needs a date');
    const again = await expectForm(pair.supervisor.does('supervision.details.edit', at));
    await expectCard(submit(pair.supervisor, again, { contract: '2026-02-10' }));
    expect(await rules()).toMatch(/approved the contract[^\n]*Met: nothing logged is from before that date/);
  });

  describe('after an agreement was replaced', () => {
    const gateIn = async (pair: Pair, agreement: string) => {
      const pages = ['1', '2', '3'].map((page) =>
        pair.associate.does('supervision.rules', { group: pair.at, agreement, page }),
      );
      const all = (await Promise.all(pages.map(async (answer) => words(await expectCard(answer))))).join('\n');
      return (
        all.split('\n').find((line) => /approved the contract|after the .*license|license is issued/i.test(line)) ?? all
      );
    };
    const state = async (pair: Pair, agreement: string, values: Record<string, string>) => {
      const about = { group: pair.at, agreement };
      const form = await expectForm(pair.supervisor.does('supervision.details.edit', about));
      await expectCard(submit(pair.supervisor, form, values));
    };
    const replaced = async (pair: Pair, values: Record<string, string>): Promise<string> => {
      const about = { group: pair.at, agreement: pair.agreement };
      const form = await expectForm(pair.associate.does('supervision.replace', about));
      const agreement = agreementIn(await expectCard(submit(pair.associate, form, values)));
      await expectCard(pair.supervisor.does('supervision.confirm', { ...about, agreement }));
      return agreement;
    };

    it('of a license is the one that the new one states', async () => {
      const texas = await paired(app, { pack: 'us-tx-lpca' });
      await log(texas.associate, { minutes: '60', kind: 'direct', date: '2026-02-10', submit: 'yes' });
      await signAll(texas.supervisor);
      await state(texas, texas.agreement, { licensed: '2026-02-20' });
      const agreement = await replaced(texas, { startsOn: '2026-03-01' });
      expect(await gateIn(texas, agreement)).toContain('One entry is from before that date');
      await state(texas, agreement, { licensed: '2026-02-05' });
      expect(await gateIn(texas, agreement)).toContain('Met: nothing logged is from before that date');
    });

    it('of a contract that the new one states alone is the date of both, where its sites are the same', async () => {
      const pair = await paired(app, { pack: 'us-nc-lcmhca' });
      await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-02-10', submit: 'yes' });
      await signAll(pair.supervisor);
      const agreement = await replaced(pair, { startsOn: '2026-03-01' });
      expect(await gateIn(pair, agreement)).toContain('Not checked: the date is missing');
      await state(pair, agreement, { contract: '2026-02-05' });
      expect(await gateIn(pair, agreement)).toContain('Met: nothing logged is from before that date');
    });

    it('is not that of a contract for other sites', async () => {
      const pair = await paired(app, { pack: 'us-nc-lcmhca' });
      await state(pair, pair.agreement, { contract: '2026-02-05' });
      const agreement = await replaced(pair, { startsOn: '2026-03-01', sites: 'Quay School' });
      await log(pair.associate, { minutes: '60', kind: 'direct', date: '2026-03-02' });
      expect(await gateIn(pair, agreement)).toContain('Not checked: the date is missing');
    });
  });
});
