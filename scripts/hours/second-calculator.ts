/**
 * A second calculator of supervision hours, written from the specification alone, to hold the product against.
 *
 *   npx tsx scripts/hours/second-calculator.ts FILE.csv --pack PACK.json [--as-of DATE] [--applying DATE] [--expected]
 *
 * Prints the object of `curbside hours --json`; with `--expected` without its free text.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { checkRule, checkTotal } from './other-rules.ts';
import { allowedFormats, type Pack, readPack } from './pack.ts';
import type { Outcome, Warning } from './result.ts';
import { type Row, readRows } from './rows.ts';

interface Total {
  logged: number;
  signed: number;
  likely: number;
  paper: number;
}

function calculate(text: string, pack: Pack, asOf: string, applying: string | undefined) {
  const { read, counted, rejected } = readRows(text, pack, asOf);
  const ledger = { pack, rows: counted, asOf };
  const checked = new Map<string, Outcome>();
  for (const rule of pack.rules) if (rule.kind !== 'total') checked.set(rule.id, checkRule(rule, ledger));
  const outcomes = [...checked.values()];
  const atRisk = (row: Row) => Math.max(0, ...outcomes.map((each) => each.rows.get(row) ?? 0));
  const likely = (row: Row) => (row.status === 'signed' ? row.minutes - atRisk(row) : 0);
  const totals = addUp(pack, counted, likely);
  const all = totals.all ?? { logged: 0, signed: 0, likely: 0, paper: 0 };
  return {
    pack: pack.id,
    version: pack.version,
    asOf,
    rows: { read, counted: counted.length, rejected },
    totals,
    atRisk: outcomes.flatMap((each) => each.risks),
    rules: pack.rules.map((rule) => (checked.get(rule.id) ?? checkTotal(rule, counted, likely)).result),
    warnings: findWarnings(pack, counted, asOf, applying),
    hours: { logged: hours(all.logged), signed: hours(all.signed), likely: hours(all.likely) },
  };
}

/** Minutes by activity, by group and in all; a row adds to an activity, to those that include it, and to its group. */
function addUp(pack: Pack, rows: Row[], likely: (row: Row) => number): Record<string, Total> {
  const names = [...pack.activities.map((each) => each.id), 'all', 'direct', 'indirect', 'supervision'];
  const totals: Record<string, Total> = {};
  for (const name of names) totals[name] = { logged: 0, signed: 0, likely: 0, paper: 0 };
  for (const row of rows) {
    // A pack may call an activity by the name of its group; the row adds to that name once.
    for (const name of new Set([...row.activities, row.type, 'all'])) {
      const total = totals[name];
      if (!total) throw new Error(`no total ${name}`);
      total.logged += row.minutes;
      total.likely += likely(row);
      if (row.status === 'signed') total.signed += row.minutes;
      if (row.status === 'paper') total.paper += row.minutes;
    }
  }
  return totals;
}

/** Hours with two decimals, rounded down. */
function hours(minutes: number): string {
  const hundredths = Math.floor((minutes * 100) / 60);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** One warning for each row that gives cause. */
function findWarnings(pack: Pack, rows: Row[], asOf: string, applying: string | undefined): Warning[] {
  const warnings: Warning[] = [];
  const { from, by } = pack.effective;
  if (by === 'application' && !applying)
    warnings.push({ rule: null, from: asOf, to: asOf, site: null, text: `rules in force on ${asOf}: ${pack.id}` });
  const formats = pack.rules.find((rule) => rule.kind === 'limit' && rule.formats === allowedFormats(pack));
  const seen = new Set<string>();
  for (const row of [...rows].sort((a, b) => a.line - b.line)) {
    const warn = (rule: string | null, text: string) =>
      warnings.push({ rule, from: row.date, to: row.date, site: row.site, text: `line ${row.line}: ${text}` });
    if (row.minutes > 720) warn(null, 'more than 12 hours');
    if (seen.has(row.key)) warn(null, 'stands twice');
    if (by === 'hours' && from && row.date < from) warn(null, 'before the rules took effect');
    if (row.type === 'supervision' && !row.serves) warn(formats?.id ?? null, `format ${row.format} is not allowed`);
    seen.add(row.key);
  }
  return warnings;
}

/** The pack must be the one in force on the day of application. */
function checkApplication(pack: Pack, day: string): void {
  const { from, to, by } = pack.effective;
  if (by !== 'application' || ((from ?? day) <= day && day <= (to ?? day))) return;
  const right = from && day < from ? `the rules before ${from}` : `the rules after ${to}`;
  throw new Error(`${pack.id} is not for applications on ${day}; use ${right}`);
}

/** Leaves out what is only to be read. */
function withoutText(calculated: ReturnType<typeof calculate>) {
  const rejected = calculated.rows.rejected.map(({ line, field }) => ({ line, field }));
  const warnings = calculated.warnings.map(({ rule, from, to, site }) => ({ rule, from, to, site }));
  return { ...calculated, rows: { ...calculated.rows, rejected }, warnings };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pack: { type: 'string' },
    'as-of': { type: 'string' },
    applying: { type: 'string' },
    expected: { type: 'boolean' },
  },
});
const [file] = positionals;
if (!file || !values.pack) throw new Error('usage: second-calculator.ts FILE.csv --pack PACK.json');
const asOf = values['as-of'] ?? Temporal.Now.plainDateISO().toString();
const pack = readPack(values.pack);
checkApplication(pack, values.applying ?? asOf);
const calculated = calculate(readFileSync(file, 'utf8'), pack, asOf, values.applying);
console.log(JSON.stringify(values.expected ? withoutText(calculated) : calculated, null, 2));
