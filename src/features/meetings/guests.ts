import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import { decided, drop, put, type Refusal, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { form, peopleField, quiet, refilled, when } from '../../view/build.ts';
import type { Form } from '../../view/view.ts';
import { Members, memberId } from '../group/model.ts';
import { invited } from './guest-agreement.ts';
import { type Guest, Guests, guestId, guestsOf, hasAccepted, mostGuests } from './guest-model.ts';
import { toGuest } from './guest-news.ts';
import { guestDroppedCard } from './guest-news-views.ts';
import { guestCard, guestInviteCard } from './guest-views.ts';
import { mayChange } from './may-change.ts';
import { isAttendable, type Meeting, SeriesOf } from './model.ts';
import { meetingIn } from './planning.ts';
import { common } from './series.ts';

const OfMeeting = z.object({ group: z.string(), meeting: Id });

async function mine(ctx: Asked, id: string | undefined): Promise<Meeting | Refusal> {
  const m = id === undefined ? null : await meetingIn(ctx, id);
  if (m === null || m.status !== 'planned') return refusal('gone');
  return mayChange(ctx, m) ? m : refusal('meetingChange');
}

/** Somebody from outside for one meeting. */
export const guest = query({
  ...common,
  name: 'meeting.guest',
  ack: 'form',
  input: OfMeeting,
  show: async (input, ctx) => {
    const m = await mine(ctx, input.meeting);
    if ('refused' in m) return m;
    return (await guestsOf(ctx.read, m.id)).length >= mostGuests ? refusal('guestsMany') : guestForm(m);
  },
});

const guestForm = (m: Meeting): Form =>
  form({
    title: say('meet.guest.invite'),
    intro: [quiet(say('meet.guest.intro'), when(m.at))],
    fields: [
      peopleField('person', say('meet.guest'), 1, { required: true, others: true, hint: say('meet.guest.hint') }),
    ],
    submit: say('meet.guest.send'),
    do: 'meeting.guest.save',
    with: { group: m.group, meeting: m.id },
  });

export const saveGuest = command({
  ...common,
  name: 'meeting.guest.save',
  opensWith: 'meeting.guest',
  ack: 'private',
  input: OfMeeting.extend({ person: z.string().min(1) }),
  refill: async (values, errors, ctx) => {
    const m = await mine(ctx, values.meeting);
    return 'refused' in m ? m : refilled(guestForm(m), values, errors);
  },
  check: async ({ person }, ctx) => {
    if (person === undefined) return {};
    const member = await ctx.read.get(Members, memberId(groupOf(ctx).id, person));
    return found({ person: member !== null || person === ctx.me ? say('meet.guest.member') : null });
  },
  decide: async (input, ctx) => {
    const m = await mine(ctx, input.meeting);
    if ('refused' in m) return m;
    const before = await guestsOf(ctx.read, m.id);
    const known = before.find((one) => one.person === input.person);
    if (!known && before.length >= mostGuests) return refusal('guestsMany');
    const made: Guest = known ?? {
      ...{ id: guestId(m.id, input.person), meeting: m.id, group: m.group, person: input.person },
      ...{ credential: '', agreedAt: null, accepted: null, at: m.at },
    };
    return decided(show('meeting.next', { group: m.group, meeting: m.id }, say('meet.guest.invited')), {
      changes: [put(Guests, made)],
      sends: [toGuest(ctx, m, made, guestInviteCard(m, ctx.me))],
    });
  },
});

/** An invitation is taken back, and the guest hears of it. */
export const dropGuest = command({
  ...common,
  name: 'meeting.guest.drop',
  ack: 'private',
  input: OfMeeting.extend({ person: z.string().min(1) }),
  decide: async (input, ctx) => {
    const m = await mine(ctx, input.meeting);
    if ('refused' in m) return m;
    const one = await ctx.read.get(Guests, guestId(m.id, input.person));
    if (one === null) return refusal('gone');
    return decided(show('meeting.next', { group: m.group, meeting: m.id }, say('meet.guest.drop.done')), {
      changes: [drop(Guests, one.id)],
      sends: [toGuest(ctx, m, one, guestDroppedCard(m))],
    });
  },
});

/** What a guest sees of the meeting: when and where it is, that they can note it, and no case. */
export const guestView = query({
  name: 'meeting.guest.show',
  who: 'anyone',
  feature: 'consultation',
  ack: 'private',
  input: OfMeeting,
  show: async (input, ctx) => {
    const own = await invited(ctx, input.meeting, true);
    const series = 'refused' in own ? null : await ctx.read.get(SeriesOf, own.m.series);
    if ('refused' in own || series === null) return refusal('gone');
    const now = hasAccepted(ctx, groupOf(ctx), own.guest);
    const accepted = now ? 'now' : own.guest.agreedAt === null ? 'never' : 'before';
    return guestCard(ctx, groupOf(ctx), own.m, series, { accepted, canAttend: now && isAttendable(own.m, ctx.now) });
  },
});
