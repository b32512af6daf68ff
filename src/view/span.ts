import type { Msg } from '../i18n/message.ts';
import type { PersonRef, Ref } from './references.ts';

/** A part of a line that people read. */
export type Span =
  | { readonly is: 'msg'; readonly msg: Msg }
  /** A member by name; `credential` is what the member typed about it ("LMFT"), shown as typed. */
  | { readonly is: 'person'; readonly who: PersonRef; readonly credential: string | null }
  /**
   * A colleague who is no member to be named: somebody from elsewhere, as the reader typed it, or (`name` null) without the
   * name. `credential` is typed too, and empty where it is not known.
   */
  | { readonly is: 'colleague'; readonly name: string | null; readonly credential: string; readonly first?: true }
  /** Somebody who is no longer here, by what they typed about themselves ("LMFT"); empty where that is not known. `first`: a line begins with it. */
  | { readonly is: 'former'; readonly credential: string; readonly first?: true }
  /** An instant (milliseconds), shown in the reader's own zone and locale. */
  | { readonly is: 'when'; readonly at: number; readonly style: 'date' | 'time' | 'dateTime' | 'relative' }
  /** A calendar date without a zone, `YYYY-MM-DD`, shown in the reader's locale. */
  | { readonly is: 'day'; readonly date: string }
  /** A wall-clock time without a zone, `HH:MM`, shown in the reader's locale. */
  | { readonly is: 'clock'; readonly time: string }
  /** A group's channel, by the address that its adapter gave it; shown as the platform shows channels. */
  | { readonly is: 'place'; readonly channel: Ref }
  /** The thread under a message in a group's channel, as a link; `label` where there can be none. */
  | { readonly is: 'thread'; readonly label: Msg; readonly channel: Ref; readonly message: Ref };
