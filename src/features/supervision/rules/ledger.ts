import { type Days, dayOf, periodAround } from './calendar.ts';
import type { HoursEntry } from './entry.ts';
import { remembered } from './memo.ts';
import { chainOf, type Pack } from './pack.ts';
import { type CalendarPer, isVerified } from './rule.ts';

/** An entry that counts, with what every rule asks of it worked out once. */
export interface Row {
  readonly entry: HoursEntry;
  readonly day: number;
  /** Its activity and all that is part of. */
  readonly activities: readonly string[];
  /** False for supervision in a format that the pack does not allow: its time counts, but it meets no requirement. */
  readonly serves: boolean;
}

/** The rows of one period, in order of date, then `order`. Never changed: what a rule found in it holds as long as it lives. */
export interface Bucket extends Days {
  readonly rows: readonly Row[];
}

type BucketPer = Exclude<CalendarPer, 'total'>;
const bucketPers: readonly BucketPer[] = ['week', 'fortnight', 'month', 'quarter'];
type Buckets = ReadonlyMap<number, Bucket>;

/**
 * All entries of one person under one pack. An entry added or taken away makes a new ledger that shares every other
 * period with the one before, so that only what changed is judged again.
 */
export interface Ledger {
  readonly pack: Pack;
  readonly rows: readonly Row[];
  readonly periods: Readonly<Record<BucketPer, Buckets>>;
}

/** Builds a ledger. Entries that are void or excluded are left out; an entry whose activity the pack does not have is an error. */
export function ledgerOf(pack: Pack, entries: readonly HoursEntry[]): Ledger {
  const rows = entries.flatMap((entry) => rowOf(pack, entry) ?? []).sort(inOrder);
  const periods = Object.fromEntries(bucketPers.map((per) => [per, bucketed(rows, per, pack)]));
  return { pack, rows, periods: periods as Ledger['periods'] };
}

/** The ledger with one more entry, or with another state of one that it holds. */
export function withEntry(ledger: Ledger, entry: HoursEntry): Ledger {
  const without = withoutEntry(ledger, entry.id);
  const row = rowOf(ledger.pack, entry);
  return row === null ? without : changed(without, row.day, (rows) => inserted(rows, row));
}

/** The ledger without the entry of that id; the same one when it holds none. */
export function withoutEntry(ledger: Ledger, id: string): Ledger {
  const row = ledger.rows.find(({ entry }) => entry.id === id);
  return row === undefined ? ledger : changed(ledger, row.day, (rows) => rows.filter((one) => one !== row));
}

const inOrder = (a: Row, b: Row): number => a.day - b.day || a.entry.order - b.entry.order;

function rowOf(pack: Pack, entry: HoursEntry): Row | null {
  if (entry.status === 'void' || entry.excluded) return null;
  if (!pack.activities.some(({ id }) => id === entry.activity)) throw new Error('An entry has an unknown activity.');
  const activities = chainOf(pack.activities, entry.activity).filter((id) => id !== null);
  return { entry, day: dayOf(entry.date), activities, serves: serves(pack, entry) };
}

function serves(pack: Pack, { type, format }: HoursEntry): boolean {
  if (type !== 'supervision' || format === null) return true;
  return pack.rules.every(
    (rule) =>
      rule.kind !== 'limit' ||
      !isVerified(rule) ||
      rule.formats === undefined ||
      rule.formats.some((f) => f === format),
  );
}

function bucketed(rows: readonly Row[], per: BucketPer, { weekStartsOn }: Pack): Buckets {
  const buckets = new Map<number, Bucket & { rows: Row[] }>();
  for (const row of rows) {
    const days = periodAround(row.day, per, weekStartsOn);
    const bucket = buckets.get(days.from);
    if (bucket) bucket.rows.push(row);
    else buckets.set(days.from, { ...days, rows: [row] });
  }
  return buckets;
}

function inserted(rows: readonly Row[], row: Row): readonly Row[] {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder(rows[middle] as Row, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return rows.toSpliced(low, 0, row);
}

/** The months of a ledger in their order; months without rows are left out. */
export const monthsOf = remembered(({ periods }: Ledger): readonly Bucket[] =>
  [...periods.month.values()].sort((a, b) => a.from - b.from),
);

/** Those months that have days of a period in them. */
export function monthsAround({ periods, pack }: Ledger, days: Days): readonly Bucket[] {
  const months: Bucket[] = [];
  for (let day = days.from; day <= days.to; ) {
    const { from, to } = periodAround(day, 'month', pack.weekStartsOn);
    const month = periods.month.get(from);
    if (month !== undefined) months.push(month);
    day = to + 1;
  }
  return months;
}

function changed(ledger: Ledger, day: number, change: (rows: readonly Row[]) => readonly Row[]): Ledger {
  const replaced = (per: BucketPer): Buckets => {
    const days = periodAround(day, per, ledger.pack.weekStartsOn);
    const rows = change(ledger.periods[per].get(days.from)?.rows ?? []);
    const buckets = new Map(ledger.periods[per]);
    if (rows.length === 0) buckets.delete(days.from);
    else buckets.set(days.from, { ...days, rows });
    return buckets;
  };
  const periods = Object.fromEntries(bucketPers.map((per) => [per, replaced(per)])) as Ledger['periods'];
  return { ...ledger, rows: change(ledger.rows), periods };
}
