import type { Candidate } from '../document.ts';
import { countBelow } from '../ranges.ts';
import { behindNames } from '../words/organizations.ts';
import type { Word } from './reading.ts';

/** "Bardstown library", "Memorial Hermitage er": the kind of place behind its name goes with it. */
export function headsBehind(words: readonly Word[], found: readonly Candidate[]): Candidate[] {
  const starts = words.map((word) => word.start);
  return found.flatMap((one) => {
    if (one.type !== 'ORG' && one.type !== 'LOCATION') return [];
    const head = words[countBelow(starts, one.end)];
    const beside = head !== undefined && !head.newLine && !head.glued && head.start - one.end === 1;
    return beside && behindNames.has(head.low) ? [{ ...one, start: one.end - 1, end: head.end }] : [];
  });
}
