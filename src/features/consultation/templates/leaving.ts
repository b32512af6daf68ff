import type { Context } from '../../../runtime/context.ts';
import { put } from '../../../runtime/decision.ts';
import type { Effects } from '../../../runtime/hook-events.ts';
import type { Hook } from '../../../runtime/hooks.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { allOf } from '../../../storage/find-all.ts';
import { former } from '../../../view/build.ts';
import { Groups } from '../../group/model.ts';
import { type Consultation, Consultations } from '../model.ts';
import { templateOf } from './all.ts';
import { noSession, redrawn, type SessionPart, sessionStops } from './run.ts';
import { runningOf, type Session, Sessions } from './session.ts';
import { endedCard, presenterLeftCard } from './step-view.ts';
import { roles } from './template.ts';

/** Somebody left: their part is open again, and where they presented by name, the session ends. */
export const leavesSessions: Hook<'onPersonLeft'> = (ctx, { group }) => left(ctx, group?.id ?? null);

export const erasedFromSessions: Hook<'onErased'> = async (ctx, { posts }) => {
  const running = await left(ctx, null);
  return posts ? running : { ...running, sends: [...(running.sends ?? []), ...(await unnamedEnds(ctx))] };
};

/** Under the last step of what I presented by name stands a former member. */
async function unnamedEnds(ctx: Context): Promise<Send[]> {
  const mine = await allOf(ctx.read, Consultations, 'person', { equal: ctx.me });
  const sessions = await ctx.read.getMany(
    Sessions,
    mine.map((c) => c.id),
  );
  return mine.flatMap((c, i) => {
    const edit = sessions[i]?.ended ?? null;
    return edit === null ? [] : [{ edit, view: endedCard(c, former('')), subject: c.id }];
  });
}

async function left(ctx: Context, group: string | null): Promise<Partial<Effects>> {
  const running = await allOf(ctx.read, Sessions, 'running', group === null ? { all: true } : { equal: group });
  const all = await Promise.all(running.map((session) => without(ctx, session)));
  return {
    changes: all.flatMap(({ changes }) => changes),
    sends: all.flatMap(({ sends }) => sends),
    due: all.flatMap(({ due }) => due),
  };
}

async function without(ctx: Context, session: Session): Promise<SessionPart> {
  const c = await ctx.read.get(Consultations, session.id);
  const group = c && (await ctx.read.get(Groups, c.group));
  if (!c || !group) return noSession;
  if (c.author.as === 'me' && c.author.person === ctx.me) return ending(ctx, c);
  if (!roles.some((role) => session.parts[role] === ctx.me)) return noSession;
  const parts = { ...session.parts };
  for (const role of roles) if (parts[role] === ctx.me) parts[role] = null;
  const running = runningOf({ ...session, parts }, templateOf(ctx, session.template));
  return {
    changes: [put(Sessions, { ...session, parts })],
    sends: running === null ? [] : [await redrawn(ctx, group, c, running)],
    due: [],
  };
}

async function ending(ctx: Context, c: Consultation): Promise<SessionPart> {
  const stops = await sessionStops(ctx, await ctx.read.get(Groups, c.group), c, true);
  const line = {
    id: ctx.ids.next(),
    to: { is: 'thread' as const, row: c.rows.card },
    subject: c.id,
    notBefore: ctx.now,
  };
  return { ...stops, sends: [...stops.sends, { post: presenterLeftCard, ...line }] };
}
