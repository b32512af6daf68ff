import { z } from 'zod';
import { type Msg, say } from '../../i18n/message.ts';
import { type Asked, type Context, groupOf } from '../../runtime/context.ts';
import { decided, drop, put, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { untold } from '../../runtime/outbox/untold.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query, slash } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { form, peopleField, quiet, refilled, when } from '../../view/build.ts';
import type { Card, Form } from '../../view/view.ts';
import { hasAgreed, Members, memberId } from '../group/model.ts';
import { GroupMeetings, type Meeting, SeriesOf } from './model.ts';
import { goesLine, turnOf } from './part-views.ts';
import { meetingIn, plannedIn } from './planning.ts';
import { isAwayAt, presents, swapped } from './rota.ts';
import { common, OfGroup } from './series.ts';
import { asksOf, type SwapAsk, SwapAsks, swapId } from './swap-model.ts';
import { swapAnswerCard, swapAskCard } from './swap-views.ts';

const mine = async (ctx: Asked, id: string | undefined): Promise<Meeting | null> => {
  const m = id === undefined ? (await plannedIn(ctx)).find((one) => presents(one, ctx.me)) : await meetingIn(ctx, id);
  return m && m.status === 'planned' && presents(m, ctx.me) ? m : null;
};

/** `/meeting swap`: somebody else presents in my place, and I in theirs, if they agree. */
export const swap = query({
  ...common,
  name: 'meeting.swap',
  ack: 'form',
  slash: slash('meeting', 'swap', 'meet.swap.help'),
  input: OfGroup.extend({ meeting: Id.optional() }),
  show: async (input, ctx) => {
    const m = await mine(ctx, input.meeting);
    return m === null ? refusal('notPresenting') : swapForm(m, ctx.me);
  },
});

const swapForm = (m: Meeting, me: string): Form =>
  form({
    title: say('meet.swap'),
    intro: [quiet(say('meet.swap.intro'), when(m.at)), ...goesLine(turnOf(m, me))],
    fields: [
      peopleField('to', say('meet.swap.to'), 1, { required: true, others: true, hint: say('meet.swap.to.hint') }),
    ],
    submit: say('meet.swap.ask'),
    do: 'meeting.swap.save',
    with: { group: m.group, meeting: m.id },
  });

const OfMeeting = z.object({ group: z.string(), meeting: Id });

export const saveSwap = command({
  ...common,
  name: 'meeting.swap.save',
  opensWith: 'meeting.swap',
  ack: 'private',
  input: OfMeeting.extend({ to: z.string().min(1) }),
  refill: async (values, errors, ctx) => {
    const m = await mine(ctx, values.meeting);
    return m === null ? refusal('notPresenting') : refilled(swapForm(m, ctx.me), values, errors);
  },
  check: async ({ to, meeting }, ctx) => {
    const m = await mine(ctx, meeting);
    return found({ to: m === null || to === undefined ? null : await whyNot(ctx, m, to) });
  },
  decide: async (input, ctx) => {
    const m = await mine(ctx, input.meeting);
    if (m === null) return refusal('notPresenting');
    const ask = { id: swapId(m.id, ctx.me), meeting: m.id, group: m.group, from: ctx.me, to: input.to, until: m.at };
    return decided(show('meeting.next', { group: m.group, meeting: m.id }, say('meet.swap.asked')), {
      changes: [put(SwapAsks, ask)],
      sends: [direct(ctx, m, input.to, swapAskCard(m, ctx.me))],
    });
  },
});

/** Why nobody can be asked to swap with this person, or null. */
async function whyNot(ctx: Asked, m: Meeting, to: string): Promise<Msg | null> {
  const member = await ctx.read.get(Members, memberId(groupOf(ctx).id, to));
  if (to === ctx.me || member === null || !hasAgreed(ctx, member)) return say('meet.swap.member');
  if (presents(m, to)) return say('meet.swap.presents');
  return isAwayAt(member.away, m.at) ? say('meet.swap.other') : null;
}

const direct = (ctx: Context, m: Meeting, person: string, post: Card): Send => ({
  post,
  id: ctx.ids.next(),
  to: { is: 'direct', person },
  subject: m.id,
  notBefore: ctx.now,
  quiet: { group: m.group, before: m.at },
  notAfter: m.at,
  orNextAnswer: true,
});

/** Messages that ask for these swaps, where they still wait for the end of quiet hours. */
async function unasked(ctx: Asked, asks: readonly SwapAsk[]): Promise<Send[]> {
  const about = ({ meeting, from, to }: SwapAsk) =>
    untold(ctx.read, { subject: meeting, says: 'meet.swap.asks', with: { from }, to });
  const all = (await Promise.all(asks.map(about))).flat();
  return all.filter(
    (send, i) => all.findIndex((s) => 'remove' in s && 'remove' in send && s.remove === send.remove) === i,
  );
}

/** The colleague agrees, and both change places at once; or does not, and all stays as it is. */
export const answerSwap = command({
  ...common,
  name: 'meeting.swap.answer',
  ack: 'private',
  input: OfMeeting.extend({ from: z.string(), agree: z.enum(['yes', 'no']) }),
  decide: async (input, ctx) => {
    const m = await meetingIn(ctx, input.meeting);
    const series = m && (await ctx.read.get(SeriesOf, m.series));
    const ask = await ctx.read.get(SwapAsks, swapId(input.meeting, input.from));
    const stands = ask !== null && ask.to === ctx.me && m?.status === 'planned' && presents(m, ask.from);
    if (!m || !series || !stands || presents(m, ctx.me)) return refusal('swapOver');
    const told = direct(ctx, m, ask.from, swapAnswerCard(m, ask.from, ctx.me, input.agree));
    const next = (note: Msg) => show('meeting.next', { group: m.group, meeting: m.id }, note);
    if (input.agree === 'no')
      return decided(next(say('meet.swap.declined')), {
        changes: [drop(SwapAsks, ask.id)],
        sends: [...(await unasked(ctx, [ask])), told],
      });
    const after = swapped({ meeting: m, series }, ask.from, ctx.me);
    // What else either of them was asked is about places that they have no longer.
    const old = (await asksOf(ctx.read, m.id)).filter(
      ({ from, to }) => [ask.from, ctx.me].includes(from) || [ask.from, ctx.me].includes(to),
    );
    return decided(next(say('meet.swap.done')), {
      changes: [
        put(GroupMeetings, after.meeting),
        put(SeriesOf, after.series),
        ...old.map(({ id }) => drop(SwapAsks, id)),
      ],
      sends: [...(await unasked(ctx, [ask, ...old])), told],
    });
  },
});
