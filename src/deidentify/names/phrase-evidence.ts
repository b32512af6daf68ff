import type { Candidate } from '../document.ts';
import { countBelow } from '../ranges.ts';
import type { Suspect } from '../types.ts';
import { relatives } from '../words/frame-words.ts';
import { kinLabels } from '../words/people.ts';
import { events, media, offices, peopleNouns, possessions, prizes } from '../words/rarity-words.ts';
import { flag, odds } from './evidence.ts';
import type { Phrase } from './phrases.ts';
import type { Word } from './reading.ts';
import type { Setting } from './setting.ts';

/** What speaks for and against a phrase singling somebody out. */
export const phraseEvidenceNames = [
  'most',
  'mean',
  'share02',
  'share2',
  'left',
  'right',
  'named',
  'dated',
  'words',
  'afterThe',
  'afterArticle',
  'afterCopula',
  'afterPerson',
  'afterOfKin',
  'opensClause',
  'closesClause',
  'role',
  'relative',
  'numbers',
  'veryCommon',
  'rare',
  'capitals',
  'past',
  'ruled',
  'ruleFits',
  'media',
  'event',
  'office',
  'prize',
  'possession',
  'pronoun',
  'age',
  'client',
  'certain',
  'length',
] as const;
export type PhraseEvidences = Readonly<Record<(typeof phraseEvidenceNames)[number], number>>;

/** Words and turns that such phrases hold, in the order of `subjects`. */
const turns = [peopleNouns, media, events, offices, prizes, possessions].map(
  (words) => new RegExp(`\\b(?:${words})\\b`, 'gu'),
);
const subjects = ['role', 'media', 'event', 'office', 'prize', 'possession'] as const;

/** Of each word how likely it singles out, and how likely it is a name or a date. */
interface Chances {
  readonly rare: Float64Array;
  readonly named: Uint8Array;
  readonly dated: Uint8Array;
  readonly certain: number;
}

/** The evidence of each phrase of a text. `small` is the text in small letters. */
export function phraseEvidence(
  words: readonly Word[],
  small: string,
  suspects: readonly Suspect[],
  ruled: readonly Candidate[],
  setting: Setting,
): (phrase: Phrase) => PhraseEvidences {
  const chances = chancesOf(words, suspects);
  const ruleAt = rulesByWord(words, ruled);
  const turnsAt = turnsByWord(words, small);
  return (phrase) => {
    const { from, to } = phrase;
    const start = words[from]?.start ?? 0;
    const end = words[to - 1]?.end ?? start;
    const rule = ruleIn(ruleAt, phrase);
    return {
      ...ofChances(chances, phrase),
      ...ofPlace(words, phrase),
      ...ofWords(words, from, to),
      ...ofTurns(turnsAt, from, to),
      ruled: flag(rule !== undefined),
      ruleFits: rule
        ? (Math.min(rule.end, end) - Math.max(rule.start, start)) /
          (Math.max(rule.end, end) - Math.min(rule.start, start))
        : 0,
      pronoun: flag(setting.pronoun),
      age: flag(setting.age),
      client: flag(setting.client),
      certain: Math.min(3, chances.certain),
      length: Math.min(1, words.length / 80),
    };
  };
}

/** Of each word a bit for each kind of turn that it is a part of. */
function turnsByWord(words: readonly Word[], small: string): Uint8Array {
  const starts = words.map((word) => word.start);
  const bits = new Uint8Array(words.length);
  for (const [bit, turn] of turns.entries())
    for (const match of small.matchAll(turn)) {
      const end = match.index + match[0].length;
      for (let i = countBelow(starts, match.index); i < words.length && (words[i]?.start ?? end) < end; i++)
        bits[i] = (bits[i] ?? 0) | (1 << bit);
    }
  return bits;
}

function ofTurns(turnsAt: Uint8Array, from: number, to: number): Record<(typeof subjects)[number], number> {
  let bits = 0;
  for (let i = from; i < to; i++) bits |= turnsAt[i] ?? 0;
  const [role, media, event, office, prize, possession] = subjects.map((_, bit) => (bits >> bit) & 1) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return { role, media, event, office, prize, possession };
}

