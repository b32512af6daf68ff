import { say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import { decided, put, type Refusal, show } from '../../runtime/decision.ts';
import { Outbox } from '../../runtime/outbox/model.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query, slash } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import type { Card } from '../../view/view.ts';
import { Consultations } from '../consultation/model.ts';
import { GroupMeetings, type Meeting, SeriesOf } from './model.ts';
import { meetingIn, passedOn, plannedIn } from './planning.ts';
import { common, OfGroup } from './series.ts';
import { agendaCard, meetingCard, noMeetingCard, type ShownSlot } from './views.ts';

/** `/meeting next`: when and where it is, who presents and facilitates, and what is on the agenda. */
export const next = query({
  ...common,
  name: 'meeting.next',
  ack: 'private',
  slash: slash('meeting', 'next', 'meet.next.help'),
  input: OfGroup.extend({ meeting: Id.optional() }),
  show: async (input, ctx) => {
    const m = input.meeting === undefined ? (await plannedIn(ctx))[0] : await meetingIn(ctx, input.meeting);
    const series = m && (await ctx.read.get(SeriesOf, m.series));
    if (!m || !series) return noMeetingCard(groupOf(ctx));
    return meetingCard(ctx, { m, series, slots: await slotsOf(ctx, m) });
  },
});

/** `/meeting agenda`: its parts with their minutes. */
export const agenda = query({
  ...common,
  name: 'meeting.agenda',
  ack: 'private',
  slash: slash('meeting', 'agenda', 'meet.agenda.help'),
  input: OfGroup.extend({ meeting: Id.optional() }),
  show: async (input, ctx): Promise<Card | Refusal> => {
    const m = input.meeting === undefined ? (await plannedIn(ctx))[0] : await meetingIn(ctx, input.meeting);
    return m ? agendaCard(m, await slotsOf(ctx, m)) : noMeetingCard(groupOf(ctx));
  },
});

/** The slots of a meeting with the questions that are in them, as far as these can be read. */
export async function slotsOf(ctx: Pick<Asked, 'read'>, m: Meeting): Promise<ShownSlot[]> {
  const questions = await ctx.read.getMany(
    Consultations,
    m.slots.map(({ consultation }) => consultation ?? ''),
  );
  const rows = await ctx.read.getMany(
    Outbox,
    questions.map((c) => c?.rows.card ?? ''),
  );
  return m.slots.map((slot, i) => {
    const c = questions[i] ?? null;
    const isThere = c !== null && c.hiddenAt === null && c.text !== null;
    return { slot, c: isThere ? c : null, ref: rows[i]?.ref ?? null };
  });
}

/** Whoever presents passes: no reason is asked for, and the next one takes the turn. */
export const pass = command({
  ...common,
  name: 'meeting.pass',
  ack: 'private',
  slash: slash('meeting', 'pass', 'meet.pass.help'),
  input: OfGroup.extend({ meeting: Id.optional() }),
  decide: async (input, ctx) => {
    const mine = (m: Meeting): boolean => m.slots.some(({ presenter }) => presenter === ctx.me);
    const m = input.meeting === undefined ? (await plannedIn(ctx)).find(mine) : await meetingIn(ctx, input.meeting);
    const series = m && (await ctx.read.get(SeriesOf, m.series));
    if (!m || !series || m.status !== 'planned' || !mine(m)) return refusal('notPresenting');
    const { meeting, series: after } = await passedOn(ctx, m, series, ctx.me);
    return decided(show('meeting.next', { group: m.group, meeting: m.id }, say('meet.passed')), {
      changes: [put(GroupMeetings, meeting), put(SeriesOf, after)],
    });
  },
});
