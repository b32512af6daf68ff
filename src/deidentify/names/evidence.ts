import type { Candidate } from '../document.ts';
import { foreignWords } from '../words/foreign-words.ts';
import { methodWords } from '../words/method-words.ts';
import type { Word } from './reading.ts';

/** Which layer proposed a stretch, and how sure it was. */
export interface Proposal {
  readonly start: number;
  readonly end: number;
  readonly layer: 'person' | 'place' | 'organisation' | 'initials' | 'unknown' | 'learned';
  readonly candidate: Candidate;
  /** Of the learned layer: 0–1. */
  readonly probability?: number;
}

/**
 * What speaks for and against a stretch being an identifier. The weights are log-odds: logistic regression over the
 * development corpus, with a tagger that had not seen the file it was asked about (bench/deid-evidence.ts).
 */
export const weights = {
  base: -0.42,
  learned: 0.61,
  personCheck: 1.06,
  personSure: 1.16,
  placeCheck: 0.52,
  placeSure: 0.61,
  organisationCheck: 0.36,
  organisationSure: 1.06,
  initials: 0.28,
  capitalInside: 0.37,
  capitalOpening: -0.37,
  plainWords: -0.27,
  veryCommon: -0.48,
  unlisted: 0.43,
  unlistedSmall: -0.65,
  firstName: 0.12,
  lastName: -0.08,
  town: 0.05,
  onlySafe: -1.78,
  partlySafe: -0.23,
  author: -2.16,
  shortForm: -0.53,
  digits: -0.01,
  severalWords: -0.29,
  singleLetter: 0.74,
  role: -0.48,
  asName: -0.57,
  asPlace: 0.26,
  asOrganisation: -0.12,
  method: -0.96,
  citation: -0.45,
  besideAuthor: -1.37,
  scored: 0.22,
  foreignText: -0.27,
  foreignPlain: -2.5,
  repeated: 0.78,
  glued: -0.38,
};
export type Evidence = keyof typeof weights;

/** The shares of a text that decide how single words are read. */
export interface Setting {
  readonly foreign: boolean;
  readonly counts: ReadonlyMap<string, number>;
}

export function settingOf(words: readonly Word[]): Setting {
  const counts = new Map<string, number>();
  let foreign = 0;
  let total = 0;
  for (const word of words) {
    if (word.kind !== 'word') continue;
    total++;
    if (foreignWords.has(word.low) && !englishToo.has(word.low)) foreign++;
    counts.set(word.low, (counts.get(word.low) ?? 0) + 1);
  }
  return { foreign: foreign > 3 && foreign / total > 0.12, counts };
}
const englishToo = new Set(
  'plan trauma alcohol suicide hospital doctor caso mal video grave con or an am im man wann sans main pays mine me la le no so die was war will hat all'.split(
    ' ',
  ),
);

const odds = (probability: number) => {
  const p = Math.min(0.995, Math.max(0.01, probability));
  return Math.log(p / (1 - p));
};

