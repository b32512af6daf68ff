import type { Candidate } from '../document.ts';
import { isPossessive } from '../letters.ts';
import { countBelow } from '../ranges.ts';
import { personVerbs } from '../words/people.ts';
import { frameOf } from './frames.ts';
import { nicknames } from './nicknames.ts';
import type { Word } from './reading.ts';

/**
 * Other mentions of what was found: the same words anywhere, single parts of a full name, short forms, initials.
 * A part that is also an ordinary word counts only with a capital in mid-sentence.
 */
export function repeats(words: readonly Word[], found: readonly Candidate[]): Candidate[] {
  const parts = new Map<string, Candidate>();
  const starts = words.map((word) => word.start);
  const inside = (candidate: Candidate) => {
    const from = countBelow(starts, candidate.start);
    const to = countBelow(starts, candidate.end);
    return words.slice(from, to).filter((word) => word.kind === 'word');
  };
  const letters = new Map<string, Candidate>();
  for (const candidate of found) {
    if (candidate.type === 'NAME') {
      const own = inside(candidate);
      for (const word of own) {
        if (word.text.length < 2 || (word.grammar && !word.capital)) continue;
        if (word.role && (word !== own.at(-1) || isTitle(words, word))) continue;
        if (!parts.has(word.low)) parts.set(word.low, candidate);
        for (const other of nicknames(word.low)) if (!parts.has(other)) parts.set(other, candidate);
        letters.set(word.low[0] ?? '', candidate);
      }
    } else if ((candidate.type === 'LOCATION' && candidate.reason === 'town') || candidate.type === 'ORG') {
      const [first] = inside(candidate);
      if (first && first.text.length > 3 && first.common === 0 && first.safety === undefined && !parts.has(first.low))
        parts.set(first.low, candidate);
    }
  }
  const beginnings = beginningsOf(parts);
  const again: Candidate[] = [];
  for (const word of words) {
    if (word.kind !== 'word') continue;
    const owner = unmarked(words, word, parts);
    const origin = parts.get(word.low) ?? owner ?? shortened(word, beginnings);
    if (!origin) continue;
    if (word.fixed || (word.safety === 'safe' && !word.capital)) continue;
    // "Rogers would just sit with it. Rogers, 33, can't": the author beside the client who is called so.
    if (frameOf(words, word.index, word.index) <= workFrom) continue;
    const sure = owner !== undefined || word.common === 0 || (word.capital && !word.opening);
    const opens = word.capital && word.opening && word.common > 0;
    if (!sure && !opens) continue;
    if (opens && word.common > 1 && !nameAhead(words, word)) continue;
    again.push({
      start: word.start,
      end: word.end,
      type: origin.type,
      reason: origin.reason,
      tier: origin.tier,
      ...(origin.label ? { label: origin.label } : {}),
    });
  }
  return again;
}

/**
 * "Dr." of "Provider: Dr. Ruth Feldman" is no part of the name, and stands for other people elsewhere. The last word of a
 * name is one also where it is a title besides ("Maria Pastor"), unless the rest of the name follows it.
 */
function isTitle(words: readonly Word[], { index }: Word): boolean {
  const next = words[index + 1]?.text === '.' ? words[index + 2] : words[index + 1];
  return next?.kind === 'word' && next.capital && !next.opening && !next.newLine;
}

/** A sentence that says so firmly that a word is an author's or a thing's, whoever else is called so. */
const workFrom = -1.5;

/** "Klein's wife left", "White cried": what a word at the beginning of a sentence needs to be the name again. */
const nameAhead = (words: readonly Word[], word: Word) => {
  const next = words[word.index + 1];
  return (
    next !== undefined &&
    (isPossessive(next.text, true) || personVerbs.has(next.low) || frameOf(words, word.index, word.index) >= 1)
  );
};

/**
 * "marguerites sister": the possessive as people type it in a hurry, or a family of the name. A word that is one besides
 * ("roses") counts only where somebody of hers follows.
 */
function unmarked(words: readonly Word[], word: Word, parts: ReadonlyMap<string, Candidate>): Candidate | undefined {
  const { low, common, safety, index } = word;
  if (safety !== undefined || low.length < 5 || !low.endsWith('s')) return undefined;
  if (common > 0 && !words[index + 1]?.role) return undefined;
  const origin = parts.get(low.slice(0, -1));
  return origin?.type === 'NAME' ? origin : undefined;
}

/** "Trin" for Trinity, "Ty" for Tyler: the beginning of a found name, standing as a word of its own. */
function shortened(word: Word, beginnings: ReadonlyMap<string, Candidate>): Candidate | undefined {
  if (word.low.length < 2 || word.low.length > 6 || word.common > 1 || word.grammar || word.safety) return undefined;
  if (!word.capital && word.common > 0) return undefined;
  return beginnings.get(word.low);
}

/** Every beginning of two to six letters of every found name. */
function beginningsOf(parts: ReadonlyMap<string, Candidate>): Map<string, Candidate> {
  const beginnings = new Map<string, Candidate>();
  for (const [name, candidate] of parts) {
    if (candidate.type !== 'NAME') continue;
    for (let length = 2; length <= 6 && length < name.length; length++) {
      const start = name.slice(0, length);
      if (!beginnings.has(start)) beginnings.set(start, candidate);
    }
  }
  return beginnings;
}
