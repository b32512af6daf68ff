import type { Asked } from '../../../runtime/context.ts';
import type { Action, Block } from '../../../view/view.ts';
import { type Consultation, hasAppeared } from '../model.ts';

/** What other features have to say below an open question of the person who asks. */
export async function partsOf(ctx: Asked, c: Consultation): Promise<Block[]> {
  if (!(await isReadable(ctx, c))) return [];
  const text = Object.values(c.text ?? {}).join('\n');
  return (await ctx.gather('questionParts', { id: c.id, group: c.group, text })).flat();
}

/** Where the person who looks at it can take it: their own question, or one without a name, of which nobody shows whose it is. */
export async function waysOf(ctx: Asked, c: Consultation, isMine: boolean): Promise<readonly Action[]> {
  if (!(isMine || c.author.as === 'anonymous') || !(await isReadable(ctx, c))) return [];
  return (await ctx.gather('questionWays', { id: c.id, group: c.group })).flat();
}

/** Open, and there for colleagues to read. */
const isReadable = async (ctx: Asked, c: Consultation): Promise<boolean> =>
  c.status === 'open' && c.hiddenAt === null && c.text !== null && (await hasAppeared(ctx.read, c));
