import type { ChatPlatform, Check, CheckinSettings, Clock, Core, Log, Msg, Route, Vault } from '../src/index.ts';
import type { Documents } from './documents/index.ts';
import type { Pace } from './node/pace.ts';

/**
 * What the folder of a platform exports from its `index.ts`, and all that the command line knows of it. The index loads no
 * library of the platform's: settings are read of every platform, also of those that are not connected.
 */
export interface PlatformModule<S = unknown> {
  /** In vault ids, scopes and log lines, and after `curbside register`: `discord`. */
  readonly name: string;
  /** As operators know it: `Discord`. */
  readonly title: string;
  readonly settings: PlatformSettings<S>;
  /** Does not connect yet, see `RunningPlatform.start`. */
  create(settings: S, given: PlatformParts): Promise<RunningPlatform>;
  /**
   * For `curbside doctor`: looks at everything that must be right, changes and posts nothing. `channels`: the platform's ids
   * of the channels that groups use. `now`: this machine's clock (ms).
   */
  doctor(settings: S, channels: readonly string[], now: () => number): Promise<readonly Check[]>;
  /** For `curbside register`, where a platform is told of commands by a call: tells it, and resolves with what to print. */
  register?(settings: S, routes: readonly Route[]): Promise<string>;
  /**
   * For `curbside manifest`, where a platform is told of commands by a file: that file, as JSON. `url`: where the platform calls.
   * `many`: any number of communities install the app.
   */
  manifest?(routes: readonly Route[], url: string | null, many: boolean): Promise<object>;
  /** For `curbside connect`, which walks an operator through everything that connects the platform. */
  connecting(): Promise<Connecting<S>>;
}

/** The environment with what is set and not empty; values of `.env` among them. */
export type Given = Readonly<Record<string, string | undefined>>;

/** The way from nothing to a connected platform: what to do there first, each value to copy from there, what is left to do. */
export interface Connecting<S = unknown> {
  /**
   * What the operator does before the first value can be copied: opens `link`, and takes `steps` from there. `otherwise`: how
   * to get there without the link, which may be too long for a terminal.
   */
  prepare(given: Given, routes: readonly Route[]): Promise<Preparation>;
  /** In the order in which they are asked for. Each is a secret. */
  readonly values: readonly PastedValue[];
  /**
   * Once every value is accepted: does what the platform needs by a call, as telling it of commands, and resolves with the
   * steps that are left; the last is to set up a group. Rejects with an `OperatorError`.
   */
  finish(settings: S, routes: readonly Route[]): Promise<{ readonly steps: readonly Msg[]; readonly setUp: Msg }>;
}

export interface Preparation {
  readonly link: string;
  readonly otherwise: Msg | null;
  readonly steps: readonly Msg[];
}

export interface PastedValue {
  /** The variable that it becomes. */
  readonly name: string;
  /** Where to copy it. */
  readonly where: Msg;
  /** Why a text cannot be it by its looks alone; null when it can. Repeats none of it. */
  misfit(text: string): Msg | null;
  /** Asks the platform about the value in `given`; changes nothing there. */
  check(given: Given): Promise<Verdict>;
}

/** What a platform says of a value. */
export interface Verdict {
  /** `unknown`: the platform could not be asked. */
  readonly accepted: 'yes' | 'no' | 'unknown';
  /** To be told in any case; what is not right may still be accepted, as a token that lacks a permission. */
  readonly checks: readonly Check[];
  /** Variables that follow from an accepted value and need not be asked for. */
  readonly also?: Readonly<Record<string, string>>;
}

/** What a platform needs from the operator, by the environment. */
export interface PlatformSettings<S> {
  /** The variables that connect it, in words, and where that is explained: `DISCORD_TOKEN and DISCORD_APP_ID (docs/discord.md)`. */
  readonly needs: string;
  /** All of them in the order of `.env.example`. */
  readonly variables: readonly Variable[];
  /**
   * Takes what is set and not empty. `problems`: one for each variable that does not fit, by its name, with what to do; a
   * value is never repeated, as some are secrets. `settings`: null where nothing connects this platform, or not rightly.
   */
  read(environment: Given): {
    readonly settings: S | null;
    readonly problems: readonly string[];
  };
}

export interface Variable {
  readonly name: string;
  /** What stands above it in `.env.example`. */
  readonly about: string;
}

/** What every platform works with. */
export interface PlatformParts {
  readonly routes: readonly Route[];
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Log;
  /** Makes the files that people ask for. */
  readonly documents: Documents;
  /** For what one process at a time may do; left out where there is one alone. */
  readonly leases?: Leases;
  /** The platforms' rates, where several processes share them; alone, what a platform answers is enough. */
  readonly pace?: Pace;
  /** Lines to call, as the operator set them. */
  readonly help: Pick<CheckinSettings, 'lines' | 'supportLine'>;
}

/** What one process at a time has, among those that share the data. */
export interface Lease {
  readonly name: string;
  readonly holder: string;
  /** A word of the holder's about it; `offered`: anybody may take it at once. */
  readonly state: string;
}

/** Leases end by a clock that all share, so that another process takes over what belonged to one that died. */
export interface Leases {
  /** This process, as a holder. */
  readonly me: string;
  /**
   * Takes a lease for so long (ms) where it is free, over or offered, and prolongs one's own; `state` is that of one that is newly
   * taken. False where another process has it. Rejects while nobody can tell.
   */
  take(name: string, ms: number, state: string): Promise<boolean>;
  /** Changes the word about one's own. */
  mark(name: string, state: string): Promise<void>;
  /** Those that somebody has, by how their names begin. */
  all(prefix: string): Promise<readonly Lease[]>;
  /** Gives one's own back. */
  release(name: string): Promise<void>;
}

export interface RunningPlatform extends ChatPlatform {
  /** Connects, and hands every event to the core. Rejects with an error whose message tells the operator what to do. */
  start(core: Core): Promise<void>;
  /** Before `stop`, where others may go on with what this process has: resolves once they do, or after ten seconds at most. */
  handOver?(): Promise<void>;
  /** Takes nothing more in, and resolves once what is under way has ended. */
  stop(): Promise<void>;
  /** In how many communities it is installed, where that is for others to decide; null where it is one, by its token. */
  installedIn?(): Promise<number | null>;
}

/** What the operator gave does not fit; the message says what to do and repeats no secret. */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
}
