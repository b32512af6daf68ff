import { dayOf } from './calendar.ts';
import { type Bucket, type Ledger, monthsOf, type Row } from './ledger.ts';
import { rememberedFor } from './memo.ts';
import type { RuleOf } from './rule.ts';
import { notChecked, type Outcome, type Verdict, whole } from './verdict.ts';

type GateRule = RuleOf<'gate'>;

/** Whether an agreement's details have a date for it. */
export const isStated = ({ after }: GateRule): boolean => after === 'license' || after === 'contractApproved';

/** The day on which a gate opened for an entry; null where nobody stated it, and for gates of which no agreement says it. */
function openedOn({ after }: GateRule, { entry }: Row): number | null {
  const date = after === 'license' || after === 'contractApproved' ? (entry.opened?.[after] ?? null) : null;
  return date === null ? null : dayOf(date);
}

/**
 * Hours from before a gate opened are at risk: `have` counts their entries, of which there may be none. Met only where every entry's
 * date is known; where none is before it and some are not known, it is not checked.
 */
export function judgeGate(rule: GateRule, ledger: Ledger): Outcome {
  const months = monthsOf(ledger).map((month) => judgeMonth(rule, month));
  const verdicts = months.flatMap(({ early }) => early ?? []);
  const have = verdicts.reduce((n, one) => n + one.have, 0);
  if (have === 0 && (months.length === 0 || months.some(({ unknown }) => unknown))) return notChecked('count');
  return { result: have === 0 ? 'met' : 'over', have, need: 0, unit: 'count', verdicts, open: [] };
}

const judgeMonth = rememberedFor((rule: GateRule, { from, to, rows }: Bucket) => {
  const early = rows.filter((row) => row.day < (openedOn(rule, row) ?? row.day));
  const verdict: Verdict | null =
    early.length === 0
      ? null
      : { from, to, site: null, result: 'over', have: early.length, need: 0, atRisk: whole(early) };
  return { early: verdict, unknown: rows.some((row) => openedOn(rule, row) === null) };
});
