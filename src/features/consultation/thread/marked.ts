import type { Marked } from '../model.ts';

/** Characters that somebody may type to say which words are meant. */
export const mostMarked = 300;

/**
 * Where words stand in a text, each line of `typed` one word or phrase, whatever its case; `missing`: which lines stand
 * nowhere, counted from 1 without empty ones. Only places are kept of them: they lie in a text that is stored anyway, and nothing else is written down.
 */
export function occurrences(
  fields: Readonly<Record<string, string>>,
  typed: string,
): { readonly marked: Marked[]; readonly missing: readonly number[] } {
  const phrases = typed
    .split('\n')
    .map((line) => line.trim().toLowerCase())
    .filter((line) => line !== '');
  const marked: Marked[] = [];
  const missing: number[] = [];
  for (const [i, phrase] of phrases.entries()) {
    if (phrases.indexOf(phrase) < i) continue;
    const found = Object.entries(fields).flatMap(([field, text]) => placesIn(text, phrase, field));
    if (found.length === 0) missing.push(i + 1);
    marked.push(...found);
  }
  return { marked, missing };
}

function placesIn(text: string, phrase: string, field: string): Marked[] {
  // Folding a few letters changes how long a text is; then a place would point elsewhere, so that it is looked up as it is.
  const folded = text.toLowerCase();
  const low = folded.length === text.length ? folded : text;
  const places: Marked[] = [];
  for (let at = low.indexOf(phrase); at >= 0; at = low.indexOf(phrase, at + phrase.length))
    places.push({ field, start: at, end: at + phrase.length });
  return places;
}

/** The places by field, as a quote shows them. */
export function marksOf(marked: readonly Marked[]): Record<string, Pick<Marked, 'start' | 'end'>[]> {
  const fields = [...new Set(marked.map((m) => m.field))];
  return Object.fromEntries(
    fields.map((field) => [field, marked.filter((m) => m.field === field).map(({ start, end }) => ({ start, end }))]),
  );
}