/** The rule's finding that each word lies in. */
export function rulesByWord(words: readonly Word[], ruled: readonly Candidate[]): readonly (Candidate | undefined)[] {
  const starts = words.map((word) => word.start);
  const found = new Array<Candidate | undefined>(words.length).fill(undefined);
  for (const rule of ruled)
    for (let i = countBelow(starts, rule.start); i < words.length && (words[i]?.start ?? rule.end) < rule.end; i++)
      found[i] ??= rule;
  return found;
}

/** The first rule's finding that a phrase meets. */
export const ruleIn = (ruleAt: readonly (Candidate | undefined)[], { from, to }: Phrase): Candidate | undefined => {
  for (let i = from; i < to; i++) if (ruleAt[i]) return ruleAt[i];
  return undefined;
};

function chancesOf(words: readonly Word[], suspects: readonly Suspect[]): Chances {
  const starts = words.map((word) => word.start);
  const chances = {
    rare: new Float64Array(words.length),
    named: new Uint8Array(words.length),
    dated: new Uint8Array(words.length),
  };
  let certain = 0;
  for (const { start, end, type, probability } of suspects) {
    if (type !== 'OTHER' && probability >= 0.9) certain++;
    for (let i = countBelow(starts, start); i < words.length && (words[i]?.start ?? end) < end; i++) {
      if (type === 'OTHER') chances.rare[i] = probability;
      else if (probability >= 0.5)
        (type === 'DATE' || type === 'ID' || type === 'AGE' ? chances.dated : chances.named)[i] = 1;
    }
  }
  return { ...chances, certain };
}

function ofChances({ rare, named, dated }: Chances, { from, to, clauseFrom, clauseTo }: Phrase) {
  let [most, sum, some, many, names, dates] = [0, 0, 0, 0, 0, 0];
  for (let i = from; i < to; i++) {
    const p = rare[i] ?? 0;
    most = Math.max(most, p);
    sum += p;
    if (p >= 0.02) some++;
    if (p >= 0.2) many++;
    names += named[i] ?? 0;
    dates += dated[i] ?? 0;
  }
  const count = to - from;
  let [left, right] = [0, 0];
  for (let i = Math.max(clauseFrom, from - 3); i < from; i++) left = Math.max(left, rare[i] ?? 0);
  for (let i = to; i < Math.min(clauseTo, to + 3); i++) right = Math.max(right, rare[i] ?? 0);
  return {
    most: odds(most),
    mean: odds(sum / count),
    share02: some / count,
    share2: many / count,
    left: odds(left),
    right: odds(right),
    named: names / count,
    dated: dates / count,
    words: count,
  };
}

function ofPlace(words: readonly Word[], { from, to, clauseFrom, clauseTo }: Phrase) {
  const before = words[from - 1]?.low ?? '';
  const second = words[from - 2]?.low ?? '';
  const third = words[from - 3]?.low ?? '';
  return {
    afterThe: flag(before === 'the'),
    afterArticle: flag(before === 'a' || before === 'an'),
    afterCopula: flag(/^(?:is|was|'s|are|were|as)$/.test(/^(?:the|a|an)$/.test(before) ? second : before)),
    afterPerson: flag(/^(?:he|she|they|who|client|pt|patient)$/.test(before)),
    afterOfKin: flag(second === 'of' && kinLabels.get(third) !== undefined),
    opensClause: flag(from === clauseFrom),
    closesClause: flag(to === clauseTo),
  };
}

function ofWords(words: readonly Word[], from: number, to: number) {
  let [plain, rare, capitals, numbers, past, relative, telling] = [0, 0, 0, 0, 0, 0, 0];
  for (let i = from; i < to; i++) {
    const word = words[i] as Word;
    if (word.kind === 'number') numbers++;
    if (relatives.has(word.low)) relative = 1;
    if (word.kind !== 'word' || word.grammar) continue;
    telling++;
    if (word.common === 3) plain++;
    if (word.common < 2) rare++;
    if (word.capital && !word.opening) capitals++;
    if (/ed$/.test(word.low)) past++;
  }
  return { veryCommon: plain / Math.max(1, telling), rare, capitals, numbers, past, relative };
}
