/** A group of items of an instrument that are scored together. */
export interface Subscale {
  readonly id: string;
  /** As its authors call it. */
  readonly name: string;
  /** Numbers of its items; those in `reversed` count the other way round (lowest + highest value - answer). */
  readonly items: readonly number[];
  readonly reversed: readonly number[];
  readonly score: 'sum' | 'mean';
  /** What the sum or mean is multiplied by. */
  readonly times: number;
  /** Its authors' ranges, upwards: a score up to and including `upTo` is called `name`. */
  readonly bands: readonly { readonly upTo: number; readonly name: string }[];
  /** Asked only of people who switched it on. */
  readonly optional: boolean;
}

/** A questionnaire, with the words of its authors. It comes from a data file with its own notice, never from the code. */
export interface Instrument {
  readonly id: string;
  readonly name: string;
  /** Author, holder of the rights, source; shown wherever its items are. */
  readonly notice: string;
  /** How to answer: "in the last 30 days". */
  readonly frame: string;
  /** The answers, lowest value first. */
  readonly scale: readonly { readonly value: number; readonly word: string }[];
  readonly items: readonly { readonly n: number; readonly text: string }[];
  readonly subscales: readonly Subscale[];
  /** What stands for a word in square brackets in an item, for a profession or, without one, for everybody. */
  readonly fill?: readonly Filling[];
}

/** Words for the brackets of an instrument: its authors ask for the one that fits the reader's work. */
export interface Filling {
  /** Parts of a credential ("LCSW") that mean this profession; none: whoever no other filling means. */
  readonly credentials: readonly string[];
  readonly words: Readonly<Record<string, string>>;
}

/** What the operator sets for check-ins. */
export interface CheckinSettings {
  /** The first one is offered at opt-in. */
  readonly instruments: readonly Instrument[];
  /** Lines to call in a crisis, by locale ('en-US') or language ('en'). */
  readonly lines: Readonly<Record<string, readonly string[]>>;
  /** Emergency numbers, by country ('US'). */
  readonly emergency: Readonly<Record<string, string>>;
  /** A line for clinicians that the practice has, or null. */
  readonly supportLine: string | null;
  /** How many people must have answered before a group sees a picture; never under 6. */
  readonly least: number;
}
