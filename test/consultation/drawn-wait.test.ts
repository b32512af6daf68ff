import { expect, it } from 'vitest';
import { drawn } from '../../src/features/consultation/thread/delayed.ts';
import { dayMs, minuteMs } from '../../src/time/durations.ts';

it('draws the wait anew each time, to the millisecond', () => {
  const asks: [number, number][] = [];
  const ids = {
    next: () => 'x',
    between: (min: number, max: number) => {
      asks.push([min, max]);
      return max;
    },
  };
  expect(drawn({ now: 1000, ids }, { askedAt: 0 })).toBe(1000 + 5 * minuteMs);
  expect(drawn({ now: 1000, ids }, { askedAt: dayMs })).toBe(dayMs + 5 * minuteMs);
  expect(asks).toEqual([
    [minuteMs, 5 * minuteMs],
    [minuteMs, 5 * minuteMs],
  ]);
});
