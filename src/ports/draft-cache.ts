/**
 * Raw text, never on disk in clear: bounded in number, gone after 30 minutes and after a restart. `owner` guards every
 * read. A value is what JSON can carry.
 */
export interface DraftCache {
  put(owner: string, id: string, value: unknown): Promise<void>;
  /** The value, or null when it is gone. */
  get(owner: string, id: string): Promise<unknown>;
  drop(owner: string, id: string): Promise<void>;
}
