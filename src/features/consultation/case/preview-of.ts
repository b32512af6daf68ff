import type { Msg } from '../../../i18n/message.ts';
import type { Group } from '../../../ports/membership.ts';
import type { Ref } from '../../../view/references.ts';
import type { Block } from '../../../view/view.ts';
import type { Draft } from '../model.ts';
import type { Preferences } from '../templates/preferences.ts';
import type { Earlier } from './earlier-view.ts';
import type { Review } from './review.ts';

/** A record of mine that is not locked: how many words of it need a decision, and whether one of them is a phrase. */
export interface Unlocked {
  readonly id: string;
  readonly n: number;
  readonly phrases: boolean;
  /** What it needs before it can be locked. */
  readonly missing: readonly ('question' | 'decision' | 'rationale')[];
  /** The filter replaced something in it, which its owner is to look at. */
  readonly replaced: boolean;
}

/** What its author is to know of a report: of which text, and whether words in it were marked. */
export interface ReportNote {
  readonly of: 'question' | 'reply' | 'outcome' | 'taken' | 'since';
  readonly marked: boolean;
}

/** What the preview needs to know. `review` is null after a restart: only the redacted text is left. */
export interface PreviewOf {
  readonly draft: Draft;
  readonly review: Review | null;
  readonly members: number;
  /** Owners may keep a word for the whole group. */
  readonly owner: boolean;
  readonly otherLanguages: Group['otherLanguages'];
  /** How the parts begin that are not in English. */
  readonly otherParts: readonly string[];
  readonly earlier: Earlier | null;
  /** Where the members of the group practice: whom to call differs. */
  readonly place: Group['place'];
  /** What the group's jurisdiction asks where somebody is a danger to others. */
  readonly duty: readonly Block[];
  /** The structure that the group chose for this topic, where it was begun in another one by default. */
  readonly better: { readonly id: string; readonly name: Msg } | null;
  /** What keeps it from being posted without a name, or with one. */
  readonly name: 'structure' | Preferences['anonymity'];
  /** Until when (ms) its author can post nothing without their name, or null. */
  readonly barred: number | null;
  /** What is said of when it goes out, where it is not a question. */
  readonly soon: 'soon.delay' | 'soon.risk' | 'soon.mend' | null;
  /** Where it goes, if that is not where its author is. */
  readonly elsewhere: Ref | null;
  /** A question about one's work that still speaks of a client; whether it could be asked as a case. */
  readonly client: 'none' | 'mentioned' | 'couldBeCase';
  /** What was reported of it, if anything; whether the words that are meant are marked. */
  readonly report: ReportNote | null;
  /** Of an outcome: the record that it is from, while that is not locked. */
  readonly record: Unlocked | null;
  /** What its form left to be chosen here, or nothing. */
  readonly choices: readonly Block[];
}

/** What names a draft in a button. */
export const idsOf = (draft: Draft) => ({ group: draft.group, draft: draft.id });
