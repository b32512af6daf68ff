import type { Read } from '../../ports/store.ts';
import type { Asked, Context } from '../../runtime/context.ts';
import { groupOf } from '../../runtime/context.ts';
import { type Change, type DueChange, put } from '../../runtime/decision.ts';
import { due, timeKey } from '../../runtime/jobs.ts';
import { always } from '../../time/durations.ts';
import { nextTime } from '../../time/recurrence.ts';
import { type Group, Groups } from '../group/model.ts';
import {
  attendanceMs,
  emptySlot,
  GroupMeetings,
  isAttendable,
  longestMs,
  type Meeting,
  mostSeries,
  rotated,
  type Series,
  SeriesOf,
  withMembers,
} from './model.ts';
import { noReminder, reminder } from './reminder.ts';
import { hereAt, membersOf } from './rota.ts';

/** The job that opens a meeting at its time, in place of an earlier one. */
const openingJob = (m: Meeting): DueChange => ({
  schedule: due('meeting.open', m.id, 'once', m.at, always, { meeting: m.id }),
});

/** All jobs of a planned meeting, in place of earlier ones: those who have a part are reminded before it opens. */
export const jobsOf = (m: Meeting, group: Pick<Group, 'quiet' | 'zone'>, now: number): DueChange[] => [
  openingJob(m),
  ...reminder(m, group, now),
];

/** A meeting that does not take place has none. */
export const noJobs = (m: Pick<Meeting, 'id'>): DueChange[] => [
  { cancel: 'meeting.open', subject: m.id },
  noReminder(m),
];

interface Planned {
  readonly changes: Change[];
  readonly due: DueChange[];
}

/** The next meeting of a series with its presenters and its facilitator, and its jobs. */
export async function plan(
  ctx: Pick<Context, 'read' | 'ids' | 'now'>,
  series: Series,
  after: number,
  n: number,
): Promise<Planned> {
  const at = series.ended ? null : nextTime(series, after);
  const group = await ctx.read.get(Groups, series.group);
  if (at === null || group === null) return { changes: [], due: [] };
  const members = await membersOf(ctx.read, series.group);
  const here = hereAt(members, at);
  const queue = withMembers(
    series.queue,
    members.map(({ person }) => person),
  );
  const turn = rotated(queue, series.slots, (person) => here.has(person));
  const meeting: Meeting = {
    ...{ id: ctx.ids.next(), series: series.id, group: series.group, at, regularAt: null, minutes: series.minutes },
    ...{ facilitator: turn.facilitator, takenOver: false, absent: [], passed: [] },
    slots: Array.from({ length: series.slots }, (_, i) => ({ ...emptySlot, presenter: turn.presenters[i] ?? null })),
    ...{ status: 'planned', n, revision: series.revision, row: null, part: null },
  };
  return {
    changes: [put(SeriesOf, { ...series, queue: turn.queue }), put(GroupMeetings, meeting)],
    due: jobsOf(meeting, group, ctx.now),
  };
}

/** When the series has this meeting, wherever it was moved. */
export const regularTime = ({ regularAt, at }: Meeting): number => regularAt ?? at;

/** The series of a group that run. */
export const seriesIn = async (read: Read, group: string): Promise<readonly Series[]> =>
  (await read.find(SeriesOf, 'running', { equal: group }, { limit: mostSeries })).docs;

/** Planned meetings of a group, the next one first: one for each series. */
export const plannedOf = async (read: Read, group: string): Promise<readonly Meeting[]> =>
  (await read.find(GroupMeetings, 'group', { from: `${group} `, upTo: `${group} ~` }, { limit: 2 * mostSeries })).docs;

export const plannedIn = (ctx: Asked): Promise<readonly Meeting[]> => plannedOf(ctx.read, groupOf(ctx).id);

/** The latest meeting of a group that somebody can still say they were at, whether or not its opening was posted. */
export async function attendableIn(ctx: Asked): Promise<Meeting | null> {
  const { id } = groupOf(ctx);
  const from = `${id} ${timeKey(ctx.now - attendanceMs - longestMs)}`;
  const { docs } = await ctx.read.find(
    GroupMeetings,
    'opened',
    { from, upTo: `${id} ${timeKey(ctx.now + 1)}` },
    { limit: 4 * mostSeries },
  );
  return docs.filter((m) => isAttendable(m, ctx.now)).at(-1) ?? null;
}

/** A meeting of the group at hand, or null. */
export async function meetingIn(ctx: Asked, id: string): Promise<Meeting | null> {
  const found = await ctx.read.get(GroupMeetings, id);
  return found?.group === groupOf(ctx).id ? found : null;
}
