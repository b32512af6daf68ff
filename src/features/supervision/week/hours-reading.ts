import { say } from '../../../i18n/message.ts';
import type { Reading } from '../../../runtime/typed-fields.ts';
import { readDuration } from '../../../time/typed-duration.ts';
import { entryLimits } from '../model.ts';

/**
 * A length in a table of hours: there a bare number is hours, whatever its size, and everything with a unit is what it says.
 * Null of an empty cell. `step`: whole multiples only, in minutes.
 */
export function cellReading(typed: string, step: number): Reading<number> | null {
  if (typed.trim() === '') return null;
  const minutes = readDuration(typed, 'hours')?.minutes;
  if (minutes === undefined) return { problem: say('supervision.week.cell.words') };
  if (minutes < 1) return { problem: say('supervision.week.cell.none') };
  if (minutes > entryLimits.minutes) return { problem: say('supervision.week.cell.many') };
  return minutes % step === 0 ? { value: minutes } : { problem: say('supervision.week.cell.step', { step }) };
}
