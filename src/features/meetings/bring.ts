import { z } from 'zod';
import { type Msg, say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import { decided, put, show } from '../../runtime/decision.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query, slash } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import { Id } from '../../storage/kind.ts';
import { isKnown, knownAmong } from '../consultation/delivery/model.ts';
import { type Consultation, Consultations, hasAppeared } from '../consultation/model.ts';
import { bringCard } from './agenda-views.ts';
import { emptySlot, endOf, GroupMeetings, isTaken, type Meeting, SeriesOf } from './model.ts';
import { redrawn } from './opening.ts';
import { partNews } from './part-news.ts';
import { meetingIn, plannedIn } from './planning.ts';
import { comes, first, presents } from './rota.ts';
import { common, OfGroup } from './series.ts';

/** Somebody may bring their own question, and anybody one without a name: the facilitator reads it, so that nobody shows theirs. */
const mayBring = (ctx: Asked, c: Consultation): boolean =>
  c.author.as === 'anonymous' || (c.author.as === 'me' && c.author.person === ctx.me);

/** Nobody but whoever asked it without a name can know of it. */
const isSecret = async (ctx: Asked, c: Consultation): Promise<boolean> =>
  !(await isKnown(ctx.read, c)) && !(c.author.as === 'anonymous' && c.author.token === (await ctx.mine(c.id)));

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
    const could = open.filter((c) => isOpen(c) && mayBring(ctx, c) && c.askedAt <= ctx.now && !brought.has(c.id));
    const mine = await knownAmong(ctx.read, could);
    return bringCard(
      group,
      mine.sort((a, b) => b.askedAt - a.askedAt),
      meetings[0] ?? null,
    );
  },
});

/**
 * Into the first free slot of the next meeting that has one. The author presents; what has no name is read out. Where every slot
 * is somebody's turn, a question goes before a turn for which nobody has anything yet, the last one first: whoever
 * had it hears of it and comes first next time.
 */
export const putOn = command({
  ...common,
  name: 'meeting.put',
  ack: 'private',
  input: z.object({ group: z.string(), consultation: Id }),
  decide: async (input, ctx) => {
    const c = await ctx.read.get(Consultations, input.consultation);
    if (c === null || c.group !== groupOf(ctx).id || !isOpen(c)) return refusal('gone');
    if (!mayBring(ctx, c)) return refusal('notYours');
    if (!(await hasAppeared(ctx.read, c))) return refusal((await isSecret(ctx, c)) ? 'gone' : 'notThereYet');
    const meetings = await plannedIn(ctx);
    const there = meetings.find((m) => m.slots.some(({ consultation }) => consultation === c.id));
    if (there) return decided(show('meeting.next', { group: c.group, meeting: there.id }));
    const presenter = c.author.as === 'me' ? ctx.me : null;
    const free = meetings.find((m) => slotFor(presenter, m) >= 0);
    const series = free && (await ctx.read.get(SeriesOf, free.series));
    if (!free || !series) return refusal(meetings.length === 0 ? 'noGroupMeeting' : 'meetingFull');
    const { meeting, lost } = brought(free, c.id, presenter);
    const queue = lost === null ? series.queue : first(series.queue, [lost]);
    return decided(show('meeting.next', { group: c.group, meeting: free.id }, say('meet.brought')), {
      changes: [put(GroupMeetings, meeting), put(SeriesOf, { ...series, queue })],
      sends: await partNews(ctx, free, meeting, { by: [ctx.me], question: true }),
    });
  },
});

/** The slot in which it is my turn; else one that is nobody's; else the last turn without a case. -1 where there is none. */
function slotFor(presenter: string | null, { slots }: Meeting): number {
  const own =
    presenter === null
      ? -1
      : slots.findIndex((s) => s.consultation === null && s.theme === '' && s.presenter === presenter);
  if (own >= 0) return own;
  const nobodys = slots.findIndex((s) => !isTaken(s) && s.presenter === null);
  return nobodys >= 0 ? nobodys : slots.findLastIndex((s) => !isTaken(s));
}

/** The meeting with the question in it, and who lost a turn for it. Presenter and facilitator differ. */
function brought(m: Meeting, consultation: string, presenter: string | null) {
  const at = slotFor(presenter, m);
  const before = m.slots[at]?.presenter ?? null;
  const slots = m.slots.map((slot, i) => (i === at ? { ...emptySlot, consultation, presenter } : slot));
  const lost = before === presenter || slots.some((slot) => slot.presenter === before) ? null : before;
  // Whoever facilitates and presents now hands that to whoever lost the turn, or to nobody yet.
  const facilitator = presenter !== null && m.facilitator === presenter ? lost : m.facilitator;
  const meeting = { ...m, slots, facilitator };
  return { meeting: presenter === null ? meeting : comes(meeting, presenter), lost };
}

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
      slot.consultation === input.consultation ? { ...emptySlot, presenter: slot.presenter } : slot,
    );
    return decided(show('meeting.next', { group: m.group, meeting: m.id }), {
      changes: [put(GroupMeetings, { ...m, slots })],
    });
  },
});

/**
 * Whoever wants to facilitate where nobody does, and presents nothing. Once the meeting is open also in place of a facilitator who
 * did not come, once, as long as the clock was not started. `from`: the one who was asked about, so that a button of before
 * takes the place of nobody else.
 */
export const facilitate = command({
  ...common,
  name: 'meeting.facilitate',
  ack: 'private',
  input: z.object({ group: z.string(), meeting: Id, from: z.string().optional() }),
  decide: async (input, ctx) => {
    const m = await meetingIn(ctx, input.meeting);
    const isOpen = m?.status === 'opened' && ctx.now <= endOf(m);
    if (m === null || !(m.status === 'planned' || isOpen)) return refusal('gone');
    const name = isOpen ? 'meeting.agenda' : 'meeting.next';
    const shown = (note: Msg | null) => show(name, { group: m.group, meeting: m.id }, note);
    if (m.facilitator === ctx.me) return decided(shown(null));
    if (presents(m, ctx.me)) return refusal('presentsHere');
    if (m.part !== null) return refusal('clockRuns');
    const isFree = m.facilitator === null || (isOpen && !m.takenOver && m.facilitator === input.from);
    if (!isFree) return decided(shown(say('meet.facilitate.other')));
    const absent = m.absent.filter((one) => one !== ctx.me);
    const taken = { ...m, facilitator: ctx.me, takenOver: isOpen, absent };
    return decided(shown(say('meet.facilitate.done')), {
      changes: [put(GroupMeetings, taken)],
      sends: await redrawn(ctx, taken),
    });
  },
});
