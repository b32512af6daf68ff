import { say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import { timeKey } from '../../runtime/jobs.ts';
import { query, slash } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import { dayMs } from '../../time/durations.ts';
import { nextTime } from '../../time/recurrence.ts';
import { action, actions, body, card, file, quiet, title } from '../../view/build.ts';
import { nothing, words } from '../../view/build-document.ts';
import type { CalendarEvent, Document } from '../../view/document.ts';
import { endOf, GroupMeetings, type Meeting, type Series, SeriesOf } from './model.ts';
import { regularTime } from './planning.ts';
import { common, OfGroup } from './series.ts';

/** Meetings that were moved or canceled this long ago still tell a calendar so. */
const backMs = 14 * dayMs;
/** So many meetings of a series after the planned one. */
const ahead = 12;

/** `/meeting calendar`: a calendar file for the person who asks. It holds times and places, no name, title or case. */
export const calendar = query({
  ...common,
  name: 'meeting.calendar',
  ack: 'private',
  slash: slash('meeting', 'calendar', 'meet.calendar.help'),
  input: OfGroup,
  show: async (_input, ctx) => {
    const group = groupOf(ctx);
    const events = await eventsOf(ctx);
    const back = actions(action(say('meet.next'), 'meeting.next', { group: group.id }));
    if (events.length === 0)
      return card(say('meet.calendar'), [title(say('meet.calendar')), body(say('meet.none')), back]);
    return card(say('meet.calendar'), [
      title(say('meet.calendar')),
      body(say('meet.calendar.text')),
      file(documentOf(events, group.zone), 'ics'),
      quiet(say('meet.calendar.again')),
      back,
    ]);
  },
});

async function eventsOf(ctx: Asked): Promise<CalendarEvent[]> {
  const { id } = groupOf(ctx);
  const range = { from: `${id} ${timeKey(ctx.now - backMs)}`, upTo: `${id} ~` };
  const meetings = await allOf(ctx.read, GroupMeetings, 'groups', range);
  const ids = [...new Set(meetings.map((m) => m.series))];
  const series = new Map((await ctx.read.getMany(SeriesOf, ids)).flatMap((s) => (s === null ? [] : [[s.id, s]])));
  return meetings.flatMap((m) => {
    const of = series.get(m.series);
    if (of === undefined) return [];
    const isLast = meetings.every((one) => one.series !== m.series || one.n <= m.n);
    const goesOn = m.status === 'planned' || (of.ended && m.status === 'canceled' && isLast);
    return [eventOf(m, of), ...(goesOn ? later(m, of) : [])];
  });
}
/** A meeting keeps its number in the series when it moves, and with that its place in a calendar. */
const uidOf = (series: Series, n: number): string => `${series.id}-${n}@curbside`;

const eventOf = (m: Meeting, series: Series): CalendarEvent => ({
  uid: uidOf(series, m.n),
  from: m.at,
  to: endOf(m),
  title: say('meet.calendar.event'),
  where: say('meet.calendar.place', { place: series.place }),
  link: series.place === 'link' ? series.link : '',
  revision: m.revision,
  canceled: m.status === 'canceled',
});

/** The meetings that follow the planned one, as the rule has them. Of a series that ended they are canceled, like that one. */
function later(planned: Meeting, series: Series): CalendarEvent[] {
  const revision = series.revision + (series.ended ? 1 : 0);
  const events: CalendarEvent[] = [];
  let at: number | null = regularTime(planned);
  for (let i = 1; i <= ahead; i += 1) {
    at = nextTime(series, at);
    if (at === null) break;
    events.push(eventOf({ ...planned, at, n: planned.n + i, minutes: series.minutes, revision }, series));
  }
  return events;
}

const documentOf = (events: readonly CalendarEvent[], zone: string): Document => ({
  name: 'consultation-meetings',
  title: say('meet.calendar'),
  about: nothing,
  landscape: false,
  blocks: [],
  footer: words(say('meet.calendar')),
  zone,
  sheet: null,
  data: null,
  calendar: events,
});
