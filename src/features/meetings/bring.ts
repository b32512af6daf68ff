import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import { decided, put, show } from '../../runtime/decision.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query, slash } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import { Id } from '../../storage/kind.ts';
import { type Consultation, Consultations, hasAppeared } from '../consultation/model.ts';
import { GroupMeetings, type Meeting } from './model.ts';
import { meetingIn, plannedIn } from './planning.ts';
import { common, OfGroup } from './series.ts';
import { bringCard } from './views.ts';

/** Somebody may bring their own question, and anybody one without a name: the facilitator reads it, so that nobody shows theirs. */
const mayBring = (ctx: Asked, c: Consultation): boolean =>
  c.author.as === 'anonymous' || (c.author.as === 'me' && c.author.person === ctx.me);

const isOpen = (c: Consultation): boolean => c.status === 'open' && c.hiddenAt === null && c.text !== null;

/** `/meeting bring`: the open questions that I may put on the agenda. */
export const bring = query({
  ...common,
  name: 'meeting.bring',
  ack: 'private',
  slash: slash('meeting', 'bring', 'meet.bring.help'),
  input: OfGroup,
  show: async (_input, ctx) => {
    const group = groupOf(ctx).id;
    const open = await allOf(ctx.read, Consultations, 'group', { equal: `${group} open` });
    const meetings = await plannedIn(ctx);
    const brought = new Set(meetings.flatMap((m) => m.slots.map(({ consultation }) => consultation)));
    const mine = open.filter((c) => isOpen(c) && mayBring(ctx, c) && c.askedAt <= ctx.now && !brought.has(c.id));
    return bringCard(
      group,
      mine.sort((a, b) => b.askedAt - a.askedAt),
      meetings[0] ?? null,
    );
  },
});

/** Into the first free slot of the next meeting that has one. The author presents; what has no name is read out. */
export const putOn = command({
  ...common,
  name: 'meeting.put',
  ack: 'private',
  input: z.object({ group: z.string(), consultation: Id }),
  decide: async (input, ctx) => {
    const c = await ctx.read.get(Consultations, input.consultation);
    if (c === null || c.group !== groupOf(ctx).id || !isOpen(c)) return refusal('gone');
    if (!mayBring(ctx, c)) return refusal('notYours');
    if (!(await hasAppeared(ctx.read, c))) return refusal('notThereYet');
    const meetings = await plannedIn(ctx);
    const there = meetings.find((m) => m.slots.some(({ consultation }) => consultation === c.id));
    if (there) return decided(show('meeting.next', { group: c.group, meeting: there.id }));
    const free = meetings.find((m) => slotFor(ctx, m) >= 0);
    if (free === undefined) return refusal(meetings.length === 0 ? 'noGroupMeeting' : 'meetingFull');
    const presenter = c.author.as === 'me' ? ctx.me : null;
    const at = slotFor(ctx, free);
    const slots = free.slots.map((slot, i) => (i === at ? { consultation: c.id, presenter } : slot));
    return decided(show('meeting.next', { group: c.group, meeting: free.id }, say('meet.brought')), {
      changes: [put(GroupMeetings, withFacilitator({ ...free, slots }))],
    });
  },
});

/** The slot in which it is my turn, else the first one without a question; -1 where all have one. */
function slotFor(ctx: Asked, { slots }: Meeting): number {
  const mine = slots.findIndex((slot) => slot.consultation === null && slot.presenter === ctx.me);
  return mine >= 0 ? mine : slots.findIndex((slot) => slot.consultation === null);
}

/** Presenter and facilitator differ: whoever presents now hands the facilitation to whoever loses the turn, or to nobody yet. */
const withFacilitator = (m: Meeting): Meeting =>
  m.slots.some(({ presenter }) => presenter !== null && presenter === m.facilitator) ? { ...m, facilitator: null } : m;

/** Off the agenda again: one's own, or one without a name. */
export const takeBack = command({
  ...common,
  name: 'meeting.takeBack',
  ack: 'private',
  input: z.object({ group: z.string(), meeting: Id, consultation: Id }),
  decide: async (input, ctx) => {
    const m = await meetingIn(ctx, input.meeting);
    const c = await ctx.read.get(Consultations, input.consultation);
    if (m === null || m.status !== 'planned') return refusal('gone');
    if (c !== null && !mayBring(ctx, c)) return refusal('notYours');
    const slots = m.slots.map((slot) =>
      slot.consultation === input.consultation ? { ...slot, consultation: null } : slot,
    );
    return decided(show('meeting.next', { group: m.group, meeting: m.id }), {
      changes: [put(GroupMeetings, { ...m, slots })],
    });
  },
});

/** Whoever wants to facilitate where nobody does, and presents nothing. */
export const facilitate = command({
  ...common,
  name: 'meeting.facilitate',
  ack: 'private',
  input: z.object({ group: z.string(), meeting: Id }),
  decide: async (input, ctx) => {
    const m = await meetingIn(ctx, input.meeting);
    if (m === null || m.status !== 'planned') return refusal('gone');
    const shown = show('meeting.next', { group: m.group, meeting: m.id });
    if (m.facilitator !== null || m.slots.some(({ presenter }) => presenter === ctx.me)) return decided(shown);
    return decided(shown, { changes: [put(GroupMeetings, { ...m, facilitator: ctx.me })] });
  },
});
