import { countBelow, type Range } from '../ranges.ts';
import { functionWords } from '../words/function-words.ts';
import { wordSet } from '../words/list.ts';
import { endsPhrase, goesOn, opensPhrase } from '../words/phrase-edges.ts';

/** What ties a phrase to the word before it: "ambassador to the Holy See", "exonerated after the podcast". */
const ties = wordSet('of to for in on at with from after by during');
const determiners = wordSet('a an the his her their our its my');

/** How many words a phrase goes on for, to the right and to the left. */
const [mostRight, mostLeft] = [10, 4];
/** No more text than this is read on either side. */
const reach = 160;
const pieces = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*|[^ \t]/gu;
const isWord = (piece: string): boolean => /^[\p{L}\p{N}]/u.test(piece);

/**
 * A phrase that singles somebody out, to its ends: half of it tells as much as the whole, and leaves what the other half was
 * easy to guess. Offsets into `text`.
 */
export const wholePhrase = (text: string, phrase: Range): Range => ({
  start: leftEnd(text, phrase.start),
  end: rightEnd(text, phrase),
});

const lastWord = /[ \t]{1,3}(\p{L}{1,12})$/u;
const onlyArticle = /^[ \t]{1,3}(?:(?:the|a|an)[ \t]{1,3})?$/i;

/**
 * "only female firefighter in": phrases without the words behind which they have not come to their end, unless another finding
 * goes on there ("in Boise").
 */
export function withoutLooseEnds<Found extends Range>(
  text: string,
  phrases: readonly Found[],
  others: readonly Range[],
): Found[] {
  const starts = others.map((one) => one.start).sort((a, b) => a - b);
  return phrases.map((phrase) => {
    const next = starts[countBelow(starts, phrase.end)];
    if (next !== undefined && next - phrase.end < 10 && onlyArticle.test(text.slice(phrase.end, next))) return phrase;
    let { end } = phrase;
    for (;;) {
      const last = lastWord.exec(text.slice(Math.max(phrase.start, end - 16), end));
      if (!last || !opensPhrase.has((last[1] ?? '').toLowerCase())) return { ...phrase, end };
      end -= last[0].length;
    }
  });
}

function rightEnd(text: string, { start, end }: Range): number {
  const last = /\p{L}{1,20}$/u.exec(text.slice(Math.max(start, end - 20), end))?.[0].toLowerCase() ?? '';
  let grown = end;
  let words = 0;
  for (const { 0: piece, index } of text.slice(end, end + reach).matchAll(pieces)) {
    const low = piece.toLowerCase();
    if (!isWord(piece)) break;
    if (words === 0 ? !opensPhrase.has(last) && !goesOn.has(low) : endsPhrase.has(low)) break;
    words += 1;
    if (words > mostRight) break;
    if (!opensPhrase.has(low)) grown = end + index + piece.length;
  }
  return grown;
}

function leftEnd(text: string, start: number): number {
  const from = Math.max(0, start - reach);
  const before = [...text.slice(from, start).matchAll(pieces)];
  const low = (at: number): string => before[at]?.[0].toLowerCase() ?? '';
  let at = before.length - 1;
  if (determiners.has(low(at))) at--;
  if (!ties.has(low(at))) return start;
  const tie = at;
  while (tie - at < mostLeft && isWord(low(at - 1)) && !functionWords.has(low(at - 1))) at--;
  return at < tie ? from + (before[at]?.index ?? 0) : start;
}
