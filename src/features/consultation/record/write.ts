import { type Asked, type Context, groupOf } from '../../../runtime/context.ts';
import { checkedValue, clockReading, dateReading } from '../../../runtime/typed-fields.ts';
import { clockOf, dateOf, daysBetween } from '../../../time/time.ts';
import { type Edited, edited } from '../case/edited.ts';
import type { Reported } from '../case/reported.ts';
import { asksAll, lexiconFor } from '../case/review.ts';
import type { Consultation } from '../model.ts';
import { quickId } from '../templates/all.ts';
import { recordFrom } from '../templates/prefill.ts';
import { standingIn } from '../thread/labels.ts';
import { reportsOn } from '../thread/reports.ts';
import { quoted, storedAdvice } from './advice.ts';
import { colleagueNames, consultantsOf, repliesWith } from './advisers.ts';
import { beforeOf, rawOfRecord } from './before.ts';
import { type Consultant, type ConsultationRecord, lateDays, minutesReading, type Source, textsFrom } from './model.ts';
import { dayOf } from './problems.ts';
import type { SaveInput } from './save-input.ts';

/** Where the writer's calendar is. */
export const zoneOf = (ctx: Asked): string => ctx.zone ?? groupOf(ctx).zone;

/** What a form is about: the record that it changes or made, under which id, and the thread it came from. */
export interface Subject {
  readonly id: string;
  readonly before: ConsultationRecord | null;
  /** What the same form made when it was sent before. */
  readonly made: ConsultationRecord | null;
  readonly about: Consultation | null;
}

/** A record as a form says it, without identifiers of a client, and what goes to memory. Fields were checked before. */
export async function written(
  ctx: Context,
  input: SaveInput,
  of: Subject,
): Promise<{ record: ConsultationRecord; now: Edited; reported: Reported }> {
  const { before, about } = of;
  const people = await consultantsOf(ctx, about, input.advisers, before);
  const consultants = [...people, ...input.outsiders.map(({ name, credential }) => ({ name, credential }))];
  const { sources, now, reported } = await checkedTexts(ctx, input, of, consultants);
  const texts = textsFrom(now.draft.fields);
  const guidance = storedAdvice(texts.guidance, sources, ctx.locale);
  const record: ConsultationRecord = {
    id: of.id,
    owner: ctx.me,
    group: groupOf(ctx).id,
    consultation: about?.id ?? before?.consultation ?? null,
    caseRef: before?.caseRef ?? ctx.ids.next().slice(0, 4).toUpperCase(),
    ...whenOf(ctx, input, of),
    minutes: checkedValue(minutesReading(input.minutes)),
    mode: input.mode ?? before?.mode ?? 'thread',
    topic: topicOf(input, of),
    format: before?.format ?? about?.structure?.id ?? quickId,
    consultants,
    ...texts,
    guidance,
    sources: quoted(guidance, sources),
    unsure: now.draft.unsure,
    version: (before?.version ?? 0) + 1,
    changed: before?.changed ?? null,
    riskFlags: before?.riskFlags ?? ['not_stated'],
    charted: before?.charted ?? false,
    imported: before?.imported ?? null,
    status: 'draft',
    amendments: [],
    finalAt: null,
  };
  return { record, now, reported };
}

const topicOf = (input: SaveInput, { before, about }: Subject): ConsultationRecord['topic'] =>
  input.topic ?? before?.topic ?? about?.topic ?? 'case';

/** The texts as they may be kept. The names of the colleagues who advised stay in them. */
async function checkedTexts(ctx: Context, input: SaveInput, of: Subject, consultants: readonly Consultant[]) {
  const { before, about } = of;
  const earlier = before ?? of.made;
  const thread = await repliesWith(ctx, about);
  // What the record says of its replies counts, whatever became of them since.
  const known: readonly Source[] = earlier?.sources ?? [];
  const sources = [...known, ...thread.sources.filter(({ n }) => !known.some((s) => s.n === n))];
  const kept = before && (await rawOfRecord(before, ctx))?.fields;
  const given =
    about === null
      ? {}
      : recordFrom(
          ctx,
          about,
          thread.replies.filter((r) => r.voice === 'asker'),
        );
  const fields = {
    question: input.question ?? before?.question ?? about?.text?.question ?? '',
    facts: kept?.facts ?? before?.facts ?? given.facts ?? about?.text?.facts ?? '',
    guidance: input.guidance,
    decision: input.decision,
    rationale: input.rationale,
    codes: kept?.codes ?? before?.codesOrLaws ?? given.codes ?? '',
    actions: kept?.actions ?? before?.actions.join('\n') ?? given.actions ?? '',
  };
  const colleagues = await colleagueNames(ctx, consultants);
  const from = await beforeOf(ctx, earlier, about, thread);
  // What was reported in the thread is asked about here too: the decision may be shared, and the record is kept.
  const reported = { ...(await reportsOn(ctx, about)), seen: before !== null, warned: false };
  const standing = await standingIn(ctx, about);
  // A question of a topic that asks about every word stays one, whatever topic its record is given.
  const topics = [topicOf(input, of), about?.topic ?? 'case'];
  const lexicon = lexiconFor(ctx.lexicon, topics.find(asksAll) ?? 'case');
  return { sources, reported, now: edited(fields, from, lexicon, { colleagues, standing, reported }) };
}

function whenOf(ctx: Context, input: SaveInput, { before, about }: Subject) {
  const zone = zoneOf(ctx);
  const typed = { today: dateOf(ctx.now, zone), locale: ctx.locale };
  const date = dayOf(input, { before, me: ctx.me, ...typed });
  if (typeof date !== 'string') throw new Error('a day was used before it was checked');
  const writtenAt = before?.writtenAt ?? ctx.now;
  const followUp = dateReading(input.followUp, { ...typed, toward: 'future' }, 'followUp');
  return {
    on: { date, time: timeOf(ctx, input, before, about), zone },
    late: daysBetween(date, dateOf(writtenAt, zone)) > lateDays,
    writtenAt,
    followUpOn: input.followUp === '' ? null : checkedValue(followUp),
  };
}

/** A closing happens now; for what happened elsewhere the time is what was typed, or not known. */
function timeOf(
  ctx: Context,
  input: SaveInput,
  before: ConsultationRecord | null,
  about: Consultation | null,
): string | null {
  if (input.form === 'log' || input.form === 'editLog')
    return input.time === undefined ? null : checkedValue(clockReading(input.time, ctx.locale));
  return before?.on.time ?? (about ? clockOf(ctx.now, zoneOf(ctx)) : null);
}
