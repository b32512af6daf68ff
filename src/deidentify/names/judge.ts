import type { Candidate } from '../document.ts';
import { evidenceFor, type Proposal, settingOf, weigh } from './evidence.ts';
import type { Word } from './reading.ts';

/** Log-odds from which a finding is certain, is asked about, and counts as proof that the text names somebody. */
export const limits = { remove: 2, check: -2.3, proof: 1.5 } as const;
/** A text that certainly identifies somebody makes its doubtful words likelier, one that does not makes them unlikelier. */
export const context = { proven: 0.6, unproven: -3.2, redacted: -2.2 } as const;
/** From how many words on the absence of proof counts in full: a reply of one line may hold one name and nothing else. */
const tellingLength = 40;

/**
 * Decides by the evidence of all layers together. In a text in which something certain was found, a doubtful word is asked
 * about; in long general talk about methods and doses the same word passes.
 */
export function judge(
  words: readonly Word[],
  proposals: readonly Proposal[],
  shaped: readonly Candidate[],
  redacted: boolean,
): Candidate[] {
  const weighed = weighAll(words, proposals, shaped);
  const proofs = weighed.filter((one) => one.score >= limits.proof);
  const identified = shaped.some((one) => one.tier === 'remove');
  const unproven = context.unproven * Math.min(1, words.length / tellingLength);
  const found: Candidate[] = [];
  for (const { proposal, score } of weighed) {
    const proven =
      identified || proofs.some(({ proposal: other }) => other.end <= proposal.start || other.start >= proposal.end);
    // In text that holds placeholders the doubtful words have been asked about before.
    const total = score + (proven ? context.proven : unproven + (redacted ? context.redacted : 0));
    if (total < limits.check) continue;
    found.push({ ...proposal.candidate, tier: total >= limits.remove ? 'remove' : 'check' });
  }
  return found;
}

export interface Weighed {
  readonly proposal: Proposal;
  readonly score: number;
  readonly evidence: ReturnType<typeof evidenceFor>;
}

/** Each proposal with its evidence; what the structured patterns own already is left out. */
export function weighAll(
  words: readonly Word[],
  proposals: readonly Proposal[],
  shaped: readonly Candidate[],
): Weighed[] {
  const setting = settingOf(words);
  const sorted = [...proposals].sort((a, b) => a.start - b.start || a.end - b.end);
  const weighed: Weighed[] = [];
  let from = 0;
  let open = 0;
  sorted.forEach((proposal, i) => {
    while (from < words.length && (words[from]?.end ?? 0) <= proposal.start) from++;
    if (shaped.some((one) => one.start <= proposal.start && one.end >= proposal.end)) return;
    let to = from;
    while (to < words.length && (words[to]?.start ?? 0) < proposal.end) to++;
    // Grammar in small letters is no name, however it is surrounded.
    if (words.slice(from, to).every((word) => word.grammar && !word.capital)) return;
    // A state, a medicine, a title: only what is sure makes one a name.
    if (proposal.candidate.tier === 'check' && words.slice(from, to).every(isSafe)) return;
    // Nothing but words of set phrases: no layer's opinion makes a name of them.
    if (isFixed(words, from, to)) return;
    while (open < i && (sorted[open]?.end ?? 0) <= proposal.start) open++;
    const near: Proposal[] = [];
    for (let k = open; k < sorted.length && (sorted[k]?.start ?? 0) < proposal.end; k++) {
      const other = sorted[k];
      if (other && other.end > proposal.start) near.push(other);
    }
    const evidence = evidenceFor(words, from, to, near, setting);
    weighed.push({ proposal, score: weigh(evidence), evidence });
  });
  return weighed;
}

const isSafe = (word: Word): boolean => (word.safety === 'safe' && word.first === 0) || word.role;

function isFixed(words: readonly Word[], from: number, to: number): boolean {
  let fixed = 0;
  for (let i = from; i < to; i++) {
    const word = words[i] as Word;
    if (word.fixed) fixed++;
    else if (word.kind === 'word' && !word.grammar) return false;
  }
  return fixed > 0;
}
