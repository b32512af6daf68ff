import { type Msg, say } from '../i18n/message.ts';
import { msg } from './build.ts';
import type { DocumentBlock, DocumentColumn, Words } from './document.ts';
import type { Span } from './span.ts';

/** Builders for documents, so that a layout reads like the page. */
export const words = (...parts: readonly (Msg | Span)[]): Words => ({
  spans: parts.map((part) => ('is' in part ? part : msg(part))),
  typed: '',
});
/** What somebody typed, in a document. */
export const typed = (text: string): Words => ({ spans: [], typed: text });
export const nothing: Words = { spans: [], typed: '' };

export const heading = (level: 2 | 3, ...parts: readonly (Msg | Span)[]): DocumentBlock => ({
  is: 'heading',
  level,
  text: words(...parts),
});

const paragraphOf =
  (style: 'body' | 'quiet' | 'notice') =>
  (...parts: readonly (Msg | Span)[]): DocumentBlock => ({ is: 'paragraph', style, text: words(...parts) });
export const paragraph = paragraphOf('body');
export const small = paragraphOf('quiet');
export const notice = paragraphOf('notice');
export const factTable = (...rows: readonly (readonly [label: Msg, value: Words])[]): DocumentBlock => ({
  is: 'facts',
  rows: rows.map(([label, value]) => ({ label, value })),
});

type ColumnRest = Partial<Pick<DocumentColumn, 'align' | 'weight' | 'head'>>;
export const column = (label: Msg, rest: ColumnRest = {}): DocumentColumn => ({
  label,
  align: rest.align ?? 'left',
  weight: rest.weight ?? 1,
  head: rest.head ?? false,
});
export const table = (
  caption: Msg,
  columns: readonly DocumentColumn[],
  rows: readonly (readonly Words[])[],
  total: readonly Words[] | null = null,
): DocumentBlock => ({ is: 'table', caption, columns, rows, total });

export const signatures = (...lines: readonly (readonly [role: Msg, who: Words])[]): DocumentBlock => ({
  is: 'signatures',
  lines: lines.map(([role, who]) => ({ role, who })),
});

/** Minutes as hours with two decimals, rounded down: converted once, where they are shown. */
export const hoursWords = (minutes: number): Words =>
  words(say('document.hours', { hours: Math.floor((minutes * 100) / 60) / 100 }));
