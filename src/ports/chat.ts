import type { Msg } from '../i18n/message.ts';
import type { Ref } from '../view/references.ts';
import type { Card, Form, View } from '../view/view.ts';
import type { Scope } from './store.ts';
import type { PersonRef } from './vault.ts';

export type { Ref };

/** One thing that happened on a platform, already in the core's words. */
export interface Incoming {
  /** The platform's id of this delivery: the same when it is delivered again, different for each press of a button. */
  readonly eventId: string;
  readonly scope: Scope;
  readonly who: PersonRef;
  /** A route name, for example `consult.ask`. */
  readonly command: string;
  /** Option, button and field values by name. Everything is text, as the platforms deliver it. */
  readonly input: Readonly<Record<string, string>>;
  /** The channel it was used in (for a thread: the channel above it); null at home and in direct messages. */
  readonly channel: Ref | null;
  /** True when the platform says that this person installed the bot or manages the server or workspace. */
  readonly manages: boolean;
  /**
   * True for a guest's or a bot's account, and where the platform tells of such but could not be asked: in a group
   * picture it does not count. Left out where a platform has none that could press anything.
   */
  readonly guest?: boolean;
  /** The person's IANA zone where the platform tells it, else null. */
  readonly zone: string | null;
  /** The person's language and country (`en-US`) where the platform tells them, else null. */
  readonly locale: string | null;
  /** Only a part of a form came: nothing is decided, and the answer is the whole form with that part in it. */
  readonly part?: boolean;
}

/**
 * What the person gets back, privately. Public messages go through the outbox only. `locale` is the one to word it in: the
 * person's own where there are words for it, else their group's.
 */
export type Answer = Answered & { readonly locale?: string; readonly query?: Shown };

/** The query that an answer came from: asked again, it says how things stand then. In memory only: it may hold typed words. */
export interface Shown {
  readonly command: string;
  readonly input: Readonly<Record<string, string>>;
}

type Answered =
  /** `note` is one line above the view: what just happened. */
  | { readonly is: 'view'; readonly note: Msg | null; readonly view: View }
  /** The form again, with what was typed, and what is wrong at its fields. Nothing was saved. */
  | { readonly is: 'again'; readonly note: Msg; readonly form: Form }
  /** Not done, and why: `view` explains and says what to do next. */
  | { readonly is: 'refused'; readonly view: Card };

/** Where an outgoing message goes, resolved for delivery. */
export type Place =
  | { readonly is: 'channel'; readonly scope: Scope; readonly channel: Ref }
  /**
   * The thread under a posted message; started when it is not there yet. `begun`: something was posted in it, so if it is
   * not there, it was deleted, and nobody wants it back.
   */
  | { readonly is: 'thread'; readonly scope: Scope; readonly under: Ref; readonly begun?: boolean }
  | { readonly is: 'direct'; readonly scope: Scope; readonly to: PersonRef };

/**
 * What stands in the way of a message, so that the core can say what to do about it. The first six can be put right where
 * the message goes, so what waits for them is kept for a while.
 */
export type Problem =
  /** The channel is archived. */
  | 'archived'
  /** The bot is not in the channel, or cannot see it. */
  | 'removed'
  /** The bot may not post there, by a permission or a rule. */
  | 'readOnly'
  /** The thread is locked. */
  | 'threadLocked'
  /** A forum that wants a tag, or a server with too many active threads. */
  | 'needsTag'
  | 'full'
  /** The bot's own access to the platform is incomplete: scopes, token type, settings of the app. */
  | 'setup'
  | 'deleted'
  | 'threadGone'
  | 'messageGone'
  | 'personGone'
  /** The person takes no direct messages from the bot. */
  | 'noDirect'
  | 'tooLong'
  /** An automatic filter of the place took it for something unwanted. */
  | 'filtered'
  /** The platform lets nobody change or remove this message any more. */
  | 'cannotChange'
  /** The platform does not take the message as it is. */
  | 'unfit';

/** What became of one call. `detail` is a code of the platform for the log, never a text. */
export type Sent =
  | { readonly ok: true; readonly ref: Ref }
  /** It certainly did not happen, and may later: the platform asked to slow down, or could not be reached. */
  | { readonly ok: false; readonly why: 'rate' | 'later'; readonly retryAfterMs?: number }
  /** It may have happened. */
  | { readonly ok: false; readonly why: 'unknown'; readonly detail: string }
  /**
   * It did not happen, and repeating the call would not help. `gone`: the place, message or person is not there.
   * `forbidden`: the bot may not. `rejected`: not this message.
   */
  | {
      readonly ok: false;
      readonly why: 'gone' | 'forbidden' | 'rejected';
      readonly problem: Problem;
      readonly detail: string;
    };

