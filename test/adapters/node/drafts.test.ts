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

it('keeps at most twenty pieces of one person, the newest, and takes none from others', async () => {
  const drafts = createDraftCache({ now: () => now });
  await drafts.put('ben', 'draft', 'his');
  for (let i = 0; i < 30; i++) await drafts.put('ada', `d${i}`, i);
  expect(await drafts.get('ben', 'draft')).toBe('his');
  const left = (await Promise.all(Array.from({ length: 30 }, (_, i) => drafts.get('ada', `d${i}`)))).filter(
    (v) => v !== null,
  );
  expect(left).toEqual(Array.from({ length: 20 }, (_, i) => i + 10));
});

it('keeps two thousand pieces in all; the oldest goes first', async () => {
  const drafts = createDraftCache({ now: () => now });
  for (let i = 0; i <= 2000; i++) {
    now += 1;
    await drafts.put(`p${i}`, 'draft', i);
  }
  expect(await drafts.get('p0', 'draft')).toBeNull();
  expect(await drafts.get('p1', 'draft')).toBe(1);
  expect(await drafts.get('p2000', 'draft')).toBe(2000);
});

it('drops what is older than thirty minutes even if nobody does anything', async () => {
  const drafts = createDraftCache({ now: () => now });
  const pass = (minutes: number): void => {
    now += minutes * minuteMs;
    vi.advanceTimersByTime(minutes * minuteMs);
  };
  await drafts.put('ada', 'first', 'a');
  pass(20);
  await drafts.put('ada', 'second', 'b');
  pass(10);
  // Back in time, a look of one's own would find both: only the timer can have taken the first.
  now = 0;
  expect(await drafts.get('ada', 'first')).toBeNull();
  expect(await drafts.get('ada', 'second')).toBe('b');
  now = 30 * minuteMs;
  pass(20);
  expect(vi.getTimerCount()).toBe(0);
});
