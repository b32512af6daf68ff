import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, type Context, groupOf } from '../../runtime/context.ts';
import { decided, put, type Refusal, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { credentialProblem } from '../../runtime/identifiers.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { quiet, refilled } from '../../view/build.ts';
import { oneLine } from '../../view/one-line.ts';
import type { Form } from '../../view/view.ts';
import { agreementOf, longestCredential, Residents, shownIn } from '../group/model.ts';
import { type Guest, Guests, guestId, hasAccepted } from './guest-model.ts';
import { guestAgreementCard } from './guest-views.ts';
import { attendanceMs, endOf, GroupMeetings, type Meeting } from './model.ts';

const OfMeeting = z.object({ group: z.string(), meeting: Id });
const OfAgreement = OfMeeting.extend({
  /** The agreement as it was read, see `shownIn`. */
  shown: z.string().max(20).optional(),
});

/**
 * My invitation to a meeting that is not over, or why there is none. `after`: also as long as it can be noted; whoever accepted the
 * agreement may by then have to accept another one.
 */
export async function invited(ctx: Asked, id: string, after = false): Promise<{ m: Meeting; guest: Guest } | Refusal> {
  const m = await ctx.read.get(GroupMeetings, id);
  const own = await ctx.read.get(Guests, guestId(id, ctx.me));
  if (m === null || own === null || m.group !== ctx.group?.id || m.status === 'canceled') return refusal('gone');
  const until = after || own.agreedAt !== null ? endOf(m) + attendanceMs : endOf(m);
  return ctx.now > until ? refusal('gone') : { m, guest: own };
}

/** The agreement as it is now, to a guest who accepted it as it was before. */
export const toRenew = (ctx: Asked, m: Meeting): Refusal => ({
  refused: guestAgreementCard(ctx, groupOf(ctx), m, 'meet.guest.renew'),
});

/** The agreement of the group, to be accepted for one meeting: guests read it nowhere else. */
export const agreeAsGuest = query({
  name: 'meeting.guest.agree',
  who: 'anyone',
  feature: 'consultation',
  ack: 'private',
  input: OfMeeting,
  show: async (input, ctx) => {
    const own = await invited(ctx, input.meeting);
    if ('refused' in own) return own;
    const renews = own.guest.agreedAt !== null && !hasAccepted(ctx, groupOf(ctx), own.guest);
    return guestAgreementCard(ctx, groupOf(ctx), own.m, renews ? 'meet.guest.renew' : 'meet.guest.agreement');
  },
});

/** My invitation, where the agreement that I read is the group's; else that agreement, as nobody accepts what they have not seen. */
async function reader(ctx: Asked, { meeting, shown }: { meeting: string; shown?: string | undefined }) {
  const own = await invited(ctx, meeting);
  if ('refused' in own || shown === shownIn(ctx, groupOf(ctx))) return own;
  return {
    refused: guestAgreementCard(ctx, groupOf(ctx), own.m, shown === undefined ? undefined : 'agreement.changedNow'),
  };
}

/** What the group wants to know of them. */
export const acceptForm = query({
  name: 'meeting.guest.form',
  who: 'anyone',
  feature: 'consultation',
  ack: 'form',
  input: OfAgreement,
  show: async (input, ctx) => {
    const own = await reader(ctx, input);
    if ('refused' in own) return own;
    const blank = await agreementFor(ctx, own.m);
    const { credential } = own.guest;
    return 'refused' in blank || credential === '' ? blank : refilled(blank, { credential }, {});
  },
});

/** The form in which members accept it, which here makes nobody a member. */
async function agreementFor(ctx: Asked, m: Meeting): Promise<Form | Refusal> {
  const shown = shownIn(ctx, groupOf(ctx));
  const view = await ctx.lookUp('agreement.form', { group: m.group, shown });
  if (view === null || 'refused' in view || view.is !== 'form') return refusal('gone');
  return {
    ...view,
    title: say('meet.guest.form'),
    intro: [quiet(say('meet.guest.form.intro'))],
    submit: say('agreement.accept'),
    do: 'meeting.guest.accept',
    with: { group: m.group, meeting: m.id, shown },
  };
}

export const acceptGuest = command({
  name: 'meeting.guest.accept',
  who: 'anyone',
  feature: 'consultation',
  scans: true,
  ack: 'private',
  input: OfAgreement.extend({
    credential: z.string().transform(oneLine).pipe(z.string().min(1).max(longestCredential)),
    licensed: z.enum(['yes', 'no']),
  }),
  refill: async (values, errors, ctx) => {
    const own = await reader(ctx, { meeting: values.meeting ?? '', shown: values.shown });
    const blank = 'refused' in own ? own : await agreementFor(ctx, own.m);
    return 'refused' in blank ? blank : refilled(blank, values, errors);
  },
  check: async ({ credential = '' }, ctx) =>
    found({ credential: credentialProblem(credential, ctx, longestCredential) }),
  decide: async (input, ctx: Context) => {
    const own = await reader(ctx, input);
    if ('refused' in own) return own;
    const resident = await ctx.read.get(Residents, ctx.me);
    const agreed: Guest = {
      ...own.guest,
      credential: input.credential,
      agreedAt: ctx.now,
      accepted: agreementOf(ctx, groupOf(ctx)),
    };
    return decided(show('meeting.guest.show', { group: own.m.group, meeting: own.m.id }, say('meet.guest.accepted')), {
      changes: [put(Guests, agreed), put(Residents, { id: ctx.me, byCredential: resident?.byCredential ?? false })],
    });
  },
});
