import { describe, expect, it } from 'vitest';
import { agendaOf, rotated, ruleOf, withMembers } from '../../src/features/meetings/model.ts';
import { nextTime, weekdayOf } from '../../src/time/recurrence.ts';

const everyone = () => true;
const at = (iso: string): number => Date.parse(iso);
const iso = (ms: number | null): string => (ms === null ? 'none' : new Date(ms).toISOString());

describe('rotation', () => {
  it('goes round by the order of joining, and nobody presents and facilitates', () => {
    let queue = ['a', 'b', 'c', 'd'];
    const seen: string[] = [];
    for (let i = 0; i < 4; i += 1) {
      const turn = rotated(queue, 2, everyone);
      expect(turn.presenters).not.toContain(turn.facilitator);
      seen.push(turn.presenters.join(''));
      queue = turn.queue;
    }
    expect(seen).toEqual(['ab', 'cd', 'ab', 'cd']);
  });

  it('whoever is away keeps their place', () => {
    const turn = rotated(['a', 'b', 'c', 'd'], 1, (one) => one !== 'a');
    expect(turn.presenters).toEqual(['b']);
    expect(turn.queue).toEqual(['a', 'c', 'd', 'b']);
    expect(rotated(turn.queue, 1, everyone).presenters).toEqual(['a']);
  });

  it('one person alone presents nothing, and new members stand at the end', () => {
    expect(rotated(['a'], 2, everyone)).toEqual({ presenters: [], facilitator: 'a', queue: ['a'] });
    expect(rotated([], 2, everyone).facilitator).toBeNull();
    expect(withMembers(['c', 'gone', 'a'], ['a', 'b', 'c', 'd'])).toEqual(['c', 'a', 'b', 'd']);
  });
});

describe('recurrence', () => {
  const noon = { startsOn: '2026-03-05', time: '12:00', zone: 'America/New_York' };

  it('keeps the wall clock across a clock change', () => {
    const rrule = ruleOf('weekly', noon.startsOn, weekdayOf(noon.startsOn));
    expect(iso(nextTime({ ...noon, rrule }, at('2026-03-05T12:00:00Z')))).toBe('2026-03-05T17:00:00.000Z');
    expect(iso(nextTime({ ...noon, rrule }, at('2026-03-05T17:00:00Z')))).toBe('2026-03-12T16:00:00.000Z');
  });

  it('takes a time that is skipped as the next valid minute, and one that comes twice as the first', () => {
    const night = { startsOn: '2026-03-01', time: '02:30', zone: 'America/New_York', rrule: 'FREQ=WEEKLY;INTERVAL=1' };
    expect(iso(nextTime(night, at('2026-03-02T00:00:00Z')))).toBe('2026-03-08T07:00:00.000Z');
    const twice = { ...night, startsOn: '2026-10-25', time: '01:30' };
    expect(iso(nextTime(twice, at('2026-10-26T00:00:00Z')))).toBe('2026-11-01T05:30:00.000Z');
  });

  it('every two weeks, and the same weekday of the month', () => {
    const biweekly = ruleOf('biweekly', noon.startsOn, 4);
    expect(iso(nextTime({ ...noon, rrule: biweekly }, at('2026-03-06T00:00:00Z')))).toBe('2026-03-19T16:00:00.000Z');
    const monthly = ruleOf('monthly', noon.startsOn, 4);
    expect(monthly).toBe('FREQ=MONTHLY;BYDAY=1TH');
    expect(iso(nextTime({ ...noon, rrule: monthly }, at('2026-03-06T00:00:00Z')))).toBe('2026-04-02T16:00:00.000Z');
    expect(ruleOf('monthly', '2026-03-31', 2)).toBe('FREQ=MONTHLY;BYDAY=-1TU');
  });

  it('is right in three zones', () => {
    for (const [zone, hour] of [
      ['Europe/London', '12:00'],
      ['Australia/Sydney', '01:00'],
      ['Asia/Kolkata', '06:30'],
    ] as const) {
      const rule = { ...noon, zone, rrule: 'FREQ=WEEKLY;INTERVAL=1' };
      expect(iso(nextTime(rule, at('2026-03-11T00:00:00Z'))), zone).toBe(`2026-03-12T${hour}:00.000Z`);
    }
  });
});

it('an agenda takes as long as the meeting, at most', () => {
  for (const minutes of [30, 45, 60, 90, 180])
    for (const slots of [1, 2, 3]) {
      const { arrive, privacy, followUps, each, close } = agendaOf(minutes, slots);
      expect(each).toBeGreaterThanOrEqual(5);
      expect(arrive + privacy + followUps + each * slots + close).toBeLessThanOrEqual(minutes);
    }
});
