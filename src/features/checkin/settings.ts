import { z } from 'zod';
import type { CheckinSettings, Instrument } from '../../ports/checkins.ts';

/** Fewer respondents than this never make a picture (docs/domain.md, Group summary). An operator can only raise it. */
export const leastRespondents = 6;

const Text = (max: number) => z.string().trim().min(1).max(max);

const SubscaleFile = z.object({
  id: z.string().regex(/^[a-z0-9]{1,12}$/),
  name: Text(60),
  items: z.array(z.number().int()).min(1),
  reversed: z.array(z.number().int()).default([]),
  score: z.enum(['sum', 'mean']),
  times: z.number().positive().default(1),
  bands: z.array(z.object({ upTo: z.number(), name: Text(30) })).default([]),
  optional: z.boolean().default(false),
});

const FillingFile = z.object({
  credentials: z.array(z.string().regex(/^[A-Z]{2,12}$/)).default([]),
  words: z.record(z.string().regex(/^[a-z]{1,20}$/), Text(30)),
});

/**
 * An instrument as it lies in a JSON file. The words of most instruments belong to somebody, so a file is taken only
 * with the operator's word that they hold the right to use them.
 */
export const InstrumentFile = z
  .object({
    id: z.string().regex(/^[a-z0-9-]{1,24}$/),
    name: Text(60),
    notice: Text(500),
    frame: Text(200),
    rightToUse: z.object({ confirmed: z.literal(true), by: Text(200) }),
    scale: z
      .array(z.object({ value: z.number(), word: Text(60) }))
      .min(2)
      .max(10),
    items: z
      .array(z.object({ n: z.number().int().min(1).max(200), text: Text(140) }))
      .min(1)
      .max(100),
    subscales: z.array(SubscaleFile).min(1).max(10),
    fill: z.array(FillingFile).max(20).default([]),
  })
  .superRefine((of, ctx) => {
    const numbers = of.items.map((i) => i.n);
    const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
    if (new Set(numbers).size !== numbers.length) wrong('items', 'two items have the same number');
    for (const s of of.subscales) {
      if (s.items.some((n) => !numbers.includes(n))) wrong('subscales', `${s.id} names an item that is not there`);
      if (s.reversed.some((n) => !s.items.includes(n)))
        wrong('subscales', `${s.id} reverses an item that is not its own`);
    }
  })
  .transform(({ rightToUse: _confirmed, ...instrument }): Instrument => instrument);

/** The operator's file. Everything in it may be left out. */
export const OperatorFile = z.object({
  /** Paths of instrument files, beside this one. */
  instruments: z.array(z.string()).default([]),
  lines: z.record(z.string(), z.array(Text(120)).max(6)).optional(),
  emergency: z.record(z.string().regex(/^[A-Z]{2}$/), Text(40)).optional(),
  supportLine: Text(120).optional(),
  leastRespondents: z.number().int().min(leastRespondents).max(100).default(leastRespondents),
});

export const instrumentOf = (settings: CheckinSettings, id: string): Instrument | null =>
  settings.instruments.find((i) => i.id === id) ?? null;
