import { typedText } from './typed-text.ts';

/** A wall-clock time `HH:MM`; `sure` is false where the other half of the day is as likely. */
export interface TypedTime {
  readonly time: string;
  readonly sure: boolean;
}

const named: Readonly<Record<string, string>> = {
  noon: '12:00',
  '12 noon': '12:00',
  midnight: '00:00',
  '12 midnight': '00:00',
};

/** Minutes after a colon or a period, or four digits as on a schedule; then perhaps the half of the day. */
const timeAsTyped = /^(\d{1,2}?)(?:[:.]?([0-5]\d))? ?(?:([ap])(?:\.? ?m\.?)?)?$/;

/**
 * Reads a time of day as people type it: `6pm`, `8:30 am`, `830am`, `8.30 am`, `9:30`, `18:00`, `1800`, `noon`. Hours alone need their half of the
 * day. Where clocks have twelve hours, `4:30` is asked about: few mean the early morning. Null when it is no time.
 */
export function readTime(typed: string, locale: string): TypedTime | null {
  const text = typedText(typed);
  const word = named[text];
  if (word !== undefined) return { time: word, sure: true };
  const [, hours = '', minutes, half] = timeAsTyped.exec(text) ?? [];
  if (hours === '' || (half === undefined && minutes === undefined)) return null;
  const hour = Number(hours);
  if (half === undefined ? hour > 23 : hour < 1 || hour > 12) return null;
  const ofDay = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  const early = half === undefined && hours.length === 1 && hour >= 1 && hour <= 6;
  return { time: `${String(ofDay).padStart(2, '0')}:${minutes ?? '00'}`, sure: !(early && halvesDay(locale)) };
}

/** The same time in the other half of the day. */
export const otherHalf = (time: string): string =>
  `${String((Number(time.slice(0, 2)) + 12) % 24).padStart(2, '0')}${time.slice(2)}`;

/** Whether a locale's clocks count to twelve. */
const halvesDay = (locale: string): boolean =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;
