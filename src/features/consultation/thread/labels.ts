import { labelsIn, type Standing } from '../../../deidentify/index.ts';
import type { Asked } from '../../../runtime/context.ts';
import { repliesOf } from '../find.ts';
import type { Consultation } from '../model.ts';

/**
 * The placeholders in a thread, for a text that goes there or into its record: nobody new may get one of them. Those of one's own
 * text that is being changed are left out. What waits to appear is left out too: a number that is skipped would tell of it.
 */
export async function standingIn(
  ctx: Asked,
  c: Consultation | null,
  changed: { readonly question?: boolean; readonly reply?: string | null } = {},
): Promise<Standing> {
  if (c === null) return { taken: [], known: [] };
  const replies = (await repliesOf(ctx.read, c.id)).filter(({ id }) => id !== changed.reply);
  const question = changed.question ? [] : Object.values(c.text ?? {});
  return { taken: labelsIn([...question, ...replies.map(({ text }) => text ?? ''), c.outcome ?? '']), known: [] };
}
