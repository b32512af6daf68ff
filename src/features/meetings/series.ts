import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { groupOf } from '../../runtime/context.ts';
import { decided, drop, put, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { madeBy, onceFor } from '../../runtime/form-token.ts';
import { identifiersIn } from '../../runtime/identifiers.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query, slash } from '../../runtime/route.ts';
import { checkedValue, clockReading, dateReading, problemOf, zoneReading } from '../../runtime/typed-fields.ts';
import { allOf } from '../../storage/find-all.ts';
import { Id } from '../../storage/kind.ts';
import { weekdayOf } from '../../time/recurrence.ts';
import { dateOf } from '../../time/time.ts';
import { readDuration } from '../../time/typed-duration.ts';
import { refilled } from '../../view/build.ts';
import { oneLine } from '../../view/one-line.ts';
import {
  GroupMeetings,
  lengths,
  mostSeries,
  mostSlots,
  places,
  repeats,
  ruleOf,
  type Series,
  SeriesOf,
} from './model.ts';
import { plan, seriesIn } from './planning.ts';
import { seriesCard, seriesForm } from './series-views.ts';

/** What every route of meetings has in common. */
export const common = { who: 'member', feature: 'consultation' } as const;
export const OfGroup = z.object({ group: z.string().optional() });

/** `/meeting series`: the group's series, and for its owners the way to start or end one. */
export const list = query({
  ...common,
  name: 'meeting.series',
  ack: 'private',
  slash: slash('meeting', 'series', 'meet.series.help'),
  input: OfGroup,
  show: async (_input, ctx) => {
    const group = groupOf(ctx);
    return seriesCard(group.id, await seriesIn(ctx.read, group.id), group.owners.includes(ctx.me));
  },
});

export const form = query({
  ...common,
  who: 'owner',
  name: 'meeting.series.form',
  ack: 'form',
  input: OfGroup,
  show: async (_input, ctx) => seriesForm(groupOf(ctx), ctx.locale, await onceFor(ctx, 'series')),
});

const minutesOf = (typed: string): number | null => {
  const minutes = readDuration(typed)?.minutes ?? null;
  return minutes !== null && minutes >= lengths.minutes.min && minutes <= lengths.minutes.max ? minutes : null;
};

export const save = command({
  ...common,
  who: 'owner',
  name: 'meeting.series.save',
  opensWith: 'meeting.series.form',
  scans: true,
  ack: 'private',
  input: z.object({
    group: z.string(),
    title: z.string().transform(oneLine).pipe(z.string().min(1).max(lengths.title)),
    repeats: z.enum(repeats),
    startsOn: z.string(),
    time: z.string(),
    zone: z.string(),
    minutes: z.string(),
    place: z.enum(places).default('channel'),
    slots: z.coerce.number().int().min(1).max(mostSlots).default(1),
    once: z.string().optional(),
  }),
  refill: async (values, errors, ctx) =>
    refilled(seriesForm(groupOf(ctx), ctx.locale, values.once ?? ''), values, errors),
  check: async (input, ctx) => {
    const zone = input.zone === undefined ? null : zoneReading(input.zone);
    const about = {
      today: dateOf(ctx.now, zone !== null && 'value' in zone ? zone.value : groupOf(ctx).zone),
      locale: ctx.locale,
      toward: 'future',
    } as const;
    return found({
      title: identifiersIn(input.title ?? '', ctx),
      zone: zone && problemOf(zone),
      startsOn: input.startsOn === undefined ? null : problemOf(dateReading(input.startsOn, about, 'from')),
      time: input.time === undefined ? null : problemOf(clockReading(input.time, ctx.locale)),
      minutes:
        input.minutes === undefined || minutesOf(input.minutes) !== null
          ? null
          : say('meet.minutes.error', lengths.minutes),
    });
  },
  decide: async (input, ctx) => {
    const group = groupOf(ctx);
    // The same form sent twice is one series.
    const own = await madeBy(ctx, 'series', input.once);
    if (own !== null && (await ctx.read.get(SeriesOf, own)) !== null)
      return decided(show('meeting.next', { group: group.id }, say('meet.series.saved')));
    if ((await seriesIn(ctx.read, group.id)).length >= mostSeries) return refusal('seriesMany');
    const zone = checkedValue(zoneReading(input.zone));
    const about = { today: dateOf(ctx.now, zone), locale: ctx.locale, toward: 'future' } as const;
    const startsOn = checkedValue(dateReading(input.startsOn, about, 'from'));
    const series: Series = {
      ...{ id: own ?? ctx.ids.next(), group: group.id, title: input.title, repeats: input.repeats },
      rrule: ruleOf(input.repeats, startsOn, weekdayOf(startsOn)),
      ...{ startsOn, time: checkedValue(clockReading(input.time, ctx.locale)), zone },
      minutes: minutesOf(input.minutes) ?? lengths.minutes.min,
      ...{ place: input.place, slots: input.slots, queue: [], ended: false },
    };
    const first = await plan(ctx, series, ctx.now, 0);
    const changes = first.changes.length > 0 ? first.changes : [put(SeriesOf, series)];
    return decided(show('meeting.next', { group: group.id }, say('meet.series.saved')), { ...first, changes });
  },
});

/** No more meetings of a series; those that were stay. */
export const end = command({
  ...common,
  who: 'owner',
  name: 'meeting.series.end',
  ack: 'private',
  input: z.object({ group: z.string(), series: Id }),
  decide: async (input, ctx) => {
    const series = await ctx.read.get(SeriesOf, input.series);
    if (series === null || series.group !== groupOf(ctx).id) return refusal('gone');
    const planned = (await allOf(ctx.read, GroupMeetings, 'series', { equal: series.id })).filter(
      ({ status }) => status === 'planned',
    );
    return decided(show('meeting.series', { group: series.group }, say('meet.series.ended')), {
      changes: [put(SeriesOf, { ...series, ended: true }), ...planned.map((m) => drop(GroupMeetings, m.id))],
      due: planned.map((m) => ({ cancel: 'meeting.open', subject: m.id })),
    });
  },
});
