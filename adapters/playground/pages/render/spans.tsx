import type { FC } from 'hono/jsx';
import { calendarDay, clockTime, goesOn, type Mark, plainSpans, type Span } from '../../../../src/index.ts';
import { type Reader, type WhenStyle, whenWords, words } from './reader.ts';

export const Spans: FC<{ reader: Reader; spans: readonly Span[] }> = ({ reader, spans }) => (
  <>
    {spans.map((span, i) => (
      <>
        {i === 0 || glued(reader, span) ? '' : ' '}
        <OneSpan reader={reader} span={span} />
      </>
    ))}
  </>
);

const OneSpan: FC<{ reader: Reader; span: Span }> = ({ reader, span }) => {
  switch (span.is) {
    case 'msg': {
      const text = words(reader, span.msg);
      if (span.msg.key === 'help.line') return <Command typed={text} />;
      return <>{text}</>;
    }
    case 'person':
      return <Person reader={reader} who={span.who} credential={span.credential} />;
    case 'colleague':
    case 'former':
      return <>{plainSpans([span], reader)}</>;
    case 'when':
      return <When reader={reader} at={span.at} style={span.style} />;
    case 'day':
      return <time datetime={span.date}>{calendarDay(span.date, reader.locale)}</time>;
    case 'clock':
      return <time datetime={span.time}>{clockTime(span.time, reader.locale)}</time>;
    case 'place':
      return <>#{span.channel}</>;
    case 'thread':
      return <a href={reader.threadLink(span.channel, span.message)}>{words(reader, span.label)}</a>;
  }
};

/** A command in a text: pressed, it stands in the line. */
const Command: FC<{ typed: string }> = ({ typed }) => (
  <button type="button" class="text-button command" data-fill={typed}>
    {typed}
  </button>
);

/** A sentence that begins with punctuation continues the one before it. */
const glued = (reader: Reader, span: Span): boolean => span.is === 'msg' && goesOn(words(reader, span.msg));

const Person: FC<{ reader: Reader; who: string; credential: string | null }> = ({ reader, who, credential }) => (
  <span class="person">
    {reader.name(who)}
    {credential === null || credential === '' ? '' : `, ${credential}`}
  </span>
);

export const When: FC<{ reader: Reader; at: number; style: WhenStyle }> = ({ reader, at, style }) => (
  <time datetime={new Date(at).toISOString()}>{whenWords(reader, at, style)}</time>
);

/** Typed text, as it was typed, with some stretches marked. Marks that do not fit the text are left out. */
export const Marked: FC<{ text: string; marks: readonly Mark[] }> = ({ text, marks }) => {
  const parts: { text: string; marked: boolean }[] = [];
  let end = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < end || mark.end <= mark.start || mark.end > text.length) continue;
    parts.push({ text: text.slice(end, mark.start), marked: false });
    parts.push({ text: text.slice(mark.start, mark.end), marked: true });
    end = mark.end;
  }
  parts.push({ text: text.slice(end), marked: false });
  return <>{parts.map((part) => (part.marked ? <mark>{part.text}</mark> : part.text))}</>;
};
