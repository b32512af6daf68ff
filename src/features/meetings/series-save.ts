import { z } from 'zod';
import { type Msg, say } from '../../i18n/message.ts';
import { type Asked, type Context, groupOf } from '../../runtime/context.ts';
import { decided, type Outcome, put, type Refusal, show } from '../../runtime/decision.ts';
import { type FieldProblem, found } from '../../runtime/field-errors.ts';
import { madeBy } from '../../runtime/form-token.ts';
import { identifiersIn } from '../../runtime/identifiers.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command } from '../../runtime/route.ts';
import {
  checkedValue,
  clockReading,
  dateReading,
  problemOf,
  shownDate,
  zoneReading,
} from '../../runtime/typed-fields.ts';
import { Id } from '../../storage/kind.ts';
import { nextTime, weekdayOf } from '../../time/recurrence.ts';
import { dateOf, instantOf } from '../../time/time.ts';
import { readDuration } from '../../time/typed-duration.ts';
import { refilled } from '../../view/build.ts';
import { oneLine } from '../../view/one-line.ts';
import type { Form } from '../../view/view.ts';
import { carried, toChannel, withoutAbsent } from './change.ts';
import { seriesMovedCard } from './change-views.ts';
import { toGuests } from './guest-news.ts';
import { guestMovedCard } from './guest-news-views.ts';
import {
  emptySlot,
  GroupMeetings,
  isTaken,
  lengths,
  type Meeting,
  mostSeries,
  mostSlots,
  places,
  repeats,
  ruleOf,
  type Series,
  SeriesOf,
} from './model.ts';
import { partNews } from './part-news.ts';
import { jobsOf, plan, plannedOf, regularTime, seriesIn } from './planning.ts';
import { remindAt } from './reminder.ts';
import { first, presents } from './rota.ts';
import { common, runningSeries } from './series.ts';
import { asAsked, templatesFor } from './series-structures-views.ts';
import { seriesForm } from './series-views.ts';
import { structuresIn } from './structures.ts';
import { videoLink } from './video-link.ts';

const minutesOf = (typed: string): number | null => {
  const minutes = readDuration(typed, 'minutes')?.minutes ?? null;
  return minutes !== null && minutes >= lengths.minutes.min && minutes <= lengths.minutes.max ? minutes : null;
};

const Input = z.object({
  group: z.string(),
  /** The series that is changed; without it, a new one starts. */
  series: Id.optional(),
  title: z.string().transform(oneLine).pipe(z.string().min(1).max(lengths.title)),
  repeats: z.enum(repeats),
  startsOn: z.string(),
  time: z.string(),
  zone: z.string(),
  minutes: z.string(),
  place: z.enum(places).default('channel'),
  link: z.string().trim().max(lengths.link).default(''),
  slots: z.coerce.number().int().min(1).max(mostSlots).default(1),
  /** Of all cases. */
  template: z.string().max(30).default(asAsked),
  once: z.string().optional(),
});
type Input = z.output<typeof Input>;

/** What its first date is called in the form. */
const firstIn = ({ series }: Partial<Pick<Input, 'series'>>) => (series === undefined ? 'firstMeeting' : 'nextMeeting');

export const save = command({
  ...common,
  who: 'owner',
  name: 'meeting.series.save',
  opensWith: 'meeting.series.form',
  scans: true,
  ack: 'private',
  input: Input,
  refill: async (values, errors, ctx) => {
    const blank = await formAgain(values, ctx);
    return 'refused' in blank ? blank : refilled(blank, values, errors);
  },
  check: async (input, ctx) => {
    const zone = input.zone === undefined ? null : zoneReading(input.zone);
    const about = startDay(ctx, zone !== null && 'value' in zone ? zone.value : groupOf(ctx).zone);
    const starts = input.startsOn === undefined ? null : dateReading(input.startsOn, about, firstIn(input));
    return found({
      title: identifiersIn(input.title ?? '', ctx),
      zone: zone && problemOf(zone),
      startsOn: starts && (problemOf(starts) ?? pastProblem(input, checkedValue(starts), ctx)),
      time: input.time === undefined ? null : problemOf(clockReading(input.time, ctx.locale)),
      minutes:
        input.minutes === undefined || minutesOf(input.minutes) !== null
          ? null
          : say('meet.minutes.error', lengths.minutes),
      link: linkProblem(input),
    });
  },
  decide: async (input, ctx): Promise<Outcome> => {
    if (input.series !== undefined) return changed(input, input.series, ctx);
    const group = groupOf(ctx).id;
    // The same form sent twice is one series.
    const own = await madeBy(ctx, 'series', input.once);
    const given = written(input, ctx);
    const saved = show('meeting.next', { group }, say('meet.series.saved'));
    if (own !== null && (await ctx.read.get(SeriesOf, own)) !== null) return decided(saved);
    if ((await seriesIn(ctx.read, group)).length >= mostSeries) return refusal('seriesMany');
    const id = own ?? ctx.ids.next();
    const series: Series = { ...given, id, group, queue: [], ended: false, endedAt: null, revision: 0 };
    const first = await plan(ctx, series, ctx.now, 0);
    const changes = first.changes.length > 0 ? first.changes : [put(SeriesOf, series)];
    return decided(saved, { ...first, changes });
  },
});

