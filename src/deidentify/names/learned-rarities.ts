import type { Candidate } from '../document.ts';
import { overlapWith } from '../ranges.ts';
import type { Suspect } from '../types.ts';
import { readForest, scoreOf } from './forest.ts';
import { phraseEvidence, phraseEvidenceNames, ruleIn, rulesByWord } from './phrase-evidence.ts';
import { phraseTrees } from './phrase-trees.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import type { Word } from './reading.ts';
import { settingOf } from './setting.ts';

/** Log-odds from which a phrase is asked about; in text that holds placeholders, and so was asked about before, only firm ones. */
const phraseLimits = { check: -2, redacted: 0.5 } as const;
/** Phrases in which the tagger suspects nothing at all are not looked at. */
const faint = 0.006;

const forest = readForest(phraseTrees);

export interface WeighedPhrase {
  readonly phrase: Phrase;
  readonly values: Float64Array;
  readonly score: number;
}

/** Every phrase of a text that the tagger or a rule has a suspicion of, with its evidence. */
export function weighPhrases(
  words: readonly Word[],
  text: string,
  suspects: readonly Suspect[],
  ruled: readonly Candidate[],
): WeighedPhrase[] {
  const isSuspected = overlapWith([
    ...suspects.filter((one) => one.type === 'OTHER' && one.probability >= faint),
    ...ruled,
  ]);
  const phrases = phrasesOf(words).filter((phrase) => isSuspected(rangeOf(words, phrase)));
  if (phrases.length === 0) return [];
  const small = text.toLowerCase();
  const evidenceOf = phraseEvidence(
    words,
    small.length === text.length ? small : text,
    suspects,
    ruled,
    settingOf(words),
  );
  return phrases.map((phrase) => {
    const evidence = evidenceOf(phrase);
    const values = Float64Array.from(phraseEvidenceNames, (name) => evidence[name]);
    return { phrase, values, score: scoreOf(forest, values) };
  });
}

export const rangeOf = (words: readonly Word[], { from, to }: Phrase): { start: number; end: number } => {
  const start = words[from]?.start ?? 0;
  return { start, end: words[to - 1]?.end ?? start };
};

/** From this probability on the tagger, and a rule that it does not gainsay, need no phrase that fits. */
const firm = { tagger: 0.4, rule: 0.2, redacted: 0.7 };

/** Phrases that single somebody out by themselves, as questions: of those that overlap the likeliest one, and what is firm without. */
export function learnedRarities(
  words: readonly Word[],
  text: string,
  redacted: boolean,
  suspects: readonly Suspect[],
  ruled: readonly Candidate[],
): Candidate[] {
  const least = redacted ? phraseLimits.redacted : phraseLimits.check;
  const likely = weighPhrases(words, text, suspects, ruled)
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || a.phrase.from - b.phrase.from);
  const taken = new Uint8Array(words.length);
  const ruleAt = rulesByWord(words, ruled);
  const found = firmOf(suspects, ruled, redacted);
  for (const { phrase } of likely) {
    if (taken.subarray(phrase.from, phrase.to).includes(1)) continue;
    taken.fill(1, phrase.from, phrase.to);
    const reason = ruleIn(ruleAt, phrase)?.reason ?? 'onlyOne';
    found.push({ ...rangeOf(words, phrase), type: 'OTHER', tier: 'check', reason });
  }
  return found;
}

function firmOf(suspects: readonly Suspect[], ruled: readonly Candidate[], redacted: boolean): Candidate[] {
  const rare = suspects.filter((one) => one.type === 'OTHER');
  const isSuspected = overlapWith(rare.filter((one) => one.probability >= (redacted ? firm.redacted : firm.rule)));
  const sure = rare.filter((one) => one.probability >= (redacted ? firm.redacted : firm.tagger));
  return [
    ...ruled.filter(isSuspected),
    ...sure.map(({ start, end }): Candidate => ({ start, end, type: 'OTHER', tier: 'check', reason: 'onlyOne' })),
  ];
}
