import {
  type Column,
  calculate,
  type HoursEntry,
  type Ledger,
  ledgerOf,
  outsideWindow,
  type Pack,
  type RowProblem,
  readRow,
  ruleSetFor,
  type Standing,
  warningsOf,
} from '../../../src/index.ts';
import { InputRefused } from '../settings.ts';
import type { CsvRow } from './read-csv.ts';
import { unreadText, warningText } from './words.ts';

/** A warning as it is printed; without dates where it is about the whole file. */
export interface ShownWarning {
  readonly rule: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly site: string | null;
  readonly text: string;
}

/** What a file comes to under a pack. */
export interface HoursResult {
  readonly pack: Pack;
  readonly asOf: string;
  readonly read: number;
  readonly counted: number;
  readonly rejected: readonly (RowProblem & { readonly line: number })[];
  readonly standing: Standing;
  readonly warnings: readonly ShownWarning[];
}

interface Asked {
  readonly asked: Pack;
  readonly packs: readonly Pack[];
  readonly asOf: string;
  readonly applying: string | null;
}

/** Works a file out. Throws `InputRefused` when the pack does not hold for the date of application. */
export function hoursOf(rows: readonly CsvRow[], { asked, packs, asOf, applying }: Asked): HoursResult {
  const set = ruleSetFor(asked, packs, { asOf, applying });
  if ('wrong' in set) throw new InputRefused(wrongSet(set.wrong, set.right, packs, applying ?? asOf));
  const { pack } = set;
  const entries: HoursEntry[] = [];
  const rejected: (RowProblem & { line: number })[] = [];
  const unread: ShownWarning[] = [];
  for (const { line, fields } of rows) {
    const row = readRow(fields, line, { pack, asOf });
    if ('problem' in row) rejected.push({ line, ...row });
    else {
      entries.push(row.entry);
      unread.push(...row.unread.map((column) => unreadWarning(row.entry, column)));
    }
  }
  const ledger = ledgerOf(pack, entries);
  const rowWarnings = warningsOf(ledger).map(({ about, ...rest }) => ({ ...rest, text: warningText(about) }));
  return {
    pack,
    asOf,
    read: rows.length,
    counted: ledger.rows.length,
    rejected,
    standing: calculate(ledger, asOf),
    warnings: [...assumedSet(asked, pack, set.named, asOf), ...tooOld(ledger, applying), ...rowWarnings, ...unread],
  };
}

const unreadWarning = ({ date, site }: HoursEntry, column: Column): ShownWarning => ({
  rule: null,
  from: date,
  to: date,
  site,
  text: unreadText(column),
});

/** Rows before the years that a board looks back from the day of application, one warning for each rule that says so. */
const tooOld = (ledger: Ledger, applying: string | null): ShownWarning[] =>
  applying === null
    ? []
    : outsideWindow(ledger, applying).map(({ rule, years, rows }) => ({
        ...{ rule: rule.id, from: rows[0]?.entry.date ?? null, to: rows.at(-1)?.entry.date ?? null, site: null },
        text: `More than ${years} years before the application on ${applying}. These hours may not count.`,
      }));

function assumedSet(asked: Pack, used: Pack, named: 'no' | 'inForce' | 'noneInForce', asOf: string): ShownWarning[] {
  if (named === 'no') return [];
  const instead = asked === used ? '' : `, instead of ${asked.id}`;
  const text =
    named === 'inForce'
      ? `The rules depend on when you apply. Without --applying, this uses ${used.id}, in force on ${asOf}${instead}.`
      : `The rules depend on when you apply. No pack like ${used.id} is in force on ${asOf}, so this uses it anyway. Give the date with --applying.`;
  return [{ rule: null, from: null, to: null, site: null, text }];
}

function wrongSet(wrong: Pack, right: Pack | null, packs: readonly Pack[], applying: string): string {
  const says = `${wrong.id} does not apply to an application on ${applying}.`;
  if (right !== null) return `${says} Use --pack ${right.id}.`;
  const near = packs.filter(
    ({ board, credential, effective: { by, from, to } }) =>
      board === wrong.board &&
      credential === wrong.credential &&
      by === 'application' &&
      (from ?? '') <= applying &&
      applying <= (to ?? applying),
  );
  return near.length === 0
    ? `${says} Curbside has no pack for that date.`
    : `${says} Curbside has no pack like it for that date. In force then: ${near.map(({ id }) => id).join(', ')}.`;
}
