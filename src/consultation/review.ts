import { type Finding, type Lexicon, redactFields, scanFields, wordKey } from '../deidentify/index.ts';
import type { Mark } from '../view/view.ts';

export type Fields = Readonly<Record<string, string>>;

/** Raw text of one draft or record and what its author decided about single words. Lives in memory only. */
export interface Raw {
  readonly fields: Fields;
  /** Words kept as "not about a client" and words to hide besides, as `wordKey`s. */
  readonly keep: readonly string[];
  readonly hide: readonly string[];
}

/** A doubtful word: replaced until the author says that it is not about a client. */
export interface Doubt {
  readonly key: string;
  readonly surface: string;
  readonly reason: Finding['reason'];
  readonly placeholder: string;
  readonly kept: boolean;
}

export type Taken = Pick<Finding, 'reason' | 'placeholder'>;

/** What colleagues would see, and what was done to get there. */
export interface Review {
  readonly fields: Fields;
  readonly marks: Readonly<Record<string, readonly Mark[]>>;
  /** What is taken out and cannot be kept, once for each different thing: why, and what stands there instead. */
  readonly taken: readonly Taken[];
  readonly doubts: readonly Doubt[];
  /** Nothing was found in the raw text at all. */
  readonly clean: boolean;
}

/** Newly typed fields. `keep`: words that were decided to stay before; they stay while they still occur. */
export const rawOf = (fields: Fields, keep: readonly string[] = []): Raw => ({ fields, keep, hide: [] });

/** Scans and redacts several form fields as one text, with the author's decisions. */
export function review(raw: Raw, lexicon: Lexicon): Review {
  const findings = scanFields(raw.fields, lexicon);
  const keep = new Set(raw.keep);
  const redacted = redactFields(raw.fields, findings, { keep, hide: new Set(raw.hide) });
  const taken = new Map<string, Taken>();
  const doubts = new Map<string, Doubt>();
  for (const [name, found] of Object.entries(findings)) {
    for (const f of found) {
      const surface = (raw.fields[name] ?? '').slice(f.start, f.end);
      const key = wordKey(surface);
      if (f.tier === 'remove') taken.set(key, { reason: f.reason, placeholder: f.placeholder });
      else if (!doubts.has(key))
        doubts.set(key, { key, surface, reason: f.reason, placeholder: f.placeholder, kept: keep.has(key) });
    }
  }
  return {
    fields: Object.fromEntries(Object.entries(redacted).map(([name, r]) => [name, r.text])),
    marks: Object.fromEntries(Object.entries(redacted).map(([name, r]) => [name, r.marks])),
    taken: [...taken.values()],
    doubts: [...doubts.values()],
    clean: taken.size === 0 && doubts.size === 0 && raw.hide.length === 0,
  };
}

/** The doubtful words of a text that went through a review before: what its author left in as "not about a client". */
export const keptIn = (fields: Fields, lexicon: Lexicon): readonly string[] =>
  review(rawOf(fields), lexicon).doubts.map((d) => d.key);
