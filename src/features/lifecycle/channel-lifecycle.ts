import { z } from 'zod';
import type { Context } from '../../runtime/context.ts';
import { type Decision, decided, drop, put, show } from '../../runtime/decision.ts';
import { forgetName } from '../../runtime/forget.ts';
import { DueJobs } from '../../runtime/jobs.ts';
import { Outbox } from '../../runtime/outbox/model.ts';
import { command } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import { dayMs } from '../../time/durations.ts';
import { type Group, Groups, Members } from '../group/model.ts';
import { nextPurge } from './purge.ts';

const nothing = show('curbside.home');
/** After the bot was removed, what people own can still be claimed for this long by adding it again (docs/domain.md, story 24). */
export const claimDays = 30;

const groupsOf = (ctx: Context): Promise<readonly Group[]> => allOf(ctx.read, Groups, 'channel', { all: true });

/** The channel of a group was archived or deleted, or the bot taken out of it: its owners are told what to do. */
export const channelGone = command({
  name: 'platform.channelGone',
  who: 'platform',
  ack: 'silent',
  input: z.object({ why: z.enum(['archived', 'deleted', 'removed', 'readOnly']) }),
  decide: async (input, ctx) => {
    const group = await groupHere(ctx);
    return decided(nothing, group === null ? {} : await ctx.raise('onChannelClosed', { group, why: input.why }));
  },
});

/** What waited for the channel is tried at once. */
export const channelBack = command({
  name: 'platform.channelBack',
  who: 'platform',
  ack: 'silent',
  input: z.object({}),
  decide: async (_input, ctx) => {
    const group = await groupHere(ctx);
    // After a removal, setting the group up again is what brings it back (docs/domain.md, story 24), and not an invitation to its channel.
    if (group === null || group.gone === null || group.gone === 'uninstalled') return decided(nothing);
    const held = (await allOf(ctx.read, Outbox, 'stuck', { all: true })).filter((r) => r.status === 'pending');
    return decided(nothing, {
      changes: [put(Groups, { ...group, gone: null }), ...held.map((r) => put(Outbox, { ...r, retryAt: 0 }))],
    });
  },
});

async function groupHere(ctx: Context): Promise<Group | null> {
  return (await groupsOf(ctx)).find((g) => g.channel === ctx.channel) ?? null;
}

/**
 * The bot was removed from the community. Nothing is sent any more; everybody accepts the agreement again should it come
 * back; people's own records wait for 30 days.
 */
export const uninstalled = command({
  name: 'platform.uninstalled',
  who: 'platform',
  ack: 'silent',
  input: z.object({ why: z.string().optional() }),
  decide: async (_input, ctx) => decided(nothing, await removal(ctx)),
});

/** What a removal brings about. Nothing when it is known already, so that the thirty days do not begin anew. */
export async function removal(ctx: Context): Promise<Pick<Decision, 'changes' | 'due'>> {
  if ((await groupsOf(ctx)).every((g) => g.gone === 'uninstalled')) return { changes: [], due: [] };
  const { changes, due } = await ctx.raise('onBotRemoved', {});
  const waiting = await allOf(ctx.read, Outbox, 'todo', { all: true });
  const cleaning = [forgetName, ...(await ctx.gather('cleanUpJobs', null)).flat()];
  const jobs = (await allOf(ctx.read, DueJobs, 'at', { all: true })).filter((j) => !cleaning.includes(j.job));
  return {
    changes: [...changes, ...waiting.map((r) => drop(Outbox, r.id)), ...jobs.map((j) => drop(DueJobs, j.id))],
    due: [...due, { schedule: nextPurge(ctx.now + claimDays * dayMs) }],
  };
}

/**
 * Somebody's account was deactivated, or they left: they are no member any more and nothing is sent to them. Whoever left
 * one channel leaves its group alone, unless it was their only one.
 */
export const personLeft = command({
  name: 'platform.personLeft',
  who: 'platform',
  ack: 'silent',
  input: z.object({}),
  decide: async (_input, ctx) => {
    const mine = await allOf(ctx.read, Members, 'person', { equal: ctx.me });
    const here = ctx.channel === null ? null : await groupHere(ctx);
    if (ctx.channel !== null && here === null) return decided(nothing);
    if (mine.some((m) => here !== null && m.group !== here.id))
      return decided(nothing, await ctx.raise('onPersonLeft', { group: here, gone: false }));
    const left = await ctx.raise('onPersonLeft', { group: null, gone: ctx.channel === null });
    const waiting = (await allOf(ctx.read, Outbox, 'person', { equal: ctx.me })).filter((r) => r.status === 'pending');
    return decided(nothing, { ...left, changes: [...left.changes, ...waiting.map((r) => drop(Outbox, r.id))] });
  },
});
