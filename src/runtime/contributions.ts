import type { Msg } from '../i18n/message.ts';
import type { Group } from '../ports/membership.ts';
import type { Doc, Kind } from '../storage/kind.ts';
import type { Words } from '../view/document.ts';
import type { Action, Block, Line, Span } from '../view/view.ts';
import type { Refusal } from './decision.ts';
import type { OutboxRow } from './outbox/model.ts';

/**
 * What features contribute to a page or a job of another one, by name: what they are asked with, and what each gives. Whoever
 * gathers knows no feature, and a feature that has nothing to give leaves the name out.
 */
export interface Contributions {
  /** To `/curbside home`. */
  readonly homePart: { readonly about: Group; readonly gives: HomePart };
  /**
   * Where the person who closed a consultation can take it, beside its record. Of the case nothing is told but the sort of
   * question it was.
   */
  readonly afterClosing: { readonly about: ClosedConsultation; readonly gives: readonly Action[] };
  /** Their column of the page of a month, which the person asked for; null where they have nothing to show. */
  readonly monthPart: { readonly about: Month; readonly gives: MonthPart | null };
  /** What people come for, in `/curbside help`: every command that is typed belongs to one task. */
  readonly helpTasks: { readonly about: null; readonly gives: readonly HelpTask[] };
  /** Counts of `/curbside status`. They tell nothing of who asked or answered. */
  readonly statusCounts: { readonly about: Group; readonly gives: readonly Count[] };
  /** What is stored of the person who asks, counted for `/curbside privacy`. */
  readonly ownCounts: { readonly about: null; readonly gives: readonly Count[] };
  /** The same in full, for that person's own export. */
  readonly exportLines: { readonly about: null; readonly gives: readonly Line[] };
  /** Why the person who asks cannot be erased yet, or null. */
  readonly eraseObjection: { readonly about: null; readonly gives: Refusal | null };
  /** What goes by its age; the daily sweep carries it out. */
  readonly retention: { readonly about: null; readonly gives: readonly Retention[] };
  /** What goes when the bot stays removed. */
  readonly communityData: { readonly about: null; readonly gives: readonly CommunityData[] };
  /** Messages of the feature that are not treated as all others. */
  readonly messageRules: { readonly about: null; readonly gives: readonly MessageRule[] };
  /** Who has authority over the person who asks, by what the feature knows: a supervisor under an agreement. */
  readonly authorities: { readonly about: null; readonly gives: readonly string[] };
  /** What owners take along of their group: its settings and what it agreed on, never a post, a report, or a name. */
  readonly groupExport: { readonly about: Group; readonly gives: readonly GroupExportPart[] };
  /** Renewal cycles that a log can be looked at by; `about`: the day, where the person is. */
  readonly renewalCycles: { readonly about: string; readonly gives: readonly RenewalCycle[] };
  /** Structures in which a case can be held at a meeting of a group, in the words of a language. */
  readonly meetingStructures: {
    readonly about: { readonly group: string; readonly locale: string };
    readonly gives: readonly MeetingStructure[];
  };
  /** A question as its readers read it, for somebody who may. */
  readonly questionText: { readonly about: { readonly id: string }; readonly gives: readonly Block[] };
  /** Below an open question of the person who asks. */
  readonly questionParts: { readonly about: OwnQuestion; readonly gives: readonly Block[] };
  /** Where an open question can be taken by whoever looks at it: their own, and one without a name. */
  readonly questionWays: {
    readonly about: { readonly id: string; readonly group: string };
    readonly gives: readonly Action[];
  };
  /** Timer routes that erase something or drop its traces as promised: they go on after the bot was removed. */
  readonly cleanUpJobs: { readonly about: null; readonly gives: readonly string[] };
}

export interface GroupExportPart {
  readonly title: Msg;
  readonly rows: readonly (readonly [label: Msg, value: Words])[];
}

