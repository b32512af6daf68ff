import { z } from 'zod';
import { limits } from '../model.ts';

/** What the forms of a reply send. */
export const ReplyText = z.string().trim().min(1).max(limits.reply);
export const OptionalId = z
  .string()
  .max(64)
  .optional()
  .transform((id) => (id ? id : undefined));
