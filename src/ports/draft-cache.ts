/**
 * Raw text, in memory only: bounded in number, gone after 30 minutes and after a restart. `owner` guards every read.
 */
export interface DraftCache {
  put(owner: string, id: string, value: unknown): void;
  get(owner: string, id: string): unknown;
  drop(owner: string, id: string): void;
}
