import type { Tagger } from '../../src/deidentify/tagger/tagger.ts';
import type { Example } from './example.ts';

/** Types that the tagger answers for; the structured ones belong to the rules. */
export const judged = ['NAME', 'LOCATION', 'ORG', 'DATE', 'AGE', 'ID', 'OTHER'] as const;

export interface Figures {
  /** Share of identifiers with every letter and digit covered, by type; `all` leaves OTHER out. */
  readonly recall: Readonly<Record<string, number>>;
  /** Share of covered characters that identify. */
  readonly precision: number;
  /** Separate stretches found in texts without identifiers, per 1,000 words. */
  readonly falseAlarms: number;
  /** Share of texts with identifiers in which every one (OTHER left out) is covered. */
  readonly clean: number;
}

const letter = /[\p{L}\p{N}]/u;
const structured = new Set(['PHONE', 'EMAIL', 'URL', 'IP', 'ID']);

/** Sums over texts, so that folds can be put together before shares are taken. */
export interface Tally {
  readonly caught: Record<string, number>;
  readonly gold: Record<string, number>;
  right: number;
  covered: number;
  alarms: number;
  words: number;
  clean: number;
  positive: number;
}

export const emptyTally = (): Tally => ({
  caught: {},
  gold: {},
  right: 0,
  covered: 0,
  alarms: 0,
  words: 0,
  clean: 0,
  positive: 0,
});

/** Adds how the tagger does on some texts at a threshold. Counts as the scorer of the development corpus does. */
export const addTo = (tally: Tally, tagger: Tagger, examples: readonly Example[], threshold: number): void => {
  for (const example of examples) {
    const found = tagger(example.text, threshold);
    const covered = new Uint8Array(example.text.length);
    for (const suspect of found) covered.fill(1, suspect.start, suspect.end);
    const gold = new Uint8Array(example.text.length);
    let leaks = 0;
    for (const span of example.spans) {
      gold.fill(1, span.start, span.end);
      const kind = structured.has(span.type) ? 'ID' : span.type;
      const caught = [...example.text.slice(span.start, span.end)].every(
        (_, i) => covered[span.start + i] === 1 || !letter.test(example.text[span.start + i] ?? ''),
      );
      tally.gold[kind] = (tally.gold[kind] ?? 0) + 1;
      if (caught) tally.caught[kind] = (tally.caught[kind] ?? 0) + 1;
      else if (kind !== 'OTHER') leaks += 1;
    }
    for (let i = 0; i < covered.length; i += 1) {
      if (covered[i] === 1) tally.covered += 1;
      if (covered[i] === 1 && gold[i] === 1) tally.right += 1;
    }
    if (example.spans.length > 0) {
      tally.positive += 1;
      if (leaks === 0) tally.clean += 1;
    } else {
      tally.words += example.text.split(/\s+/).filter((word) => word !== '').length;
      for (let i = 0; i < covered.length; i += 1) if (covered[i] === 1 && covered[i - 1] !== 1) tally.alarms += 1;
    }
  }
};

const share = (part: number, whole: number): number => Math.round((1000 * part) / Math.max(1, whole)) / 1000;

export const figuresOf = (tally: Tally): Figures => {
  const kinds = judged.filter((kind) => (tally.gold[kind] ?? 0) > 0);
  const counted = kinds.filter((kind) => kind !== 'OTHER');
  const sum = (from: Record<string, number>): number => counted.reduce((total, kind) => total + (from[kind] ?? 0), 0);
  return {
    recall: {
      all: share(sum(tally.caught), sum(tally.gold)),
      ...Object.fromEntries(kinds.map((kind) => [kind, share(tally.caught[kind] ?? 0, tally.gold[kind] ?? 0)])),
    },
    precision: share(tally.right, tally.covered),
    falseAlarms: Math.round((10_000 * tally.alarms) / Math.max(1, tally.words)) / 10,
    clean: share(tally.clean, tally.positive),
  };
};
