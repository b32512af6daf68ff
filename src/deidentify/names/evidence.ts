import { isPossessive } from '../letters.ts';
import { feelings } from '../words/frame-words.ts';
import { wordSet } from '../words/list.ts';
import { methodWords } from '../words/method-words.ts';
import { type Evidence, type Evidences, evidenceAt, evidenceNames, note } from './evidence-names.ts';
import { ahead, asPerson, behind, takenUp } from './frames.ts';
import { isSaidToBeName } from './naming.ts';
import { isNobody } from './nobody.ts';
import { flag, ofLayers, ofTagger, type Proposal } from './proposal.ts';
import type { Word } from './reading.ts';
import type { Setting } from './setting.ts';
import { weights } from './weights.ts';
import { asWork, haveResults } from './works.ts';

/** A stretch as the questions below see it. */
interface Stretch {
  readonly words: readonly Word[];
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly inside: readonly Word[];
  /** Words without the possessive s. */
  readonly letters: readonly Word[];
  /** Of these the ones that no list calls safe, no grammar and no role. */
  readonly telling: readonly Word[];
}

/**
 * The evidence for words `from` to `to` (exclusive), in the order of `evidenceNames`. `near` are the proposals that overlap the
 * stretch, itself among them; `beside` is how sure the tagger is of the piece right before or behind.
 */
export function evidenceFor(
  words: readonly Word[],
  from: number,
  to: number,
  near: readonly Proposal[],
  beside: number,
  setting: Setting,
): Float64Array {
  const inside = words.slice(from, to);
  const letters = inside.filter((word) => word.kind === 'word');
  const telling = letters.filter((word) => word.safety !== 'safe' && !word.grammar && !word.role);
  const stretch: Stretch = { words, from, to, inside, letters, telling };
  const values = new Float64Array(evidenceNames.length);
  note(values, { base: 1 });
  note(values, ofTagger(near, beside));
  note(values, ofLayers(near));
  note(values, ofWords(stretch, setting));
  note(values, ofLists(stretch));
  note(values, ofSentence(stretch));
  note(values, ofText(stretch, setting));
  if (!setting.pronoun && !setting.age && !setting.client) note(values, inGeneral(values));
  return values;
}

function ofWords({ words, from, to, inside, letters, telling }: Stretch, setting: Setting): Evidences {
  const most = (value: (word: Word) => number) => telling.reduce((top, word) => Math.max(top, value(word)), 0);
  const every = (test: (word: Word) => boolean) => flag(telling.length > 0 && telling.every(test));
  const inner = telling.some((word) => word.capital && !word.opening);
  const next = words[to];
  const first = most((word) => word.first);
  const isOrdinary = (word: Word) => isOrdinaryOpening(word) || isFeeling(words, from, word);
  const ordinary = letters.length === 1 && letters.every(isOrdinary) && !isSaidToBeName(words, from, to - 1);
  return {
    capitalInside: flag(inner),
    capitalOpening: flag(!inner && telling.some((word) => word.capital)),
    plainWords: every((word) => word.common > 0 && !word.capital),
    veryCommon: every((word) => word.common === 3 && !word.capital),
    commonCapital: every((word) => word.common > 1 && word.capital),
    unlisted: flag(telling.some((word) => word.common === 0 && !word.acronym && word.text.length > 1)),
    unlistedSmall: every((word) => word.common === 0 && !word.capital && word.first + word.last + word.place === 0),
    firstName: first,
    firstOpening: inner ? 0 : first,
    lastName: most((word) => word.last),
    town: most((word) => word.place),
    shortForm: every((word) => word.acronym),
    digits: flag(inside.some((word) => word.kind === 'number')),
    severalWords: flag(letters.length > 1),
    singleLetter: flag(letters.length === 1 && letters[0]?.text.length === 1),
    ordinaryOpening: flag(ordinary),
    ordinaryPlural: flag(ordinary && /[^s]s$/.test(letters[0]?.low ?? '')),
    role: flag(letters.some((word) => word.role)),
    repeated: flag(letters.some((word) => word.common === 0 && (setting.counts.get(word.low) ?? 0) > 1)),
    glued: flag(
      (inside[0]?.glued === true && words[from - 1]?.kind === 'number') ||
        (next?.glued === true && (next.kind === 'number' || next.text === '-')),
    ),
  };
}

function ofLists({ words, from, to, letters, telling }: Stretch): Evidences {
  const around = [...words.slice(Math.max(0, from - 3), from), ...words.slice(to, to + 3)];
  return {
    onlySafe: flag(telling.length === 0),
    onlyFixed: flag(letters.some((word) => word.fixed) && letters.every((word) => word.fixed || word.grammar)),
    partlySafe: flag(telling.length > 0 && telling.length < letters.length),
    author: flag(telling.length > 0 && telling.every((word) => word.listed)),
    besideAuthor: flag(around.some((word) => word.safety === 'author')),
    besideSafe: flag(isJoined(words, from - 1, from - 2) || isJoined(words, to, to + 1)),
  };
}

