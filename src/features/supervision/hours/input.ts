import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import type { FieldProblem } from '../../../runtime/field-errors.ts';
import { clockReading, dateReading, problemOf, type Reading } from '../../../runtime/typed-fields.ts';
import { readDuration } from '../../../time/typed-duration.ts';
import { readCount } from '../../../time/typed-text.ts';
import { todayIn } from '../agreement/find.ts';
import { type Agreement, isSigned } from '../agreement/model.ts';
import { entryLimits, formats, observedWays, type SupervisionEntry } from '../model.ts';
import { activitiesOf, type Loggable } from '../packs.ts';
import type { Pack } from '../rules/pack.ts';
import { overlaps } from './flags.ts';
import { identifierProblem } from './identifiers.ts';

/** What the form of an entry sends. `kind` is an activity, of supervision with its modality: `sup_ind.triadic`. */
export const EntryInput = z.object({
  group: z.string(),
  agreement: z.string(),
  entry: z.string().optional(),
  correct: z.literal('yes').optional(),
  date: z.string().trim(),
  minutes: z.string(),
  kind: z.string(),
  site: z.string(),
  format: z.enum(formats).default('in_person'),
  start: z.string().trim().default(''),
  groupSize: z.string().trim().default(''),
  observed: z.string().trim().default(''),
  observedHow: z.enum(observedWays).default('live'),
  restricted: z.enum(['yes', 'no']).default('no'),
  topics: z.string().trim().max(entryLimits.topics).default(''),
  feedback: z.string().trim().max(entryLimits.feedback).default(''),
  directives: z.string().trim().max(entryLimits.directives).default(''),
  submit: z.enum(['yes', 'no']).default('no'),
  /** It overlaps another entry, and both are right. */
  overlap: z.enum(['yes', 'no']).default('no'),
});
export type EntryInput = z.output<typeof EntryInput>;

/** One thing that can be logged. */
export interface Choice {
  readonly value: string;
  readonly activity: Loggable;
  readonly modality: SupervisionEntry['modality'];
}

/** What can be logged in an agreement: each activity, of supervision one for each modality that was agreed on. */
export const choicesIn = (a: Agreement, pack: Pack | null): readonly Choice[] =>
  activitiesOf(pack).flatMap((activity): Choice[] =>
    activity.modalities === undefined
      ? [{ value: activity.id, activity, modality: null }]
      : activity.modalities
          .filter((modality) => a.modalities.includes(modality))
          .map((modality) => ({ value: `${activity.id}.${modality}`, activity, modality })),
  );

/** The modality of a choice, where its activity is offered with another one too: alone it says nothing new. */
export const modalityBeside = (choice: Choice, all: readonly Choice[]): Msg | null =>
  choice.modality !== null && all.some((c) => c !== choice && c.activity.id === choice.activity.id)
    ? say('supervision.modality', { modality: choice.modality })
    : null;

/** A length of time as it is typed, in the steps of the rules. */
export function minutesReading(typed: string, step: number): Reading<number> {
  const read = readDuration(typed, 'minutes');
  if (read === null) return { problem: say('supervision.minutes.words') };
  const { minutes, sure } = read;
  if (minutes < 0) return { problem: say('supervision.minutes.negative', { have: minutes }) };
  if (minutes < 1) return { problem: say('supervision.minutes.zero') };
  if (minutes > entryLimits.minutes) return { problem: say('supervision.minutes.many', { have: minutes }) };
  if (minutes % step !== 0) return { problem: say('supervision.minutes.step', { step }) };
  return sure
    ? { value: minutes }
    : { problem: { msg: say('field.minutesRead', { minutes }), offer: String(minutes) } };
}

interface About {
  readonly agreement: Agreement;
  readonly pack: Pack | null;
  /** Mine of the same days, in all agreements, without the one that is edited or corrected. */
  readonly others: readonly SupervisionEntry[];
}

