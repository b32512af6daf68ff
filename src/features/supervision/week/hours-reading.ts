import { say } from '../../../i18n/message.ts';
import type { Reading } from '../../../runtime/typed-fields.ts';
import { readDuration } from '../../../time/typed-duration.ts';
import { typedText } from '../../../time/typed-text.ts';
import { entryLimits } from '../model.ts';

/** Up to this a bare number is hours, from `minutesFrom` on it is minutes; between the two it could be either. */
const hoursUpTo = 12;
const minutesFrom = 15;

/**
 * A length in a table of hours: there a bare `3` or `1.5` is hours, `90` is minutes, and everything with a unit is what it
 * says. Null of an empty cell. `step`: whole multiples only, in minutes.
 */
export function cellReading(typed: string, step: number): Reading<number> | null {
  if (typed.trim() === '') return null;
  const minutes = minutesIn(typed);
  if (minutes === null) return { problem: say('supervision.week.cell.words') };
  if (minutes < 1 || minutes > entryLimits.minutes) return { problem: say('supervision.week.cell.range') };
  return minutes % step === 0 ? { value: minutes } : { problem: say('supervision.week.cell.step', { step }) };
}

function minutesIn(typed: string): number | null {
  const text = typedText(typed);
  if (/^\d{1,4}(?:[.,]\d{1,3})?$|^[.,]\d{1,3}$/.test(text)) {
    const n = Number(text.replace(',', '.'));
    if (n <= hoursUpTo) return Math.round(n * 60);
    return n >= minutesFrom && Number.isInteger(n) ? n : null;
  }
  return readDuration(typed)?.minutes ?? null;
}
