import type { Msg } from '../i18n/message.ts';
import type { Accepted } from '../ports/vault.ts';
import type { Doc, Kind } from '../storage/kind.ts';
import type { Card, Form, Values } from '../view/view.ts';
import type { DueRow } from './jobs.ts';
import type { Send } from './outbox/enqueue.ts';

export type Change = { readonly put: Kind<Doc>; readonly doc: Doc } | { readonly drop: Kind<Doc>; readonly id: string };

export const put = <T extends Doc>(kind: Kind<T>, doc: NoInfer<T>): Change => ({
  put: kind as unknown as Kind<Doc>,
  doc,
});
export const drop = <T extends Doc>(kind: Kind<T>, id: string): Change => ({ drop: kind as unknown as Kind<Doc>, id });

/** What to keep of raw text in memory once the decision is durable. */
export type RawChange = { readonly keep: string; readonly value: unknown } | { readonly forget: string };

export type DueChange =
  | { readonly schedule: DueRow }
  /** Cancels every due job of this name and subject. */
  | { readonly cancel: string; readonly subject: string };

/** What becomes of the person's links with accounts of theirs in other communities. The vault alone holds them. */
export type AccountChange =
  /** The digest of a code with which the account can be linked, until then (ms). */
  | { readonly offer: string; readonly until: number }
  /** The digest of a code that was typed; `says`: what the person reads, by what became of it. */
  | { readonly accept: string; readonly says: Readonly<Record<Accepted, Msg>> }
  | { readonly unlink: string };

/** Which query answers a command, once it is durable. Ids and enumerated words only: this is stored for 24 hours. */
export interface Show {
  readonly show: string;
  readonly with: Values;
  readonly note: Msg | null;
}

/**
 * What a handler decided. It has done nothing yet: the loop writes changes, messages and due jobs in one transaction,
 * then answers with the query in `then`. A repeated delivery is answered with the same query.
 */
export interface Decision {
  readonly changes: readonly Change[];
  readonly sends: readonly Send[];
  readonly due: readonly DueChange[];
  readonly drafts: readonly RawChange[];
  /** A person whose key and platform id the vault must forget after the commit, followed by compaction. */
  readonly forget: string | null;
  /** Carried out after the commit. */
  readonly account: AccountChange | null;
  /**
   * The store drops the old bytes after the commit: what was removed or replaced must not stay readable in its files.
   * `daily`: unless it has done so in the last day, for whatever community. It rewrites the files of all.
   */
  readonly compact: boolean | 'daily';
  /** Something new for colleagues to read: it counts against how much one person may post in a while. */
  readonly posts: boolean;
  readonly then: Show;
}

/** Why something was not done: an expected answer, not an error. `view` says what to do next. */
export interface Refusal {
  readonly refused: Card;
}

/**
 * Not yet: something that is kept in memory is still being read. The answer waits for `until` outside of the transaction and is
 * made once more; if it isn't there by then, `meanwhile` is what the person sees.
 */
export interface Later {
  readonly until: Promise<void>;
  readonly meanwhile: Card;
}

/** The form again: a field is wrong, or a reading of it needs to be confirmed. */
export interface Again {
  readonly again: Form;
  readonly note: Msg;
}

export type Outcome = Decision | Refusal | Again;

/** A decision with only what differs from nothing. */
export function decided(then: Show, rest: Partial<Omit<Decision, 'then'>> = {}): Decision {
  return {
    changes: [],
    sends: [],
    due: [],
    drafts: [],
    forget: null,
    account: null,
    compact: false,
    posts: false,
    ...rest,
    then,
  };
}

export const show = (name: string, values: Values = {}, note: Msg | null = null): Show => ({
  show: name,
  with: values,
  note,
});

export const isLater = (x: object): x is Later => 'meanwhile' in x;

export const isRefusal = (x: object): x is Refusal => 'refused' in x;

/** Nothing to write: repeating it does nothing either, so its delivery need not be remembered. */
export const isEmpty = (d: Decision): boolean =>
  d.changes.length + d.sends.length + d.due.length + d.drafts.length === 0 &&
  d.forget === null &&
  d.account === null &&
  d.compact === false;
