import { z } from 'zod';
import { kind } from '../storage/kind.ts';

/** A job for later. Its id is (job, subject, period): scheduling again replaces it, and it enters the loop once. */
export const DueJobs = kind(
  'due',
  z.object({
    id: z.string().max(120),
    /** A route with `who: 'timer'`. */
    job: z.string(),
    subject: z.string(),
    at: z.number(),
    /** How late (ms) it may still run after downtime; later than that it is dropped without a word. */
    graceMs: z.number(),
    input: z.record(z.string(), z.string()),
  }),
  {
    indexes: {
      at: (d) => timeKey(d.at),
      subject: (d) => `${d.job} ${d.subject}`,
      person: (d) => d.input.person ?? null,
    },
    work: ['at'],
    sealed: 'no',
    about: {
      what: 'Jobs for later: reminders and clean-up, by opaque ids',
      readBy: 'the bot',
      keptFor: 'until they ran',
    },
  },
);
export type DueRow = z.output<typeof DueJobs.schema>;

/** Times as index keys: fixed width, so that they sort as text. */
export const timeKey = (ms: number): string => String(Math.max(0, Math.trunc(ms))).padStart(15, '0');

export function due(
  job: string,
  subject: string,
  period: string,
  at: number,
  graceMs: number,
  input: Record<string, string>,
): DueRow {
  return { id: `${job} ${subject} ${period}`, job, subject, at, graceMs, input };
}
