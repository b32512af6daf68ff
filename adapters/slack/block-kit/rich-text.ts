import type { types } from '@slack/bolt';
import { goesOn, type Mark, plainSpans, type Ref, type Span } from '../../../src/index.ts';
import { clamp, limits, split } from '../limits.ts';
import { readRef } from '../web-api/refs.ts';
import type { RenderContext } from './render-context.ts';

type Style = { bold?: boolean; italic?: boolean };
type Part = types.RichTextBlock['elements'][number];

/** In `rich_text` a text element is never parsed: mentions, links, `*marks*` and `:names:` stay as typed. */
export function textElement(text: string, style: Style = {}): types.RichTextText {
  const element = { type: 'text' as const, text: clamp(text === '' ? '–' : text, limits.richText) };
  return Object.keys(style).length > 0 ? { ...element, style } : element;
}

/**
 * Spans as elements, with a space between two unless the second goes on with punctuation. Instants are left to Slack,
 * which shows them in the reader's own zone and locale.
 */
export function elementsOf(spans: readonly Span[], context: RenderContext, style: Style = {}): types.RichTextElement[] {
  return spans.flatMap((span, i): types.RichTextElement[] => {
    const element = elementOf(span, context, style);
    const joined = i === 0 || (element.type === 'text' && goesOn(element.text));
    return joined ? [element] : [textElement(' '), element];
  });
}

function elementOf(span: Span, context: RenderContext, style: Style): types.RichTextElement {
  if (span.is === 'when') return dateElement(span.at, span.style);
  // Slack shows a channel by its name, and only to those who may know of it.
  if (span.is === 'place') return { type: 'channel', channel_id: span.channel };
  const url = span.is === 'thread' ? messageUrl(span.message) : null;
  if (span.is === 'thread' && url !== null) return { type: 'link', url, text: context.words(span.label) };
  return textElement(spanText(span, context), style);
}

/** Slack's own redirect opens a message in whatever client the reader uses; null for what is no address of one. */
export function messageUrl(ref: Ref): string | null {
  const address = readRef(ref);
  if (address === null) return null;
  return `https://slack.com/app_redirect?${new URLSearchParams({ channel: address.channel, message_ts: address.ts })}`;
}

/** A span without an instant, as text; a date that is none comes out as it is. */
export function spanText(span: Exclude<Span, { is: 'when' }>, context: RenderContext): string {
  if (span.is === 'day' && Number.isNaN(Date.parse(`${span.date}T00:00:00Z`))) return span.date;
  return plainSpans([span], context);
}

const formats = { date: '{date}', time: '{time}', dateTime: '{date_short_pretty}, {time}', relative: '{ago}' } as const;
type When = keyof typeof formats;

function dateElement(at: number, style: When): types.RichTextDate {
  return { type: 'date', timestamp: seconds(at), format: formats[style], fallback: fallback(at) };
}

/** The same instant in `mrkdwn`, for context blocks, which take no rich text. Holds nothing that anybody typed. */
export const dateToken = (at: number, style: When): string =>
  `<!date^${seconds(at)}^${formats[style]}|${fallback(at)}>`;

/** A channel in `mrkdwn`; null for what is no id of one, which could be read as a mention. */
export const channelToken = (channel: string): string | null => (/^[A-Z0-9]+$/.test(channel) ? `<#${channel}>` : null);

/** A link to a message in `mrkdwn`, under words of ours. */
export function linkToken(message: Ref, label: string): string | null {
  const url = messageUrl(message);
  const escaped = label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return url === null ? null : `<${url}|${escaped}>`;
}

const seconds = (at: number): number => (Number.isFinite(at) ? Math.floor(at / 1000) : 0);

/** Shown only where Slack cannot format a date. */
const fallback = (at: number): string =>
  `${new Date(seconds(at) * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** A paragraph as a block. */
export const paragraph = (elements: readonly types.RichTextElement[]): types.RichTextBlock =>
  richText([section(elements)]);

export const section = (elements: readonly types.RichTextElement[]): types.RichTextSection => ({
  type: 'rich_text_section',
  elements: elements.length > 0 ? [...elements] : [textElement('–')],
});

export const richText = (elements: readonly Part[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [...elements],
});

/** What somebody wrote, set off from what Curbside says; marked stretches stand out. Long text in several pieces. */
export function quoteParts(text: string, marks: readonly Mark[]): types.RichTextQuote[] {
  return pieces(text).map(({ start, part }) => ({
    type: 'rich_text_quote',
    elements: marked(
      part,
      marks.map((m) => ({ start: m.start - start, end: m.end - start })),
    ),
  }));
}

/** Text to be copied whole: in a preformatted box Slack keeps every character and line end. */
export const copyParts = (text: string): types.RichTextPreformatted[] =>
  pieces(text).map(({ part }) => ({ type: 'rich_text_preformatted', elements: [textElement(part)] }));

function pieces(text: string): { start: number; part: string }[] {
  let start = 0;
  return split(text === '' ? '–' : text, limits.richText).map((part) => {
    const piece = { start, part };
    start += part.length;
    return piece;
  });
}

function marked(text: string, marks: readonly Mark[]): types.RichTextText[] {
  const parts: types.RichTextText[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const start = Math.min(Math.max(mark.start, at), text.length);
    const end = Math.min(Math.max(mark.end, start), text.length);
    if (start > at) parts.push(textElement(text.slice(at, start)));
    if (end > start) parts.push(textElement(text.slice(start, end), { bold: true }));
    at = end;
  }
  if (at < text.length || parts.length === 0) parts.push(textElement(text.slice(at)));
  return parts;
}
