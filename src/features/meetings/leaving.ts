import type { Context } from '../../runtime/context.ts';
import { type Change, drop, put } from '../../runtime/decision.ts';
import type { Effects } from '../../runtime/hook-events.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { allOf } from '../../storage/find-all.ts';
import { Members } from '../group/model.ts';
import { CheckAnswers } from './check/model.ts';
import { FollowUps } from './follow-up-model.ts';
import { Guests } from './guest-model.ts';
import { Attendances, emptySlot, GroupMeetings, type Meeting, SeriesOf, type Slot } from './model.ts';
import { redrawn } from './opening.ts';
import { partNews } from './part-news.ts';
import { plannedOf, seriesIn } from './planning.ts';
import { hasPart, hereAt, membersOf, type Rota, replaced } from './rota.ts';
import { SwapAsks } from './swap-model.ts';

/** The meeting without somebody: what they presented is nobody's. */
const without = (m: Meeting, person: string): Meeting => ({
  ...m,
  facilitator: m.facilitator === person ? null : m.facilitator,
  absent: m.absent.filter((one) => one !== person),
  passed: m.passed.filter((one) => one !== person),
  slots: m.slots.map((slot) => (slot.presenter === person ? emptied(m, slot) : slot)),
});

/** Once a meeting is open the parts of its agenda are fixed, so that a clock that runs stays where it is. */
const emptied = ({ status }: Meeting, { template, steps }: Slot): Slot =>
  status === 'planned' ? emptySlot : { ...emptySlot, template, steps };

/** The groups that somebody is in, or the one that they left. */
async function groupsOf(ctx: Context, group: string | null): Promise<string[]> {
  if (group !== null) return [group];
  return (await allOf(ctx.read, Members, 'person', { equal: ctx.me })).map((m) => m.group);
}

/** Somebody's name goes from the meetings of a group, of which a year is kept; they stand in no queue any more. */
async function unnamed(ctx: Context, group: string): Promise<{ changes: Change[]; meetings: Meeting[] }> {
  const range = { from: `${group} `, upTo: `${group} ~` };
  const series = (await allOf(ctx.read, SeriesOf, 'group', { equal: group })).filter((s) => s.queue.includes(ctx.me));
  const named = (await allOf(ctx.read, GroupMeetings, 'groups', range)).filter(
    (m) => hasPart(m, ctx.me) || m.absent.includes(ctx.me) || m.passed.includes(ctx.me),
  );
  const meetings = named.map((m) => without(m, ctx.me));
  return {
    meetings,
    changes: [
      ...series.map((s) => put(SeriesOf, { ...s, queue: s.queue.filter((one) => one !== ctx.me) })),
      ...meetings.map((m) => put(GroupMeetings, m)),
    ],
  };
}

/** The cards that opened meetings, without somebody: these, as they are now, and those with such ids. */
async function withoutName(ctx: Context, meetings: readonly Meeting[], ids: readonly string[]): Promise<Send[]> {
  const others = [...new Set(ids)].filter((id) => !meetings.some((m) => m.id === id));
  const read = (await ctx.read.getMany(GroupMeetings, others)).flatMap((m) => m ?? []);
  const sends: Send[] = [];
  for (const m of [...meetings, ...read]) sends.push(...(await redrawn(ctx, m, ctx.me)));
  return sends;
}

/**
 * Whoever left a group, or (null) all they were in, has no part in its meetings, and waits for nothing there. `gone`: they left the
 * community, so that they are nobody's guest either.
 */
export async function left(
  ctx: Context,
  { group, gone }: { readonly group: string | null; readonly gone: boolean },
): Promise<Partial<Effects>> {
  const changes: Change[] = [];
  const meetings: Meeting[] = [];
  for (const id of await groupsOf(ctx, group)) {
    const of = await unnamed(ctx, id);
    changes.push(...of.changes);
    meetings.push(...of.meetings);
  }
  const isThere = (one: { readonly group: string }): boolean => group === null || one.group === group;
  const followUps = (await allOf(ctx.read, FollowUps, 'person', { equal: ctx.me })).filter(isThere);
  const swaps = (await swapsOf(ctx)).filter(isThere);
  const guests = gone ? await allOf(ctx.read, Guests, 'person', { equal: ctx.me }) : [];
  changes.push(
    ...followUps.map((f) => drop(FollowUps, f.id)),
    ...swaps.map((s) => drop(SwapAsks, s.id)),
    ...guests.map((g) => drop(Guests, g.id)),
  );
  const ids = [...followUps.flatMap((f) => f.meeting ?? []), ...guests.map(({ meeting }) => meeting)];
  return { changes, sends: await withoutName(ctx, meetings, ids) };
}

const swapsOf = async (ctx: Context) => [
  ...(await allOf(ctx.read, SwapAsks, 'from', { equal: ctx.me })),
  ...(await allOf(ctx.read, SwapAsks, 'to', { equal: ctx.me })),
];

/** Somebody's data goes, and what they noted for themselves. */
export async function erased(ctx: Context): Promise<Partial<Effects>> {
  const mine = { equal: ctx.me };
  const { changes = [], sends = [] } = await left(ctx, { group: null, gone: true });
  return {
    sends,
    changes: [
      ...changes,
      ...(await allOf(ctx.read, Attendances, 'owner', mine)).map((a) => drop(Attendances, a.id)),
      ...(await allOf(ctx.read, CheckAnswers, 'owner', mine)).map((a) => drop(CheckAnswers, a.id)),
    ],
  };
}

/** Whoever will be away at a planned meeting has no part in it, and keeps their place. */
export async function away(ctx: Context, isAwayAt: (at: number) => boolean): Promise<Partial<Effects>> {
  const changes: Change[] = [];
  const sends: Send[] = [];
  for (const id of await groupsOf(ctx, null)) {
    const planned = (await plannedOf(ctx.read, id)).filter((m) => hasPart(m, ctx.me) && isAwayAt(m.at));
    if (planned.length === 0) continue;
    const members = await membersOf(ctx.read, id);
    const series = await seriesIn(ctx.read, id);
    for (const meeting of planned) {
      const of = series.find((s) => s.id === meeting.series);
      if (of === undefined) continue;
      const here = new Set([...hereAt(members, meeting.at)].filter((person) => person !== ctx.me));
      const after: Rota = replaced({ meeting, series: of }, ctx.me, here, 'away');
      changes.push(put(GroupMeetings, after.meeting), put(SeriesOf, after.series));
      sends.push(...(await partNews(ctx, meeting, after.meeting, { by: [] })));
    }
  }
  return { changes, sends };
}