/** The evidence for one stretch. `near` are the proposals that overlap it, itself among them. */
export function evidenceFor(
  words: readonly Word[],
  from: number,
  to: number,
  near: readonly Proposal[],
  setting: Setting,
): Partial<Record<Evidence, number>> {
  const inside = words.slice(from, to);
  const letters = inside.filter((word) => word.kind === 'word' && !/^'s$/i.test(word.text));
  const telling = letters.filter((word) => word.safety !== 'safe' && !word.grammar && !word.role);
  const has = (layer: Proposal['layer'], tier: Candidate['tier']) =>
    near.some((one) => one.layer === layer && one.candidate.tier === tier);
  const flag = (value: boolean) => (value ? 1 : 0);
  const most = (value: (word: Word) => number) => telling.reduce((top, word) => Math.max(top, value(word)), 0);
  const every = (test: (word: Word) => boolean) => flag(telling.length > 0 && telling.every(test));
  const type = near.find((one) => one.layer === 'learned')?.candidate.type ?? near[0]?.candidate.type;
  const first = inside[0];
  const next = words[to];
  const prior = words[from - 1];
  const inner = telling.some((word) => word.capital && !word.opening);
  return {
    base: 1,
    learned: odds(near.reduce((top, one) => Math.max(top, one.probability ?? 0), 0)),
    personCheck: flag(has('person', 'check')),
    personSure: flag(has('person', 'remove')),
    placeCheck: flag(has('place', 'check')),
    placeSure: flag(has('place', 'remove')),
    organisationCheck: flag(has('organisation', 'check')),
    organisationSure: flag(has('organisation', 'remove')),
    initials: flag(near.some((one) => one.layer === 'initials')),
    capitalInside: flag(inner),
    capitalOpening: flag(!inner && telling.some((word) => word.capital)),
    plainWords: every((word) => word.common > 0 && !word.capital),
    veryCommon: every((word) => word.common === 3 && !word.capital),
    unlisted: flag(telling.some((word) => word.common === 0 && !word.acronym && word.text.length > 1)),
    unlistedSmall: every((word) => word.common === 0 && !word.capital && word.first + word.last + word.place === 0),
    firstName: most((word) => word.first),
    lastName: most((word) => word.last),
    town: most((word) => word.place),
    onlySafe: flag(telling.length === 0),
    partlySafe: flag(telling.length > 0 && telling.length < letters.length),
    author: every((word) => word.safety === 'author'),
    shortForm: every((word) => word.acronym),
    digits: flag(inside.some((word) => word.kind === 'number')),
    severalWords: flag(letters.length > 1),
    singleLetter: flag(letters.length === 1 && letters[0]?.text.length === 1),
    role: flag(letters.some((word) => word.role)),
    asName: flag(type === 'NAME'),
    asPlace: flag(type === 'LOCATION'),
    asOrganisation: flag(type === 'ORG'),
    method: flag(next !== undefined && isMethod(words, to)),
    citation: flag((next?.text === '(' && /^(?:19|20)\d\d$/.test(words[to + 1]?.text ?? '')) || next?.low === 'et'),
    besideAuthor: flag(
      words
        .slice(Math.max(0, from - 3), from)
        .concat(words.slice(to, to + 3))
        .some((word) => word.safety === 'author'),
    ),
    scored: flag(
      next?.kind === 'number' &&
        !next.glued &&
        letters.length === 1 &&
        !/^(?:[mf]|yo|y)$/.test(words[to + 1]?.low ?? ''),
    ),
    foreignText: flag(setting.foreign && !inner),
    foreignPlain: flag(setting.foreign && telling.length > 0 && telling.every(isPlain)),
    repeated: flag(letters.some((word) => word.common === 0 && (setting.counts.get(word.low) ?? 0) > 1)),
    glued: flag(
      (first?.glued === true && prior?.kind === 'number') ||
        (next?.glued === true && (next.kind === 'number' || next.text === '-')),
    ),
  };
}

/** In Spanish and French text, whose words no English list knows: nothing but a list of given names makes a small word a name. */
const isPlain = (word: Word): boolean =>
  word.first === 0 && (!word.capital || (word.opening && word.last === 0 && word.common > 0));

/** "Hamilton scale", "Premack principle", "Marlatt's talk": the word behind says that the name is an author's. */
function isMethod(words: readonly Word[], to: number): boolean {
  const at = /^'s?$/i.test(words[to]?.text ?? '') ? to + 1 : to;
  return (
    methodWords.has(words[at]?.low ?? '') ||
    (methodWords.has(words[at + 1]?.low ?? '') && words[at]?.kind === 'word' && words[at]?.grammar === false)
  );
}

export function weigh(evidence: Partial<Record<Evidence, number>>): number {
  let sum = 0;
  for (const key in evidence) sum += (weights[key as Evidence] ?? 0) * (evidence[key as Evidence] ?? 0);
  return sum;
}
