import type { Candidate } from '../document.ts';
import { countBelow } from '../ranges.ts';
import { wordSet } from '../words/list.ts';
import { kinLabels } from '../words/people.ts';
import type { Word } from './word.ts';

/** Before a word for kin, with a hyphen: "Step-dad Rick", "Ex-wife Dana". */
const prefixes = wordSet('step half ex foster grand great god birth adoptive bio');

const cared = wordSet(
  'care carer carers parent parents home homes child children kids youth placement agency adopt system',
);

/** "Foster mom should be told", "Elder care": said of kin and of care, and nobody's name. */
export function isKinPrefix(words: readonly Word[], index: number): boolean {
  const low = words[index]?.low ?? '';
  const next = words[words[index + 1]?.text === '-' ? index + 2 : index + 1]?.low ?? '';
  return (prefixes.has(low) && (kinLabels.has(next) || cared.has(next))) || (low === 'elder' && cared.has(next));
}

/** "Step-dad Rick": what somebody is to the client stays, and tells what their name is called. */
export function withStepKin(words: readonly Word[], found: readonly Candidate[]): Candidate[] {
  const starts = words.map((word) => word.start);
  return found.map((one) => {
    if (one.type !== 'NAME') return one;
    const from = countBelow(starts, one.start);
    const [prefix, hyphen, kin, name] = words.slice(from, from + 4);
    const label = kinLabels.get(kin?.low ?? '');
    const isKin = prefixes.has(prefix?.low ?? '') && hyphen?.text === '-' && label !== undefined;
    if (!isKin || name === undefined || name.start >= one.end) return one;
    return { ...one, start: name.start, label };
  });
}
