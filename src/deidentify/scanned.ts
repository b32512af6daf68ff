import { scanFields } from './scan.ts';
import type { Finding, Lexicon } from './types.ts';

export type Fields = Readonly<Record<string, string>>;
export type Findings = Readonly<Record<string, readonly Finding[]>>;

/** Scans somewhere, so that a long text holds up nobody: a host may give it a thread of its own. */
export interface Scanner {
  /** What `scanFields` says of these fields, with the words that a group always keeps (`wordKey`s); `asksAll` as in a lexicon. */
  scan(fields: Fields, alwaysKeep: ReadonlySet<string>, asksAll?: boolean): Promise<Findings>;
}

/** Thrown where findings are read before the texts were scanned. `withScans` has them scanned and begins the work again. */
class ScanWanted extends Error {
  readonly texts: readonly Fields[];
  readonly lexicon: Lexicon;
  constructor(texts: readonly Fields[], lexicon: Lexicon) {
    super('texts are to be scanned first');
    this.texts = texts;
    this.lexicon = lexicon;
  }
}

/** By the lexicon of a request: what it found, so that a text is scanned once, however often its findings are read. */
const found = new WeakMap<Lexicon, Map<string, Findings>>();

function remembered(lexicon: Lexicon): Map<string, Findings> {
  const known = found.get(lexicon) ?? new Map<string, Findings>();
  found.set(lexicon, known);
  return known;
}

/**
 * The findings of several fields read as one text; the same lexicon scans a text once. With a lexicon that `scansLater`,
 * a text that was not scanned yet ends the work with an error that `withScans` alone understands.
 */
export function scanned(fields: Fields, lexicon: Lexicon): Findings {
  const known = remembered(lexicon);
  const text = JSON.stringify(fields);
  const before = known.get(text);
  if (before) return before;
  if (lexicon.scansLater) throw new ScanWanted([fields], lexicon);
  const findings = scanFields(fields, lexicon);
  known.set(text, findings);
  return findings;
}

const strict = new WeakMap<Lexicon, Lexicon>();

/** The same lexicon, with which every doubtful word is asked about: one and the same all through a request. */
export function askingAll(lexicon: Lexicon): Lexicon {
  const made = strict.get(lexicon) ?? { ...lexicon, asksAll: true };
  strict.set(lexicon, made);
  return made;
}

/** Has many texts scanned before the first of them is read: the work would begin anew for each of them otherwise. */
export function scanAhead(texts: readonly Fields[], lexicon: Lexicon): void {
  const known = remembered(lexicon);
  const missing = texts.filter((fields) => !known.has(JSON.stringify(fields)));
  if (lexicon.scansLater && missing.length > 0) throw new ScanWanted(missing, lexicon);
}

/**
 * Does a piece of work that reads findings. Where a text was not scanned yet the work ends, the text is scanned, and the
 * work begins anew: so it must perform nothing, and no transaction of it is open during a scan.
 */
export async function withScans<T>(scanner: Scanner, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ScanWanted)) throw error;
      const { texts, lexicon } = error;
      for (const fields of texts) {
        const findings = await scanner.scan(fields, lexicon.alwaysKeep ?? new Set(), lexicon.asksAll);
        remembered(lexicon).set(JSON.stringify(fields), findings);
      }
    }
  }
}
