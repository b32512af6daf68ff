import { type Change, put } from '../../runtime/decision.ts';
import type { Hook } from '../../runtime/hooks.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { GroupMeetings, isTaken, type Meeting, rotated, SeriesOf, withMembers } from './model.ts';
import { partNews } from './part-news.ts';
import { plannedOf, seriesIn } from './planning.ts';
import { comingTo, first, membersOf, presents, type Rota } from './rota.ts';

/** Members that a meeting needs, so that each slot and the facilitator are different people. */
export const needed = ({ slots }: Pick<Meeting, 'slots'>): number => slots.length + 1;

/** Whether somebody is missing in a meeting because the group has too few members. A turn that everybody passed stays open. */
export const isShort = (m: Meeting, members: number): boolean =>
  members < needed(m) && (m.facilitator === null || m.slots.some((slot) => slot.presenter === null && !isTaken(slot)));

/**
 * Somebody accepted the agreement: meetings that were planned while there were too few, in a new group or after the bot came
 * back, get their turns anew. Where something is on the agenda already, it stays, and only a facilitator is filled in.
 */
export const dealAgain: Hook<'onMemberJoined'> = async (ctx, { member }) => {
  const before = (await membersOf(ctx.read, member.group)).filter(({ person }) => person !== member.person);
  const members = [...before, member];
  const series = await seriesIn(ctx.read, member.group);
  const changes: Change[] = [];
  const sends: Send[] = [];
  const dealtTo = async (m: Meeting, after: Meeting): Promise<void> => {
    changes.push(put(GroupMeetings, after));
    sends.push(...(await partNews(ctx, m, after, { by: [], joined: member })));
  };
  for (const m of await plannedOf(ctx.read, member.group)) {
    const of = series.find(({ id }) => id === m.series);
    if (of === undefined || !isShort(m, before.length)) continue;
    if (m.slots.some(isTaken)) {
      const isFree = !presents(m, member.person) && comingTo(m, [member]).has(member.person);
      if (m.facilitator === null && isFree) await dealtTo(m, { ...m, facilitator: member.person });
      continue;
    }
    const after = dealt(
      { meeting: m, series: of },
      { here: comingTo(m, members), members: members.map(({ person }) => person) },
    );
    changes.push(put(SeriesOf, after.series));
    await dealtTo(m, after.meeting);
  }
  return { changes, sends };
};

interface Present {
  readonly here: ReadonlySet<string>;
  readonly members: readonly string[];
}

/** Whoever was in the queue before the bot was removed keeps their place until they accept again. */
function dealt({ meeting: m, series }: Rota, { here, members }: Present): Rota {
  const turns = m.slots.flatMap(({ presenter }) => presenter ?? []);
  const queue = first(withMembers(series.queue, [...series.queue, ...members]), turns);
  const turn = rotated(queue, m.slots.length, (person) => here.has(person), m.passed);
  const slots = m.slots.map((slot, i) => ({ ...slot, presenter: turn.presenters[i] ?? null }));
  return { series: { ...series, queue: turn.queue }, meeting: { ...m, slots, facilitator: turn.facilitator } };
}
