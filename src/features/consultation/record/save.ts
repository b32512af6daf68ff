import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import { type Asked, type Context, groupOf } from '../../../runtime/context.ts';
import { decided, type Outcome, put, show } from '../../../runtime/decision.ts';
import { fieldIssue } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { checkedValue, clockReading, dateReading } from '../../../runtime/typed-fields.ts';
import { Id } from '../../../storage/kind.ts';
import { clockOf, dateOf, daysBetween } from '../../../time/time.ts';
import { Members, memberId } from '../../group/model.ts';
import { isMine } from '../authorship.ts';
import { edited } from '../case/edited.ts';
import type { Raw } from '../case/review.ts';
import { consultationIn } from '../find.ts';
import { madeBy } from '../form-token.ts';
import { type Consultation, limits, topics } from '../model.ts';
import { closing } from '../thread/close.ts';
import { outcomeDraft } from '../thread/outcome.ts';
import { beforeOf } from './before.ts';
import { followUpJob } from './follow-up.ts';
import { type RecordForm, recordForm } from './forms.ts';
import {
  type Consultant,
  type ConsultationRecord,
  lateDays,
  minutesReading,
  modes,
  Records,
  readOutsiders,
  textLimits,
  textsFrom,
} from './model.ts';
import { wasDeleted } from './own-records.ts';
import { dayOf, problems } from './problems.ts';

const optional = (max: number) => z.string().trim().max(max).default('');

const Input = z.object({
  group: z.string(),
  form: z.enum(['close', 'log', 'edit', 'editLog']).catch('log'),
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
  date: z.string().trim().optional(),
  time: z.string().trim().optional(),
  mode: z.enum(modes).optional(),
  topic: z.enum(topics).optional(),
  share: z.enum(['yes', 'no']).default('no'),
});
type Input = z.output<typeof Input>;

/** Saves a record as a draft; from a thread, it closes that too. Nothing is final before "Finish". */
export const saveRecord = command({
  name: 'record.save',
  scans: true,
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: Input,
  refill: async (values, errors, ctx) => formAgain(ctx, values, errors),
  check: async (input, ctx) => {
    const before = input.record ? await ctx.read.get(Records, input.record) : null;
    const today = dateOf(ctx.now, zoneOf(ctx));
    return {
      ...(input.form !== 'close' && input.question === undefined ? { question: say('field.required') } : {}),
      ...problems(input, { before, me: ctx.me, today, locale: ctx.locale }),
    };
  },
  decide: async (input, ctx): Promise<Outcome> => {
    const before = input.record ? await ctx.read.get(Records, input.record) : null;
    if (input.record && before === null) return refusal('gone');
    if (before?.status === 'final') return refusal('recordFinal');
    const about = await aboutOf(ctx, input.consultation ?? before?.consultation ?? null);
    // A record that I have keeps its thread, also when nothing shows any more that I asked.
    if (about && about.id !== before?.consultation && !(await isMine(ctx, about))) return refusal('notYours');
    return save(ctx, input, before, about);
  },
});

const aboutOf = async (ctx: Context, id: string | null): Promise<Consultation | null> =>
  id === null ? null : consultationIn(ctx, id);

const zoneOf = (ctx: Asked): string => ctx.zone ?? groupOf(ctx).zone;

function formAgain(ctx: Asked, values: Readonly<Record<string, string>>, errors: Readonly<Record<string, Msg>>) {
  const to = Object.fromEntries(['consultation', 'record', 'once'].flatMap((k) => (values[k] ? [[k, values[k]]] : [])));
  return recordForm(
    Input.shape.form.parse(values.form) as RecordForm,
    { group: groupOf(ctx).id, ...to },
    values,
    errors,
  );
}

/** The same form sent twice: there is one record, and it is shown. */
const sameTexts = (a: ConsultationRecord, b: ConsultationRecord): boolean =>
  a.question === b.question && a.guidance === b.guidance && a.decision === b.decision && a.rationale === b.rationale;

/** A closing happens now; for what happened elsewhere the time is what was typed, or not known. */
function timeOf(
  ctx: Context,
  input: Input,
  before: ConsultationRecord | null,
  about: Consultation | null,
  zone: string,
): string | null {
  if (input.form === 'log' || input.form === 'editLog')
    return input.time === undefined ? null : checkedValue(clockReading(input.time, ctx.locale));
  return before?.on.time ?? (about ? clockOf(ctx.now, zone) : null);
}

