import type { Lexicon, Scanner } from '../deidentify/index.ts';
import type { ChatPlatform, Incoming } from '../ports/chat.ts';
import type { CheckinSettings } from '../ports/checkins.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConsultationFiles } from '../ports/consultation-files.ts';
import type { DraftCache } from '../ports/draft-cache.ts';
import type { Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { Membership } from '../ports/membership.ts';
import type { PackFile } from '../ports/packs.ts';
import type { Redeem } from '../ports/redemption.ts';
import type { SearchAnswer, SearchIndex, SearchQuery } from '../ports/search-index.ts';
import type { Read, Scope, Store } from '../ports/store.ts';
import type { Identity, Vault } from '../ports/vault.ts';
import type { Condition } from './condition.ts';
import type { Asked } from './context.ts';
import type { Refusal } from './decision.ts';
import type { Hooks } from './hooks.ts';
import type { DueRow } from './jobs.ts';
import type { Outages } from './outbox/outage.ts';
import type { RateLimits } from './rate-limit.ts';
import type { Route } from './route.ts';

/** Everything the core needs from outside. */
export interface Outside {
  readonly store: Store;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly drafts: DraftCache;
  readonly lexicon: Lexicon;
  /** Scans with the same lists, where a long text holds up nobody. */
  readonly scanner: Scanner;
  readonly checkins: CheckinSettings;
  /** Rules of boards that a supervision agreement can name. */
  readonly packs: readonly PackFile[];
  /** What bodies want for a renewal, as far as consultation earns it. */
  readonly renewals: readonly PackFile[];
  /** Of the key with which this installation signs what people take along. */
  readonly fingerprint: string;
  /** Templates of consultation, and what the law asks where somebody is a danger to others. */
  readonly files: ConsultationFiles;
  /** Finds posted questions by their words, in memory. */
  readonly searchIndex: SearchIndex;
  readonly platforms: readonly ChatPlatform[];
  /** How much one person may do in a while; any amount where nothing is said. */
  readonly limits?: RateLimits;
}

/** Decides whether this person may call this route here, and gathers what the handler may use. */
export type Access = (
  runtime: Runtime,
  route: Route,
  incoming: Incoming,
  read: Read,
  me: Identity | null,
) => Promise<Asked | Refusal>;

/** What the runtime works with: the outside, the tables of routes and hooks, and who may call what. */
export interface Runtime extends Outside {
  readonly routes: ReadonlyMap<string, Route>;
  readonly hooks: Hooks;
  readonly membership: Membership;
  readonly access: Access;
  /** What a feature lets people find, in a community. */
  readonly search: (scope: Scope, query: SearchQuery) => SearchAnswer;
  /** Redeems export codes of any community. */
  readonly redeem: Redeem;
  /** The locale of the group that an event is about, or null. */
  readonly groupLocale: (incoming: Incoming, read: Read) => Promise<string | null>;
  /** The clean-up job that every community gets. */
  readonly firstJob: (now: number) => DueRow;
  /** Positions in the outbox: each later than every one before it, whatever the clock does. */
  readonly order: (now: number) => string;
  /** How it goes with the store, as this running core saw it. */
  readonly condition: Condition;
  /** When the store last dropped old bytes in a daily turn (ms), whichever community's it was. */
  readonly rewritten: { at: number };
  /** Where delivery fails, as this running core saw it. */
  readonly outages: Outages;
  /** This running core among all that work on the same store: whose a lease is. */
  readonly runner: string;
}
