import { z } from 'zod';
import { dayMs } from '../../../time/durations.ts';
import { addDays, instantOf } from '../../../time/time.ts';
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
  /** The id of a structure; `any`. */
  structure: z.string().max(30).default('any'),
  /** Days (`2026-03-05`, where the person is) from and until which it was asked, in place of a period; '' for none. */
  since: z.string().default(''),
  until: z.string().default(''),
});
export type Wanted = z.output<typeof Wanted>;

/**
 * Under what a person's searches stay in memory: the newest few, each with an id of its own that its card carries, so that
 * a card goes on showing what it was asked. The key stands in forms and buttons too, so that they work on every instance.
 */
export const wantedKey = 'find';
export const Searches = z.array(Wanted.extend({ id: z.string() }));
export type Search = z.output<typeof Searches>[number];

/** One place in memory holds them all: searches push out nothing that somebody is writing. */
export const mostSearches = 8;

export const longestSearch = 200;

/** Findings of one page: a card on every platform has room for them, with the ways to narrow a search. */
export const pageSize = 6;

/** From when and until when (ms) a question counts; null where it is open. */
export function asked(
  { period, since, until }: Pick<Wanted, 'period' | 'since' | 'until'>,
  now: number,
  zone: string,
): { readonly from: number | null; readonly until: number | null } {
  const days = { any: null, month: 30, quarter: 90, year: 365 }[period];
  const at = (date: string): number => instantOf(date, '00:00', zone);
  return {
    from: since !== '' ? at(since) : days === null || until !== '' ? null : now - days * dayMs,
    until: until === '' ? null : at(addDays(until, 1)),
  };
}
