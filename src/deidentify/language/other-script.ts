import type { Candidate } from '../document.ts';
import type { Word } from '../names/word.ts';
import { wordSet } from '../words/list.ts';
import { clientWords, kinLabels, namingWords } from '../words/people.ts';

/** Names in other scripts have as many words, and in those without blanks as many letters: more where a word says that one comes. */
const mostWords = 3;
const mostLetters = { alone: 6, behindCue: 14 } as const;
/** Before the name of a place or of a firm: "lives in", "works at". */
const placeCues = wordSet('in at near from outside to of called');
const cues = {
  test: ({ low }: Word): boolean =>
    clientWords.has(low) || kinLabels.has(low) || namingWords.has(low) || placeCues.has(low),
};

/** "My client …", "her husband, …", "works at …": a name follows, in whatever script. */
function isBehindCue(words: readonly Word[], first: Word | undefined): boolean {
  let before = first && words[first.index - 1];
  if (before?.text === ',' || before?.text === '"') before = words[before.index - 1];
  return before !== undefined && first?.newLine === false && cues.test(before);
}

/** Letters without their marks: vowel signs are none. */
const lettersOf = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

/** A word of letters that are not Latin. */
export const isOtherScript = (word: Word): boolean =>
  word.kind === 'word' && /^(?!\p{Script=Latin})\p{L}/u.test(word.text);

const isCapital = (word: Word): boolean => /^\p{Lu}/u.test(word.text);
/** Georgian has capitals for whole headings only. */
const hasCapitals = (word: Word): boolean => /^(?!\p{Script=Georgian})[\p{Lu}\p{Ll}]/u.test(word.text);

/**
 * What of a guess is clearly a name, of words in another script: those with a capital inside a sentence, where the script has capitals.
 * Whose name a part is, or of what, only a reader of that language knows. Latin words among them stay in the guess.
 */
export function capitalized(inside: readonly Word[], guess: Candidate): Candidate[] {
  const runs: Word[][] = [];
  let run: Word[] | undefined;
  for (const word of inside) {
    const isOther = isOtherScript(word);
    const stays = isOther
      ? isCapital(word) && !word.opening && word.text.length > 1
      : word.capital || run !== undefined;
    if (!stays) run = undefined;
    else if (run) run.push(word);
    else {
      run = [word];
      runs.push(run);
    }
  }
  return runs.flatMap((words) => {
    while (words.length > 0 && !isCapital(words.at(-1) as Word)) words.pop();
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { start } = first;
    const isPart = start > guess.start || last.end < guess.end;
    return [{ ...guess, ...(isPart && words.every(isOtherScript) ? someName : {}), start, end: last.end }];
  });
}

const someName = { type: 'NAME', reason: 'unclear', label: 'Name' } as const;

/** In an English paragraph a few words of another script may be a name; a whole sentence of it is none. */
export function withoutSentences(words: readonly Word[], inside: readonly Word[], guess: Candidate): Candidate[] {
  const others = inside.filter(isOtherScript);
  const isCased = others.some(hasCapitals);
  const most = isBehindCue(words, inside[0]) ? mostLetters.behindCue : mostLetters.alone;
  const isShort = others.length <= mostWords && others.every(({ text }) => lettersOf(text) <= most);
  const isName = isCased ? others.every(isCapital) : isShort;
  return others.length === 0 || isName ? [guess] : capitalized(inside, guess);
}
