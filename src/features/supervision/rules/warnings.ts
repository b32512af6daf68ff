import { dateOfDay, dayOf } from './calendar.ts';
import type { Ledger, Row } from './ledger.ts';
import { beyondLimit } from './limit.ts';
import { isVerified } from './rule.ts';

/** Something to look at. Warnings change no result but their own. */
export interface Warning {
  readonly about:
    | 'longEntry'
    | 'twice'
    | 'beforeEffective'
    | 'afterEffective'
    | 'format'
    | 'groupSize'
    | 'shortSession';
  readonly rule: string | null;
  /** `YYYY-MM-DD` */
  readonly from: string;
  readonly to: string;
  readonly site: string;
}

/** One entry longer than this is worth a look: minutes. */
const longEntry = 720;

/** Warnings about single entries, by date. */
export function warningsOf(ledger: Ledger): Warning[] {
  const seen = new Set<string>();
  return ledger.rows.flatMap((row) => {
    const date = dateOfDay(row.day);
    const warn = (about: Warning['about'], rule: string | null = null): Warning => {
      return { about, rule, from: date, to: date, site: row.entry.site };
    };
    const warnings: Warning[] = [];
    if (row.entry.minutes > longEntry) warnings.push(warn('longEntry'));
    const same = sameAs(row);
    if (seen.has(same)) warnings.push(warn('twice'));
    seen.add(same);
    const beyond = beyondEffective(ledger, row);
    if (beyond !== null) warnings.push(warn(beyond));
    for (const rule of ledger.pack.rules) {
      if (rule.kind !== 'limit' || !isVerified(rule)) continue;
      const about = beyondLimit(rule, row);
      if (about !== null) warnings.push(warn(about, rule.id));
    }
    return warnings;
  });
}

/** Everything but the id and the place: two entries with the same are the same entry, or two alike. */
function sameAs({ entry }: Row): string {
  const { id: _id, order: _order, ...rest } = entry;
  return JSON.stringify(Object.entries(rest).sort());
}

/** A set that goes by the date of application holds for all hours, also for earlier ones. */
function beyondEffective({ pack }: Ledger, { day }: Row): 'beforeEffective' | 'afterEffective' | null {
  const { by, from, to } = pack.effective;
  if (by === 'application') return null;
  if (from !== undefined && day < dayOf(from)) return 'beforeEffective';
  return to !== undefined && day > dayOf(to) ? 'afterEffective' : null;
}
