import type { Candidate } from '../document.ts';
import { settle } from '../settle.ts';
import type { Suspect } from '../types.ts';
import type { Word } from './reading.ts';

/** From this probability on a word that touches a finding is taken for a part of it. */
const enough = 0.1;
const joint = /^(?:[ \t]{1,2}|[-'’&/.]|[ \t]?&[ \t]?|[ \t](?:of|the|and|de|la|del|y|der|van)[ \t](?:the[ \t])?)$/;
/** From this on also a word that hardly ever is one. */
const certain = 0.5;
/** No phrase goes on over more pieces than this. */
const mostPieces = 6;
const named = new Set(['NAME', 'LOCATION', 'ORG']);

/**
 * The rest of a phrase of which a part was found: "Devonte" of "Devonte Klein", "Nails" of "Lucky Nails". Half a name or address
 * tells as much as the whole.
 */
export function rideAlong(
  text: string,
  found: readonly Candidate[],
  suspects: readonly Suspect[],
  wordAt: (offset: number) => Word | undefined,
): Candidate[] {
  const likely = suspects.filter(
    (one) => one.probability >= enough && named.has(one.type) && isTelling(wordAt(one.start)),
  );
  if (likely.length === 0) return [];
  const phrases = settle(found.filter((one) => named.has(one.type)));
  return [...grow(text, phrases, likely, 'right', wordAt), ...grow(text, phrases, likely, 'left', wordAt)];
}

function grow(
  text: string,
  phrases: readonly Candidate[],
  likely: readonly Suspect[],
  side: 'left' | 'right',
  wordAt: (offset: number) => Word | undefined,
): Candidate[] {
  const grown: Candidate[] = [];
  const right = side === 'right';
  const order = right ? phrases : [...phrases].reverse();
  const queue = right ? likely : [...likely].reverse();
  let next = 0;
  for (const phrase of order) {
    let edge = right ? phrase.end : phrase.start;
    const passed = (one: Suspect): boolean => (right ? one.end <= edge : one.start >= edge);
    while (next < queue.length && passed(queue[next] as Suspect)) next++;
    for (let at = next; at < queue.length && at < next + mostPieces; at++) {
      const one = queue[at] as Suspect;
      const gap = right
        ? text.slice(edge, Math.min(one.start, edge + 12))
        : text.slice(Math.max(one.end, edge - 12), edge);
      if (right && one.probability < certain && isBehind(wordAt(phrase.end - 1), wordAt(one.start))) break;
      const overlaps = right ? one.start < edge : one.end > edge;
      if (!overlaps && !joint.test(gap)) break;
      edge = right ? Math.max(edge, one.end) : Math.min(edge, one.start);
    }
    const { label: _, ...bare } = phrase;
    if (right && edge > phrase.end) grown.push({ ...bare, start: phrase.end - 1, end: edge });
    if (!right && edge < phrase.start) grown.push({ ...bare, start: edge, end: phrase.start + 1 });
  }
  return grown;
}

/** "Mercy West ED hallway", "Larkhill Surgery's colors": an English word in small letters behind a name with capitals. */
const isBehind = (last: Word | undefined, next: Word | undefined): boolean =>
  last?.capital === true && next !== undefined && !next.capital && next.common > 0;

const isTelling = (word: Word | undefined): boolean => word !== undefined && !word.grammar && !word.role && !word.fixed;
