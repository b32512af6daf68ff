import { describe, expect, it } from 'vitest';
import { shippedRenewalPacks } from '../../adapters/node/renewal-packs.ts';
import { RenewalPack } from '../../src/features/credit/renewal-pack.ts';
import { type CreditRow, countTotals, cycleAround } from '../../src/features/credit/totals.ts';

describe('renewal packs', () => {
  it('there are seven, each with its sources and the date on which they were read', () => {
    expect(shippedRenewalPacks().map(({ id }) => id)).toEqual([
      'au-psychologist',
      'emdria-certification',
      'uk-bacp',
      'us-ca-psychologist',
      'us-co-mh',
      'us-me-counselor',
      'us-wa-certified-counselor',
    ]);
    for (const pack of shippedRenewalPacks()) expect(pack.asOf, pack.id).toBe('2026-11-23');
  });

  const pack = (id: string) => shippedRenewalPacks().find((one) => one.id === id) as never;
  const row = (more: Partial<CreditRow>): CreditRow => ({
    date: '2026-03-04',
    side: 'asked',
    own: 0,
    others: 0,
    people: 2,
    ...more,
  });
  const counted = (id: string, rows: CreditRow[]) => countTotals(pack(id), rows).map((t) => [t.counted, t.result]);

  it('California: asked and advised together, from 1 to 18 hours', () => {
    expect(counted('us-ca-psychologist', [row({ own: 30 }), row({ side: 'advised', others: 29 })])[0]).toEqual([
      59,
      'short',
    ]);
    expect(counted('us-ca-psychologist', [row({ own: 1100 })])[0]).toEqual([1080, 'met']);
    // A meeting of the group is group case consultation, which the rule names; a supervision is none.
    expect(counted('us-ca-psychologist', [row({ side: 'attended', own: 20, others: 40, people: null })])).toEqual([
      [60, 'met'],
      [0, 'none'],
    ]);
  });

  it('Australia: only one’s own practice is peer consultation', () => {
    expect(counted('au-psychologist', [row({ own: 600, others: 60 }), row({ side: 'advised', others: 90 })])).toEqual([
      [600, 'met'],
      [90, 'none'],
    ]);
    // Of a meeting, the time on one's own case is, and the rest is other CPD.
    expect(counted('au-psychologist', [row({ side: 'attended', own: 15, others: 45, people: null })])).toEqual([
      [15, 'short'],
      [45, 'none'],
    ]);
    expect(cycleAround(pack('au-psychologist'), '2026-03-05')).toEqual({ from: '2025-12-01', to: '2026-11-30' });
    expect(cycleAround(pack('au-psychologist'), '2026-12-01')).toEqual({ from: '2026-12-01', to: '2027-11-30' });
  });

  it('has the figures, statuses and sources as they were read', () => {
    const figures = shippedRenewalPacks().map((file) => {
      const of = RenewalPack.parse(file);
      const counts = of.counts.map((c) => [c.minMinutes ?? null, c.maxMinutes ?? null, c.factor ?? 1, c.status]);
      return [of.id, of.totalMinutes, counts, of.sources.length];
    });
    expect(figures).toEqual([
      [
        'au-psychologist',
        30 * 60,
        [
          [600, null, 1, 'primary'],
          [null, 1200, 1, 'secondary'],
        ],
        3,
      ],
      [
        'emdria-certification',
        20 * 60,
        [
          [600, null, 1, 'secondary'],
          [null, 600, 1, 'secondary'],
        ],
        2,
      ],
      [
        'uk-bacp',
        90,
        [
          [null, null, 1, 'primary'],
          [null, null, 0.5, 'primary'],
          [null, null, 'perMember', 'primary'],
        ],
        2,
      ],
      [
        'us-ca-psychologist',
        36 * 60,
        [
          [60, 1080, 1, 'primary'],
          [null, 1080, 1, 'secondary'],
        ],
        2,
      ],
      ['us-co-mh', 40 * 60, [[null, 1200, 1, 'secondary']], 2],
      ['us-me-counselor', null, [[null, null, 1, 'unsure']], 1],
      ['us-wa-certified-counselor', null, [[null, 360, 1, 'primary']], 1],
    ]);
    // Where meetings count though the sources don't name them, the pack says so.
    for (const file of shippedRenewalPacks()) {
      const of = RenewalPack.parse(file);
      if (of.counts.some(({ side }) => side.includes('attended')))
        expect(of.note, of.id).toMatch(/Curbside (also )?counts.*attended/);
    }
  });

  it('BACP: half the time in a group of 4 or fewer, from 5 on divided by its members', () => {
    // Two peers are a group of two: individual supervision is with a supervisor.
    expect(counted('uk-bacp', [row({ own: 60, people: 2 })]).map(([minutes]) => minutes)).toEqual([0, 30, 0]);
    expect(counted('uk-bacp', [row({ own: 60, people: 4 })]).map(([minutes]) => minutes)).toEqual([0, 30, 0]);
    expect(counted('uk-bacp', [row({ own: 60, people: 6 })]).map(([minutes]) => minutes)).toEqual([0, 0, 10]);
  });

  it('a rule that was not read surely is not judged, and a cycle ends on the day asked', () => {
    expect(counted('us-me-counselor', [row({ own: 60 })])).toEqual([[60, 'none']]);
    expect(cycleAround(pack('us-ca-psychologist'), '2026-03-31')).toEqual({ from: '2024-04-01', to: '2026-03-31' });
    // Each calendar month by itself, whatever day it is asked on.
    expect(cycleAround(pack('uk-bacp'), '2026-02-11')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(cycleAround(pack('us-co-mh'), '2026-03-31')).toEqual({ from: '2024-04-01', to: '2026-03-31' });
    expect(cycleAround(null, '2026-02-28')).toEqual({ from: '2025-03-01', to: '2026-02-28' });
  });
});
