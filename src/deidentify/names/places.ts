import type { Candidate } from '../document.ts';
import type { Lexicon } from '../types.ts';
import { wordSet } from '../words/list.ts';
import { placePrepositions, states, strongPrepositions, suffixes } from '../words/place-words.ts';
import { before, type Word } from './reading.ts';
import { isFormOfAddress } from './titled.ts';

/** Towns, counties and quarters: gazetteer entries of one to four words, and capitals behind "in", "from", "near". */
export function places(words: readonly Word[], lexicon: Lexicon): Candidate[] {
  const found: Candidate[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word?.kind !== 'word' || word.safety === 'safe') continue;
    const run = placeRun(words, i, lexicon);
    const points = weigh(words, i, run.end, run.band);
    if (points < 3) continue;
    found.push({
      start: word.start,
      end: words[run.end]?.end ?? word.end,
      type: 'LOCATION',
      reason: 'town',
      label: 'Town',
      tier: points >= 5 ? 'remove' : 'check',
    });
    i = run.end;
  }
  return found;
}

/** The longest gazetteer entry that begins here; else the run of capitals. */
function placeRun(words: readonly Word[], i: number, lexicon: Lexicon): { end: number; band: number } {
  const head = words[i] as Word;
  let joined = head.low;
  let best = { end: i, band: head.place };
  for (let at = i + 1; at < words.length && at <= i + 6; at++) {
    const word = words[at] as Word;
    if (word.newLine) break;
    if (word.kind === 'mark' && joints.has(word.text) && word.glued) continue;
    if (word.kind !== 'word' || (word.safety === 'safe' && !suffixes.has(word.low))) break;
    if (lexicon.beginsPlace?.(joined) === false) break;
    joined += ` ${word.low}`;
    const band = lexicon.place(joined);
    if (band > 0 && (!head.capital || word.capital || word.low.length < 4)) best = { end: at, band: Math.max(band, 1) };
  }
  if (best.end === i && head.capital) {
    let end = i;
    while (
      words[end + 1]?.kind === 'word' &&
      words[end + 1]?.capital &&
      !words[end + 1]?.newLine &&
      !words[end + 1]?.safety &&
      !words[end + 1]?.grammar &&
      !words[end + 1]?.role &&
      end < i + 3
    )
      end++;
    best = { end, band: end > i ? 0 : head.place };
  }
  const tail = words[best.end + 1];
  if (
    tail &&
    suffixes.has(tail.low) &&
    !tail.newLine &&
    (tail.capital || /^(?:county|parish)$/.test(tail.low)) &&
    tail.low !== 'area' &&
    tail.low !== 'co'
  )
    best = { end: best.end + 1, band: Math.max(best.band, 2) };
  return best;
}

const joints = wordSet(`' . -`);
const skipped = wordSet(`" ' ( * _ ~ the downtown rural north south east west upstate old`);
const beforePlaces = { test: (text: string): boolean => skipped.has(text) || skipped.has(text.toLowerCase()) };

const behindPlaces = wordSet('county parish area native resident suburb suburbs');

function weigh(words: readonly Word[], i: number, end: number, band: number): number {
  const head = words[i] as Word;
  if (head.grammar && !(head.capital && !head.opening && end > i)) return 0;
  const prior = before(words, i, beforePlaces);
  const preposition = prior !== undefined && placePrepositions.has(prior.low);
  if (head.acronym && !(band > 0 && preposition && head.text.length > 3)) return 0;
  const strong = prior !== undefined && strongPrepositions.has(prior.low);
  const tail = words[end + 1];
  const beyond = tail?.text === ',' ? words[end + 2] : tail;
  const inState =
    beyond !== undefined &&
    states.has(beyond.low) &&
    !isFormOfAddress(words, beyond.index) &&
    (tail?.text === ',' || beyond.text === beyond.text.toUpperCase()) &&
    (beyond.capital || beyond.low.length > 2 || (tail?.text === ',' && !beyond.grammar));
  const plain = head.common === 0;
  const several = end > i;
  let points = 0;
  if (inState && (band > 0 || head.capital)) points += 4;
  if (band > 0)
    points += (head.capital && !head.opening ? 2.5 : head.capital ? 1 : 0) + (plain || several ? 1.5 : 0) + 0.3 * band;
  else if (head.capital && !head.opening && (plain || several)) points += 1;
  if (preposition && (band > 0 || head.capital)) points += strong ? 2.5 : 1;
  if (!head.capital && !plain && !several && !inState) points -= head.common >= 2 ? 2.5 : 0.5;
  if (head.first > 0 && !preposition && !inState) points -= 1.5;
  if (head.safety === 'author') points -= 4;
  if (tail && behindPlaces.has(tail.low) && (band > 0 || head.capital)) points += 1.5;
  return points;
}
