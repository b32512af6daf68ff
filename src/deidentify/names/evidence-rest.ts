import type { Candidate } from '../document.ts';
import { countBelow } from '../ranges.ts';
import { flag, odds, type Proposal } from './evidence.ts';
import type { Evidences } from './evidence-names.ts';
import type { Word } from './reading.ts';

/** From this probability on the tagger's opinion of another stretch shows that the text identifies somebody. */
const certainFrom = 0.9;
/** From how many words on a text counts as long. */
const longText = 60;

/** How sure the tagger was of a word in one place. */
interface Place {
  readonly index: number;
  readonly probability: number;
}

/** What the rest of the text says about a stretch: certain findings elsewhere, the same word in other places, the topic. */
export function restOf(
  words: readonly Word[],
  proposals: readonly Proposal[],
  shaped: readonly Candidate[],
): (from: number, to: number, near: readonly Proposal[]) => Evidences {
  const starts = words.map((word) => word.start);
  const places = new Map<string, [Place, Place?]>();
  let certain = 0;
  for (const { start, end, probability = 0 } of proposals) {
    if (probability === 0) continue;
    if (probability >= certainFrom) certain++;
    for (let index = countBelow(starts, start); index < words.length && (words[index]?.start ?? end) < end; index++) {
      const word = words[index] as Word;
      if (word.kind === 'word') keep(places, word.low, { index, probability });
    }
  }
  let [count, safe] = [0, 0];
  for (const word of words) {
    if (word.kind !== 'word' || word.grammar) continue;
    count++;
    if (word.safety !== undefined) safe++;
  }
  const text = {
    shapedSure: flag(shaped.some((one) => one.tier === 'remove')),
    length: Math.min(1, words.length / longText),
    safeShare: safe / Math.max(1, count),
  };
  return (from, to, near) => {
    const own = near.filter((one) => (one.probability ?? 0) >= certainFrom).length;
    let elsewhere = 0;
    for (let index = from; index < to; index++) {
      const best = places.get(words[index]?.low ?? '')?.find((one) => one && (one.index < from || one.index >= to));
      elsewhere = Math.max(elsewhere, best?.probability ?? 0);
    }
    return {
      ...text,
      certain: Math.min(3, certain - own),
      sameWord: odds(elsewhere),
    };
  };
}

/** Keeps the two likeliest places of a word. */
function keep(places: Map<string, [Place, Place?]>, low: string, place: Place): void {
  const known = places.get(low);
  if (!known) places.set(low, [place]);
  else if (known[0].index === place.index) {
    if (place.probability > known[0].probability) known[0] = place;
  } else if (place.probability > known[0].probability) places.set(low, [place, known[0]]);
  else if (place.probability > (known[1]?.probability ?? 0)) known[1] = place;
}
