import { z } from 'zod';
import { type Msg, say } from '../../../i18n/message.ts';
import { type Asked, type Context, groupOf } from '../../../runtime/context.ts';
import { type Again, decided, type Outcome, put, show } from '../../../runtime/decision.ts';
import { fieldIssue } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { clockOf, dateOf, daysBetween, readDate } from '../../../time/time.ts';
import { Members, memberId } from '../../group/model.ts';
import { isMine } from '../authorship.ts';
import { edited } from '../case/edited.ts';
import type { Raw } from '../case/review.ts';
import { consultationIn } from '../find.ts';
import { madeBy } from '../form-token.ts';
import { type Consultation, limits, topics } from '../model.ts';
import { closing } from '../thread/close.ts';
import { posted } from '../thread/edit.ts';
import { outcomeDraft } from '../thread/outcome.ts';
import { followUpJob } from './follow-up.ts';
import { type RecordForm, recordForm } from './forms.ts';
import {
  type Consultant,
  type ConsultationRecord,
  lateDays,
  modes,
  Records,
  readMinutes,
  readOutsiders,
  readTime,
  textLimits,
  textsFrom,
} from './model.ts';
import { recordBefore } from './open.ts';
import { wasDeleted } from './own-records.ts';
import { problems } from './problems.ts';

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
  minutes: z.string().transform((typed, ctx) => {
    const read = readMinutes(typed);
    if ('wrong' in read) ctx.addIssue(fieldIssue(read.wrong));
    return 'wrong' in read ? { minutes: 0, plain: true } : read;
  }),
  followUp: z.string().trim().default(''),
  date: z.string().trim().optional(),
  time: z
    .string()
    .trim()
    .transform((typed, ctx) => {
      const read = readTime(typed);
      if (read === null) ctx.addIssue(fieldIssue(say('record.at.error')));
      return read ?? '';
    })
    .optional(),
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
  decide: async (input, ctx): Promise<Outcome> => {
    const before = input.record ? await ctx.read.get(Records, input.record) : null;
    if (input.record && before === null) return refusal('gone');
    if (before?.status === 'final') return refusal('recordFinal');
    const about = await aboutOf(ctx, input.consultation ?? before?.consultation ?? null);
    // A record that I have keeps its thread, also when nothing shows any more that I asked.
    if (about && about.id !== before?.consultation && !(await isMine(ctx, about))) return refusal('notYours');
    const today = dateOf(ctx.now, zoneOf(ctx));
    const wrong = problems(input, { before, me: ctx.me, today });
    if (wrong !== null) return again(ctx, input, wrong, say('form.pleaseCheck'));
    if (!input.minutes.plain) {
      const { minutes } = input.minutes;
      return again(
        ctx,
        input,
        { minutes: say('field.minutesRead', { minutes }) },
        say('form.confirmMinutes', { minutes }),
      );
    }
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

function again(ctx: Context, input: Input, errors: Record<string, Msg>, note: Msg): Again {
  const { minutes, advisers, outsiders, ...rest } = input;
  const values = {
    ...Object.fromEntries(Object.entries(rest).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]]))),
    minutes: String(minutes.minutes),
    advisers: advisers.join(','),
    outsiders: outsiders
      .map((o) => ('name' in o ? (o.credential ? `${o.name}, ${o.credential}` : o.name) : ''))
      .join('\n'),
  };
  return { again: formAgain(ctx, values, errors), note };
}

/** Where an edit begins: what was decided about words of this record stays decided, and so does what was posted. */
async function beforeOf(ctx: Asked, before: ConsultationRecord | null, about: Consultation | null) {
  if (before) return recordBefore(ctx, before);
  if (!about?.text) return null;
  const { question } = about.text;
  return { ...posted(ctx, about.text, about.hiddenAt !== null), fields: { question } };
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
  if (input.form === 'log' || input.form === 'editLog') return input.time ?? null;
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
  const on = input.date === undefined ? (before?.on.date ?? today) : (readDate(input.date, today) ?? today);
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
    minutes: input.minutes.minutes,
    mode: input.mode ?? before?.mode ?? 'thread',
    topic: input.topic ?? before?.topic ?? about?.topic ?? 'case',
    format: 'curbside',
    consultants: [...(await advisersOf(ctx, input.advisers, before)), ...input.outsiders],
    ...textsFrom(now.draft.fields),
    unsure: now.draft.unsure,
    riskFlags: before?.riskFlags ?? ['not_stated'],
    followUpOn: input.followUp === '' ? null : readDate(input.followUp, today),
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