/** Colleagues with the credential of the day; who advised before keeps the one of then. */
async function advisersOf(
  ctx: Context,
  people: readonly string[],
  before: ConsultationRecord | null,
): Promise<Consultant[]> {
  const members = await ctx.read.getMany(
    Members,
    people.map((who) => memberId(groupOf(ctx).id, who)),
  );
  return people.map((who, i) => {
    const known = before?.consultants.find((c) => 'person' in c && c.person === who);
    return known ?? { person: who, credential: members[i]?.credential ?? '' };
  });
}

async function save(
  ctx: Context,
  input: Input,
  before: ConsultationRecord | null,
  about: Consultation | null,
): Promise<Outcome> {
  const zone = zoneOf(ctx);
  const today = dateOf(ctx.now, zone);
  const typed = { today, locale: ctx.locale };
  const on = dayOf(input, { before, me: ctx.me, ...typed });
  if (typeof on !== 'string') throw new Error('a day was used before it was checked');
  const own = before === null ? await madeBy(ctx, 'record', input.once) : null;
  if (own !== null && (await wasDeleted(ctx, own))) return refusal('gone');
  const made = own === null ? null : await ctx.read.get(Records, own);
  const id = before?.id ?? (made === null ? own : null) ?? ctx.ids.next();
  const kept = ((await ctx.drafts(id)) as Raw | null)?.fields;
  const now = edited(
    {
      question: input.question ?? before?.question ?? about?.text?.question ?? '',
      facts: kept?.facts ?? before?.facts ?? '',
      guidance: input.guidance,
      decision: input.decision,
      rationale: input.rationale,
      codes: kept?.codes ?? before?.codesOrLaws ?? '',
      actions: kept?.actions ?? before?.actions.join('\n') ?? '',
    },
    await beforeOf(ctx, before ?? made, about),
    ctx.lexicon,
  );
  const r: ConsultationRecord = {
    id,
    owner: ctx.me,
    group: groupOf(ctx).id,
    consultation: about?.id ?? before?.consultation ?? null,
    caseRef: before?.caseRef ?? ctx.ids.next().slice(0, 4).toUpperCase(),
    on: { date: on, time: timeOf(ctx, input, before, about, zone), zone },
    late: daysBetween(on, dateOf(before?.writtenAt ?? ctx.now, zone)) > lateDays,
    minutes: checkedValue(minutesReading(input.minutes)),
    mode: input.mode ?? before?.mode ?? 'thread',
    topic: input.topic ?? before?.topic ?? about?.topic ?? 'case',
    format: 'curbside',
    consultants: [...(await advisersOf(ctx, input.advisers, before)), ...input.outsiders],
    ...textsFrom(now.draft.fields),
    unsure: now.draft.unsure,
    riskFlags: before?.riskFlags ?? ['not_stated'],
    followUpOn:
      input.followUp === ''
        ? null
        : checkedValue(dateReading(input.followUp, { ...typed, toward: 'future' }, 'followUp')),
    charted: before?.charted ?? false,
    status: 'draft',
    amendments: [],
    writtenAt: before?.writtenAt ?? ctx.now,
    finalAt: null,
  };
  if (made !== null && sameTexts(made, r)) {
    return decided(show('record.show', { group: made.group, record: made.id }, say('record.saved')));
  }
  const closes =
    about !== null && about.status === 'open' ? await closing(ctx, about, null) : { changes: [], sends: [], due: [] };
  const outcome =
    input.share === 'yes' && about !== null && r.decision !== ''
      ? outcomeDraft(ctx, about, r.decision, now.draft.chosen)
      : null;
  const plainNote = closes.changes.length > 0 ? say('record.savedClosed') : say('record.saved');
  const note = outcome ? say('record.savedShare') : plainNote;
  return decided(
    outcome
      ? show('consult.preview', { group: r.group, draft: outcome.id }, note)
      : show('record.show', { group: r.group, record: r.id }, note),
    {
      changes: [put(Records, r), ...closes.changes, ...(outcome?.changes ?? [])],
      sends: closes.sends,
      due: [...closes.due, ...(await followUpJob(ctx, r, about))],
      drafts: [
        { keep: r.id, value: now.raw },
        ...(outcome ? [{ keep: outcome.id, value: { ...now.raw, fields: { text: input.decision } } }] : []),
      ],
    },
  );
}
