import { z } from 'zod';
import { sides } from './model.ts';

const Text = (max: number) => z.string().min(1).max(max);
const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-([0-2]\d|3[01])$/);

/** What counts toward one line of a renewal. `side` empty: nothing that a statement holds. */
const Count = z.strictObject({
  what: Text(120),
  side: z.array(z.enum(sides)),
  /** Only time on one's own cases, or only on those of others. */
  own: z.enum(['own', 'others']).optional(),
  minMinutes: z.number().int().min(1).optional(),
  maxMinutes: z.number().int().min(1).optional(),
  groupSizeMin: z.number().int().min(2).optional(),
  groupSizeMax: z.number().int().min(1).optional(),
  /** How much of a minute counts: `perMember` divides by everybody who was there. */
  factor: z.union([z.number().positive().max(1), z.literal('perMember')]).optional(),
  kinds: z.array(Text(80)),
  requires: z.array(Text(120)),
  text: Text(400).optional(),
  status: z.enum(['primary', 'secondary', 'gk', 'unsure']),
  source: z.string(),
});

/** What a body wants for renewing a license, as far as consultation earns it: data, an example, "check with your board". */
export const RenewalPack = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    title: Text(80),
    jurisdiction: Text(10),
    /**
     * So many months before a day that the person knows, or whole months of the calendar, or the same days every year; null where none
     * was read.
     */
    cycle: z
      .union([
        z.strictObject({
          months: z.number().int().min(1).max(120),
          anchor: Text(60),
          calendar: z.literal(true).optional(),
        }),
        z.strictObject({ from: MonthDay, to: MonthDay }),
      ])
      .nullable(),
    totalMinutes: z.number().int().min(1).nullable(),
    counts: z.array(Count).min(1),
    keep: z.array(Text(120)),
    note: Text(400).optional(),
    asOf: z.iso.date(),
    sources: z
      .array(
        z.strictObject({ id: z.string(), url: Text(300), kind: z.enum(['primary', 'secondary']), note: z.string() }),
      )
      .min(1),
  })
  .superRefine((pack, ctx) => {
    const known = new Set(pack.sources.map(({ id }) => id));
    pack.counts.forEach(({ source }, i) => {
      if (!known.has(source))
        ctx.addIssue({ code: 'custom', path: ['counts', i, 'source'], message: `there is no source ${source}` });
    });
  });
export type RenewalPack = z.output<typeof RenewalPack>;
export type RenewalCount = RenewalPack['counts'][number];
