import type { Candidate } from '../document.ts';
import { isPossessive } from '../letters.ts';
import { coveredBy } from '../ranges.ts';
import { calendarWords } from '../words/days.ts';
import { feelings } from '../words/frame-words.ts';
import { wordSet } from '../words/list.ts';
import { titles } from '../words/people.ts';
import { saidFigures } from '../words/spoken-digits.ts';
import { evidenceFor, weigh } from './evidence.ts';
import { type Evidence, evidenceAt, note } from './evidence-names.ts';
import { readForest, scoreOf } from './forest.ts';
import { frameOf, personFrom } from './frames.ts';
import type { Proposal } from './proposal.ts';
import type { Word } from './reading.ts';
import { settingOf } from './setting.ts';
import { isKinPrefix } from './step-kin.ts';
import { trees } from './trees.ts';

const forest = readForest(trees);

/**
 * Log-odds from which a finding is certain, and from which it is asked about: sooner where the text certainly identifies somebody,
 * because a miss costs most there, and only when it is the likelier reading where an ordinary word begins a sentence, as most
 * sentences do. By its own evidence a stretch is proof of somebody from `proof` on.
 */
const limits = { remove: 2, check: -3.3, unproven: -2.3, ordinary: 1.6, speaking: -2.3, proof: 1.5 } as const;
/** From how many words on a text counts as long: a reply of one line may hold one name and nothing else. */
const longText = 40;

/**
 * Decides by the evidence of all layers together. In a text in which something certain was found, a doubtful word is asked
 * about; in long general talk about methods and doses the same word passes, unless `all` of them are asked about.
 */
export function judge(
  words: readonly Word[],
  proposals: readonly Proposal[],
  shaped: readonly Candidate[],
  { all = false }: { readonly all?: boolean } = {},
): Candidate[] {
  const weighed = weighAll(words, proposals, shaped, all);
  const isProven = provenBy(weighed, shaped);
  const found: Candidate[] = [];
  for (const one of weighed) {
    const proven = isProven(one.proposal);
    const values = inContext(one, proven, words.length);
    const score = scoreOf(forest, values) - (isCited(values) ? citedLess : 0);
    if (score < (all ? leastOfAll(values, one.proposal.candidate) : leastOf(values, one.speaks))) continue;
    found.push({ ...one.proposal.candidate, tier: score >= limits.remove ? 'remove' : 'check' });
  }
  return found;
}

/**
 * Where every doubtful word is asked about: as a person always, as a firm, a place, or a day ordinary words ("early recovery") and
 * what the lists know only as in a text that names somebody.
 */
const leastOfAll = (values: Float64Array, { type }: Candidate): number => {
  const of = (name: Evidence): number => values[evidenceAt[name]] as number;
  const isHarmless = of('plainWords') + of('onlySafe') + of('onlyFixed') > 0;
  return isHarmless && type !== 'NAME' ? limits.check : Number.NEGATIVE_INFINITY;
};

/** A sentence that cites, and says nothing of a person: "Mitchell (1988)", "read Arntz and Shaw". Short texts teach too little of it. */
const citedLess = 2;
const isCited = (values: Float64Array): boolean => {
  const of = (name: Evidence): number => values[evidenceAt[name]] as number;
  return (of('work') >= 1.5 || of('method') > 0) && of('framedAhead') + of('framedBehind') + of('takenUp') < 1;
};

const leastOf = (values: Float64Array, speaks: boolean): number => {
  if (values[evidenceAt.ordinaryOpening] === 1) return speaks ? limits.speaking : limits.ordinary;
  return values[evidenceAt.proven] === 1 ? limits.check : limits.unproven;
};

/** A stretch's evidence with what the rest of the text adds to it. */
export function inContext(
  { values, score }: Pick<Weighed, 'values' | 'score'>,
  proven: boolean,
  length: number,
): Float64Array {
  note(values, { score, proven: proven ? 1 : 0, length: Math.min(1, length / longText) });
  return values;
}

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
  /** "Dawn says so": a given name that does what words for things do not. */
  readonly speaks: boolean;
}

/** Each proposal with its evidence; what the structured patterns own already is left out. `all`: also what is only faintly proposed. */
export function weighAll(
  words: readonly Word[],
  proposals: readonly Proposal[],
  shaped: readonly Candidate[],
  all = false,
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
    if (isLetterOfCode(words, from, to) || isRated(words, from, to)) return;
    if (to === from + 1 && (isKinPrefix(words, from) || isTitleAlone(words[from]))) return;
    if (isShortForm(words, from, to, proposal) || isFigureless(words, from, to, proposal)) return;
    // "divorced in may": of the calendar layer, which has read the word before it.
    if (proposal.layer !== 'calendar' && isGrammar(words, from, to)) return;
    const near: Proposal[] = [];
    let beside = 0;
    const sort = (other: Proposal): void => {
      if (other.end > proposal.start && other.start < proposal.end) near.push(other);
      else beside = Math.max(beside, other.probability ?? 0);
    };
    earlier.forEach(sort);
    for (let k = i; k < sorted.length && (sorted[k]?.start ?? 0) <= proposal.end + 1; k++) sort(sorted[k] as Proposal);
    if (!all && isFaint(near)) return;
    const values = evidenceFor(words, from, to, near, beside, setting);
    weighed.push({ proposal, score: weigh(values), values, speaks: isSpeaker(words, from, to) });
  });
  return weighed;
}