async function formAgain(values: Readonly<Record<string, string>>, ctx: Asked): Promise<Form | Refusal> {
  const group = groupOf(ctx);
  const of = { group, locale: ctx.locale, structures: await structuresIn(ctx, group.id, ctx.locale) };
  if (!values.series) return seriesForm(of, { once: values.once ?? '' });
  const series = await runningSeries(ctx, values.series);
  return series === null ? refusal('gone') : seriesForm(of, { series, next: null });
}

const startDay = (ctx: Asked, zone: string) =>
  ({ today: dateOf(ctx.now, zone), locale: ctx.locale, toward: 'future' }) as const;

/** A first date in the past is asked about, with the next one of the series in its place. */
function pastProblem(input: Partial<Input>, startsOn: string, ctx: Asked): FieldProblem | null {
  const zone = zoneReading(input.zone ?? '');
  const time = clockReading(input.time ?? '', ctx.locale);
  if (input.series !== undefined || input.repeats === undefined || !('value' in zone) || !('value' in time))
    return null;
  const rule = { startsOn, time: time.value, zone: zone.value };
  if (instantOf(startsOn, time.value, zone.value) > ctx.now) return null;
  const at = nextTime({ ...rule, rrule: ruleOf(input.repeats, startsOn, weekdayOf(startsOn)) }, ctx.now);
  if (at === null) return null;
  const day = shownDate(dateOf(at, zone.value), ctx.locale);
  return { msg: say('meet.series.past', { day }), offer: day };
}

function linkProblem({ place, link = '' }: Partial<Input>): Msg | null {
  if (place !== 'link' && link === '') return null;
  return videoLink(link) ? null : say('meet.link.error');
}

/** What a form says of a series. Its fields were checked before. */
function written(input: Input, ctx: Context, before: readonly string[] = []) {
  const zone = checkedValue(zoneReading(input.zone));
  const startsOn = checkedValue(dateReading(input.startsOn, startDay(ctx, zone), firstIn(input)));
  return {
    ...{ title: input.title, repeats: input.repeats, startsOn, zone },
    rrule: ruleOf(input.repeats, startsOn, weekdayOf(startsOn)),
    time: checkedValue(clockReading(input.time, ctx.locale)),
    minutes: minutesOf(input.minutes) ?? lengths.minutes.min,
    ...{ place: input.place, link: input.link, slots: input.slots },
    templates: templatesFor(input.slots, input.template, before),
  };
}

/**
 * A series goes on by another rule: its next meeting moves there, with what is on its agenda. Where the rule has that meeting as
 * before, it stays where it is, moved or not.
 */
async function changed(input: Input, id: string, ctx: Context): Promise<Outcome> {
  const before = await runningSeries(ctx, id);
  if (before === null) return refusal('gone');
  const series: Series = { ...before, ...written(input, ctx, before.templates), revision: before.revision + 1 };
  const planned = (await plannedOf(ctx.read, series.group)).find((m) => m.series === id);
  const regular = planned === undefined ? null : regularTime(planned);
  const stays = planned !== undefined && regular !== null && nextTime(series, regular - 1) === regular;
  const at = stays ? planned.at : nextTime(series, ctx.now);
  const isPast = !stays && instantOf(series.startsOn, series.time, series.zone) <= ctx.now;
  const note = say(isPast ? 'meet.series.changed.past' : 'meet.series.changed');
  const done = show('meeting.next', { group: series.group }, note);
  if (planned === undefined || at === null) return decided(done, { changes: [put(SeriesOf, series)] });
  const moved: Meeting = {
    ...{ ...planned, at, regularAt: stays ? planned.regularAt : null },
    absent: at === planned.at ? planned.absent : [],
    ...{ minutes: series.minutes, slots: slotsFor(planned, series.slots) },
    revision: Math.max(planned.revision + 1, series.revision),
  };
  const after = await withoutAbsent(ctx, {
    meeting: moved,
    series: { ...series, queue: keepingTurns(planned, moved, series) },
  });
  return decided(done, {
    changes: [put(SeriesOf, after.series), put(GroupMeetings, after.meeting), ...(await carried(ctx, after.meeting))],
    due: at === planned.at ? [] : jobsOf(after.meeting, groupOf(ctx), ctx.now),
    sends: [
      ...(await partNews(ctx, planned, after.meeting, {
        by: [ctx.me],
        ...(at === planned.at ? {} : { remindedAt: remindAt(at, groupOf(ctx), ctx.now) }),
      })),
      ...(at === planned.at
        ? []
        : [
            toChannel(ctx, after.meeting, seriesMovedCard(series, after.meeting)),
            ...(await toGuests(
              ctx,
              after.meeting,
              guestMovedCard(after.meeting, planned.at),
              Math.min(planned.at, after.meeting.at),
            )),
          ]),
    ],
  });
}

/** Whose turn has no slot anymore comes first at the next meeting. */
const keepingTurns = (before: Meeting, after: Meeting, { queue }: Series): string[] =>
  first(
    queue,
    before.slots.flatMap(({ presenter }) => (presenter === null || presents(after, presenter) ? [] : [presenter])),
  );

/** So many slots, and more where there is something in them. */
function slotsFor({ slots }: Meeting, n: number): Meeting['slots'] {
  const kept = slots.filter((slot, i) => i < n || isTaken(slot));
  return [...kept, ...Array.from({ length: Math.max(0, n - kept.length) }, () => emptySlot)];
}
