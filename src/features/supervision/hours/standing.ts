import type { Asked } from '../../../runtime/context.ts';
import { approvedLeave } from '../agreement/details-model.ts';
import { todayIn } from '../agreement/find.ts';
import type { Agreement } from '../agreement/model.ts';
import { rulesOf } from '../board/rules-of.ts';
import { calculate, type Standing } from '../rules/calculate.ts';
import { ledgerOf } from '../rules/ledger.ts';
import { countedOf } from './counted.ts';
import { entriesFor } from './entries-for.ts';

/** Where hours stand under the rules of an agreement, all that adds up with it included; null where they count toward nothing. */
export async function standingIn(ctx: Asked, a: Agreement): Promise<Standing | null> {
  const pack = a.purpose === 'growth' ? null : await rulesOf(ctx, a);
  if (pack === null) return null;
  const { entries, opened } = await entriesFor(ctx, a, pack);
  return calculate(ledgerOf(pack, countedOf(pack, entries, opened)), todayIn(ctx, a), approvedLeave(a.leave));
}
