import { defaultLocale } from '../i18n/locale.ts';
import { wordsOf } from '../i18n/message.ts';
import type { PersonRef } from './references.ts';
import type { Block, Line, Span } from './view.ts';

/** How one reader sees things: their language, zone, and the names that the platform shows for people. */
export interface Reader {
  readonly locale: string;
  readonly zone: string;
  name(who: PersonRef): string;
}

/**
 * The words of spans as one phrase, without any markup; what begins with punctuation continues the words before it. Total: an
 * unknown locale or zone falls back to English and UTC.
 */
export function plainSpans(spans: readonly Span[], reader: Reader): string {
  return spans
    .map((span) => plainSpan(span, reader))
    .reduce((line, next) => (line === '' || goesOn(next) ? line + next : `${line} ${next}`), '');
}

/** Whether words go on with what stands before them, so that no blank comes between. */
export const goesOn = (words: string): boolean => /^[\s,.;:!?)]/.test(words);

/**
 * Plain text of lines: `Label: words`, one a line; what somebody typed keeps its own line breaks. A line with nothing but
 * a label is a heading.
 */
export function plainText(lines: readonly Line[], reader: Reader): string {
  return lines
    .map((line) => {
      const spans = plainSpans(line.spans, reader);
      const words = line.typed === null ? spans : spans === '' ? line.typed : `${spans}: ${line.typed}`;
      const label = line.label === null ? null : wordsOf(reader.locale, line.label);
      return label === null ? words : words === '' ? `${label}:` : `${label}: ${words}`;
    })
    .join('\n');
}

/** A chart in words, for where no picture can be shown, and for people who do not see one. */
export const plainChart = (chart: Extract<Block, { is: 'chart' }>, locale: string): string =>
  wordsOf(locale, chart.alt);

/** A month `YYYY-MM` in words, for inside a sentence: "March 2027". */
export const monthOfYear = (month: string, locale: string): string =>
  format(Date.parse(`${month}-01T00:00:00Z`), { month: 'long', year: 'numeric' }, locale, 'UTC');

function plainSpan(span: Span, reader: Reader): string {
  switch (span.is) {
    case 'msg':
      return wordsOf(reader.locale, span.msg);
    case 'person':
      return span.credential ? `${reader.name(span.who)}, ${span.credential}` : reader.name(span.who);
    case 'colleague':
      return colleagueWords(span, reader.locale);
    case 'former':
      return formerWords(span, reader.locale);
    case 'when':
      return instant(span.at, span.style, reader);
    case 'day':
      return calendarDay(span.date, reader.locale);
    case 'clock':
      return clockTime(span.time, reader.locale);
    case 'place':
      return wordsOf(reader.locale, { key: 'word.place' });
    case 'thread':
      return wordsOf(reader.locale, span.label);
  }
}

/** "Juno Marsh, PhD", and without the name "a colleague (PhD)". */
export function colleagueWords(
  { name, credential, first }: Extract<Span, { is: 'colleague' }>,
  locale: string,
): string {
  if (name !== null) return credential === '' ? name : `${name}, ${credential}`;
  const words = wordsOf(locale, { key: first ? 'reply.colleague' : 'word.colleague' });
  return credential === '' ? words : `${words} (${credential})`;
}

/** "a former member (PhD)". */
export function formerWords({ credential, first }: Extract<Span, { is: 'former' }>, locale: string): string {
  const words = wordsOf(locale, { key: first ? 'privacy.formerFirst' : 'privacy.former' });
  return credential === '' ? words : `${words} (${credential})`;
}

/** An instant in the reader's zone and locale. `relative` is worded as a date and time: plain text does not age. */
export function instant(
  at: number,
  style: 'date' | 'time' | 'dateTime' | 'relative',
  reader: Pick<Reader, 'locale' | 'zone'>,
): string {
  const date = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  return format(
    at,
    style === 'date' ? date : style === 'time' ? time : { ...date, ...time },
    reader.locale,
    reader.zone,
  );
}

/** A calendar date in the reader's locale. What is no date is shown as it is. */
export function calendarDay(date: string, locale: string): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? date : format(at, { day: 'numeric', month: 'long', year: 'numeric' }, locale, 'UTC');
}

/** A wall-clock time in the reader's locale: `14:30` or `2:30 PM`. What is no time is shown as it is. */
export function clockTime(time: string, locale: string): string {
  const at = Date.parse(`1970-01-01T${time}:00Z`);
  return Number.isNaN(at) ? time : instant(at, 'time', { locale, zone: 'UTC' });
}

/** Made formats, as making one takes far longer than using it. Locales come from outside, so that what is kept has an end. */
const formats = new Map<string, Intl.DateTimeFormat>();
const mostFormats = 200;

function format(at: number, options: Intl.DateTimeFormatOptions, locale: string, zone: string): string {
  const key = JSON.stringify([locale, zone, options]);
  const had = formats.get(key);
  if (had !== undefined) return had.format(at);
  const made = formatOf(options, locale, zone);
  if (formats.size >= mostFormats) formats.clear();
  formats.set(key, made);
  return made.format(at);
}

function formatOf(options: Intl.DateTimeFormatOptions, locale: string, zone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat(defaultLocale, { ...options, timeZone: 'UTC' });
  }
}