function ofSentence({ words, from, to, letters, telling }: Stretch): Evidences {
  const before = ahead(words, from);
  const after = behind(words, from, to - 1);
  const pronoun = takenUp(words, to - 1);
  const framed = Math.min(4, before + after + pronoun);
  const work = Math.min(4, asWork(words, from, to - 1));
  const listed = telling.some((word) => word.listed);
  const next = words[to];
  return {
    titled: flag(before >= 3),
    framedAhead: Math.min(2.5, before),
    framedBehind: Math.min(3, after),
    takenUp: pronoun,
    framedListed: listed ? framed : 0,
    work,
    workUnlisted: listed ? 0 : work,
    method: flag(next !== undefined && isMethod(words, to) && !haveResults(words, to - 1)),
    scored: flag(
      next?.kind === 'number' &&
        !next.glued &&
        letters.length === 1 &&
        !/^(?:[mf]|yo|y)$/.test(words[to + 1]?.low ?? ''),
    ),
    likened: flag(likening.has(words[from - 1]?.low ?? '')),
    inList: flag(isListed(words, from - 1, from - 2)) + flag(isListed(words, to, to + 1)),
  };
}

const joining = wordSet(', and & or + / vs');
const likening = wordSet('like as than');

/** Joined with a medicine, a condition, a measure: "Microgynon, Elvanse and Sudafed". */
const isJoined = (words: readonly Word[], mark: number, other: number): boolean =>
  joining.has(words[mark]?.low ?? '') && words[other]?.safety === 'safe' && words[other]?.grammar === false;

/** Joined with another word with a capital: "Noah, Abraham, Moses". */
const isListed = (words: readonly Word[], mark: number, other: number): boolean =>
  joining.has(words[mark]?.low ?? '') && words[other]?.capital === true && words[other]?.grammar === false;

/** "Hope is not a plan", "Joy returns slowly": what people feel and wish for, unless the sentence says that it is somebody. */
const isFeeling = (words: readonly Word[], at: number, word: Word): boolean =>
  word.capital && word.opening && feelings.has(word.low) && asPerson(words, at, at) <= 1;

/** "Colleagues told me", "Housing says no": an English word that no list knows as a name, and the capital is the sentence's. */
const isOrdinaryOpening = (word: Word): boolean =>
  word.capital &&
  word.opening &&
  word.common > 0 &&
  (word.first + word.last + word.place === 0 || (word.role && isNobody(word.low)));

/** What weighs differently where the text speaks of nobody: there a capital is an author's or a story's more often. */
function inGeneral(values: Float64Array): Evidences {
  const of = (name: Evidence): number => values[evidenceAt[name]] as number;
  return {
    learnedGeneral: of('learned'),
    personGeneral: of('personSure'),
    workGeneral: of('work'),
    openingGeneral: of('capitalOpening'),
    severalGeneral: of('severalWords'),
    listGeneral: of('inList'),
  };
}

function ofText({ telling }: Stretch, setting: Setting): Evidences {
  const inner = telling.some((word) => word.capital && !word.opening);
  return {
    foreignText: flag(setting.foreign && !inner),
    foreignPlain: flag(setting.foreign && telling.length > 0 && telling.every(isPlain)),
    noPronoun: flag(!setting.pronoun),
    noAge: flag(!setting.age),
    noClient: flag(!setting.client),
  };
}

/** In Spanish and French text, whose words no English list knows: nothing but a list of given names makes a small word a name. */
const isPlain = (word: Word): boolean =>
  word.first === 0 && (!word.capital || (word.opening && word.last === 0 && word.common > 0));

/** "Hamilton scale", "Premack principle", "Marlatt's talk": the word behind says that the name is an author's. */
function isMethod(words: readonly Word[], to: number): boolean {
  const at = isPossessive(words[to]?.text ?? '', true) ? to + 1 : to;
  return (
    methodWords.has(words[at]?.low ?? '') ||
    (methodWords.has(words[at + 1]?.low ?? '') && words[at]?.kind === 'word' && words[at]?.grammar === false)
  );
}

const worth: Readonly<Partial<Record<string, number>>> = weights;
const worths = Float64Array.from(evidenceNames, (name) => worth[name] ?? 0);

/** Log-odds of a stretch by its own evidence. */
export function weigh(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (worths[i] as number) * (values[i] as number);
  return sum;
}
