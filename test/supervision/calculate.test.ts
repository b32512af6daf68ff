import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursEntryOf, SupervisionEntry } from '../../src/features/supervision/model.ts';
import { withoutEntry } from '../../src/features/supervision/rules/ledger.ts';
import { calculate, type HoursEntry, type Ledger, ledgerOf, type Pack, withEntry } from '../../src/index.ts';
import { packNamed, packs } from './hours.ts';

const pack = fc.constantFrom(...packs);

/** Any entry that a pack can take, within some fourteen months around a turn of the year. */
const entryFor = ({ activities }: Pack): fc.Arbitrary<HoursEntry> =>
  fc
    .record({
      day: fc.integer({ min: 20_300, max: 20_720 }),
      order: fc.integer({ min: 2, max: 5000 }),
      minutes: fc.integer({ min: 1, max: 1440 }),
      activity: fc.constantFrom(...activities),
      triadic: fc.boolean(),
      format: fc.constantFrom(null, 'in_person', 'video', 'phone'),
      site: fc.constantFrom('A', 'B', 'C'),
      supervisor: fc.constantFrom(null, 'S', 'T'),
      observedMinutes: fc.constantFrom(0, 15, 60, 90),
      restricted: fc.boolean(),
      status: fc.constantFrom('logged', 'signed', 'signed', 'signed', 'paper', 'void'),
      excluded: fc.constantFrom(false, false, false, true),
    })
    .map(({ day, activity, triadic, ...rest }): HoursEntry => {
      const first = activity.modalities?.[0] ?? null;
      return {
        ...rest,
        id: `${rest.order}`,
        date: new Date(day * 86_400_000).toISOString().slice(0, 10),
        start: null,
        type: activity.group,
        activity: activity.id,
        modality: triadic && first === 'individual' ? 'triadic' : first,
        groupSize: first === 'group' ? 4 : null,
      };
    });

const unique = { selector: (entry: HoursEntry) => entry.order, maxLength: 60 };
const log = pack.chain((of) => fc.record({ pack: fc.constant(of), entries: fc.uniqueArray(entryFor(of), unique) }));
const asOf = '2026-10-15';

/** A standing without the rows it points to, which differ as objects. */
const plain = (ledger: Ledger) => {
  const { totals, hours, rules } = calculate(ledger, asOf);
  return { totals: [...totals], hours, rules: JSON.parse(JSON.stringify(rules.map(({ outcome }) => outcome))) };
};
const minutesOf = (entries: readonly HoursEntry[]) => entries.reduce((sum, { minutes }) => sum + minutes, 0);
const counted = (entries: readonly HoursEntry[]) => entries.filter((e) => e.status !== 'void' && !e.excluded);

