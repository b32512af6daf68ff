import type { Bucket } from './ledger.ts';
import { rememberedFor } from './memo.ts';
import type { RuleOf } from './rule.ts';
import { type Verdict, whole } from './verdict.ts';

/**
 * Contacts with a supervisor and observed sessions in one period. A contact is one row of supervision; an observation
 * one row with enough observed minutes. `have` and `need` count contacts.
 */
export const judgeContacts = rememberedFor((rule: RuleOf<'contacts'>, { from, to, rows }: Bucket): Verdict[] => {
  const have = rows.filter(({ entry, serves }) => entry.type === 'supervision' && serves).length;
  const isMet = have >= rule.min && hasObservations(rule, rows);
  const atRisk = isMet || rule.per === 'total' ? [] : whole(rows);
  return [{ from, to, site: null, result: isMet ? 'met' : 'short', have, need: rule.min, atRisk }];
});

function hasObservations({ observed }: RuleOf<'contacts'>, rows: Bucket['rows']): boolean {
  if (observed === undefined) return true;
  const { min, minutes = 1 } = observed;
  return rows.filter(({ entry }) => entry.observedMinutes >= minutes).length >= min;
}
