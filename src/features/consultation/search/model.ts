import { z } from 'zod';
import { dayMs } from '../../../time/durations.ts';
import { topics } from '../model.ts';

export const periods = ['any', 'month', 'quarter', 'year'] as const;
export const statuses = ['any', 'open', 'closed'] as const;

/** What somebody looks for in a group. It stays in memory only, as long as a draft does, and no message carries its words. */
export const Wanted = z.object({
  group: z.string(),
  words: z.string(),
  topic: z.enum(['any', ...topics]),
  period: z.enum(periods),
  status: z.enum(statuses),
});
export type Wanted = z.output<typeof Wanted>;

/**
 * Under what a person's search stays in memory: one at a time. It stands in forms and buttons too, so that they work on every
 * instance.
 */
export const wantedKey = 'find';

export const longestSearch = 200;

/** Findings of one page: a card on every platform has room for them, with the ways to narrow a search. */
export const pageSize = 6;

/** Since when (ms) a question counts, or null. */
export function since(period: Wanted['period'], now: number): number | null {
  const days = { any: null, month: 30, quarter: 90, year: 365 }[period];
  return days === null ? null : now - days * dayMs;
}
