import { addDays, dateOf, daysBetween } from '../../../time/time.ts';
import type { SupervisionEntry } from '../model.ts';
import { dayOf } from '../rules/calendar.ts';

/** What is worth a look before somebody signs. Nothing is refused for it (docs/domain.md, Supervision). */
export type Flag = 'overlap' | 'longDay' | 'late' | 'sameMinutes' | 'twice';

/** More than this on one day, in minutes; written later than this after its day; this many logged days in a row alike. */
const most = { dayMinutes: 720, daysLate: 7 } as const;
const sameDays = 10;

type Timed = Pick<SupervisionEntry, 'date' | 'start' | 'minutes'>;

/** Whether two entries with a start time were at the same time, past midnight too. */
export function overlaps(a: Timed, b: Timed): boolean {
  if (a.start === null || b.start === null) return false;
  const [from, other] = [minuteOf(a.date, a.start), minuteOf(b.date, b.start)];
  return other < from + a.minutes && from < other + b.minutes;
}

const minuteOf = (date: string, time: string): number =>
  dayOf(date) * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The flags of each entry of one person, by its id; `all` are their entries as far as the reader sees them. */
export function flagsIn(all: readonly SupervisionEntry[]): ReadonlyMap<string, readonly Flag[]> {
  const replaced = new Set(all.map(({ replaces }) => replaces));
  const live = all.filter((e) => e.status !== 'void' && !replaced.has(e.id));
  const days = byDay(live);
  const alike = alikeDays(days);
  return new Map(
    live.map((e): [string, readonly Flag[]] => {
      const sameDay = days.get(e.date) ?? [];
      const around = [e.date, addDays(e.date, -1), addDays(e.date, 1)].flatMap((date) => days.get(date) ?? []);
      const flags: Record<Flag, boolean> = {
        overlap: around.some((other) => other !== e && overlaps(e, other)),
        twice: sameDay.some((other) => other !== e && isSame(e, other)),
        longDay: minutesOf(sameDay) > most.dayMinutes,
        late: daysBetween(e.date, dateOf(e.writtenAt, e.zone)) > most.daysLate,
        sameMinutes: alike.has(e.date),
      };
      return [e.id, (Object.keys(flags) as Flag[]).filter((flag) => flags[flag])];
    }),
  );
}

function byDay(entries: readonly SupervisionEntry[]): Map<string, SupervisionEntry[]> {
  const days = new Map<string, SupervisionEntry[]>();
  for (const e of entries) {
    const day = days.get(e.date);
    if (day === undefined) days.set(e.date, [e]);
    else day.push(e);
  }
  return days;
}

/** Days in a row, days off left out, on which the same minutes were logged each time. */
function alikeDays(days: ReadonlyMap<string, readonly SupervisionEntry[]>): ReadonlySet<string> {
  const inOrder = [...days].sort(([a], [b]) => a.localeCompare(b)).map(([date, of]) => ({ date, n: minutesOf(of) }));
  const alike = new Set<string>();
  let run: string[] = [];
  inOrder.forEach(({ date, n }, i) => {
    run = inOrder[i - 1]?.n === n ? [...run, date] : [date];
    if (run.length >= sameDays) for (const one of run) alike.add(one);
  });
  return alike;
}

const minutesOf = (entries: readonly SupervisionEntry[]): number => entries.reduce((sum, e) => sum + e.minutes, 0);

/** The same session logged again: one of the two may have no start time, as all entries of a week have none. */
const isSame = (a: SupervisionEntry, b: SupervisionEntry): boolean =>
  a.activity === b.activity &&
  a.minutes === b.minutes &&
  a.site === b.site &&
  a.modality === b.modality &&
  (a.start === b.start || a.start === null || b.start === null);
