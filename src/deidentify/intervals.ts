const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/**
 * For each date of a text, how it lies to the first one that can be read: "about 3 months later". Undefined for the first,
 * for what cannot be read, and where one has a year and the other none. Dates in figures are read month first.
 */
export function intervalsOf(dates: readonly string[]): (string | undefined)[] {
  let anchor: Day | undefined;
  return dates.map((text) => {
    const day = dayOf(text);
    if (!day) return undefined;
    if (!anchor) {
      anchor = day;
      return undefined;
    }
    if ((day.year === undefined) !== (anchor.year === undefined)) return undefined;
    const days = day.day - anchor.day + 365 * ((day.year ?? 0) - (anchor.year ?? 0));
    return days === 0 ? undefined : `about ${lengthOf(Math.abs(days))} ${days > 0 ? 'later' : 'earlier'}`;
  });
}

interface Day {
  /** Day of the year, leap days left aside: the answer is "about". */
  readonly day: number;
  readonly year: number | undefined;
}

function dayOf(text: string): Day | undefined {
  const figures = text.match(/(?:^|\s)(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2,4}))?$/);
  const iso = text.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/);
  const named = text.toLowerCase().match(/\b([a-z]{3})[a-z]*\.?\s(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?(?:,?\s(\d{4}))?$/);
  if (iso) return day(Number(iso[2]), Number(iso[3]), Number(iso[1]));
  if (figures) return day(Number(figures[1]), Number(figures[2]), yearOf(figures[3]));
  if (named) return day(months.indexOf(named[1] ?? '') + 1, Number(named[2]), yearOf(named[3]));
  return undefined;
}

function day(month: number, date: number, year: number | undefined): Day | undefined {
  const start = before[month - 1];
  return start === undefined || date < 1 || date > 31 ? undefined : { day: start + date, year };
}

/** Of two figures, 40 and more are last century's: a date of birth rather than a plan. */
function yearOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 40 ? 2000 : 1900);
}

function lengthOf(days: number): string {
  const of = (count: number, unit: string) => `${spell(count)} ${unit}${count === 1 ? '' : 's'}`;
  if (days < 12) return of(days, 'day');
  if (days < 50) return of(Math.round(days / 7), 'week');
  return days < 700 ? of(Math.round(days / 30.4), 'month') : of(Math.round(days / 365), 'year');
}

const words = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const spell = (count: number): string => words[count - 1] ?? String(count);
