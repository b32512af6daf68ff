import type { Asked } from './context.ts';

/**
 * The identity of a form that makes something new: when it was opened, and proof that it was me. The same form sent
 * twice names the same thing; two forms never do, whatever was made or deleted in between; and nobody can name what is
 * somebody else's. `opened`: in place of when, for what all its forms make one thing of; without a dot.
 */
export async function onceFor(ctx: Asked, what: string, opened = ctx.now.toString(36)): Promise<string> {
  return `${opened}.${await proof(ctx, what, opened)}`;
}

/** The id of what a form of mine makes, or null when it is no form of mine. */
export async function madeBy(ctx: Asked, what: string, once: string | undefined): Promise<string | null> {
  const [opened = '', given] = once?.split('.') ?? [];
  return given !== undefined && given === (await proof(ctx, what, opened)) ? given : null;
}

const proof = async (ctx: Asked, what: string, opened: string): Promise<string> =>
  (await ctx.mine(`once ${what} ${opened}`)).slice(0, 16);
