import type { Msg } from '../i18n/message.ts';
import type { Document, FileFormat } from './document.ts';
import type { Span } from './span.ts';

export type { Span };

/**
 * What people see, without a platform. Closed unions; no type here can hold a platform id. Text is a `Msg` from the
 * catalogue; what a person wrote appears only in a quote or as a typed option, and every adapter shows it as it was
 * typed: it can never mention, link or format.
 */
export type View = Card | Form | Home;

/** A message or a private answer. `summary` is all that a notification or a title may show: never typed text. */
export interface Card {
  readonly is: 'card';
  readonly summary: Msg;
  readonly blocks: readonly Block[];
}

/** A person's own page: Slack's App Home, a private card on Discord, a tab in the playground. */
export interface Home {
  readonly is: 'home';
  readonly blocks: readonly Block[];
}

/** A form. Submitting sends `do` with the `with` values and one value for each field, under its name. */
export interface Form {
  readonly is: 'form';
  readonly title: Msg;
  /** What it is one page of, said before the title where there is room. */
  readonly of?: Msg;
  readonly intro: readonly Block[];
  readonly fields: readonly Field[];
  readonly submit: Msg;
  readonly do: string;
  readonly with: Values;
  /** What opens it anew from what is stored: the button for it where a form cannot follow a form at once. */
  readonly opener?: Action;
}

/** Ids and enumerated words only: adapters put these into payloads that live on the platform. */
export type Values = Readonly<Record<string, string>>;

/** A stretch of a quote to be highlighted, in UTF-16 offsets of its text: what stands in for an identifier. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

export interface Action {
  readonly label: Msg;
  readonly do: string;
  readonly with: Values;
  /** `danger`: it cannot be undone, so it asks first. On no platform is it red: red is for "someone may be at risk". */
  readonly tone: 'main' | 'plain' | 'danger';
  /** A question to answer before it happens, where it cannot be undone. */
  readonly confirm: Msg | null;
  /** What the button that answers yes says; without it, it says what this one says. */
  readonly yes?: Msg;
}

export interface Option {
  readonly value: string;
  readonly label: { readonly msg: Msg } | { readonly typed: string };
  readonly hint: Msg | null;
}

export interface Item {
  readonly title: readonly Span[];
  readonly detail: readonly Span[];
  readonly quote: string | null;
  readonly actions: readonly Action[];
  /** The same in the cells of a table, one for each of its columns; typed text is shown as it was typed. */
  readonly cells?: readonly (Msg | { readonly typed: string })[];
}

/** What a table is called, and its columns. The actions of its items stand in one more. */
export interface TableHead {
  readonly caption: Msg;
  readonly columns: readonly Msg[];
  readonly actions: Msg;
}

/** One line of plain text: a label, then words of ours or what a person wrote; where there are both, whose words it is. */
export interface Line {
  readonly label: Msg | null;
  readonly spans: readonly Span[];
  readonly typed: string | null;
}

export type Block =
  /**
   * `title` names the whole view, `heading` a part of it. `urgent` is kept for "someone may be at risk": shown with a word
   * and an icon, never by color alone.
   */
  | {
      readonly is: 'text';
      readonly style: 'title' | 'heading' | 'body' | 'quiet' | 'urgent';
      readonly spans: readonly Span[];
    }
  | { readonly is: 'quote'; readonly label: Msg | null; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly is: 'facts'; readonly rows: readonly { readonly label: Msg; readonly value: readonly Span[] }[] }
  /** `table`: what the cells of its items are called, where a platform can show a table; elsewhere each item is a row. */
  | { readonly is: 'list'; readonly items: readonly Item[]; readonly empty: Msg; readonly table?: TableHead }
  /** Choosing sends `do` at once with `with` and `chosen` (values joined by commas, possibly empty). */
  | {
      readonly is: 'pick';
      readonly label: Msg;
      readonly options: readonly Option[];
      readonly chosen: readonly string[];
      readonly many: boolean;
      readonly do: string;
      readonly with: Values;
    }
  /** Switching sends `do` at once with `with` and `on` ('yes' or 'no': the new state). */
  | { readonly is: 'switch'; readonly label: Msg; readonly on: boolean; readonly do: string; readonly with: Values }
  | { readonly is: 'actions'; readonly actions: readonly Action[] }
  /**
   * Plain text to take elsewhere ("Copy for my chart"): shown so that it can be selected and copied whole. Adapters turn
   * the lines into text with `plainText`.
   */
  | { readonly is: 'copy'; readonly label: Msg; readonly lines: readonly Line[] }
  /**
   * A line over weeks: one point for each date (`YYYY-MM-DD`), null for a gap, values from `from` to `to`; `low` and
   * `high` name the ends. Drawn as a picture where a private answer can carry one; `alt` says the same in words.
   */
  | {
      readonly is: 'chart';
      readonly label: Msg;
      readonly points: readonly { readonly date: string; readonly value: number | null }[];
      readonly from: number;
      readonly to: number;
      readonly low: Msg;
      readonly high: Msg;
      readonly alt: Msg;
    }
  /** A document to keep, as a file that goes to the reader alone. */
  | { readonly is: 'file'; readonly document: Document; readonly format: FileFormat }
  | { readonly is: 'rule' };

interface FieldBase {
  readonly name: string;
  readonly label: Msg;
  readonly hint: Msg | null;
  readonly required: boolean;
  /** What it holds now: typed text, an option, options or person references joined by commas, `yes`/`no`, a date. */
  readonly value: string;
  /** What is wrong with the value and what to do, or null. */
  readonly error: Msg | null;
  /** It starts with a value, and the answer offers it too: left out of a form where it would cost a page more. */
  readonly later?: true;
}

export type Field =
  /** Lengths in characters. `lines` 1 is a single line. `suggest` names a list that the adapter can complete from. */
  | (FieldBase & {
      readonly is: 'text';
      readonly lines: number;
      readonly min: number;
      readonly max: number;
      readonly suggest: 'zones' | null;
      /**
       * Its place in a table: fields that follow each other with the same `row` stand in one row, under their columns, where
       * a platform can show that; elsewhere a row is a step.
       */
      readonly cell?: { readonly row: Msg; readonly column: Msg };
    })
  | (FieldBase & { readonly is: 'pick'; readonly options: readonly Option[]; readonly many: boolean })
  /** `others`: the reader is not among those to choose; a picker of the platform's own may offer them all the same. */
  | (FieldBase & { readonly is: 'people'; readonly max: number; readonly others: boolean })
  /** Whole numbers from `from` to `to`, with a word for each, in order. */
  | (FieldBase & { readonly is: 'scale'; readonly from: number; readonly to: number; readonly words: readonly Msg[] })
  /** `YYYY-MM-DD`, or what the person typed where the platform has no date picker. */
  | (FieldBase & { readonly is: 'date' })
  | (FieldBase & { readonly is: 'switch' });
