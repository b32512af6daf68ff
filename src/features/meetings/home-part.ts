import { say } from '../../i18n/message.ts';
import type { HomePart } from '../../runtime/contributions.ts';
import type { Contribution } from '../../runtime/hooks.ts';
import { dateOf } from '../../time/time.ts';
import { action, quiet } from '../../view/build.ts';
import { SeriesOf } from './model.ts';
import { isRunning, lastBlocks } from './now-views.ts';
import { partBlocks } from './part-views.ts';
import { attendableIn, plannedIn } from './planning.ts';
import { SwapAsks } from './swap-model.ts';
import { askedOf } from './swap-views.ts';
import { meetingTime } from './zones.ts';

/** Asks for a swap that one home page shows. */
const mostAsks = 3;

/** A meeting that runs, asks to swap and one's own part of the day wait for the person; else when the next meeting is. */
export const homePart: Contribution<'homePart'> = async (ctx, group): Promise<HomePart> => {
  const nothing = { asks: [], waits: [], more: [], actions: [] };
  if (!group.features.includes('consultation') || ctx.group?.id !== group.id) return nothing;
  const planned = await plannedIn(ctx);
  const next = planned[0];
  const last = await attendableIn(ctx);
  const runs = last !== null && isRunning(last, ctx.now);
  const asks = (await ctx.read.find(SwapAsks, 'to', { equal: ctx.me }, { limit: mostAsks })).docs;
  const dayOf = (at: number): string => dateOf(at, ctx.zone ?? group.zone);
  const series = next === undefined ? null : await ctx.read.get(SeriesOf, next.series);
  const today = planned.filter((m) => m.at > ctx.now && dayOf(m.at) === dayOf(ctx.now));
  return {
    waits: [
      ...(runs ? lastBlocks(ctx, last) : []),
      ...today.flatMap((m) => partBlocks(m, ctx.me)),
      ...askedOf(
        asks.filter((ask) => ask.group === group.id && ask.until > ctx.now),
        ctx.me,
      ),
    ],
    asks: [],
    more: [
      ...(next === undefined ? [] : [quiet(say('meet.bring.next'), ...meetingTime(ctx, next.at, series ?? group))]),
      ...(runs ? [] : lastBlocks(ctx, last)),
    ],
    actions: next === undefined ? [] : [action(say('meet.next'), 'meeting.next', { group: group.id })],
  };
};
