import { z } from 'zod';
import { List, Name, Text } from './fields.ts';

/** Fields that every rule has: the board's words in short, where they were read, and how sure that reading is. */
const about = {
  id: z
    .string()
    .regex(/^[\w.-]{1,24}$/, { message: 'must be up to 24 letters, digits, underscores, periods and hyphens' }),
  text: Text(400),
  source: Name,
  status: z.enum(['primary', 'secondary', 'gk', 'unsure']),
};

const Of = List(Name, { min: 1 });
const Hours = z.number().positive();
const Whole = z.number().int().positive();
const Share = z.number().min(0).max(1);
const Scope = z.enum(['all', 'site', 'supervisor']);
/** Periods of the calendar, which rows fall into; `total` is everything. */
const CalendarPer = z.enum(['week', 'fortnight', 'month', 'quarter', 'total']);
export type CalendarPer = z.output<typeof CalendarPer>;

const Total = z.strictObject({
  kind: z.literal('total'),
  ...about,
  of: Of,
  minHours: Hours.optional(),
  maxHours: Hours.optional(),
  since: z.enum(['degree', 'license']).optional(),
});

const Period = z.strictObject({
  kind: z.literal('period'),
  ...about,
  per: z.enum(['rolling7', ...CalendarPer.options]),
  scope: Scope,
  of: Of,
  minHours: Hours.optional(),
  maxHours: Hours.optional(),
  unless: z.literal('leave').optional(),
});

const Units = z.strictObject({
  kind: z.literal('units'),
  ...about,
  per: z.literal('week'),
  scope: z.literal('site'),
  individualMinutes: Whole,
  groupMinutes: Whole,
  base: Whole,
  extra: z.strictObject({ of: Of, aboveHours: Hours, units: Whole }).optional(),
});

const Ratio = z.strictObject({
  kind: z.literal('ratio'),
  ...about,
  scope: Scope,
  supervisionHours: Hours,
  perHours: Hours,
  of: Of,
  groupCountsAs: Share,
});

const Percent = z.strictObject({
  kind: z.literal('percent'),
  ...about,
  per: CalendarPer,
  of: Of,
  ofAll: Of,
  /** Adds supervised time that is not marked `restricted` to `of`. */
  unrestrictedSupervision: z.literal(true).optional(),
  min: Share.optional(),
  max: Share.optional(),
});

const Contacts = z.strictObject({
  kind: z.literal('contacts'),
  ...about,
  per: CalendarPer,
  min: Whole,
  observed: z.strictObject({ min: Whole, minutes: Whole.optional() }).optional(),
});

const Span = z.strictObject({
  kind: z.literal('span'),
  ...about,
  minWeeks: Whole.optional(),
  minMonths: Whole.optional(),
  maxMonths: Whole.optional(),
  windowYears: Whole.optional(),
  weeksWith: z.strictObject({ individualMinutes: Whole, weeks: Whole }).optional(),
});

const Limit = z.strictObject({
  kind: z.literal('limit'),
  ...about,
  maxSupervisorsAtOnce: Whole.optional(),
  maxGroupSize: Whole.optional(),
  maxSupervisees: Whole.optional(),
  formats: List(z.enum(['in_person', 'video', 'phone']), { min: 1, max: 20 }).optional(),
  minSessionMinutes: Whole.optional(),
});

const Gate = z.strictObject({
  kind: z.literal('gate'),
  ...about,
  after: z.enum(['license', 'contractApproved', 'agreementSigned', 'degree']),
  scope: Scope,
});

const needsOne: Readonly<Record<string, readonly string[]>> = {
  total: ['minHours', 'maxHours'],
  period: ['minHours', 'maxHours'],
  percent: ['min', 'max'],
  span: ['minWeeks', 'minMonths', 'maxMonths', 'windowYears', 'weeksWith'],
  limit: ['maxSupervisorsAtOnce', 'maxGroupSize', 'maxSupervisees', 'formats', 'minSessionMinutes'],
};

/** Bounds of one thing: nothing lies between a least and a most that are the wrong way round. */
const bounds = [
  ['minHours', 'maxHours'],
  ['min', 'max'],
  ['minMonths', 'maxMonths'],
] as const;

/** One rule of a board. The kinds and their fields are explained in docs/packs.md. */
export const Rule = z
  .discriminatedUnion('kind', [Total, Period, Units, Ratio, Percent, Contacts, Span, Limit, Gate])
  .superRefine((rule, ctx) => {
    const wanted = needsOne[rule.kind];
    if (wanted !== undefined && !wanted.some((field) => (rule as Record<string, unknown>)[field] !== undefined))
      ctx.addIssue({ code: 'custom', message: `needs at least one of ${wanted.join(', ')}` });
    for (const [least, most] of bounds) {
      const [from, to] = [(rule as Record<string, unknown>)[least], (rule as Record<string, unknown>)[most]];
      if (typeof from === 'number' && typeof to === 'number' && from > to)
        ctx.addIssue({ code: 'custom', path: [most], message: `is less than ${least}` });
    }
    if (rule.kind === 'period' && rule.per === 'rolling7') {
      if (rule.minHours !== undefined)
        ctx.addIssue({ code: 'custom', path: ['minHours'], message: 'rolling7 takes maxHours only' });
      if (rule.scope !== 'all') ctx.addIssue({ code: 'custom', path: ['scope'], message: 'rolling7 takes all only' });
    }
  });

/** `confirmed`: an owner said that they checked this reading with their board. No file of a pack can say so. */
export type Rule = z.output<typeof Rule> & { readonly confirmed?: true };
export type RuleOf<K extends Rule['kind']> = Extract<Rule, { kind: K }>;

/**
 * A rule counts only when it was read: with the board itself, elsewhere under that name, or by an owner who asked the board.
 * Others are listed, unchecked.
 */
export const isVerified = (rule: Rule): boolean => isRead(rule) || rule.confirmed === true;

/** Whether the pack itself says where it was read. */
export const isRead = ({ status }: Rule): boolean => status === 'primary' || status === 'secondary';