/**
 * What every platform has room for. Features keep to it, so that they need to know no platform by name; an adapter's limits
 * are held against it.
 */
export const platformRoom = {
  /** Fields on one page of a form. Discord's modals hold five components. */
  formFields: 5,
  /**
   * Pause (ms) between private messages to different people of one community. Slack takes 50 `conversations.open` a minute
   * (Tier 3, docs.slack.dev/apis/web-api/rate-limits) and one message a second and channel; Discord warns of opening many
   * direct messages quickly (discord.com/developers/docs/resources/user#create-dm). This makes 48 a minute.
   */
  directPauseMs: 1250,
} as const;

/** What features and the outbox need to know of one platform, so that none of them asks for its name. */
export interface PlatformLimits {
  /**
   * For how long (ms) a post may be repeated with the same key without a second message appearing: 0 where the
   * platform cannot tell (Slack), about two minutes with Discord's enforced nonce.
   */
  readonly repeatableForMs: number;
  /** True where private messages to many people get a bot blocked (Discord): groups are asked by a post instead. */
  readonly asksInGroup: boolean;
  /**
   * True where a file that somebody asked for lies in a conversation until they delete it (Slack). Left out where it goes with
   * the private answer.
   */
  readonly filesStay?: boolean;
  /**
   * True where one page of a form has room for a few fields only (Discord): what can be chosen later is chosen on the answer
   * instead of on a page of its own.
   */
  readonly choosesLater?: boolean;
}

/** One platform. Inbound events go to `Core.handle`; these calls are the only way out to where others can see. */
export interface ChatPlatform {
  readonly name: string;
  readonly limits: PlatformLimits;
  /** `locale`: the one to word it in, a group's or (directly) a person's. */
  post(place: Place, view: Card, key: string, locale?: string): Promise<Sent>;
  edit(scope: Scope, ref: Ref, view: Card, locale?: string): Promise<Sent>;
  remove(scope: Scope, ref: Ref): Promise<Sent>;
  /**
   * Looks at the connection: token, permissions, this channel (null: none in particular), clock. Changes and posts
   * nothing; answers within a second and a half, if need be with what it knows by then.
   */
  check?(scope: Scope, channel: Ref | null): Promise<readonly Check[]>;
  /**
   * What people are called there, for a text in which their names may stand; whoever nobody can name just now is left
   * out. Answers within a second, if need be with whom it knows by then.
   */
  names?(scope: Scope, people: readonly PersonRef[]): Promise<ReadonlyMap<PersonRef, string>>;
}

/** One thing about the connection that was looked at, and what to do about it where something is wrong. */
export interface Check {
  readonly ok: boolean;
  readonly says: Msg;
}

/** What adapters get of the core. */
export interface Core {
  /** Never rejects: a bug is logged under a token and answered with a card that names the token. */
  handle(incoming: Incoming): Promise<Answer>;
  /**
   * Asks a query once more, for an answer that stays on somebody's screen. Nobody did anything: it counts against no limit
   * and uses up nothing that the next answer is to say.
   */
  lookAgain(incoming: Incoming): Promise<Answer>;
  /** Something happened on the platform itself (`platform.…` routes): never by a person's button or command. */
  happened(incoming: Incoming): Promise<void>;
  /** Communities of this platform in which a group is in use, so that an adapter notices one that it is no longer in. */
  communities(platform: string): Promise<readonly Scope[]>;
  /** The groups of this platform that are in use with their members, so that an adapter notices who left meanwhile. */
  circles(platform: string): Promise<readonly Circle[]>;
  /** Sends what is due and runs jobs that are due; resolves with the time (ms) at which to call again. */
  pump(): Promise<number>;
  /** Called after every durable change, so that delivery starts at once. */
  onWork(wake: () => void): void;
}

/** A group as an adapter sees it: its channel, and the people who accepted its agreement. */
export interface Circle {
  readonly scope: Scope;
  readonly channel: Ref;
  readonly people: readonly PersonRef[];
}
