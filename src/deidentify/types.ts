/** Kinds of identifier: HIPAA Safe Harbor, 45 CFR 164.514(b)(2), and OTHER for what singles a person out by itself. */
export const findingTypes = [
  'NAME',
  'LOCATION',
  'ORG',
  'DATE',
  'AGE',
  'PHONE',
  'EMAIL',
  'URL',
  'ID',
  'IP',
  'OTHER',
] as const;
export type FindingType = (typeof findingTypes)[number];

/** `remove`: certain, replaced, cannot be kept. `check`: doubtful, replaced until the author decides otherwise. */
export type Tier = 'remove' | 'check';

export interface Finding {
  /** UTF-16 offsets into the text given, end exclusive. Findings of one text never overlap and are in text order. */
  readonly start: number;
  readonly end: number;
  readonly type: FindingType;
  readonly tier: Tier;
  /** Why, as a key of the message catalogue (`reason.<key>`). */
  readonly reason: Reason;
  /** What stands in its place, for example `[Sister]`. The same thing gets the same placeholder in the whole text. */
  readonly placeholder: string;
}

/** Every reason the preview can show. Each has a line `reason.<key>` in the catalogue. */
export const reasons = [
  'firstName',
  'lastName',
  'fullName',
  'initials',
  'nickname',
  'namedPerson',
  'mention',
  'address',
  'postcode',
  'town',
  'road',
  'venue',
  'employer',
  'school',
  'healthPlace',
  'worship',
  'court',
  'organisation',
  'date',
  'monthOrDay',
  'ageOver89',
  'age',
  'phone',
  'email',
  'link',
  'handle',
  'idNumber',
  'accountNumber',
  'plate',
  'device',
  'vehicle',
  'ip',
  'rareRole',
  'onlyOne',
  'publicEvent',
  'unclear',
  'hidden',
  'likeHidden',
  'reported',
] as const;
export type Reason = (typeof reasons)[number];

/** A learned tagger's answer: a stretch of text and how likely it identifies, 0–1. Offsets into the text it was given. */
export interface Suspect {
  readonly start: number;
  readonly end: number;
  readonly type: FindingType;
  readonly probability: number;
}

/** Word lists, loaded once by the composition root and handed in, so that the core stays pure. */
export interface Lexicon {
  /** Lower-case words. Frequency bands: 3 very common … 1 rare, 0 not listed. */
  firstName(word: string): number;
  lastName(word: string): number;
  /** One or more words joined by single spaces, lower case. */
  place(words: string): number;
  /** Whether a listed place of more words may begin with these; without it any may. Most words need not be joined then. */
  readonly beginsPlace?: (words: string) => boolean;
  /** An ordinary English word: band of how common it is. */
  word(word: string): number;
  /** The learned tagger, where there is one: stretches that identify with at least the probability given. */
  readonly suspects?: (text: string, atLeast?: number) => readonly Suspect[];
  /** A group's own safe list, as `wordKey`s: never reported in tier `check`. */
  readonly alwaysKeep?: ReadonlySet<string>;
  /** Asks about every word that some layer proposed, however weak the evidence, and about every phrase that rules took for telling. */
  readonly asksAll?: boolean;
  /** Nothing is scanned where findings are read: `withScans` does it in between. */
  readonly scansLater?: boolean;
}
