import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import { decided, put, show } from '../../runtime/decision.ts';
import { onceFor } from '../../runtime/form-token.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query, slash } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { canceledCard } from './change-views.ts';
import { toGuests } from './guest-news.ts';
import { guestCanceledCard } from './guest-news-views.ts';
import { GroupMeetings, type Series, SeriesOf } from './model.ts';
import { noNews } from './part-news.ts';
import { noJobs, plannedOf, seriesIn } from './planning.ts';
import { seriesCard, seriesForm } from './series-views.ts';
import { structuresIn } from './structures.ts';

/** What every route of meetings has in common. */
export const common = { who: 'member', feature: 'consultation' } as const;
export const OfGroup = z.object({ group: z.string().optional() });

/** `/meeting series`: the group's series, and for its owners the way to start, change or end one. */
export const list = query({
  ...common,
  name: 'meeting.series',
  ack: 'private',
  slash: slash('meeting', 'series', 'meet.series.help'),
  input: OfGroup,
  show: async (_input, ctx) => {
    const group = groupOf(ctx);
    const all = await seriesIn(ctx.read, group.id);
    const structures = await structuresIn(ctx, group.id, ctx.locale);
    return seriesCard(group.id, all, {
      isOwner: group.owners.includes(ctx.me),
      structures,
      locale: ctx.locale,
    });
  },
});

/** A running series of the group at hand, or null. */
export async function runningSeries(ctx: Asked, id: string): Promise<Series | null> {
  const series = await ctx.read.get(SeriesOf, id);
  return series === null || series.group !== groupOf(ctx).id || series.ended ? null : series;
}

/** A new series, or one that is changed. */
export const form = query({
  ...common,
  who: 'owner',
  name: 'meeting.series.form',
  ack: 'form',
  input: OfGroup.extend({ series: Id.optional() }),
  show: async (input, ctx) => {
    const group = groupOf(ctx);
    const structures = await structuresIn(ctx, group.id, ctx.locale);
    const of = { group, locale: ctx.locale, structures };
    if (input.series === undefined) return seriesForm(of, { once: await onceFor(ctx, 'series') });
    const series = await runningSeries(ctx, input.series);
    if (series === null) return refusal('gone');
    const next = (await plannedOf(ctx.read, group.id)).find((m) => m.series === series.id);
    return seriesForm(of, { series, next: next ?? null });
  },
});

/** No more meetings of a series; those that were stay. The channel reads it where one was planned. */
export const end = command({
  ...common,
  who: 'owner',
  name: 'meeting.series.end',
  ack: 'private',
  input: z.object({ group: z.string(), series: Id }),
  decide: async (input, ctx) => {
    const series = await runningSeries(ctx, input.series);
    if (series === null) return refusal('gone');
    const planned = (await plannedOf(ctx.read, series.group)).filter((m) => m.series === series.id);
    const letters = planned.map((m) => toGuests(ctx, m, guestCanceledCard(m, 'ended')));
    return decided(show('meeting.series', { group: series.group }, say('meet.series.ended')), {
      changes: [
        put(SeriesOf, { ...series, ended: true, endedAt: ctx.now }),
        ...planned.map((m) => put(GroupMeetings, { ...m, status: 'canceled' as const, revision: m.revision + 1 })),
      ],
      due: planned.flatMap(noJobs),
      sends: [
        ...planned.map(
          (meeting): Send => ({
            post: canceledCard({ meeting, series }, 'ended'),
            id: ctx.ids.next(),
            to: { is: 'group', group: series.group },
            subject: meeting.id,
            notBefore: ctx.now,
            notAfter: meeting.at,
          }),
        ),
        ...(await Promise.all([...letters, ...planned.map((m) => noNews(ctx, m))])).flat(),
      ],
    });
  },
});
