import type { Candidate } from '../document.ts';
import { overlapWith } from '../ranges.ts';
import { settle } from '../settle.ts';
import { wordSet } from '../words/list.ts';
import { arrival, joint, noVenue, streetWords } from '../words/place-words.ts';
import type { Word } from './reading.ts';

/**
 * "the shell on 9th", "qt on candler", "dairy queen in ottumwa": everyday businesses told apart by where they stand. What was
 * found behind "on" or "in" pulls in the one to three words between it and "at the …".
 */
export function venues(words: readonly Word[], found: readonly Candidate[]): Candidate[] {
  const places = settle(found.filter((one) => one.type === 'LOCATION' || one.type === 'ORG'));
  // "the Stockman Cafe on the 9th of June": a day of a month is no street.
  const isDay = overlapWith(found.filter((one) => one.type === 'DATE' && one.reason === 'date'));
  const extended: Candidate[] = [];
  let open = 0;
  for (let i = 2; i < words.length; i++) {
    const link = words[i];
    if (!link || !joint.has(link.low)) continue;
    let next = i + 1;
    if (words[next]?.low === 'the') next++;
    const target = words[next];
    if (!target || target.newLine || isDay(target)) continue;
    while (open < places.length && (places[open]?.end ?? 0) < target.end) open++;
    const ahead = places[open];
    const place = ahead && ahead.start <= target.start ? ahead : undefined;
    const street =
      streetWords.has(target.low) || (target.kind === 'number' && /^(?:st|nd|rd|th)$/.test(words[next + 1]?.low ?? ''));
    if (!place && !(street && /^(?:on|off|by|near)$/.test(link.low))) continue;
    // "the manager at Pizza Garage", "the pond at Dows Lake": what is named there says where; who or what is there tells no more.
    if (place && !street && target.capital && (within.has(link.low) ? place.type === 'ORG' : link.low === 'of'))
      continue;
    const from = venueStart(words, i);
    if (from === undefined) continue;
    const last = street && target.kind === 'number' ? words[next + 1] : target;
    const start = words[from]?.start ?? 0;
    extended.push({
      start,
      end: Math.max(place?.end ?? 0, last?.end ?? 0),
      type: place?.type ?? 'LOCATION',
      reason: 'venue',
      tier: 'check',
      label: 'Place',
    });
  }
  return extended;
}

const within = wordSet('at in of by');

/** The point of "St. Mary's", which ends no sentence. */
const isPointed = (words: readonly Word[], at: number): boolean =>
  words[at]?.text === '.' && /^(?:st|mt|ft|dr)$/.test(words[at - 1]?.low ?? '');

function venueStart(words: readonly Word[], link: number): number | undefined {
  for (let at = link - 1; at >= 0 && link - at <= 4; at--) {
    const word = words[at] as Word;
    const owner = words[at - 1];
    if (
      word.newLine ||
      word.role ||
      (word.kind === 'mark' && !/^['&-]$/.test(word.text) && !isPointed(words, at)) ||
      (word.grammar && word.low !== 'the') ||
      noVenue.has(word.low)
    )
      return undefined;
    if (word.low === 'the')
      return at + 1 < link && owner && (arrival.has(owner.low) || owner.grammar) ? at + 1 : undefined;
    if (owner && arrival.has(owner.low)) return at;
  }
  return undefined;
}
