import {
  askingAll,
  type Fields,
  type Finding,
  type Findings,
  isForeign,
  type Lexicon,
  labelsIn,
  nothingStands,
  numbered,
  placesOf,
  type QuasiIdentifier,
  type Reason,
  type Redacted,
  redactFields,
  risk,
  type Standing,
  scanned,
  withoutColleagues,
  wordKey,
} from '../../../deidentify/index.ts';
import type { Mark } from '../../../view/view.ts';
import { formsOfHidden } from './forms-of-hidden.ts';
import { hiddenPlaceholder, namesGiven, type PlaceholderName, thingOf } from './placeholder-names.ts';

/** Raw text of one draft or record and what its author decided about single words. Lives in memory only. */
export interface Raw {
  readonly fields: Fields;
  /** Words kept as "not about a client" and words to hide besides, as `wordKey`s. */
  readonly keep: readonly string[];
  readonly hide: readonly string[];
  /** Words that the filter doubted in the text before, by `wordKey`: asked about again, also where it does not find them anew. */
  readonly doubted?: Readonly<Record<string, Reason>>;
  /** What stands for a word where its author named it, by `wordKey`. */
  readonly names: Readonly<Record<string, PlaceholderName>>;
  /** Colleagues whose names stay: those who advised, in a record of one's own. */
  readonly colleagues?: readonly string[];
  /** Placeholders that stand around the text, in its thread or record, and the author's own words for some of them. */
  readonly standing?: Standing;
}

/** A doubtful word: replaced until the author says that it is not about a client. */
export interface Doubt {
  readonly key: string;
  readonly surface: string;
  readonly reason: Finding['reason'];
  readonly placeholder: string;
  readonly kept: boolean;
}

/** How many doubts there are, and whether one is more than a word: what a label says of them. */
export const doubtCount = (doubts: readonly Doubt[]) => ({
  n: doubts.length,
  phrases: doubts.some(({ surface }) => /\s/.test(surface.trim())),
});

export type Taken = Pick<Finding, 'reason' | 'placeholder'>;

/** One thing that was found, for "Why?". Memory only. */
export interface Row extends Doubt {
  readonly tier: Finding['tier'];
  readonly type: Finding['type'];
  /** What it is a spelling of. */
  readonly thing: string;
  /** The words just before it where it first stands: they may tell what a number is. */
  readonly lead: string;
}

/**
 * Whose a placeholder is, by field and by the UTF-16 offset in the redacted text: a word that its author hid, or a doubt of
 * the filter. What is certain, and what its author named, is not listed.
 */
export type Origins = Readonly<Record<string, readonly { readonly at: number; readonly reason: Reason }[]>>;

/** What colleagues would see, and what was done to get there. */
export interface Review {
  readonly fields: Fields;
  readonly marks: Readonly<Record<string, readonly Mark[]>>;
  /** What is taken out and cannot be kept, once for each different thing: why, and what stands there instead. */
  readonly taken: readonly Taken[];
  readonly doubts: readonly Doubt[];
  /** Everything found and everything hidden, each different thing once, in the order of the text. */
  readonly rows: readonly Row[];
  /** Placeholders that stand in the text because its author hid a word or named what stands for one. */
  readonly chosen: readonly string[];
  readonly origins: Origins;
  /** Placeholders of people, places, and organizations whom the thread may have by another one already. */
  readonly perhapsKnown: readonly string[];
  /** Names that stay because a colleague who advised has them. They may be a client's all the same. */
  readonly named: readonly string[];
  /** Part of the text is not in English, for which the filter was made. */
  readonly foreign: boolean;
  /** Nothing was found in the raw text at all, not even a colleague's name, and it is a text in which the filter finds what there is. */
  readonly clean: boolean;
  /** Details of what remains that could together point at one person, in a group of so many members; else none. */
  together(members: number): readonly QuasiIdentifier[];
}

/** Newly typed fields with what was decided about words before; it holds while they still occur. */
export const rawOf = (fields: Fields, decided: Partial<Omit<Raw, 'fields'>> = {}): Raw => ({
  fields,
  keep: decided.keep ?? [],
  hide: decided.hide ?? [],
  doubted: decided.doubted ?? {},
  names: decided.names ?? {},
  colleagues: decided.colleagues ?? [],
  standing: decided.standing ?? nothingStands,
});

/**
 * The lexicon for a case of this topic. What speaks of substance use is under 42 CFR Part 2: there every doubtful word is asked
 * about, however weak the evidence.
 */
export const lexiconFor = (lexicon: Lexicon, topic: string): Lexicon => (asksAll(topic) ? askingAll(lexicon) : lexicon);

/** Whether every doubtful word is asked about in a question of this topic. */
export const asksAll = (topic: string): boolean => topic === 'addiction';

