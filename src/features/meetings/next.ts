import { type Asked, groupOf } from '../../runtime/context.ts';
import type { Refusal } from '../../runtime/decision.ts';
import { Outbox } from '../../runtime/outbox/model.ts';
import { query, slash } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import type { Card } from '../../view/view.ts';
import { Consultations } from '../consultation/model.ts';
import { Members } from '../group/model.ts';
import { agendaCard } from './agenda-views.ts';
import { isShort, needed } from './dealing.ts';
import { guestsNow } from './guest-model.ts';
import { type Meeting, type Series, SeriesOf } from './model.ts';
import { attendableIn, meetingIn, plannedIn } from './planning.ts';
import { common, OfGroup } from './series.ts';
import { structureOfSlot, structuresIn } from './structures.ts';
import { asksOf } from './swap-model.ts';
import { meetingCard, noMeetingCard, type ShownSlot } from './views.ts';

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
    const last = await attendableIn(ctx);
    if (!m || !series) return noMeetingCard(ctx, groupOf(ctx), last);
    const asks = m.status === 'planned' ? await asksOf(ctx.read, m.id) : [];
    const guests = await guestsNow(ctx, groupOf(ctx), m.id);
    const slots = await slotsOf(ctx, { m, series, locale: ctx.locale });
    const few = isShort(m, await ctx.read.count(Members, 'group', { equal: m.group })) ? needed(m) : null;
    return meetingCard(ctx, { m, series, slots, guests }, { last, asks, few });
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
    const series = m && (await ctx.read.get(SeriesOf, m.series));
    if (!m || !series) return noMeetingCard(ctx, groupOf(ctx), await attendableIn(ctx));
    return agendaCard(ctx, m, series, await slotsOf(ctx, { m, series, locale: ctx.locale }));
  },
});

/** The slots of a meeting with the questions that are in them, as far as these can be read, and how each is held. */
export async function slotsOf(
  ctx: Pick<Asked, 'read' | 'gather'>,
  { m, series, locale }: { readonly m: Meeting; readonly series: Series; readonly locale: string },
): Promise<ShownSlot[]> {
  const questions = await ctx.read.getMany(
    Consultations,
    m.slots.map(({ consultation }) => consultation ?? ''),
  );
  const rows = await ctx.read.getMany(
    Outbox,
    questions.map((c) => c?.rows.card ?? ''),
  );
  const structures = await structuresIn(ctx, m.group, locale);
  return m.slots.map((slot, i) => {
    const found = questions[i] ?? null;
    const c = found !== null && found.hiddenAt === null && found.text !== null ? found : null;
    const structure = structureOfSlot(structures, { slot, c }, { m, series, i });
    return { slot, c, structure, ref: rows[i]?.ref ?? null };
  });
}
