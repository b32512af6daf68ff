/** The playground's own limits. Nothing else in this folder holds such a number. */
export const limits = {
  /** Characters in a message typed straight into the channel or a thread, as on Discord. */
  typedMessage: 2000,
  /** Characters in a command line. */
  commandLine: 1000,
  /** Bytes of one request. Generous: the core answers what is too long for a field, and says by how much. */
  requestBytes: 1024 * 1024,
  /** Characters of one value in a request. */
  valueLength: 250_000,
  /** Private answers kept for one person; the oldest go first. They live in memory only. */
  privateCards: 12,
  /** How long (ms) the note of the newest private answer stays when what is below it changes. */
  noteStaysMs: 60_000,
  /** Typed texts kept for "Before and after". They live in memory only. */
  typedTexts: 60,
  /** Characters of one such text that are kept and shown. */
  typedText: 6000,
  /** Words, spaces and signs compared when a typed text is laid beside what colleagues got; the rest is shown without marks. */
  comparedTokens: 1200,
  /** Messages shown of one place: the newest. */
  shownMessages: 200,
} as const;
