import type { Asked } from '../kernel/context.ts';

/**
 * The identity of a form that makes something new: the id of what it will make. It follows from how many of these I have,
 * and only my key makes it, so the same form sent twice names the same thing, and nobody can name somebody else's.
 */
export const onceFor = async (ctx: Asked, what: string, have: number): Promise<string> =>
  (await ctx.mine(`once ${what} ${have}`)).slice(0, 16);

/** True for the identity of a form that I have already sent: what it made is the newest I have. */
export const sentBefore = async (ctx: Asked, what: string, have: number, given: string | undefined): Promise<boolean> =>
  given !== undefined && have > 0 && given === (await onceFor(ctx, what, have - 1));
