import type { z } from 'zod';
import { type Msg, say } from '../i18n/message.ts';

/**
 * Turns what zod found into one message for each field, worded for the person: what is wrong and what to do. A rule of
 * our own adds its message with `fieldIssue`. The rejected value itself is not part of any message.
 */
export function fieldErrors(error: z.ZodError): Record<string, Msg> {
  const out: Record<string, Msg> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? 'form');
    out[field] ??= worded(issue);
  }
  return out;
}

function worded(issue: z.core.$ZodIssue): Msg {
  if (issue.code === 'custom' && issue.params?.msg) return issue.params.msg as Msg;
  if (issue.code === 'too_small' && issue.origin === 'string') {
    return Number(issue.minimum) <= 1 ? say('field.required') : say('field.tooShort', { min: Number(issue.minimum) });
  }
  if (issue.code === 'too_big' && issue.origin === 'string')
    return say('field.tooLong', { max: Number(issue.maximum) });
  if (issue.code === 'invalid_type') return say('field.required');
  return say('field.choose');
}

/** An issue with a message of the catalogue, for `ctx.addIssue` in a refinement or transform. */
export const fieldIssue = (msg: Msg) => ({ code: 'custom' as const, params: { msg } });
