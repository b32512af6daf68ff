import type { Lexicon } from '../deidentify/types.ts';
import type { Check } from '../ports/chat.ts';
import type { CheckinSettings } from '../ports/checkins.ts';
import type { ConsultationFiles } from '../ports/consultation-files.ts';
import type { Ids } from '../ports/ids.ts';
import type { Group, Member } from '../ports/membership.ts';
import type { PackFile } from '../ports/packs.ts';
import type { Redeem } from '../ports/redemption.ts';
import type { SearchAnswer, SearchQuery } from '../ports/search-index.ts';
import type { Read } from '../ports/store.ts';
import type { LinkedAccount, PersonRef } from '../ports/vault.ts';
import type { OpenAll } from '../storage/open-all.ts';
import type { View } from '../view/view.ts';
import type { Condition } from './condition.ts';
import type { Contributions } from './contributions.ts';
import type { Refusal } from './decision.ts';
import type { Effects, HookEvents } from './hook-events.ts';
import type { RouteFacts } from './slash.ts';

/** What a query may use. */
export interface Asked {
  readonly now: number;
  readonly me: PersonRef;
  readonly scope: string;
  /** The group it is about: of the subject named, of the channel, or the person's only one. */
  readonly group: Group | null;
  /** The person's membership of that group, or null. */
  readonly member: Member | null;
  readonly channel: string | null;
  readonly manages: boolean;
  /** A guest's or a bot's account, or one that the platform could not tell of. */
  readonly guest: boolean;
  readonly zone: string | null;
  /** The one in which the answer is worded: the person's, else the group's, else English. */
  readonly locale: string;
  /** As the platform told it, whether or not there are words for it: lines to call follow the country. */
  readonly toldLocale: string | null;
  readonly read: Read;
  readonly lexicon: Lexicon;
  /** What the operator set for check-ins: instruments, lines to call, the least number of respondents. */
  readonly checkins: CheckinSettings;
  /** Rules of boards that a supervision agreement can name. */
  readonly packs: readonly PackFile[];
  /** What bodies want for a renewal, as far as consultation earns it. */
  readonly renewals: readonly PackFile[];
  /** Of the key with which this installation signs what people take along. */
  readonly fingerprint: string;
  /** Whether anything can be saved, and whether old files still hold what was removed. */
  readonly condition: Readonly<Condition>;
  /** Templates of consultation, and what the law asks where somebody is a danger to others. */
  readonly files: ConsultationFiles;
  /** The platform does not take private messages to many people: a group is asked by one post in its channel. */
  readonly asksInGroup: boolean;
  /** A file of this answer stays in a conversation on the platform: nothing of what was asked without a name goes into it. */
  readonly filesStay: boolean;
  /** Fields of a form that can wait (`later`) are left out of it on this platform: its answer offers them. */
  readonly choosesLater: boolean;
  readonly routes: ReadonlyMap<string, RouteFacts>;
  /** The view of another query, for the same person and group; null when there is none or the input does not fit it. */
  readonly lookUp: (name: string, input: Readonly<Record<string, string>>) => Promise<View | Refusal | null>;
  /** Looks for words in what the group at hand posted: hints, each to be looked up. Nothing keeps the words. */
  readonly search: (query: Omit<SearchQuery, 'group'>) => SearchAnswer;
  /** Redeems an export code that was made in another community of this installation. The code is the right to it. */
  readonly redeem: Redeem;
  /** What each feature contributes to this page or job, in their order. */
  readonly gather: <C extends keyof Contributions>(
    name: C,
    about: Contributions[C]['about'],
  ) => Promise<Contributions[C]['gives'][]>;
  /** What the platform said of its connection, for a query with `checks`. */
  readonly checks: readonly Check[];
  /** The token that only the person who asks can make: for "is this mine?", and nobody else's. */
  mine(subject: string): Promise<string>;
  /**
   * What the platform calls these people, as far as it says so at once; asked once a request. Never to be stored: a name
   * belongs to the platform and is shown by `person`.
   */
  names(people: readonly PersonRef[]): Promise<readonly string[]>;
  /** Accounts in other communities that this person linked with this one. */
  linked(): Promise<readonly LinkedAccount[]>;
  /** Raw text of this person, in memory only; null when it is gone. */
  drafts(id: string): Promise<unknown>;
}

/** What a command handler may use besides: ids and waits, which a query never needs. */
export interface Context extends Asked {
  readonly ids: Ids;
  /** Tells the other features what happened; what they decide belongs into this handler's decision. */
  readonly raise: <E extends keyof HookEvents>(name: E, event: HookEvents[E]) => Promise<Effects>;
  /** Sealed documents of everybody: for timer routes that declare `reads: 'answers'`; for all others it throws. */
  readonly openAll: OpenAll;
  /** A keyed hash, for comparing references that must not be read back. */
  digest(text: string): Promise<string>;
}

/** The group of a route for which the access rules guarantee one. */
export function groupOf(ctx: Asked): Group {
  if (ctx.group === null) throw new Error('route ran without a group');
  return ctx.group;
}

/** The channel of the group, where the person is not in it: at home, in a direct message, or in another channel. */
export const channelElsewhere = (ctx: Asked): string | null =>
  groupOf(ctx).channel === ctx.channel ? null : groupOf(ctx).channel;

/** The member of a route with `who: 'member'`. */
export function memberOf(ctx: Asked): Member {
  if (ctx.member === null) throw new Error('route ran without a member');
  return ctx.member;
}
