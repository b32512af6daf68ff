import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isZone } from '../../src/time/time.ts';
import { readZone, shownZone, zonesLike } from '../../src/time/typed-zone.ts';
import { askedZones, zoneWords } from '../../src/time/zone-words.ts';
import { nonsense } from './nonsense.ts';

it.each([
  ['Central', 'America/Chicago'],
  ['Chicago', 'America/Chicago'],
  ['CST', 'America/Chicago'],
  ['central time', 'America/Chicago'],
  ['America/Chicago', 'America/Chicago'],
  ['america/chicago', 'America/Chicago'],
  ['US/Central', 'US/Central'],
  ['Eastern', 'America/New_York'],
  ['Eastern Standard Time', 'America/New_York'],
  ['ET', 'America/New_York'],
  ['new york', 'America/New_York'],
  ['Pacific', 'America/Los_Angeles'],
  ['PDT', 'America/Los_Angeles'],
  ['Seattle', 'America/Los_Angeles'],
  ['Arizona', 'America/Phoenix'],
  ['Hawaii', 'Pacific/Honolulu'],
  ['ＣＳＴ', 'America/Chicago'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['GMT', 'UTC'],
])('%j is %s', (typed, zone) => {
  expect(readZone(typed)).toEqual({ zone });
});

it('asks about abbreviations that a zone without summer time bears', () => {
  expect(readZone('EST')).toEqual({ ask: ['America/New_York'] });
  expect(readZone(' mst ')).toEqual({ ask: ['America/Denver', 'America/Phoenix'] });
});

it.each(['', 'Mars/Olympus', '+05:00', '-5', 'UTC-5', 'Springfield', 'constructor', 'time', 'the west coast'])(
  '%j is no zone',
  (typed) => {
    expect(readZone(typed)).toBeNull();
  },
);

it('every zone of the table is one', () => {
  for (const zone of [...Object.keys(zoneWords), ...Object.values(askedZones).flat()]) expect(isZone(zone)).toBe(true);
});

it('reads every zone back that the product shows, in any case', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Intl.supportedValuesOf('timeZone')), (zone) => {
      for (const typed of [zone, zone.toLowerCase(), zone.replaceAll('_', ' '), shownZone(zone, 'en-US')])
        expect(readZone(typed)).toEqual({ zone });
    }),
  );
});

it.each([
  ['America/Chicago', 'Central time (Chicago)'],
  ['America/New_York', 'Eastern time (New York)'],
  ['America/Phoenix', 'Mountain standard time (Phoenix)'],
  ['Asia/Kolkata', 'India standard time (Kolkata)'],
  ['UTC', 'UTC'],
  ['US/Central', 'US/Central'],
  ['my own words (Chicago)', 'my own words (Chicago)'],
])('shows %s as %s', (zone, words) => {
  expect(shownZone(zone, 'en-US')).toBe(words);
});

it('suggests what the words mean first, and never more than there is room for', () => {
  expect(zonesLike('central', 3)[0]).toBe('America/Chicago');
  expect(zonesLike('est', 5)[0]).toBe('America/New_York');
  expect(zonesLike('new y', 5)).toContain('America/New_York');
  expect(zonesLike('', 25)).toContain('America/Chicago');
  expect(zonesLike('a', 25)).toHaveLength(25);
});

it('never finds a zone in nonsense', () => {
  fc.assert(
    fc.property(nonsense, (typed) => {
      expect(readZone(typed)).toBeNull();
    }),
  );
});
