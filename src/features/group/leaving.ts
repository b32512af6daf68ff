import type { Context } from '../../runtime/context.ts';
import { type Change, drop, put } from '../../runtime/decision.ts';
import type { Contribution, Hook } from '../../runtime/hooks.ts';
import { allOf } from '../../storage/find-all.ts';
import { type Group, Groups, Members, noted, Residents } from './model.ts';
import { nameSuccessors, ownerLeft } from './successor.ts';

const allGroups = (ctx: Pick<Context, 'read'>): Promise<Group[]> => allOf(ctx.read, Groups, 'channel', { all: true });

/** No member any more, of this group or of any; a group that they alone own is to get another owner. */
export const memberLeft: Hook<'onPersonLeft'> = async (ctx, { group, gone }) => {
  const mine = await allOf(ctx.read, Members, 'person', { equal: ctx.me });
  const left = group === null ? await allGroups(ctx) : [group];
  const handed = ownerLeft(
    ctx,
    left.filter((g) => isSoleOwner(ctx, g) && !g.ownerLeft && g.gone !== 'uninstalled'),
    gone,
  );
  return {
    ...handed,
    changes: [
      ...mine.filter((m) => group === null || m.group === group.id).map((m) => drop(Members, m.id)),
      ...(await withoutMe(ctx, left, true)),
      ...handed.changes,
    ],
  };
};

const isSoleOwner = ({ me }: Pick<Context, 'me'>, { owners }: Group): boolean =>
  owners.length === 1 && owners[0] === me;

/** Groups keep their last owner: somebody must be able to change the settings. */
async function withoutMe(ctx: Context, groups: readonly Group[], byName: boolean): Promise<Change[]> {
  const mine = groups.filter((g) => g.owners.includes(ctx.me) && g.owners.length > 1);
  const entries = await Promise.all(mine.map((g) => noted(ctx, g, 'owners', [], byName ? ctx.me : null)));
  return [...mine.map((g) => put(Groups, { ...g, owners: g.owners.filter((o) => o !== ctx.me) })), ...entries.flat()];
}

/** A group must not lose its last owner by an erasure either. */
export const needsSuccessor: Contribution<'eraseObjection'> = async (ctx) => {
  const owned = (await allGroups(ctx)).filter((g) => isSoleOwner(ctx, g));
  return owned.length > 0 ? { refused: nameSuccessors(owned) } : null;
};

export const erased: Hook<'onErased'> = async (ctx) => ({
  changes: [
    ...(await allOf(ctx.read, Members, 'person', { equal: ctx.me })).map((m) => drop(Members, m.id)),
    ...(await withoutMe(ctx, await allGroups(ctx), false)),
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
