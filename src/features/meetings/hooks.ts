import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { communityData, retention } from '../../runtime/contributions.ts';
import { type Change, drop, put } from '../../runtime/decision.ts';
import type { Contribution, FeatureHooks } from '../../runtime/hooks.ts';
import { allOf } from '../../storage/find-all.ts';
import { outlineOf } from '../../storage/sealing.ts';
import { action, actions, line, quiet, when } from '../../view/build.ts';
import { Attendances, GroupMeetings, keptMs, SeriesOf } from './model.ts';
import { plannedIn } from './planning.ts';
import { undeliveredOpening } from './undelivered.ts';

const homePart: Contribution<'homePart'> = async (ctx, group) => {
  const nothing = { asks: [], waits: [], more: [], actions: [] };
  if (!group.features.includes('consultation') || ctx.group?.id !== group.id) return nothing;
  const next = (await plannedIn(ctx))[0];
  if (next === undefined) return nothing;
  return {
    ...nothing,
    more: [quiet(say('meet.next'), when(next.at))],
    actions: [action(say('meet.next'), 'meeting.next', { group: group.id })],
  };
};

/** Whoever is gone presents and facilitates nothing; what they noted for themselves goes with their data. */
async function gone(ctx: Asked, group: string | null, own: boolean): Promise<{ changes: Change[] }> {
  const isHere = (one: { readonly group: string }): boolean => group === null || one.group === group;
  const series = (await allOf(ctx.read, SeriesOf, 'group', { all: true })).filter(
    (s) => isHere(s) && s.queue.includes(ctx.me),
  );
  const meetings = (await allOf(ctx.read, GroupMeetings, 'series', { all: true })).filter(
    (m) => isHere(m) && (m.facilitator === ctx.me || m.slots.some(({ presenter }) => presenter === ctx.me)),
  );
  const mine = own ? await allOf(ctx.read, Attendances, 'owner', { equal: ctx.me }) : [];
  return {
    changes: [
      ...series.map((s) => put(SeriesOf, { ...s, queue: s.queue.filter((one) => one !== ctx.me) })),
      ...meetings.map((m) =>
        put(GroupMeetings, {
          ...m,
          facilitator: m.facilitator === ctx.me ? null : m.facilitator,
          slots: m.slots.map((slot) => (slot.presenter === ctx.me ? { consultation: null, presenter: null } : slot)),
        }),
      ),
      ...mine.map((a) => drop(Attendances, a.id)),
    ],
  };
}

export const meetingHooks: FeatureHooks = {
  homePart,
  onUndelivered: [async (ctx, { row }) => ({ sends: await undeliveredOpening(ctx, row) })],
  // Below one's own open question.
  questionParts: async (ctx, c) => {
    const free = (await plannedIn(ctx)).some(({ slots }) => slots.some(({ consultation }) => consultation === null));
    const ids = { group: c.group, consultation: c.id };
    return free ? [actions(action(say('meet.bringThis'), 'meeting.put', ids))] : [];
  },
  ownCounts: async (ctx) => [
    { label: say('meet.own'), n: (await allOf(ctx.read, Attendances, 'owner', { equal: ctx.me })).length },
  ],
  exportLines: async (ctx) =>
    (await allOf(ctx.read, Attendances, 'owner', { equal: ctx.me })).map((a) =>
      line(say('meet.attended'), when(a.at, 'date'), say('word.dot'), say('meet.minutes', { n: a.minutes })),
    ),
  onErased: [(ctx) => gone(ctx, null, true)],
  onPersonLeft: [(ctx, { group }) => gone(ctx, group?.id ?? null, false)],
  retention: (ctx) => [retention(GroupMeetings, 'at', ctx.now - keptMs)],
  communityData: () => [
    communityData(SeriesOf, 'group', { group: (s) => s.group }),
    communityData(GroupMeetings, 'series', { group: (m) => m.group }),
    communityData(outlineOf(Attendances), 'owner'),
  ],
};