const speech = wordSet('says said thinks knows knew believes believed tells told asks');

/** Things say nothing and think nothing, so that an ordinary word which does is a given name where it can be one. */
const isSpeaker = (words: readonly Word[], from: number, to: number): boolean =>
  to === from + 1 && (words[from]?.first ?? 0) > 0 && words[from]?.capital === true && speech.has(words[to]?.low ?? '');

/** Below this the tagger's opinion alone proposes nothing. */
const faint = 0.04;
const isFaint = (near: readonly Proposal[]): boolean => near.every((one) => (one.probability ?? 1) < faint);

/** "G2212", "Z59.0", "HbA1c": the letters before a figure that belongs to them. */
const isLetterOfCode = (words: readonly Word[], from: number, to: number): boolean => {
  const [word, next] = [words[from], words[to]];
  return to === from + 1 && word?.kind === 'word' && word.text.length < 4 && next?.kind === 'number' && next.glued;
};

/** "envy (3/10 to 1/10)", "Joy: 4/10": an English word or a feeling that is rated, and nobody. */
function isRated(words: readonly Word[], from: number, to: number): boolean {
  const word = words[from];
  if (to !== from + 1 || word === undefined || word.common === 0) return false;
  if (word.capital && word.first > 0 && !feelings.has(word.low)) return false;
  const at = /^[(:=]$/.test(words[to]?.text ?? '') ? to + 1 : to;
  return words[at]?.kind === 'number' && words[at + 1]?.text === '/' && words[at + 2]?.kind === 'number';
}

/** "the Msgr. yesterday": short for what somebody is; no name, and no word that is one, too. */
const isTitleAlone = (word: Word | undefined): boolean =>
  word !== undefined && word.text.length > 1 && word.common + word.first === 0 && titles.has(word.low);

/** "PJM", "DHR worker Tamsyn": capitals that no list of names has are no person, unless the sentence says so. */
function isShortForm(words: readonly Word[], from: number, to: number, { layer, candidate }: Proposal): boolean {
  const [word] = words.slice(from, from + 1);
  if (to !== from + 1 || word === undefined || candidate.type !== 'NAME' || layer === 'initials') return false;
  return (
    /^[A-Z]{3,6}s?$/.test(word.text) &&
    word.capital &&
    word.first + word.last === 0 &&
    frameOf(words, from, from) < personFrom
  );
}

/** "the class of license B", "due 2nd Feb": the tagger took words without a figure, said or written, for a number or a day. */
function isFigureless(words: readonly Word[], from: number, to: number, { layer, candidate }: Proposal): boolean {
  if (layer !== 'learned' || !/^(?:ID|DATE)$/.test(candidate.type)) return false;
  // "the password is blue tiger": words may be somebody's number together.
  if (candidate.type === 'ID' && to > from + 1) return false;
  return (
    words.slice(from, to).every((word) => isPlainWord(word, candidate.type === 'ID')) &&
    !isLabelOfNumber(words, from, to)
  );
}

/** A word that English knows, or the label of a number in capitals; a user name or somebody's holiday is neither. */
const isPlainWord = (word: Word, perhapsLabel: boolean): boolean =>
  word.kind === 'mark' ||
  (word.kind === 'word' &&
    ((!word.capital && (word.common > 0 || word.grammar)) || (perhapsLabel && /^[A-Z]{1,6}$/.test(word.text))) &&
    !calendarWords.has(word.low) &&
    !saidFigures.has(word.low.split('-', 1)[0] ?? ''));

/** "pt no. bsr 4471", "B 4471 99": letters that no list knows, and a letter by itself, go with the figures behind them. */
function isLabelOfNumber(words: readonly Word[], from: number, to: number): boolean {
  const [word, number] = [words[from], words[to]];
  if (to !== from + 1 || number?.kind !== 'number') return false;
  return (word?.common === 0 && !word.capital) || (/^[A-Z]$/.test(word?.text ?? '') && number.text.length >= 4);
}

const shortened = /'(?:ve|d|ll|m|re|s|t)$/;

/**
 * Grammar is no name, however it is surrounded: in small letters, or with the capital of a sentence that it begins ("Most told me"),
 * unless people are called so too ("Will told me").
 */
function isGrammar(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const word = words[i];
    if (!word) continue;
    // "since then I've had", "Ref'd by": with such an ending no capital makes a name of it.
    if (isPossessive(word.text) || (shortened.test(word.low) && (word.grammar || word.low.endsWith("'d")))) continue;
    if (!(word.grammar && (!word.capital || (word.opening && word.first === 0)))) return false;
  }
  return true;
}