/** What is wrong with an entry, at each field: its lengths and dates, the agreement, and what it stands beside. */
export function problems(sent: Partial<EntryInput>, ctx: Asked, about: About): Record<string, FieldProblem | null> {
  const { agreement, pack } = about;
  const choice = choicesIn(agreement, pack).find(({ value }) => value === sent.kind);
  return {
    date: sent.date === undefined ? null : dateProblem(sent.date, ctx, agreement),
    minutes: sent.minutes === undefined ? null : problemOf(minutesReading(sent.minutes, pack?.roundTo ?? 1)),
    kind: sent.kind === undefined || choice !== undefined ? null : say('field.choose'),
    site: sent.site === undefined || agreement.sites[Number(sent.site)] !== undefined ? null : say('field.choose'),
    start: startProblem(sent, ctx, about),
    groupSize: choice?.modality === 'group' ? groupProblem(sent.groupSize ?? '') : null,
    observed: observedProblem(sent, pack),
    topics: identifierProblem(sent.topics ?? '', 'topics', ctx),
    feedback: identifierProblem(sent.feedback ?? '', 'feedback', ctx),
    directives: identifierProblem(sent.directives ?? '', 'directives', ctx),
    submit: submitProblem(sent, ctx, agreement),
  };
}

export const dateReadingIn = (typed: string, ctx: Asked, a: Agreement) =>
  dateReading(typed, { today: todayIn(ctx, a), locale: ctx.locale, toward: 'past' }, 'date');

function dateProblem(typed: string, ctx: Asked, a: Agreement): FieldProblem | null {
  const read = dateReadingIn(typed, ctx, a);
  if ('problem' in read) return read.problem;
  if (read.value > todayIn(ctx, a)) return say('supervision.date.future');
  if (read.value < a.startsOn) return say('supervision.date.before');
  return a.endsOn !== null && read.value > a.endsOn ? say('supervision.date.after') : null;
}

/** After the day of a notice nothing is signed: it can be kept, and not submitted. */
function submitProblem(sent: Partial<EntryInput>, ctx: Asked, a: Agreement): FieldProblem | null {
  if (sent.submit !== 'yes' || a.notice === null || sent.date === undefined) return null;
  const read = dateReadingIn(sent.date, ctx, a);
  return 'value' in read && isAfterNotice(a, read.value) && isSigned(a) ? say('supervision.submit.notice') : null;
}

/** Whether a day is one whose hours the supervisor said they would not sign. */
export const isAfterNotice = (a: Pick<Agreement, 'notice'>, date: string): boolean =>
  a.notice !== null && date >= a.notice.from;

const groupProblem = (typed: string): FieldProblem | null => {
  const size = readCount(typed);
  return size !== null && size >= 3 && size <= entryLimits.group ? null : say('supervision.groupSize.error');
};

function startProblem(sent: Partial<EntryInput>, ctx: Asked, { agreement, pack, others }: About): FieldProblem | null {
  if (!sent.start) return pack?.entryFields.includes('start') ? say('supervision.start.needed') : null;
  const start = clockReading(sent.start, ctx.locale);
  const date = sent.date === undefined ? null : dateReadingIn(sent.date, ctx, agreement);
  const length = sent.minutes === undefined ? null : minutesReading(sent.minutes, pack?.roundTo ?? 1);
  if ('problem' in start) return start.problem;
  if (date === null || length === null || 'problem' in date || 'problem' in length) return null;
  if (sent.overlap === 'yes') return null;
  const these = { date: date.value, start: start.value, minutes: length.value };
  return others.some((e) => overlaps(these, e)) ? say('supervision.start.overlap') : null;
}

/** Minutes observed are part of the entry: there can't be more of them. */
function observedProblem({ observed, minutes }: Partial<EntryInput>, pack: Pack | null): FieldProblem | null {
  if (!observed) return null;
  const read = readDuration(observed, 'minutes');
  const length = minutes === undefined ? null : minutesReading(minutes, pack?.roundTo ?? 1);
  const most = length !== null && 'value' in length ? length.value : entryLimits.minutes;
  return read !== null && read.minutes >= 1 && read.minutes <= most ? null : say('supervision.observed.error');
}
