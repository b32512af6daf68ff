import { z } from 'zod';
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

/** What is wrong with a field; with `offer`, the value that may be meant, which takes the place of what was typed. */
export type FieldProblem = Msg | { readonly msg: Msg; readonly offer: string };
export type FieldProblems = Readonly<Record<string, FieldProblem>>;

/** The problems among what was looked at. */
export const found = (all: Readonly<Record<string, FieldProblem | null>>): FieldProblems =>
  Object.fromEntries(Object.entries(all).flatMap(([name, problem]) => (problem === null ? [] : [[name, problem]])));

/** The fields of an input that fit by themselves: what a check across fields can go by while others are wrong. */
export function fitting(schema: z.ZodType, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (!(schema instanceof z.ZodObject)) return {};
  const shape = schema.shape as Record<string, z.ZodType>;
  const others = Object.keys(schema.def.catchall === undefined ? {} : input).filter((name) => !(name in shape));
  const fields = [
    ...Object.entries(shape),
    ...others.map((name) => [name, schema.def.catchall] as [string, z.ZodType]),
  ];
  return Object.fromEntries(
    fields.flatMap(([name, field]) => {
      const read = field.safeParse(input[name]);
      return read.success && read.data !== undefined ? [[name, read.data] as const] : [];
    }),
  );
}

/** Messages at their fields, and the values with what is offered in its place. */
export function atFields(typed: Readonly<Record<string, string>>, problems: FieldProblems) {
  const all = Object.entries(problems);
  return {
    errors: Object.fromEntries(all.map(([name, p]) => [name, 'msg' in p ? p.msg : p])) as Record<string, Msg>,
    values: { ...typed, ...Object.fromEntries(all.flatMap(([name, p]) => ('offer' in p ? [[name, p.offer]] : []))) },
    /** Nothing is wrong: every value was read, and only needs a look. */
    onlyOffers: all.length > 0 && all.every(([, p]) => 'offer' in p),
  };
}

/** An issue with a message of the catalogue, for `ctx.addIssue` in a refinement or transform. */
export const fieldIssue = (msg: Msg) => ({ code: 'custom' as const, params: { msg } });
