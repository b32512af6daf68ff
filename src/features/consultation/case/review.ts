import {
  type Finding,
  type Lexicon,
  type QuasiIdentifier,
  redactFields,
  risk,
  scanFields,
  wordKey,
} from '../../../deidentify/index.ts';
import type { Mark } from '../../../view/view.ts';

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
  /** Details of what remains that could together point at one person, in a group of so many members; else none. */
  together(members: number): readonly QuasiIdentifier[];
}

/** Newly typed fields. `keep` and `hide`: what was decided about words before; it holds while they still occur. */
export const rawOf = (fields: Fields, keep: readonly string[] = [], hide: readonly string[] = []): Raw => ({
  fields,
  keep,
  hide,
});

/** Scans and redacts several form fields as one text, with the author's decisions. */
export function review(raw: Raw, lexicon: Lexicon): Review {
  const findings = scanned(raw.fields, lexicon);
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
  for (const key of raw.hide) taken.set(`hidden ${key}`, { reason: 'hidden', placeholder: '[Detail left out]' });
  return {
    fields: Object.fromEntries(Object.entries(redacted).map(([name, r]) => [name, r.text])),
    marks: Object.fromEntries(Object.entries(redacted).map(([name, r]) => [name, r.marks])),
    taken: [...taken.values()],
    doubts: [...doubts.values()],
    clean: taken.size === 0 && doubts.size === 0,
    together: (members) => {
      const whole = joined(raw.fields, findings);
      return risk(whole.text, whole.findings, lexicon, members)?.details ?? [];
    },
  };
}

type Findings = ReturnType<typeof scanFields>;

/** By the lexicon of a request: what it found, so that a text is scanned once from the form to the preview. */
const found = new WeakMap<Lexicon, Map<string, Findings>>();

/** Scans fields, or remembers what this very lexicon found in them before. */
function scanned(fields: Fields, lexicon: Lexicon): Findings {
  const known = found.get(lexicon) ?? new Map<string, Findings>();
  found.set(lexicon, known);
  const text = JSON.stringify(fields);
  const findings = known.get(text) ?? scanFields(fields, lexicon);
  known.set(text, findings);
  return findings;
}

/** Several fields with their findings as one text. */
function joined(
  fields: Fields,
  findings: Readonly<Record<string, readonly Finding[]>>,
): { text: string; findings: Finding[] } {
  let text = '';
  const all: Finding[] = [];
  for (const [name, field] of Object.entries(fields)) {
    for (const f of findings[name] ?? []) all.push({ ...f, start: f.start + text.length, end: f.end + text.length });
    text += `${field}\n\n`;
  }
  return { text, findings: all };
}

/** The doubtful words of a text that went through a review before: what its author left in as "not about a client". */
export const keptIn = (fields: Fields, lexicon: Lexicon): readonly string[] =>
  review(rawOf(fields), lexicon).doubts.map((d) => d.key);
