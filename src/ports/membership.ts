import type { PersonRef, Ref } from '../view/references.ts';
import type { Problem } from './chat.ts';
import type { Read } from './store.ts';

/** What a group can use of Curbside. */
export type Feature = 'consultation' | 'checkin' | 'supervision';

/** What can keep messages from the channel of a group, in the words of the outbox. */
export type Closure = Extract<Problem, 'archived' | 'deleted' | 'removed' | 'readOnly' | 'needsTag' | 'full' | 'setup'>;

/** One channel's circle inside a community. */
export interface Group {
  readonly id: string;
  /** The adapter's address of the channel. */
  readonly channel: Ref;
  readonly owners: string[];
  /** Its only owner left: whoever manages the platform may take over. */
  readonly ownerLeft: boolean;
  /** The language of what is posted to its channel. */
  readonly locale: string;
  /** IANA zone. */
  readonly zone: string;
  /** Wall-clock times (HH:MM) in `zone` between which nothing is sent by itself; weekends too if set. */
  readonly quiet: { readonly from: string; readonly to: string; readonly weekends: boolean };
  readonly features: Feature[];
  /** Hours after which the group is asked once about a question without a reply. */
  readonly nudgeHours: number;
  readonly since: number;
  /** Words that are never asked about in this group, as an owner wrote them. */
  readonly keepWords: string[];
  /** Whether somebody may post paragraphs that are not mainly in English once they checked them, or not at all. */
  readonly otherLanguages: 'ask' | 'forbid';
  /** Where its members practice: what supervision is, and whom to check with, differs. Null where that varies. */
  readonly place: 'us' | 'uk' | 'au' | 'other' | null;
  /** Add-ons to the core of the agreement that it chose, by the ids of their files. */
  readonly addOns: string[];
  /** Why nothing can be posted in its channel, or null. */
  readonly gone: Closure | 'uninstalled' | null;
}

/** Somebody who accepted the agreement of a group. */
export interface Member {
  readonly id: string;
  readonly group: string;
  readonly person: string;
  /** As typed, for example "LMFT"; shown beside the name. */
  readonly credential: string;
  readonly licensed: boolean;
  /** A member without a break since this time (ms); null where it was not kept yet: then `agreed.at` is the best known. */
  readonly since: number | null;
  /** The core of the agreement by its version, and its add-ons, each with its own. */
  readonly agreed: { readonly version: number; readonly addOns: string[]; readonly at: number };
  /** The person's language and country as the platform told them on joining; else null. */
  readonly locale: string | null;
  /** Whether they get a private message when somebody answers them. */
  readonly messages: boolean;
  /** Days away, as they set them: local dates in `zone`, `until` the first day back or null where it is open. */
  readonly away: { readonly from: string; readonly until: string | null; readonly zone: string } | null;
}

/** Which groups a community has: what the runtime must know of them to deliver and to start. */
export interface Membership {
  /** The channel of a group, or null when the group is gone. */
  channelOf(read: Read, group: string): Promise<Ref | null>;
  /** Everybody who is in a group of the community. */
  people(read: Read): Promise<readonly PersonRef[]>;
  /** The hours in which nobody hears of anything by themselves, and the zone of the group, or null when the group is gone. */
  quietOf(read: Read, group: string): Promise<Pick<Group, 'quiet' | 'zone'> | null>;
  /** The language of what is posted to a group's channel, or null when the group is gone. */
  localeOf(read: Read, group: string): Promise<string | null>;
  /** The locales in which somebody reads what is sent to them, most wanted first: their own, then their groups'. */
  localesOf(read: Read, person: PersonRef): Promise<readonly (string | null)[]>;
  /** Whether the bot is still wanted here: some group has not been left behind by a removal. */
  inUse(read: Read): Promise<boolean>;
  /** The groups to which messages go, with their members. */
  circles(read: Read): Promise<readonly { readonly channel: Ref; readonly people: readonly string[] }[]>;
}
