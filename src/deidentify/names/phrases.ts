import { closers, introducers } from '../words/phrase-words.ts';
import type { Word } from './reading.ts';

/** Words `from` to `to` (exclusive) that may say something of somebody that nobody else has or is. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** Borders of the clause. */
  readonly clauseFrom: number;
  readonly clauseTo: number;
}

/** No phrase is longer than this. */
const mostWords = 18;

/** Where a clause may be cut: each stretch between an introducing word and a closing one, of every clause. */
export function phrasesOf(words: readonly Word[]): Phrase[] {
  const found: Phrase[] = [];
  for (let from = 0; from < words.length; ) {
    let to = from;
    while (to < words.length && !endsClause(words, to, from)) to++;
    cut(words, from, to, found);
    from = Math.max(to, from + 1);
  }
  return found;
}

const endsClause = (words: readonly Word[], index: number, from: number): boolean => {
  const word = words[index];
  if (word === undefined || (word.newLine && index > from)) return true;
  return word.kind === 'mark' && /^[.,;:!?()"“”|=–—]$/.test(word.text);
};

function cut(words: readonly Word[], clauseFrom: number, clauseTo: number, found: Phrase[]): void {
  for (let from = clauseFrom; from < clauseTo; from++) {
    if (!opens(words, from, clauseFrom)) continue;
    const last = Math.min(clauseTo, from + mostWords);
    let ends = 0;
    for (let to = from + 1; to <= last && ends < 4; to++) {
      const closes = to === clauseTo || closers.has(words[to]?.low ?? '');
      if (!closes) continue;
      ends++;
      found.push({ from, to, clauseFrom, clauseTo });
    }
  }
}

/** At the beginning of a clause, or behind "the", "is", "she", "retired". */
function opens(words: readonly Word[], index: number, clauseFrom: number): boolean {
  const word = words[index] as Word;
  if (word.kind === 'mark' || introducers.has(word.low)) return false;
  return index === clauseFrom || introducers.has(words[index - 1]?.low ?? '');
}
