import { type Days, dayOf } from './calendar.ts';
import { judgeContacts } from './contacts.ts';
import { judgeGate } from './gate.ts';
import type { Ledger } from './ledger.ts';
import { judgeLimit } from './limit.ts';
import { judgePercent, judgeWholePercent } from './percent.ts';
import { judgePeriod } from './period.ts';
import { judgeRatio } from './ratio.ts';
import { type MonthAtRisk, riskByMonth } from './risk.ts';
import { judgeRolling } from './rolling.ts';
import { isVerified, type Rule, type RuleOf } from './rule.ts';
import { judgeSpan } from './span.ts';
import { boardMinutes, hoursText, likelyMinutes, type Total, totalsOf } from './totals.ts';
import { judgeUnits } from './units.ts';
import { compared, judged, notChecked, type Outcome, resultOf, type Unit, type Verdict, worst } from './verdict.ts';

/** Where somebody stands under a pack. */
export interface Standing {
  readonly totals: ReadonlyMap<string, Total>;
  /** All of them in minutes, as the board counts its hours. */
  readonly minutes: { readonly logged: number; readonly signed: number; readonly likely: number };
  /** The same as hours, two decimals, rounded down. */
  readonly hours: { readonly logged: string; readonly signed: string; readonly likely: string };
  /** Every rule of the pack, in its order. */
  readonly rules: readonly { readonly rule: Rule; readonly outcome: Outcome }[];
}

/**
 * Totals and rules of a ledger on a date. Rules look at everything that is logged; of a kind `total` they are met by
 * what is likely to count. The period around `asOf` (`YYYY-MM-DD`) is not judged yet. Of a rule that holds `unless: leave`, a
 * period in which somebody was on leave (`leave`, approved) is not judged where it is short; a table of hours knows of none.
 */
export function calculate(ledger: Ledger, asOf: string, leave: readonly Days[] = []): Standing {
  const at = { ledger, asOf: dayOf(asOf), leave };
  const first = ledger.pack.rules.map((rule) => ({ rule, outcome: outcomeOf(rule, at) }));
  const months = riskByMonth(
    ledger,
    first.flatMap(({ outcome }) => outcome.verdicts),
  );
  const totals = totalsOf(ledger, months);
  const rules = first.map(({ rule, outcome }) =>
    rule.kind === 'total' && isVerified(rule) && rule.since === undefined
      ? { rule, outcome: totalOutcome(rule, ledger, months) }
      : { rule, outcome },
  );
  const minutes = minutesOf(totals, ledger);
  const { logged, signed, likely } = minutes;
  const hours = { logged: hoursText(logged), signed: hoursText(signed), likely: hoursText(likely) };
  return { totals, minutes, hours, rules };
}

const units: Readonly<Record<Rule['kind'], Unit>> = {
  total: 'minutes',
  period: 'minutes',
  units: 'weeks',
  ratio: 'minutes',
  percent: 'percent',
  contacts: 'count',
  span: 'weeks',
  limit: 'count',
  gate: 'count',
};

interface At {
  readonly ledger: Ledger;
  readonly asOf: number;
  readonly leave: readonly Days[];
}

function outcomeOf(rule: Rule, at: At): Outcome {
  if (!isVerified(rule)) return notChecked(unitOf(rule));
  switch (rule.kind) {
    case 'period':
      if (rule.per === 'rolling7') return ofPeriods('minutes', { verdicts: judgeRolling(rule, at.ledger), open: [] });
      return ofPeriods('minutes', unlessOnLeave(rule, judged(rule, rule.per, judgePeriod, at), at.leave));
    case 'units':
      return ofWeeks(judged(rule, rule.per, judgeUnits, at));
    case 'ratio':
      return ofPeriods('minutes', judged(rule, 'week', judgeRatio, at));
    case 'percent':
      if (rule.per === 'total') return ofPeriods('percent', { verdicts: judgeWholePercent(rule, at.ledger), open: [] });
      return ofPeriods('percent', judged(rule, rule.per, judgePercent, at));
    case 'contacts':
      return ofFewest(judged(rule, rule.per, judgeContacts, at));
    case 'span':
      return judgeSpan(rule, at.ledger);
    case 'limit':
      return judgeLimit(rule, at.ledger);
    case 'gate':
      return judgeGate(rule, at.ledger);
    // Totals wait until it is known what is at risk.
    case 'total':
      return notChecked(unitOf(rule));
  }
}

function unitOf(rule: Rule): Unit {
  if (rule.kind === 'span' && (rule.minMonths ?? rule.maxMonths) !== undefined) return 'months';
  if (rule.kind === 'limit' && rule.minSessionMinutes !== undefined) return 'minutes';
  return units[rule.kind];
}

type Periods = Pick<Outcome, 'verdicts' | 'open'>;

/** Without the periods that are short because of a leave, where the rule leaves those out. */
function unlessOnLeave({ unless }: RuleOf<'period'>, { verdicts, open }: Periods, leave: readonly Days[]): Periods {
  if (unless !== 'leave' || leave.length === 0) return { verdicts, open };
  const away = ({ from, to, result }: Verdict) =>
    result === 'short' && leave.some((days) => days.from <= to && from <= days.to);
  const present = (all: readonly Verdict[]) => all.filter((verdict) => !away(verdict));
  return { verdicts: present(verdicts), open: present(open) };
}

/** The worst of those periods that gave the result: the one furthest below what is needed, or above what is allowed. */
function ofPeriods(unit: Unit, periods: Periods): Outcome {
  const result = resultOf(periods.verdicts);
  const gap = ({ have, need }: Verdict) => (result === 'short' ? need - have : result === 'over' ? have - need : 0);
  const nearest = ({ have, need }: Verdict) => -Math.abs(have - need);
  const deciding = periods.verdicts.filter((verdict) => verdict.result === result);
  const bad = worst(deciding, result === 'met' ? nearest : gap);
  return { result, have: bad?.have ?? null, need: bad?.need ?? null, unit, ...periods };
}

/** Weeks that have their units, of those that need them; each site counts its weeks. */
function ofWeeks(periods: Periods): Outcome {
  if (periods.verdicts.length === 0) return { ...notChecked('weeks'), ...periods };
  const have = periods.verdicts.filter(({ result }) => result === 'met').length;
  return { result: resultOf(periods.verdicts), have, need: periods.verdicts.length, unit: 'weeks', ...periods };
}

/** The fewest contacts of any period, also where it is an observation that is missing. */
function ofFewest(periods: Periods): Outcome {
  const fewest = worst(periods.verdicts, ({ have }) => -have);
  const { have = null, need = null } = fewest ?? {};
  return { result: resultOf(periods.verdicts), have, need, unit: 'count', ...periods };
}

function totalOutcome(rule: RuleOf<'total'>, { pack }: Ledger, months: readonly MonthAtRisk[]): Outcome {
  const likely = likelyMinutes(rule, months, pack.hour);
  const [min, max] = [rule.minHours, rule.maxHours].map((hours) => (hours === undefined ? undefined : hours * 60));
  return compared(likely, { min, max }, 'minutes');
}

function minutesOf(totals: ReadonlyMap<string, Total>, { pack }: Ledger): Standing['minutes'] {
  const of = (what: 'logged' | 'signed' | 'likely') => {
    const minutes = (group: string) => totals.get(group)?.[what] ?? 0;
    const by = { direct: minutes('direct'), indirect: minutes('indirect'), supervision: minutes('supervision') };
    return boardMinutes(by, pack.hour);
  };
  return { logged: of('logged'), signed: of('signed'), likely: of('likely') };
}
