import type { Asked } from '../../../runtime/context.ts';
import { todayIn } from '../agreement/find.ts';
import type { Agreement } from '../agreement/model.ts';
import { packOf, packsOf } from '../packs.ts';
import { ruleSetFor } from '../rules/application.ts';
import type { Pack } from '../rules/pack.ts';
import { packIn } from './model.ts';

/**
 * The rules that hold for an agreement: where they go by the date of application, the set that holds then (without a date,
 * the one in force), with what the group's owners checked. Null where it names none.
 */
export async function rulesOf(
  ctx: Asked,
  a: Pick<Agreement, 'pack' | 'group' | 'zone' | 'applyingOn'>,
): Promise<Pack | null> {
  const asked = packOf(ctx, a.pack);
  if (asked === null) return null;
  const set = ruleSetFor(asked, packsOf(ctx), { asOf: todayIn(ctx, a), applying: a.applyingOn });
  return packIn(ctx, a.group, 'wrong' in set ? (set.right ?? set.wrong) : set.pack);
}
