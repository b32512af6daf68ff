import type { Msg } from '../i18n/message.ts';
import type { Span } from './span.ts';

/** Words in a document: ours, then what somebody typed, which is shown as typed. */
export interface Words {
  readonly spans: readonly Span[];
  readonly typed: string;
}

/** A column of a table. `weight` is its share of the width. The cells of a `head` column name their rows. */
export interface DocumentColumn {
  readonly label: Msg;
  readonly align: 'left' | 'right';
  readonly weight: number;
  readonly head: boolean;
}

export type DocumentBlock =
  | { readonly is: 'heading'; readonly level: 2 | 3; readonly text: Words }
  /** `notice` is set off from the text: what a reader must not miss. */
  | { readonly is: 'paragraph'; readonly style: 'body' | 'quiet' | 'notice'; readonly text: Words }
  | { readonly is: 'facts'; readonly rows: readonly { readonly label: Msg; readonly value: Words }[] }
  /** Rows have as many cells as there are columns. `total` is the last row, set off. */
  | {
      readonly is: 'table';
      readonly caption: Msg;
      readonly columns: readonly DocumentColumn[];
      readonly rows: readonly (readonly Words[])[];
      readonly total: readonly Words[] | null;
    }
  /** Places to sign by hand: what each one signs as, and who that is, where it is known. */
  | {
      readonly is: 'signatures';
      readonly lines: readonly { readonly role: Msg; readonly who: Words }[];
    }
  | { readonly is: 'newPage' };

/** What a spreadsheet gets: one line a row, under keys that do not change with the language. */
export interface Sheet {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | Words)[])[];
}

/** What a program gets: the same facts by name. Words are put in by whoever renders it. */
export type Value =
  | string
  | number
  | boolean
  | null
  | { readonly words: Words }
  | readonly Value[]
  | { readonly [name: string]: Value };

/**
 * What is signed in an export: facts about the whole, and entries that are signed one by one, so that the first altered one
 * can be named. `chains` are those of supervision agreements, with their links.
 */
export interface ExportData {
  readonly kind: 'supervision' | 'statement' | 'records';
  readonly facts: { readonly [name: string]: Value };
  readonly entries: readonly { readonly [name: string]: Value }[];
  readonly chains: readonly { readonly [name: string]: Value }[];
}

/** An event of a calendar, from one instant (ms) to another: so it stands at the right time in every zone. */
export interface CalendarEvent {
  /** Stays the same when it moves, so that a calendar that has it changes it. */
  readonly uid: string;
  readonly from: number;
  readonly to: number;
  readonly title: Msg;
  readonly where: Msg;
  /** A link that was checked, or ''. */
  readonly link: string;
  /** Counts up with every change. */
  readonly revision: number;
  readonly canceled: boolean;
}

/**
 * A document without a format: what it says, in order. Renderers make PDF, CSV, Markdown or JSON of it. `name` is its file's
 * name without an ending: letters, digits and hyphens of ours.
 */
export interface Document {
  readonly name: string;
  readonly title: Msg;
  /** One line under the title: whose it is. */
  readonly about: Words;
  readonly landscape: boolean;
  readonly blocks: readonly DocumentBlock[];
  /** At the foot of each page, beside its number. */
  readonly footer: Words;
  /** Instants are shown in this zone, whoever reads it. */
  readonly zone: string;
  readonly sheet: Sheet | null;
  readonly data: ExportData | null;
  /** What a calendar gets. */
  readonly calendar?: readonly CalendarEvent[];
}

export type FileFormat = 'pdf' | 'csv' | 'json' | 'md' | 'ics';
