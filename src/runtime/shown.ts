import type { Asked } from './context.ts';

/**
 * What a button that locks, sends or saves something carries of what was shown: it does that to what stood there, or nothing. A
 * keyed hash under the key of the person who reads, so that a platform, which keeps buttons, learns nothing of the words.
 */
export const shownAs = async (ctx: Pick<Asked, 'mine'>, what: unknown): Promise<string> =>
  (await ctx.mine(`shown ${JSON.stringify(what)}`)).slice(0, 16);
