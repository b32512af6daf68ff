import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { memoryScratch } from '../../../adapters/node/scratch.ts';

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
  const scratch = memoryScratch({ now: () => now });
  scratch.put('ben', 'draft', 'his');
  for (let i = 0; i < 30; i++) scratch.put('ada', `d${i}`, i);
  expect(scratch.get('ben', 'draft')).toBe('his');
  const left = Array.from({ length: 30 }, (_, i) => scratch.get('ada', `d${i}`)).filter((v) => v !== undefined);
  expect(left).toEqual(Array.from({ length: 20 }, (_, i) => i + 10));
});

it('keeps two thousand pieces in all; the oldest goes first', () => {
  const scratch = memoryScratch({ now: () => now });
  for (let i = 0; i <= 2000; i++) {
    now += 1;
    scratch.put(`p${i}`, 'draft', i);
  }
  expect(scratch.get('p0', 'draft')).toBeUndefined();
  expect(scratch.get('p1', 'draft')).toBe(1);
  expect(scratch.get('p2000', 'draft')).toBe(2000);
});

it('drops what is older than thirty minutes even if nobody does anything', () => {
  const scratch = memoryScratch({ now: () => now });
  const pass = (minutes: number): void => {
    now += minutes * minuteMs;
    vi.advanceTimersByTime(minutes * minuteMs);
  };
  scratch.put('ada', 'first', 'a');
  pass(20);
  scratch.put('ada', 'second', 'b');
  pass(10);
  // Back in time, a look of one's own would find both: only the timer can have taken the first.
  now = 0;
  expect(scratch.get('ada', 'first')).toBeUndefined();
  expect(scratch.get('ada', 'second')).toBe('b');
  now = 30 * minuteMs;
  pass(20);
  expect(vi.getTimerCount()).toBe(0);
});
