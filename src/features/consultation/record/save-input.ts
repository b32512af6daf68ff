import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { fieldIssue } from '../../../runtime/field-errors.ts';
import { Id } from '../../../storage/kind.ts';
import { limits, topics } from '../model.ts';
import { choices } from './closing-choices.ts';
import { modes, readOutsiders, textLimits } from './model.ts';

const optional = (max: number) => z.string().trim().max(max).default('');

/** What a form of a record sends. */
export const SaveInput = z.object({
  group: z.string(),
  form: z.enum(['close', 'log', 'edit', 'editLog', 'presented']).catch('log'),
  consultation: Id.optional(),
  record: Id.optional(),
  once: Id.optional(),
  question: z.string().trim().min(limits.question.min).max(limits.question.max).optional(),
  guidance: z.string().trim().min(1).max(textLimits.guidance),
  decision: optional(textLimits.decision),
  rationale: optional(textLimits.rationale),
  advisers: z
    .string()
    .default('')
    .transform((ids) => ids.split(',').filter((id) => id !== '')),
  outsiders: z
    .string()
    .default('')
    .transform((typed, ctx) => {
      const read = readOutsiders(typed);
      if (read === null) ctx.addIssue(fieldIssue(say('record.outsiders.long')));
      return read ?? [];
    }),
  minutes: z.string(),
  followUp: z.string().trim().default(''),
  /** In place of a day, where it was chosen before the form was opened. */
  inDays: choices.inDays,
  date: z.string().trim().optional(),
  time: z.string().trim().optional(),
  mode: z.enum(modes).optional(),
  topic: z.enum(topics).optional(),
  share: z.enum(['yes', 'no']).default('no'),
  /** Not to be locked yet: details are to be added. */
  draft: z.enum(['yes', 'no']).default('no'),
});
export type SaveInput = z.output<typeof SaveInput>;
