/** What people are told where it is not as it should be. */
export interface Condition {
  /** The last write was refused: nothing can be saved. */
  writesStopped: boolean;
  /** Old bytes that should be gone still are in files, and since when (ms) that is tried again; null where none are. */
  oldBytes: { triedAt: number } | null;
}
