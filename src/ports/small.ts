/** Time in milliseconds since 1970-01-01 UTC. */
export interface Clock {
  now(): number;
}

/** Random ids and waits. Ids are 16 characters of a–z and 2–7 (80 bits), never ordered by time. */
export interface Ids {
  next(): string;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
}

/** Event names and opaque references only: never text that a person typed, a name or a platform id. */
export interface Log {
  debug(event: string, facts?: LogFacts): void;
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}

export type LogFacts = Readonly<Record<string, string | number | boolean>>;

/**
 * Raw text, in memory only: bounded in number, gone after 30 minutes and after a restart. `owner` guards every read.
 */
export interface Scratch {
  put(owner: string, id: string, value: unknown): void;
  get(owner: string, id: string): unknown;
  drop(owner: string, id: string): void;
}