/** Scans and redacts several form fields as one text, with the author's decisions. */
export function review(raw: Raw, lexicon: Lexicon): Review {
  const standing = raw.standing ?? nothingStands;
  const all = numbered(raw.fields, scanned(raw.fields, lexicon), standing);
  const findings = withoutColleagues(all, raw.fields, raw.colleagues ?? []);
  const named = leftIn(raw.fields, all, findings);
  const doubted = { ...formsOfHidden(raw), ...raw.doubted };
  const placeholders = namesGiven(raw, findings);
  const redacted = redactFields(raw.fields, findings, {
    keep: new Set(raw.keep),
    hide: new Set(raw.hide),
    doubted: new Map(Object.entries(doubted)),
    placeholders,
  });
  const rows = rowsOf({ ...raw, doubted }, findings, placeholders);
  const foreign = isForeign(raw.fields, lexicon);
  const doubts = rows.filter((row) => row.tier === 'check');
  const taken = rows.filter((row) => row.tier === 'remove');
  const fields = Object.fromEntries(Object.entries(redacted).map(([name, r]) => [name, r.text]));
  const own = [
    ...rows.filter((row) => row.reason === 'hidden').map((row) => row.placeholder),
    ...placeholders.values(),
  ];
  return {
    fields,
    marks: Object.fromEntries(Object.entries(redacted).map(([name, r]) => [name, r.marks])),
    taken,
    doubts,
    rows,
    chosen: [...new Set(own)].filter((one) => Object.values(fields).some((text) => text.includes(one))),
    origins: Object.fromEntries(Object.entries(redacted).map(([name, r]) => [name, originsIn(r)])),
    perhapsKnown: perhapsKnown(rows, raw, standing),
    named,
    foreign,
    clean: rows.length + named.length === 0 && !foreign,
    together: (members) => {
      const whole = joined(raw.fields, findings);
      return risk(whole.text, whole.findings, lexicon, members)?.details ?? [];
    },
  };
}

/** Who got a number because the label stands in the thread: its author alone can tell whether they are somebody there. */
function perhapsKnown(rows: readonly Row[], { fields }: Raw, { taken }: Standing): string[] {
  const meant = new Set([...labelsIn(Object.values(fields)), ...taken]);
  const inUse = new Set(taken.map(labelOf));
  const fresh = rows.filter((row) => !row.kept && inUse.has(labelOf(row.placeholder)) && !meant.has(row.placeholder));
  return [...new Set(fresh.map((row) => row.placeholder))];
}

const labelOf = (placeholder: string): string => placeholder.replace(/ \d+(?=\]$)/, '');

/** What was found at first and is not among the findings any more, each different thing once. */
function leftIn(fields: Fields, all: Findings, findings: Findings): string[] {
  const left = Object.entries(all).flatMap(([name, found]) =>
    found.filter((f) => !findings[name]?.includes(f)).map((f) => (fields[name] ?? '').slice(f.start, f.end)),
  );
  return [...new Map(left.map((name) => [wordKey(name), name])).values()];
}

const originsIn = ({ marks }: Redacted) =>
  marks.flatMap(({ start, tier, reason, named }) =>
    reason === 'hidden' || (tier === 'check' && !named) ? [{ at: start, reason }] : [],
  );

/** Everything found and hidden. A word that is certain anywhere is certain everywhere. */
function rowsOf(raw: Raw, findings: Findings, placeholders: ReadonlyMap<string, string>): Row[] {
  const rows = new Map<string, Row>();
  for (const [name, found] of Object.entries(findings)) {
    const text = raw.fields[name] ?? '';
    for (const f of found) {
      const surface = text.slice(f.start, f.end);
      const key = wordKey(surface);
      const known = rows.get(key);
      if (known && (known.tier === 'remove' || f.tier === 'check')) continue;
      const { tier, type, reason } = f;
      const placeholder = placeholders.get(key) ?? f.placeholder;
      const kept = tier === 'check' && raw.keep.includes(key);
      const lead = text.slice(0, f.start).slice(-40);
      rows.set(key, { key, surface, reason, placeholder, kept, tier, type, thing: thingOf(f, key), lead });
    }
  }
  const row = (key: string) =>
    ({
      ...{ key, surface: key, placeholder: placeholders.get(key) ?? hiddenPlaceholder },
      ...({ kept: raw.keep.includes(key), type: 'OTHER', thing: `word ${key}`, lead: '' } as const),
    }) as const;
  const doubted = raw.doubted ?? {};
  const standing = standingIn(raw.fields, Object.keys(doubted));
  for (const [key, reason] of Object.entries(doubted))
    if (!rows.has(key) && standing.has(key)) rows.set(key, { ...row(key), reason, tier: 'check' });
  for (const key of raw.hide) {
    if (rows.get(key)?.tier !== 'remove') rows.set(key, { ...row(key), kept: false, reason: 'hidden', tier: 'remove' });
  }
  return [...rows.values()];
}

/** Which of these words and runs of words stand in the text, where hiding them would take something out. */
export function standingIn(fields: Fields, keys: readonly string[]): ReadonlySet<string> {
  const texts = Object.values(fields);
  const placed = (wanted: readonly string[]) => texts.flatMap((text) => placesOf(text, wanted).map(({ key }) => key));
  const found = new Set(placed(keys));
  // One that stands within a longer one only is not found beside it.
  const within = keys.filter((key) => !found.has(key) && keys.some((other) => other !== key && other.includes(key)));
  return new Set([...found, ...within.flatMap((key) => placed([key]))]);
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
