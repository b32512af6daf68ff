import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDraftCache } from '../../../adapters/node/drafts.ts';

const minuteMs = 60_000;
let now = 0;
beforeEach(() => {
  now = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('keeps at most twenty pieces of one person, the newest, and takes none from others', () => {
  const drafts = createDraftCache({ now: () => now });
  drafts.put('ben', 'draft', 'his');
  for (let i = 0; i < 30; i++) drafts.put('ada', `d${i}`, i);
  expect(drafts.get('ben', 'draft')).toBe('his');
  const left = Array.from({ length: 30 }, (_, i) => drafts.get('ada', `d${i}`)).filter((v) => v !== undefined);
  expect(left).toEqual(Array.from({ length: 20 }, (_, i) => i + 10));
});

it('keeps two thousand pieces in all; the oldest goes first', () => {
  const drafts = createDraftCache({ now: () => now });
  for (let i = 0; i <= 2000; i++) {
    now += 1;
    drafts.put(`p${i}`, 'draft', i);
  }
  expect(drafts.get('p0', 'draft')).toBeUndefined();
  expect(drafts.get('p1', 'draft')).toBe(1);
  expect(drafts.get('p2000', 'draft')).toBe(2000);
});

it('drops what is older than thirty minutes even if nobody does anything', () => {
  const drafts = createDraftCache({ now: () => now });
  const pass = (minutes: number): void => {
    now += minutes * minuteMs;
    vi.advanceTimersByTime(minutes * minuteMs);
  };
  drafts.put('ada', 'first', 'a');
  pass(20);
  drafts.put('ada', 'second', 'b');
  pass(10);
  // Back in time, a look of one's own would find both: only the timer can have taken the first.
  now = 0;
  expect(drafts.get('ada', 'first')).toBeUndefined();
  expect(drafts.get('ada', 'second')).toBe('b');
  now = 30 * minuteMs;
  pass(20);
  expect(vi.getTimerCount()).toBe(0);
});
