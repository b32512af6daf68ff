import type { Candidate } from '../document.ts';
import { coveredBy } from '../ranges.ts';
import { evidenceFor, odds, type Proposal } from './evidence.ts';
import { type Evidence, evidenceAt, note } from './evidence-names.ts';
import { restOf } from './evidence-rest.ts';
import { readForest, scoreOf } from './forest.ts';
import type { Word } from './reading.ts';
import { settingOf } from './setting.ts';
import { trees } from './trees.ts';

const forest = readForest(trees);

const of = (values: Float64Array, name: Evidence): number => values[evidenceAt[name]] as number;

/**
 * Log-odds from which a finding is certain, and from which it is asked about: sooner where the text certainly identifies somebody,
 * because a miss costs most there. `bench/deid-evidence.ts --limits` shows what they give on texts that taught nothing.
 */
const limits = { remove: 2.25, check: -2.75, unproven: -1.75 } as const;
/** In text that holds placeholders the doubtful words have been asked about before. */
const redactedBefore = -2.2;
/** A sentence that cites, and says nothing of a person: "Mitchell (1988)", "read Arntz and Shaw". Short texts teach the trees too little of it. */
const citedLess = 1.5;
const isCited = (said: Float64Array): boolean =>
  (of(said, 'work') >= 1.5 || of(said, 'method') > 0) &&
  of(said, 'framedAhead') + of(said, 'framedBehind') + of(said, 'takenUp') < 1;

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
  const found: Candidate[] = [];
  for (const { proposal, score, values } of weighAll(words, proposals, shaped)) {
    const isProven = of(values, 'certain') + of(values, 'shapedSure') > 0;
    const total = score + (redacted && !isProven ? redactedBefore : 0) - (isCited(values) ? citedLess : 0);
    if (total < (isProven ? limits.check : limits.unproven)) continue;
    found.push({ ...proposal.candidate, tier: total >= limits.remove ? 'remove' : 'check' });
  }
  return found;
}

export interface Weighed {
  readonly proposal: Proposal;
  /** Log-odds that it identifies. */
  readonly score: number;
  /** The evidence, in the order of `evidenceNames`. */
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
  const ofRest = restOf(words, sorted, shaped);
  const weighed: Weighed[] = [];
  const surroundings = surroundingsOf(sorted);
  let from = 0;
  // Several layers propose the same stretch, and all but how sure each was itself is the same for them.
  let [start, end, said] = [-1, -1, undefined as Float64Array | undefined];
  sorted.forEach((proposal, i) => {
    while (from < words.length && (words[from]?.end ?? 0) <= proposal.start) from++;
    const { near, beside } = surroundings(proposal, i);
    if (owned(proposal)) return;
    let to = from;
    while (to < words.length && (words[to]?.start ?? 0) < proposal.end) to++;
    if (isGrammar(words, from, to) && (proposal.probability ?? 0) < likelyName) return;
    if (isFaint(near)) return;
    if (said === undefined || proposal.start !== start || proposal.end !== end) {
      [start, end] = [proposal.start, proposal.end];
      said = evidenceFor(words, from, to, near, beside, setting);
      note(said, ofRest(from, to, near));
    }
    const values = Float64Array.from(said);
    note(values, { ownOdds: odds(proposal.probability ?? 0) });
    weighed.push({ proposal, score: scoreOf(forest, values), values });
  });
  return weighed;
}

interface Surroundings {
  /** Proposals that overlap the one asked about, itself among them. */
  readonly near: readonly Proposal[];
  /** How sure the tagger is of what touches it. */
  readonly beside: number;
}

/** What stands around each of the sorted proposals; asked in their order. */
function surroundingsOf(sorted: readonly Proposal[]): (proposal: Proposal, i: number) => Surroundings {
  /** Earlier ones that reach up to where this one begins: few, also where one of them covers the whole text. */
  let reaching: Proposal[] = [];
  let last: Proposal | undefined;
  let found: Surroundings = { near: [], beside: 0 };
  return (proposal, i) => {
    const same = last?.start === proposal.start && last.end === proposal.end;
    last = proposal;
    if (!same) {
      reaching = reaching.filter((one) => one.end >= proposal.start - 1);
      const near: Proposal[] = [];
      let beside = 0;
      const sort = (other: Proposal): void => {
        if (other.end > proposal.start && other.start < proposal.end) near.push(other);
        else beside = Math.max(beside, other.probability ?? 0);
      };
      for (const one of reaching) sort(one);
      for (let k = i; k < sorted.length && (sorted[k]?.start ?? 0) <= proposal.end + 1; k++)
        sort(sorted[k] as Proposal);
      found = { near, beside };
    }
    reaching.push(proposal);
    return found;
  };
}

/** Below this the tagger's opinion alone proposes nothing. */
const faint = 0.04;
const isFaint = (near: readonly Proposal[]): boolean => near.every((one) => (one.probability ?? 1) < faint);

/** From this probability on the tagger may take grammar in small letters for a name: "may i ask about may, 20". */
const likelyName = 0.5;

/** Nothing but grammar in small letters. */
function isGrammar(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (word && !(word.grammar && !word.capital)) return false;
  }
  return true;
}
