import type { ChatPlatform, Check, CheckinSettings, Clock, Core, Log, Route, Vault } from '../src/index.ts';

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
  /** For `curbside manifest`, where a platform is told of commands by a file: that file, as JSON. `url`: where the platform calls. */
  manifest?(routes: readonly Route[], url: string | null): Promise<object>;
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
  read(environment: Readonly<Record<string, string | undefined>>): {
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
  /** Lines to call, as the operator set them. */
  readonly help: Pick<CheckinSettings, 'lines' | 'supportLine'>;
}

export interface RunningPlatform extends ChatPlatform {
  /** Connects, and hands every event to the core. Rejects with an error whose message tells the operator what to do. */
  start(core: Core): Promise<void>;
  /** Takes nothing more in, and resolves once what is under way has ended. */
  stop(): Promise<void>;
}

/** What the operator gave does not fit; the message says what to do and repeats no secret. */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
}