/** A question with its text as colleagues read it. */
export interface OwnQuestion {
  readonly id: string;
  readonly group: string;
  readonly text: string;
}

export interface ClosedConsultation {
  readonly group: Group;
  /** What the question was about, as consultation names its topics. */
  readonly topic: string;
  readonly anonymous: boolean;
}

/** The cycle of a body that a day lies in; local dates, both included. `title` as its file has it. */
export interface RenewalCycle {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

/** A way to hold a case, step by step. */
export interface MeetingStructure {
  readonly id: string;
  readonly name: Msg;
  /** Whether the group offers it: of another one a meeting may still be in the middle. */
  readonly offered: boolean;
  /** Whether it can be used without a name: the turns of others would show who asked. */
  readonly anonymous: boolean;
  readonly steps: readonly MeetingStep[];
}

export interface MeetingStep {
  readonly id: string;
  readonly name: Msg;
  readonly prompt: Msg;
  /** As the group has it. */
  readonly minutes: number;
}

/** A month so far, where the person is: local dates, both included. */
export interface Month {
  readonly group: Group;
  readonly from: string;
  readonly to: string;
  readonly zone: string;
}

export interface MonthPart {
  readonly title: Msg;
  readonly rows: readonly (readonly [label: Msg, ...value: (Msg | Span)[]])[];
  readonly note: Msg | null;
}

export interface HomePart {
  /** Put to the person now: it stands first. */
  readonly asks: readonly Block[];
  /** What of theirs waits for them. */
  readonly waits: readonly Block[];
  /** What there is besides. */
  readonly more: readonly Block[];
  /** Where to go from here. The main one of all features comes first. */
  readonly actions: readonly Action[];
}

export interface HelpTask {
  readonly label: Msg;
  /** Names of routes with a `slash`, in order. Those that are off here, or not for this person, are left out. */
  readonly routes: readonly string[];
}

export interface Count {
  readonly label: Msg;
  readonly n: number;
}

/** Documents that go once their time (ms, as `index` holds it) is past `until`. Sealed ones are named by their outline. */
export interface Retention {
  readonly kind: Kind<Doc>;
  readonly index: string;
  readonly until: number;
  /** Messages about such a document, by its id, go with it. */
  readonly messages: boolean;
}

/** Documents that go with the community. Sealed ones are named by their outline: they name nobody. */
export interface CommunityData {
  readonly kind: Kind<Doc>;
  /** An index under which all of them stand. */
  readonly index: string;
  /** The person whom a document names, so that they are forgotten too. */
  readonly person: (doc: Doc) => string | null;
  /** Of what goes with its group alone, that group; else null. Messages about such a document go with it. */
  readonly group: ((doc: Doc) => string) | null;
  /** The clean-up job about such a document, by its id, if there is one: it goes with it. */
  readonly job: string | null;
}

export interface MessageRule {
  readonly covers: (row: OutboxRow) => boolean;
  /** A day after it was settled: whether it goes, or is needed longer. */
  readonly goes: (row: OutboxRow, now: number) => boolean;
  /** False where a number would tell of somebody in a small group. */
  readonly counted: boolean;
}

export const retention = <T extends Doc>(
  kind: Kind<T>,
  index: string,
  until: number,
  { messages = false }: { readonly messages?: boolean } = {},
): Retention => ({
  kind: kind as unknown as Kind<Doc>,
  index,
  until,
  messages,
});

export const communityData = <T extends Doc>(
  kind: Kind<T>,
  index: string,
  of: {
    readonly person?: (doc: T) => string | null;
    readonly group?: (doc: T) => string;
    readonly job?: string;
  } = {},
): CommunityData => ({
  kind: kind as unknown as Kind<Doc>,
  index,
  person: (of.person ?? (() => null)) as (doc: Doc) => string | null,
  group: (of.group ?? null) as ((doc: Doc) => string) | null,
  job: of.job ?? null,
});