describe('the arithmetic of hours', () => {
  it('minutes are whole, and likely ≤ signed ≤ logged in every total', () => {
    fc.assert(
      fc.property(log, ({ pack: of, entries }) => {
        for (const total of calculate(ledgerOf(of, entries), asOf).totals.values()) {
          expect(Object.values(total).every(Number.isInteger)).toBe(true);
          expect(total.likely).toBeLessThanOrEqual(total.signed);
          expect(total.signed + total.paper).toBeLessThanOrEqual(total.logged);
          expect(total.likely).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('partOf adds nothing twice: all is the sum of the groups and of the outermost activities', () => {
    fc.assert(
      fc.property(log, ({ pack: of, entries }) => {
        const { totals } = calculate(ledgerOf(of, entries), asOf);
        const logged = (id: string) => totals.get(id)?.logged ?? 0;
        const outermost = of.activities.filter(({ partOf }) => partOf === undefined);
        expect(logged('all')).toBe(minutesOf(counted(entries)));
        expect(logged('direct') + logged('indirect') + logged('supervision')).toBe(logged('all'));
        expect(outermost.reduce((sum, { id }) => sum + logged(id), 0)).toBe(logged('all'));
      }),
    );
  });

  it('a void entry counts 0', () => {
    fc.assert(
      fc.property(log, ({ pack: of, entries }) => {
        const voided = entries.map((entry, i): HoursEntry => (i % 2 === 0 ? { ...entry, status: 'void' } : entry));
        const rest = entries.filter((_, i) => i % 2 === 1);
        expect(plain(ledgerOf(of, voided))).toEqual(plain(ledgerOf(of, rest)));
      }),
    );
  });

  it('hours are rounded down, once', () => {
    fc.assert(
      fc.property(log, ({ pack: of, entries }) => {
        const { totals, hours } = calculate(ledgerOf(of, entries), asOf);
        const exact = (totals.get('all')?.logged ?? 0) / 60;
        expect(hours.logged).toMatch(/^\d+\.\d\d$/);
        expect(exact - Number(hours.logged)).toBeGreaterThanOrEqual(-1e-9);
        expect(exact - Number(hours.logged)).toBeLessThan(0.01);
      }),
    );
  });

  it('what is left below a rolling cap is in no seven days above it', () => {
    const ca = packNamed('us-ca-amft');
    fc.assert(
      fc.property(fc.uniqueArray(entryFor(ca), unique), (entries) => {
        const ledger = ledgerOf(ca, entries);
        const outcome = calculate(ledger, asOf).rules.find(({ rule }) => rule.id === 'cap40')?.outcome;
        const above = new Map(
          outcome?.verdicts.flatMap(({ atRisk }) => atRisk).map(({ row, minutes }) => [row, minutes]),
        );
        for (const { day } of ledger.rows) {
          const window = ledger.rows.filter((row) => row.day > day - 7 && row.day <= day);
          const kept = window.reduce((sum, row) => sum + row.entry.minutes - (above.get(row) ?? 0), 0);
          expect(kept).toBeLessThanOrEqual(2400);
        }
        expect(outcome?.result === 'over').toBe(above.size > 0);
      }),
    );
  });

  it('the order in which entries come changes nothing', () => {
    fc.assert(
      fc.property(log, ({ pack: of, entries }) => {
        expect(plain(ledgerOf(of, entries.toReversed()))).toEqual(plain(ledgerOf(of, entries)));
      }),
    );
  });

  it('a result is short below what is needed and over above what is allowed', () => {
    fc.assert(
      fc.property(log, ({ pack: of, entries }) => {
        for (const { rule, outcome } of calculate(ledgerOf(of, entries), asOf).rules) {
          const { result, have, need } = outcome;
          expect(result === 'not_checked').toBe(have === null);
          if (have === null || need === null) continue;
          if (result === 'over') expect(have).toBeGreaterThan(need);
          // A month may be short of an observation alone.
          if (result === 'short' && rule.kind !== 'contacts') expect(have).toBeLessThan(need);
        }
      }),
    );
  });
});

describe('a ledger that grows', () => {
  it('comes to the same entry by entry as all at once, also where entries change or go', () => {
    fc.assert(
      fc.property(log, ({ pack: of, entries }) => {
        let grown = ledgerOf(of, []);
        for (const entry of entries) grown = withEntry(grown, { ...entry, minutes: 1, status: 'logged' });
        for (const entry of entries) grown = withEntry(grown, entry);
        expect(plain(grown)).toEqual(plain(ledgerOf(of, entries)));
        const gone = entries.slice(0, 3).reduce((ledger, { id }) => withoutEntry(ledger, id), grown);
        expect(plain(gone)).toEqual(plain(ledgerOf(of, entries.slice(3))));
      }),
      { numRuns: 40 },
    );
  });

  it('shares every period that did not change', () => {
    const ca = packNamed('us-ca-amft');
    const entries =
      fc.sample(fc.uniqueArray(entryFor(ca), { ...unique, minLength: 40, maxLength: 40 }), {
        numRuns: 1,
        seed: 7,
      })[0] ?? [];
    const [added, ...rest] = counted(entries);
    const before = ledgerOf(ca, rest);
    const after = withEntry(before, added as HoursEntry);
    const fresh = [...after.periods.week.values()].filter((week) => ![...before.periods.week.values()].includes(week));
    expect(fresh).toHaveLength(1);
    expect(before.rows).toHaveLength(rest.length);
  });
});

it('an entry of the log maps to what the calculator needs', () => {
  const stored = SupervisionEntry.parse({
    ...{ id: 'e1', supervisee: 'p1', supervisor: 'p2', agreement: 'a1', entryType: 'supervision', date: '2026-11-02' },
    ...{ start: '09:00', zone: 'America/Los_Angeles', minutes: 60, modality: 'group', groupSize: 4, format: 'video' },
    ...{
      site: 'Clinic',
      activity: 'sup_grp',
      observed: { minutes: 20, how: 'live' },
      restricted: false,
      competencies: [],
    },
    ...{ goals: [], topics: '', feedback: '', directives: '', actions: [], status: 'signed', attestation: 'in_app' },
    ...{ excluded: '', writtenAt: 5 },
  });
  expect(hoursEntryOf(stored)).toEqual({
    ...{
      id: 'e1',
      date: '2026-11-02',
      start: '09:00',
      order: 5,
      minutes: 60,
      type: 'supervision',
      activity: 'sup_grp',
    },
    ...{ modality: 'group', format: 'video', groupSize: 4, site: 'Clinic', supervisor: 'p2', observedMinutes: 20 },
    ...{ restricted: false, status: 'signed', excluded: false },
  });
  const statusOf = (changed: Partial<SupervisionEntry>) => hoursEntryOf({ ...stored, ...changed }).status;
  expect(statusOf({ status: 'submitted' })).toBe('logged');
  expect(statusOf({ status: 'returned' })).toBe('logged');
  expect(statusOf({ attestation: 'paper' })).toBe('paper');
  expect(statusOf({ status: 'void', attestation: 'paper' })).toBe('void');
});
