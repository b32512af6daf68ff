import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, type Context, groupOf } from '../../runtime/context.ts';
import { type Change, decided, type Outcome, put, type Refusal, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { checkedValue, clockReading, dateReading, problemOf, shownTime } from '../../runtime/typed-fields.ts';
import { Id } from '../../storage/kind.ts';
import { nextTime } from '../../time/recurrence.ts';
import { clockOf, dateOf, instantOf } from '../../time/time.ts';
import { shownZone } from '../../time/typed-zone.ts';
import { dateField, form, quiet, refilled, textField, when } from '../../view/build.ts';
import type { Card, Form } from '../../view/view.ts';
import { canceledCard, movedCard } from './change-views.ts';
import { FollowUps } from './follow-up-model.ts';
import { Guests, guestsOf } from './guest-model.ts';
import { toGuests } from './guest-news.ts';
import { guestCanceledCard, guestMovedCard } from './guest-news-views.ts';
import { mayChange } from './may-change.ts';
import { endOf, GroupMeetings, isTaken, type Meeting, rotated, type Series, SeriesOf } from './model.ts';
import { followUpsFor } from './opening.ts';
import { noNews, partNews } from './part-news.ts';
import { jobsOf, meetingIn, noJobs, plan, plannedOf, regularTime } from './planning.ts';
import { remindAt } from './reminder.ts';
import { comingTo, first, hereAt, membersOf, type Rota, replaced } from './rota.ts';
import { common } from './series.ts';
import { asksOf, SwapAsks } from './swap-model.ts';

const OfMeeting = z.object({ group: z.string(), meeting: Id });

/** A meeting that I may change, with its series, or why not. */
async function mine(ctx: Asked, id: string | undefined, status: Meeting['status']): Promise<Rota | Refusal> {
  const meeting = id === undefined ? null : await meetingIn(ctx, id);
  const series = meeting && (await ctx.read.get(SeriesOf, meeting.series));
  if (!meeting || !series || meeting.status !== status) return refusal('gone');
  return mayChange(ctx, meeting) ? { meeting, series } : refusal('meetingChange');
}

/** To the channel of a meeting, about a change of it. */
export const toChannel = (ctx: Context, m: Meeting, post: Card): Send => ({
  post,
  id: ctx.ids.next(),
  to: { is: 'group', group: m.group },
  subject: m.id,
  notBefore: ctx.now,
  notAfter: endOf(m),
});

export const move = query({
  ...common,
  name: 'meeting.move',
  ack: 'form',
  input: OfMeeting,
  show: async (input, ctx) => {
    const of = await mine(ctx, input.meeting, 'planned');
    return 'refused' in of ? of : moveForm(of, ctx.locale);
  },
});

const moveForm = ({ meeting: m, series }: Rota, locale: string): Form =>
  form({
    title: say('meet.move'),
    intro: [quiet(say('meet.move.intro'), when(m.at))],
    fields: [
      dateField('date', say('meet.move.date'), { required: true, value: dateOf(m.at, series.zone) }),
      textField(
        'time',
        say('meet.time'),
        { max: 20 },
        {
          required: true,
          hint: say('meet.move.zone', { zone: shownZone(series.zone, locale) }),
          value: shownTime(clockOf(m.at, series.zone), locale),
        },
      ),
    ],
    submit: say('meet.move.save'),
    do: 'meeting.move.save',
    with: { group: m.group, meeting: m.id },
  });

const readDate = (typed: string, ctx: Asked, series: Series) =>
  dateReading(typed, { today: dateOf(ctx.now, series.zone), locale: ctx.locale, toward: 'future' }, 'date');

/** One meeting at another time; the next one stays where the series has it, and this one must come before it. */
export const saveMove = command({
  ...common,
  name: 'meeting.move.save',
  opensWith: 'meeting.move',
  ack: 'private',
  input: OfMeeting.extend({ date: z.string().trim(), time: z.string().trim() }),
  refill: async (values, errors, ctx) => {
    const of = await mine(ctx, values.meeting, 'planned');
    return 'refused' in of ? of : refilled(moveForm(of, ctx.locale), values, errors);
  },
  check: async ({ meeting, date, time }, ctx) => {
    const of = await mine(ctx, meeting, 'planned');
    if ('refused' in of || date === undefined || time === undefined) return {};
    const [day, clock] = [readDate(date, ctx, of.series), clockReading(time, ctx.locale)];
    if (!('value' in day && 'value' in clock)) return found({ date: problemOf(day), time: problemOf(clock) });
    const at = instantOf(day.value, clock.value, of.series.zone);
    const next = nextTime(of.series, regularTime(of.meeting));
    const isPast = day.value < dateOf(ctx.now, of.series.zone);
    if (at <= ctx.now)
      return found({ [isPast ? 'date' : 'time']: say(isPast ? 'meet.move.pastDay' : 'meet.move.past') });
    return found({ date: next !== null && at >= next ? say('meet.move.late') : null });
  },
  decide: async (input, ctx) => {
    const of = await mine(ctx, input.meeting, 'planned');
    if ('refused' in of) return of;
    const day = checkedValue(readDate(input.date, ctx, of.series));
    const at = instantOf(day, checkedValue(clockReading(input.time, ctx.locale)), of.series.zone);
    const { meeting: m } = of;
    const moved = { ...m, at, absent: [], regularAt: regularTime(m), revision: m.revision + 1 };
    const after = await withoutAbsent(ctx, { meeting: moved, series: of.series });
    return decided(show('meeting.next', { group: m.group, meeting: m.id }, say('meet.moved')), {
      changes: [put(GroupMeetings, after.meeting), put(SeriesOf, after.series), ...(await carried(ctx, after.meeting))],
      due: jobsOf(after.meeting, groupOf(ctx), ctx.now),
      sends: [
        toChannel(ctx, after.meeting, movedCard(after, m.at)),
        ...(await toGuests(ctx, after.meeting, guestMovedCard(after.meeting, m.at), Math.min(m.at, after.meeting.at))),
        ...(await partNews(ctx, m, after.meeting, { by: [ctx.me], remindedAt: remindAt(at, groupOf(ctx), ctx.now) })),
      ],
    });
  },
});

/** What goes by the time of a meeting moves with it: its guests, and asks for a swap. */
export async function carried(ctx: Pick<Context, 'read'>, { id, at }: Meeting): Promise<Change[]> {
  const [guests, asks] = [await guestsOf(ctx.read, id), await asksOf(ctx.read, id)];
  return [
    ...guests.map((one) => put(Guests, { ...one, at })),
    ...asks.map((one) => put(SwapAsks, { ...one, until: at })),
  ];
}

/** Whoever is away at its time has no part in a meeting, and keeps their place. */
export async function withoutAbsent(ctx: Pick<Context, 'read'>, of: Rota): Promise<Rota> {
  const here = hereAt(await membersOf(ctx.read, of.meeting.group), of.meeting.at);
  const people = [of.meeting.facilitator, ...of.meeting.slots.map(({ presenter }) => presenter)];
  return people
    .flatMap((person) => (person === null || here.has(person) ? [] : [person]))
    .reduce((rota, person) => replaced(rota, person, here, 'away'), of);
}

/** A planned meeting does not take place: those whose turn it was come first at the next one. */
export const cancel = command({
  ...common,
  name: 'meeting.cancel',
  ack: 'private',
  input: OfMeeting,
  decide: async (input, ctx): Promise<Outcome> => {
    const of = await mine(ctx, input.meeting, 'planned');
    if ('refused' in of) return of;
    const { meeting: m, series } = of;
    const kept = { ...series, queue: first(series.queue, turnsOf(m)) };
    const following = await plan(ctx, kept, Math.max(regularTime(m), ctx.now), m.n + 1);
    return decided(show('meeting.next', { group: m.group }, say('meet.canceled')), {
      changes: [put(GroupMeetings, canceled(m)), put(SeriesOf, kept), ...following.changes],
      due: [...noJobs(m), ...following.due],
      sends: [
        toChannel(ctx, m, canceledCard(of, 'canceled')),
        ...(await noNews(ctx, m)),
        ...(await toGuests(ctx, m, guestCanceledCard(m, 'canceled'))),
      ],
    });
  },
});

export const canceled = (m: Meeting): Meeting => ({ ...m, status: 'canceled', revision: m.revision + 1, part: null });

/** Whose turn it was, in order. */
const turnsOf = (m: Meeting): string[] => m.slots.flatMap(({ presenter }) => presenter ?? []);

/** Too few came: the meeting that was opened ends, and those whose turn it was come first at the next one. */
export const tooFew = command({
  ...common,
  name: 'meeting.tooFew',
  ack: 'private',
  input: OfMeeting,
  decide: async (input, ctx) => {
    const of = await mine(ctx, input.meeting, 'opened');
    if ('refused' in of) return of;
    const { meeting: m, series } = of;
    if (ctx.now > endOf(m)) return refusal('gone');
    const next = (await plannedOf(ctx.read, m.group)).find((one) => one.series === series.id);
    const kept = await turnsKept(ctx, m, series, next);
    return decided(show('meeting.next', { group: m.group }, say('meet.tooFew.done')), {
      changes: [put(GroupMeetings, canceled(m)), ...kept.changes, ...(await dueAgain(ctx, of))],
      due: [{ cancel: 'meeting.part', subject: m.id }],
      sends: [
        ...(m.row === null ? [] : [{ edit: m.row, view: canceledCard(of, 'tooFew'), subject: m.id }]),
        ...(await toGuests(ctx, m, guestCanceledCard(m, 'tooFew'))),
        ...kept.sends,
      ],
    });
  },
});

/** Follow-ups that were on the card of a meeting that did not take place are due at the next one. */
const dueAgain = async (ctx: Context, { meeting: m, series }: Rota): Promise<Change[]> =>
  (await followUpsFor(ctx.read, { series, m })).now
    .filter(({ meeting }) => meeting === m.id)
    .map((f) => put(FollowUps, { ...f, meeting: null }));

/** The next meeting was planned when this one began: unless something is on its agenda already, its turns are dealt anew. */
async function turnsKept(
  ctx: Context,
  m: Meeting,
  series: Series,
  next: Meeting | undefined,
): Promise<{ changes: Change[]; sends: Send[] }> {
  if (next === undefined || next.slots.some(isTaken))
    return { changes: [put(SeriesOf, { ...series, queue: first(series.queue, turnsOf(m)) })], sends: [] };
  const here = comingTo(next, await membersOf(ctx.read, m.group));
  const queue = first(series.queue, [...new Set([...turnsOf(m), ...turnsOf(next)])]);
  const turn = rotated(queue, next.slots.length, (person) => here.has(person), next.passed);
  const slots = next.slots.map((slot, i) => ({ ...slot, presenter: turn.presenters[i] ?? null }));
  const dealt = { ...next, slots, facilitator: turn.facilitator };
  return {
    changes: [put(SeriesOf, { ...series, queue: turn.queue }), put(GroupMeetings, dealt)],
    sends: await partNews(ctx, next, dealt, { by: [ctx.me] }),
  };
}
