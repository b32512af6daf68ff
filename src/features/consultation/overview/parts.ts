import type { Asked } from '../../../runtime/context.ts';
import type { Block } from '../../../view/view.ts';
import { type Consultation, hasAppeared } from '../model.ts';

/** What other features have to say below an open question of the person who asks. */
export async function partsOf(ctx: Asked, c: Consultation): Promise<Block[]> {
  if (c.status !== 'open' || c.hiddenAt !== null || c.text === null) return [];
  if (!(await hasAppeared(ctx.read, c))) return [];
  const text = Object.values(c.text).join('\n');
  return (await ctx.gather('questionParts', { id: c.id, group: c.group, text })).flat();
}
