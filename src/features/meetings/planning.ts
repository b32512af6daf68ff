import type { Read } from '../../ports/store.ts';
import type { Asked, Context } from '../../runtime/context.ts';
import { groupOf } from '../../runtime/context.ts';
import { type Change, type DueChange, put } from '../../runtime/decision.ts';
import { due } from '../../runtime/jobs.ts';
import { allOf } from '../../storage/find-all.ts';
import { always } from '../../time/durations.ts';
import { nextTime } from '../../time/recurrence.ts';
import { dateOf } from '../../time/time.ts';
import { Groups, type Member, Members, memberSince } from '../group/model.ts';
import { GroupMeetings, type Meeting, rotated, type Series, SeriesOf, withMembers } from './model.ts';

/** Members in the order in which they joined. */
async function membersOf(read: Read, group: string): Promise<Member[]> {
  const all = await allOf(read, Members, 'group', { equal: group });
  return all.sort((a, b) => memberSince(a) - memberSince(b) || (a.id < b.id ? -1 : 1));
}

const isHereAt = ({ away }: Member, at: number): boolean => {
  if (away === null) return true;
  const day = dateOf(at, away.zone);
  return day < away.from || (away.until !== null && day >= away.until);
};

/** The next meeting of a series with its presenters and its facilitator, and the job that opens it. */
export async function plan(
  ctx: Pick<Context, 'read' | 'ids'>,
  series: Series,
  after: number,
  n: number,
): Promise<{ readonly changes: Change[]; readonly due: DueChange[] }> {
  const at = series.ended ? null : nextTime(series, after);
  if (at === null || (await ctx.read.get(Groups, series.group)) === null) return { changes: [], due: [] };
  const members = await membersOf(ctx.read, series.group);
  const here = new Set(members.filter((m) => isHereAt(m, at)).map(({ person }) => person));
  const queue = withMembers(
    series.queue,
    members.map(({ person }) => person),
  );
  const turn = rotated(queue, series.slots, (person) => here.has(person));
  const meeting: Meeting = {
    ...{ id: ctx.ids.next(), series: series.id, group: series.group, at, minutes: series.minutes },
    facilitator: turn.facilitator,
    slots: Array.from({ length: series.slots }, (_, i) => ({
      consultation: null,
      presenter: turn.presenters[i] ?? null,
    })),
    ...{ status: 'planned', n },
  };
  return {
    changes: [put(SeriesOf, { ...series, queue: turn.queue }), put(GroupMeetings, meeting)],
    due: [{ schedule: due('meeting.open', meeting.id, 'once', at, always, { meeting: meeting.id }) }],
  };
}

export const seriesIn = async (read: Read, group: string): Promise<Series[]> =>
  (await allOf(read, SeriesOf, 'group', { equal: group })).filter(({ ended }) => !ended);

/** Planned meetings of the group at hand, the next one first. */
export const plannedIn = async (ctx: Asked): Promise<readonly Meeting[]> => {
  const { id } = groupOf(ctx);
  return (await ctx.read.find(GroupMeetings, 'group', { from: `${id} `, upTo: `${id} ~` }, { limit: 10 })).docs;
};

/** A meeting of the group at hand, or null. */
export async function meetingIn(ctx: Asked, id: string): Promise<Meeting | null> {
  const found = await ctx.read.get(GroupMeetings, id);
  return found?.group === groupOf(ctx).id ? found : null;
}

/** Somebody else presents: the first in the queue who is here and has no part in this meeting yet. */
export async function passedOn(ctx: Asked, m: Meeting, series: Series, from: string) {
  const members = await membersOf(ctx.read, m.group);
  const here = new Set(members.filter((one) => isHereAt(one, m.at)).map(({ person }) => person));
  const taken = new Set([m.facilitator, ...m.slots.map(({ presenter }) => presenter), from]);
  const next = series.queue.find((one) => here.has(one) && !taken.has(one)) ?? null;
  const slots = m.slots.map((slot) => (slot.presenter === from ? { consultation: null, presenter: next } : slot));
  const queue = next === null ? series.queue : [...series.queue.filter((one) => one !== next), next];
  return { meeting: { ...m, slots }, series: { ...series, queue } };
}
