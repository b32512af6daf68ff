import type { Candidate } from '../document.ts';
import { capital, isPossessive, kindAt, small } from '../letters.ts';
import { particles, verbLike } from '../words/name-words.ts';
import { kinLabels, personVerbs } from '../words/people.ts';
import { frameOf, personFrom } from './frames.ts';
import { cueAfter, cueBefore } from './person-cues.ts';
import type { Word } from './reading.ts';

// "MindUP", "TherapistTok": products are written so; names only behind a prefix.
function hasInnerCapital(text: string): boolean {
  for (let at = 1; at < text.length; at++)
    if ((kindAt(text, at) & capital) !== 0 && (kindAt(text, at - 1) & small) !== 0) return true;
  return false;
}
const namePrefix = /^(?:Mc|Mac|De|Di|Da|La|Le|Van|Von|Fitz|St|San|Al|El|Mag|Du|Del|Ben|Ta|Ja|Ke|O|D)'?\p{Lu}/u;

interface Evidence {
  points: number;
  label: string | undefined;
  cued: boolean;
}

/**
 * Names of people. Points are added for the shape of a word, for what lists say, and for its neighbours: a title, a word
 * for the client or for kin, a naming word, an age behind it, a verb that only people do. Five and more is `remove`, three `check`.
 */
export function persons(words: readonly Word[]): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word?.kind !== 'word' || (word.glued && isPossessive(word.text))) continue;
    const run = nameRun(words, i);
    const evidence = weigh(words, i, run);
    if (evidence.points < 3) continue;
    const last = words[run] ?? word;
    found.push({
      start: word.start,
      end: last.end,
      type: 'NAME',
      tier: evidence.points >= 5 ? 'remove' : 'check',
      reason:
        run > i ? 'fullName' : evidence.cued || word.first > 0 ? 'firstName' : word.last > 0 ? 'lastName' : 'unclear',
      ...(evidence.label ? { label: evidence.label } : {}),
    });
    i = run;
  }
  return found;
}

/** Index of the last word of the name that begins at `i`. */
export function nameRun(words: readonly Word[], i: number): number {
  const head = words[i];
  let end = i;
  if (!head) return i;
  for (let at = i + 1; at < words.length && at <= i + 9; at++) {
    const word = words[at];
    if (!word || word.newLine) break;
    if (word.kind === 'mark') {
      // A hyphen inside a double name, or the point after an initial.
      if (word.glued && word.text === '-' && words[at + 1]?.glued && words[at + 1]?.kind === 'word') continue;
      if (
        word.text === '.' &&
        word.glued &&
        words[at - 1]?.text.length === 1 &&
        words[at + 1]?.kind === 'word' &&
        at - 1 === end
      )
        continue;
      break;
    }
    if (word.kind !== 'word' || isCode(words, at)) break;
    const hyphened = words[at - 1]?.text === '-';
    if (hyphened) {
      end = at;
      continue;
    }
    if (head.capital) {
      if (word.capital && !word.safety && !(word.grammar && !particles.has(word.low))) end = at;
      else if (!particles.has(word.low) || !nextIsCapital(words, at)) break;
    } else if (word.capital || word.grammar || word.safety || kinLabels.get(word.low) || personVerbs.has(word.low)) {
      if (!particles.has(word.low) || !((words[at + 1]?.last ?? 0) > 0 && (words[at + 1]?.common ?? 0) < 2)) break;
    } else if ((word.last > 0 && word.common < 2) || (word.common === 0 && end === i)) end = at;
    else break;
  }
  return end;
}

/** The letter of "R01-MH120034". */
const isCode = (words: readonly Word[], at: number): boolean =>
  words[at]?.text.length === 1 && words[at + 1]?.kind === 'number' && words[at + 1]?.glued === true;

const nextIsCapital = (words: readonly Word[], at: number) => {
  const next = words[at + 1]?.text === '-' ? words[at + 2] : words[at + 1];
  return next?.kind === 'word' && (next.capital || particles.has(next.low)) && !next.newLine;
};

function weigh(words: readonly Word[], i: number, run: number): Evidence {
  const word = words[i] as Word;
  const none: Evidence = { points: 0, label: undefined, cued: false };
  if (word.safety === 'safe') return none;
  const frame = word.capital || word.common < 2 ? frameOf(words, i, run) : 0;
  if (word.grammar && !(word.capital && word.first > 1 && (!word.opening || frame >= personFrom))) return none;
  if (word.text.length === 1 || word.role || (word.acronym && word.text.length < 4)) return none;
  if (run === i && hasInnerCapital(word.text) && !namePrefix.test(word.text)) return none;
  const cue = cueBefore(words, i);
  const after = cueAfter(words, run);
  if (word.acronym && cue.points < 2.5) return none;
  const nameLike = word.first > 0 || word.last > 0;
  const plain = word.common === 0;
  // "Colleagues told me": the capital is the sentence's, and no list knows it as a name.
  if (word.capital && word.opening && run === i && !plain && !nameLike && cue.points === 0) return none;
  let points = 0;
  if (word.capital)
    points += word.opening
      ? plain
        ? 2
        : word.first > 1 && word.common < 3
          ? 1
          : 0
      : plain
        ? 3
        : word.common === 1
          ? 2
          : word.first > 0
            ? 2
            : 0.5;
  else if (plain && nameLike) points += 1.5;
  points += (plain || word.capital ? 0.7 : 0.3) * word.first + (plain ? 0.4 : 0.1) * word.last;
  if (run > i) points += runPoints(words, i, run);
  // In small letters a common word needs a place where only a name can stand.
  if (!word.capital && verbLike.has(word.low) && !after.firm && cue.points < 4) points -= 2;
  if (!word.capital && !plain && word.first === 0 && cue.points < 4) return none;
  if (!word.capital && plain && !nameLike && cue.points < 3 && after.points < 2.5) return none;
  if (word.safety === 'author') points -= 4;
  points += cue.points + after.points + Math.max(0, Math.min(3, frame - Math.max(cue.points, after.points) / 2));
  return { points, label: cue.label ?? after.label, cued: cue.points > 0 };
}

function runPoints(words: readonly Word[], i: number, run: number): number {
  const head = words[i] as Word;
  const tail = words[run] as Word;
  return (head.first > 0 ? 1 : 0) + (tail.last > 0 || tail.common === 0 ? 1 : 0);
}
