import {
  type Fields,
  type Lexicon,
  placeholderPattern,
  placesOf,
  type Reason,
  wordKey,
} from '../../../deidentify/index.ts';
import type { Draft, Marked } from '../model.ts';
import type { Raw } from './review.ts';

/** What was reported that counts for a text of mine. */
export interface Reports {
  /** Which reports these are: a draft says which of them its author was shown. */
  readonly ids: readonly string[];
  /**
   * The words that were marked in texts of my own while those are hidden, as `wordKey`s. Nobody else's are in here: whoever typed
   * one would learn that it was reported.
   */
  readonly phrases: readonly string[];
}

export const noReports: Reports = { ids: [], phrases: [] };

/** Which of them a draft's author was not shown. */
export const unseenOf = ({ reports }: Pick<Draft, 'reports'>, { ids }: Reports): readonly string[] =>
  ids.filter((id) => !reports.includes(id));

/** What was marked, in whole words; a placeholder among them says nothing. */
export function markedIn(fields: Fields, marked: readonly Marked[]): string[] {
  return marked.flatMap(({ field, start, end }) => {
    const text = fields[field] ?? '';
    let [from, to] = [start, end];
    while (/[\p{L}\p{N}\p{M}'’_-]/u.test(text[from - 1] ?? '')) from--;
    while (/[\p{L}\p{N}\p{M}_-]/u.test(text[to] ?? '')) to++;
    return text
      .slice(from, to)
      .split(placeholderPattern)
      .map(wordKey)
      .filter((key) => key !== '');
  });
}

/**
 * What is asked about because it was reported: the words as they were marked, and rare ones among them also where they stand apart.
 */
function reportedIn(fields: Fields, phrases: readonly string[], lexicon: Lexicon): Record<string, Reason> {
  const rare = phrases.flatMap((phrase) => phrase.split(' ')).filter((word) => lexicon.word(word) <= 1);
  const keys = [...new Set([...phrases, ...rare])];
  const standing = new Set(Object.values(fields).flatMap((text) => placesOf(text, keys).map(({ key }) => key)));
  return Object.fromEntries(keys.filter((key) => standing.has(key)).map((key) => [key, 'reported' as const]));
}

/** Reports with what became of them for one draft. */
export interface Reported extends Reports {
  /** Its author was shown all of them before: what they kept since is their answer. */
  readonly seen: boolean;
  /** Something was reported after the draft was begun, or the form of it opened. */
  readonly warned: boolean;
}

/** What was reported, for a draft and the form with which it is made or changed. */
export function reportedFor(reports: Reports, draft: Draft | null, formIsOld: boolean): Reported {
  const unseen = draft !== null && unseenOf(draft, reports).length > 0;
  return { ...reports, seen: draft !== null && !unseen, warned: (draft?.warned ?? false) || unseen || formIsOld };
}

/** What a draft says of reports. */
export const ofReports = ({ ids, warned }: Reported): Pick<Draft, 'reports' | 'warned'> => ({
  reports: [...ids],
  warned,
});

/** A text with reported words asked about, also those that its author kept before they knew. */
export function withReported(raw: Raw, reported: Reported | undefined, lexicon: Lexicon): Raw {
  if (reported === undefined || reported.phrases.length === 0) return raw;
  const asked = reportedIn(raw.fields, reported.phrases, lexicon);
  return {
    ...raw,
    keep: reported.seen ? raw.keep : raw.keep.filter((key) => !(key in asked)),
    doubted: { ...raw.doubted, ...asked },
  };
}
