import type { Candidate } from '../document.ts';
import type { Word } from './reading.ts';

const arrival = new Set('at to from by behind outside near runs owns manages manage left past'.split(' '));
const joint = new Set('on in by off near at of behind'.split(' '));
const streetWords = new Set(
  'main first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth broadway elm oak maple pine market church mill center airport mall highway interstate exit boulevard'.split(
    ' ',
  ),
);
const noVenue = new Set(
  'home work school session therapy suicide overdose hanging bed night noon least first last once times time risk odds peace ease war fault lunch dinner breakfast'.split(
    ' ',
  ),
);

/**
 * "the shell on 9th", "qt on candler", "dairy queen in ottumwa": everyday businesses told apart by where they stand. What was
 * found behind "on" or "in" pulls in the one to three words between it and "at the …".
 */
export function venues(words: readonly Word[], found: readonly Candidate[]): Candidate[] {
  const places = found.filter((one) => one.type === 'LOCATION' || one.type === 'ORG').sort((a, b) => a.start - b.start);
  const extended: Candidate[] = [];
  for (let i = 2; i < words.length; i++) {
    const link = words[i];
    if (!link || !joint.has(link.low)) continue;
    let next = i + 1;
    if (words[next]?.low === 'the') next++;
    const target = words[next];
    if (!target || target.newLine) continue;
    const place = places.find((one) => one.start <= target.start && one.end >= target.end);
    const street =
      streetWords.has(target.low) || (target.kind === 'number' && /^(?:st|nd|rd|th)$/.test(words[next + 1]?.low ?? ''));
    if (!place && !(street && /^(?:on|off|by|near)$/.test(link.low))) continue;
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

function venueStart(words: readonly Word[], link: number): number | undefined {
  for (let at = link - 1; at >= 0 && link - at <= 4; at--) {
    const word = words[at] as Word;
    const owner = words[at - 1];
    if (
      word.newLine ||
      (word.kind === 'mark' && !/^['&.-]$/.test(word.text)) ||
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
