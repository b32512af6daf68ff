import { z } from 'zod';
import { type Asked, type Context, groupOf } from '../../../runtime/context.ts';
import { timeKey } from '../../../runtime/jobs.ts';
import { allOf } from '../../../storage/find-all.ts';
import { Id, kind } from '../../../storage/kind.ts';
import { dayMs } from '../../../time/durations.ts';
import { type Consultation, dayEnd, type Reply } from '../model.ts';

/** For how long (ms) the anonymous posts of an author are paused, and how long a request for it waits for a second person. */
const pausedMs = 30 * dayMs;
const askedMs = 7 * dayMs;

/**
 * Whoever wrote one anonymous post may post nothing without a name for a while. It knows them by the token of that post, so
 * that only they themselves can tell whom it is about, and those who decided it by nothing but a token of the first.
 */
export const Bars = kind(
  'bar',
  z.object({
    /** Of the question or reply. */
    id: Id,
    group: Id,
    token: z.string(),
    /** Only the key of the owner who asked for it makes it again: a second person has to agree. */
    by: z.string(),
    agreed: z.boolean(),
    /** When it ends or, as long as nobody agreed, when the request is void: the end of a day. */
    until: z.number(),
  }),
  {
    indexes: { group: (b) => b.group, until: (b) => timeKey(b.until) },
    sorted: ['until'],
    sealed: 'no',
    about: {
      what: 'That the anonymous posts of whoever wrote one post are paused, or that an owner asked for it; by tokens',
      readBy:
        'members of the group, at that post, until it is agreed; then owners there, and the author, who alone can tell that they are meant',
      keptFor: '7 days as a request, 30 days once a second person agreed',
    },
  },
);
export type Bar = z.output<typeof Bars.schema>;

/** What stands of a post, seen by a colleague; null where nothing does. */
export type BarState = 'asked' | 'askedByMe' | 'agreed';

export async function barOf(ctx: Asked, post: string): Promise<Bar | null> {
  const bar = await ctx.read.get(Bars, post);
  return bar !== null && bar.group === groupOf(ctx).id && bar.until > ctx.now ? bar : null;
}

export async function barState(ctx: Asked, post: string): Promise<BarState | null> {
  const bar = await barOf(ctx, post);
  if (bar === null) return null;
  return bar.agreed ? 'agreed' : (await isAskedByMe(ctx, bar)) ? 'askedByMe' : 'asked';
}

const askerToken = (ctx: Asked, post: string): Promise<string> => ctx.mine(`bar ${post}`);
export const isAskedByMe = async (ctx: Asked, bar: Bar): Promise<boolean> =>
  bar.by !== '' && bar.by === (await askerToken(ctx, bar.id));

export const asked = async (ctx: Context, post: Consultation | Reply, token: string): Promise<Bar> => ({
  id: post.id,
  group: post.group,
  token,
  by: await askerToken(ctx, post.id),
  agreed: false,
  until: dayEnd(ctx.now + askedMs),
});

export const agreed = (bar: Bar, now: number): Bar => ({ ...bar, agreed: true, until: dayEnd(now + pausedMs) });

/** Until when (ms) I can post nothing without my name in a group; null where I can. Nobody else can ask this. */
export async function barredUntil(ctx: Asked, group: string): Promise<number | null> {
  const bars = (await allOf(ctx.read, Bars, 'group', { equal: group })).filter((b) => b.agreed && b.until > ctx.now);
  const tokens = await Promise.all(bars.map((b) => ctx.mine(b.id)));
  const mine = bars.filter((b, i) => b.token !== '' && b.token === tokens[i]);
  return mine.length === 0 ? null : Math.max(...mine.map((b) => b.until));
}
