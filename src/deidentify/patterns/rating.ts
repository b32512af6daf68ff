import { shortNames } from '../words/instruments.ts';

/** "3/10": a rating, a share or a score that looks like a month and a day. */
export interface Ratings {
  /** Whether the pair of figures at a place reads as a rating, as far as the rest of the text tells. */
  has(start: number, figure: string, scale: string): boolean;
}

const pair = /(?<![\d/.])(\d{1,3})\s?\/\s?(\d{1,3})(?![\d/])/g;
const before =
  /(?:\bx\s{0,2}|\b(?:suds?|sud|voc|pain|adls?|iadls?|score[ds]?|scoring|rat(?:ed?s?|ing)|scale|bp|vision|mood|anxiety|depression|hope|energy|urges?|crav(?:ing|ings)|guilt|anger|sleep|motivation|worry|distress|confidence|importance|readiness|stress|sadness|shame|panic|nightmares?|intensity|severity|effort|strength|pulses|cut|took|take|only|got|custody|adherence|attended|criteria|items?|missed|completed?|did|split|shared?|nearly|almost|roughly|approx|about|a solid|a|at a|maybe|like|orientation|oriented|recall|apgars?|katz|lawton|barthel|zarit|norton|braden|tinetti|epworth|oswestry|edinburgh|beighton|part [a-z]|disgust|envy|joy|fear|loneliness|wants|ratio'?s?)|\b[A-Z][A-Za-z]*-?[A-Z\d]{1,6})[\s:=~,(-]{0,3}(?:is|was|of|at|a|were|from|to|went from|dropped to|down to|up to)?\s{0,2}$/u;
const wordBefore = /([A-Za-z][A-Za-z\d-]{1,11})[\s:=~,(]{1,2}$/;
/** Figures at which no common scale ends. */
const noScale = new Set([13, 14, 16, 17, 18, 19, 23, 26, 28, 29, 31]);
const sentenceEnd = /[.!?]\s|\n/;

/** What a text says of its pairs of figures: which scales come twice, where a figure above its month's days stands beside. */
export function ratingsOf(text: string): Ratings {
  const scales = new Map<string, Set<string>>();
  const scored: number[] = [];
  for (const { 0: whole, 1: figure = '', 2: scale = '', index } of text.matchAll(pair)) {
    const figures = scales.get(scale) ?? new Set();
    scales.set(scale, figures.add(`${figure}@${index}`));
    if (isNoDay(Number(figure), Number(scale)) && !noScale.has(Number(scale))) scored.push(index + whole.length);
  }
  /** "gds 9/15, moca 24/30": what cannot be a day makes ratings of the pairs in its sentence. */
  const besideScore = (start: number): boolean =>
    scored.some(
      (end) => Math.abs(end - start) < 60 && !sentenceEnd.test(text.slice(Math.min(end, start), Math.max(end, start))),
    );
  return {
    has(start, figure, scale) {
      const [value, most] = [Number(figure), Number(scale)];
      const ahead = text.slice(Math.max(0, start - 32), start);
      const instrument = wordBefore.exec(ahead)?.[1]?.toLowerCase() ?? '';
      if (value <= most && (shortNames.has(instrument) || shortNames.has(instrument.replace(/[-\d]/g, ''))))
        return true;
      if (noScale.has(most)) return false;
      if (value <= most && most <= 10 && (scales.get(scale)?.size ?? 0) > 1) return true;
      // "Score of 3/7": with the capital of a sentence too.
      return before.test(ahead) || before.test(ahead.toLowerCase()) || besideScore(start);
    },
  };
}

const isNoDay = (first: number, second: number): boolean =>
  (first > 12 || second > 31 || first === 0) && (first > 31 || second > 12 || second === 0);
