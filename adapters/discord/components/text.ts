import {
  calendarDay,
  clockTime,
  colleagueWords,
  formerWords,
  goesOn,
  type Mark,
  type Msg,
  type PersonRef,
  type Span,
  wordsOf,
} from '../../../src/index.ts';

/** Who is behind a reference, as Discord shows them. `userId` is null when nobody is (forgotten, or left). */
export interface DisplayedPerson {
  readonly name: string;
  readonly userId: string | null;
}

/** What rendering needs to know of the reader and of the people named. */
export interface Reader {
  readonly locale: string;
  readonly people: (ref: PersonRef) => DisplayedPerson;
}

/**
 * Text that comes out exactly as it was typed: no mention, link, timestamp, emoji code or formatting. Discord shows a
 * backslash before punctuation as that character, and neither its server nor its clients read what follows as markup.
 */
export function asTyped(text: string): string {
  // Each pass goes once over the text: looking back to the start of a line would take the square of its length.
  return text
    .replace(/[\\*_~`|<@:[\]]/g, '\\$&')
    .replace(/^([^\S\n\r\u2028\u2029]*)([-+#>])/gm, '$1\\$2')
    .replace(/^([^\S\n\r\u2028\u2029]*\d+)\./gm, '$1\\.');
}

export const words = (msg: Msg, locale: string): string => wordsOf(locale, msg);

/**
 * One line of a view. The words of the product are escaped too: a name in brackets must not become a link. What begins
 * with punctuation continues the words before it.
 */
export function spansText(spans: readonly Span[], reader: Reader): string {
  return spans
    .map((span) => spanText(span, reader))
    .reduce((line, next) => (line === '' || goesOn(next) ? line + next : `${line} ${next}`), '');
}

function spanText(span: Span, reader: Reader): string {
  switch (span.is) {
    case 'msg':
      return asTyped(words(span.msg, reader.locale));
    case 'person': {
      const name = asTyped(reader.people(span.who).name);
      return span.credential ? `${name}, ${asTyped(span.credential)}` : name;
    }
    case 'colleague':
      return asTyped(colleagueWords(span, reader.locale));
    case 'former':
      return asTyped(formerWords(span, reader.locale));
    case 'when':
      return `<t:${Math.floor(span.at / 1000)}:${whenStyles[span.style]}>`;
    case 'day':
      return asTyped(calendarDay(span.date, reader.locale));
    case 'clock':
      return asTyped(clockTime(span.time, reader.locale));
    case 'place':
      // Shown by its name, and only to those who may see it; nobody is notified.
      return `<#${span.channel}>`;
    case 'thread': {
      // A thread under a message has the message's id, so that a mention of it leads there.
      const message = /\/(\d+)$/.exec(span.message)?.[1];
      return message === undefined ? asTyped(words(span.label, reader.locale)) : `<#${message}>`;
    }
  }
}

const whenStyles = { date: 'D', time: 't', dateTime: 'f', relative: 'R' } as const;

/** A quotation, every line marked, with what stands in for an identifier in bold. */
export function quoteText(text: string, marks: readonly Mark[]): string {
  let out = '';
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end > text.length || mark.end <= mark.start) continue;
    out += asTyped(text.slice(at, mark.start)) + bold(text.slice(mark.start, mark.end));
    at = mark.end;
  }
  out += asTyped(text.slice(at));
  return out
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Bold, but for white space at the ends, where Discord would show the asterisks. */
function bold(text: string): string {
  const inner = text.trim();
  const before = text.slice(0, text.length - text.trimStart().length);
  const after = text.slice(text.trimEnd().length);
  return inner === '' ? asTyped(text) : `${before}**${asTyped(inner).replaceAll('\n', '**\n**')}**${after}`;
}

/** A block that can be copied whole. A fence inside the text is broken by a character that has no width. */
export const codeBlock = (text: string): string => `\`\`\`\n${text.replaceAll('```', '`\u200b`\u200b`')}\n\`\`\``;
