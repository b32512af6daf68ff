import type { Context } from '../../runtime/context.ts';
import { type Change, drop, put } from '../../runtime/decision.ts';
import type { Contribution, Hook } from '../../runtime/hooks.ts';
import { refusal } from '../../runtime/refusals.ts';
import { allOf } from '../../storage/find-all.ts';
import { type Group, Groups, Members, Residents } from './model.ts';

const allGroups = (ctx: Pick<Context, 'read'>): Promise<Group[]> => allOf(ctx.read, Groups, 'channel', { all: true });

/** No member any more, of this group or of any. */
export const memberLeft: Hook<'onPersonLeft'> = async (ctx, { group }) => {
  const mine = await allOf(ctx.read, Members, 'person', { equal: ctx.me });
  return {
    changes: [
      ...mine.filter((m) => group === null || m.group === group.id).map((m) => drop(Members, m.id)),
      ...withoutMe(ctx, group === null ? await allGroups(ctx) : [group]),
    ],
  };
};

/** Groups keep their last owner: somebody must be able to change the settings. */
const withoutMe = (ctx: Context, groups: readonly Group[]): Change[] =>
  groups
    .filter((g) => g.owners.includes(ctx.me) && g.owners.length > 1)
    .map((g) => put(Groups, { ...g, owners: g.owners.filter((o) => o !== ctx.me) }));

/** A group must not lose its last owner by an erasure either. */
export const soleOwner: Contribution<'eraseObjection'> = async (ctx) =>
  (await allGroups(ctx)).some((g) => g.owners.includes(ctx.me) && g.owners.length === 1) ? refusal('soleOwner') : null;

export const erased: Hook<'onErased'> = async (ctx) => ({
  changes: [
    ...(await allOf(ctx.read, Members, 'person', { equal: ctx.me })).map((m) => drop(Members, m.id)),
    ...withoutMe(ctx, await allGroups(ctx)),
    drop(Residents, ctx.me),
  ],
});

/** Should the bot come back, everybody accepts the agreement again. */
export const botRemoved: Hook<'onBotRemoved'> = async (ctx) => ({
  changes: [
    ...(await allGroups(ctx)).map((g) => put(Groups, { ...g, gone: 'uninstalled' })),
    ...(await allOf(ctx.read, Members, 'group', { all: true })).map((m) => drop(Members, m.id)),
  ],
});
