import { typedText } from './typed-text.ts';

/** Whole minutes; `sure` is false where the reading needs a look: `1:30`, or hours that had to be rounded. */
export interface TypedDuration {
  readonly minutes: number;
  readonly sure: boolean;
}

const hours = '(?:hours?|hrs?|h)\\.?';
const minutes = '(?:minutes?|mins?|m)\\.?';
const onlyMinutes = new RegExp(`^(\\d{1,4}) ?${minutes}$`);
const onlyHours = new RegExp(`^(\\d{1,3}|\\d{0,3}[.,]\\d{1,3}) ?${hours}$`);
const both = new RegExp(`^(\\d{1,3}) ?${hours}(?:,? ?| and |, and | & )([0-5]?\\d)(?: ?${minutes})?$`);

/** What a number without a unit is in a field: the field's label or hint says so, and no size of a number changes it. */
type BareUnit = 'minutes' | 'hours';

/**
 * Reads a length as people type it: `90`, `90m`, `45min.`, `1.5h`, `1h15`, `1 hr and 30 min`, `1:30`. A bare number is in
 * the unit of the field, and may have a sign so that the form can say what is wrong with it; only hours have decimals.
 * Null for everything else; which lengths are allowed is the field's own rule.
 */
export function readDuration(typed: string, bare: BareUnit): TypedDuration | null {
  const text = typedText(typed);
  if (bare === 'minutes' && /^-?\d{1,6}$/.test(text)) return { minutes: Number(text), sure: true };
  if (bare === 'hours' && /^-?(?:\d{1,6}(?:[.,]\d{1,4})?|[.,]\d{1,4})$/.test(text)) return ofHours(text);
  const short = onlyMinutes.exec(text);
  if (short) return { minutes: Number(short[1]), sure: true };
  const long = onlyHours.exec(text);
  if (long?.[1]) return ofHours(long[1]);
  const mixed = both.exec(text);
  if (mixed) return { minutes: Number(mixed[1]) * 60 + Number(mixed[2]), sure: true };
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  return clock ? { minutes: Number(clock[1]) * 60 + Number(clock[2]), sure: false } : null;
}

function ofHours(typed: string): TypedDuration {
  const exact = Number(typed.replace(',', '.')) * 60;
  const whole = Math.round(exact);
  return { minutes: whole, sure: Math.abs(exact - whole) < 1e-6 };
}
