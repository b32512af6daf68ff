import type { Bucket, Row } from './ledger.ts';
import { remembered } from './memo.ts';

/** Supervision that meets requirements, by what boards tell apart; triadic counts as individual. Minutes. */
export function supervisionTime(rows: readonly Row[]): { readonly individual: number; readonly group: number } {
  let [individual, group] = [0, 0];
  for (const { entry, serves } of rows) {
    if (entry.type !== 'supervision' || !serves) continue;
    if (entry.modality === 'group') group += entry.minutes;
    else individual += entry.minutes;
  }
  return { individual, group };
}

/** Minutes of individual and triadic supervision in a week. */
export const individualOf = remembered(({ rows }: Bucket): number => supervisionTime(rows).individual);
