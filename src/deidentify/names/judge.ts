import type { Candidate } from '../document.ts';
import { coveredBy } from '../ranges.ts';
import { evidenceFor, type Proposal, weigh } from './evidence.ts';
import type { Word } from './reading.ts';
import { settingOf } from './setting.ts';
import { context } from './weights.ts';

/** Log-odds from which a finding is certain, is asked about, and counts as proof that the text names somebody. */
export const limits = { remove: 2, check: -2.3, proof: 1.5 } as const;
/** In text that holds placeholders the doubtful words have been asked about before. */
const redactedBefore = -2.2;
/** From how many words on the absence of proof counts in full: a reply of one line may hold one name and nothing else. */
const tellingLength = 40;

/**
 * Decides by the evidence of all layers together. In a text in which something certain was found, a doubtful word is asked
 * about; in long general talk about methods and doses the same word passes, unless `all` of them are asked about.
 */
export function judge(
  words: readonly Word[],
  proposals: readonly Proposal[],
  shaped: readonly Candidate[],
  { redacted, all = false }: { readonly redacted: boolean; readonly all?: boolean },
): Candidate[] {
  const weighed = weighAll(words, proposals, shaped);
  const isProven = provenBy(weighed, shaped);
  const found: Candidate[] = [];
  for (const { proposal, score } of weighed) {
    const total =
      inContext(score, isProven(proposal), words.length) + (redacted && !isProven(proposal) ? redactedBefore : 0);
    if (total < limits.check && !all) continue;
    found.push({ ...proposal.candidate, tier: total >= limits.remove ? 'remove' : 'check' });
  }
  return found;
}

/** What the rest of a text adds to a stretch's own evidence. */
export const inContext = (score: number, proven: boolean, length: number): number =>
  context.scale * score + (proven ? context.proven : context.unproven * Math.min(1, length / tellingLength));

/** Whether something else than a stretch certainly identifies somebody. */
export function provenBy(
  weighed: readonly Pick<Weighed, 'proposal' | 'score'>[],
  shaped: readonly Candidate[],
): (proposal: Proposal) => boolean {
  if (shaped.some((one) => one.tier === 'remove')) return () => true;
  const proofs = weighed.filter((one) => one.score >= limits.proof).map((one) => one.proposal);
  const first = Math.min(...proofs.map((one) => one.end));
  const last = Math.max(...proofs.map((one) => one.start));
  return ({ start, end }) => proofs.length > 0 && (first <= start || last >= end);
}

export interface Weighed {
  readonly proposal: Proposal;
  readonly score: number;
  /** In the order of `evidenceNames`. */
  readonly values: Float64Array;
}

/** Each proposal with its evidence; what the structured patterns own already is left out. */
export function weighAll(
  words: readonly Word[],
  proposals: readonly Proposal[],
  shaped: readonly Candidate[],
): Weighed[] {
  const setting = settingOf(words);
  const sorted = [...proposals].sort((a, b) => a.start - b.start || a.end - b.end);
  const owned = coveredBy(shaped);
  const weighed: Weighed[] = [];
  let from = 0;
  /** Earlier ones that reach up to where this one begins: few, also where one of them covers the whole text. */
  let reaching: Proposal[] = [];
  sorted.forEach((proposal, i) => {
    while (from < words.length && (words[from]?.end ?? 0) <= proposal.start) from++;
    reaching = reaching.filter((one) => one.end >= proposal.start - 1);
    const earlier = reaching;
    reaching = [...reaching, proposal];
    if (owned(proposal)) return;
    let to = from;
    while (to < words.length && (words[to]?.start ?? 0) < proposal.end) to++;
    if (isGrammar(words, from, to)) return;
    const near: Proposal[] = [];
    let beside = 0;
    const sort = (other: Proposal): void => {
      if (other.end > proposal.start && other.start < proposal.end) near.push(other);
      else beside = Math.max(beside, other.probability ?? 0);
    };
    earlier.forEach(sort);
    for (let k = i; k < sorted.length && (sorted[k]?.start ?? 0) <= proposal.end + 1; k++) sort(sorted[k] as Proposal);
    if (isFaint(near)) return;
    const values = evidenceFor(words, from, to, near, beside, setting);
    weighed.push({ proposal, score: weigh(values), values });
  });
  return weighed;
}

/** Below this the tagger's opinion alone proposes nothing. */
const faint = 0.04;
const isFaint = (near: readonly Proposal[]): boolean => near.every((one) => (one.probability ?? 1) < faint);

/** Grammar in small letters is no name, however it is surrounded. */
function isGrammar(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (word && !(word.grammar && !word.capital)) return false;
  }
  return true;
}
