import { englishToo, foreignWords } from '../words/foreign-words.ts';
import { pronouns } from '../words/frame-words.ts';
import { clientWords } from '../words/people.ts';
import type { Word } from './reading.ts';

/** What a whole text is like, which decides how single words of it are read. */
export interface Setting {
  readonly foreign: boolean;
  readonly counts: ReadonlyMap<string, number>;
  /** It speaks of somebody: "he", "her". */
  readonly pronoun: boolean;
  /** It tells an age: "34F", "15 y/o". */
  readonly age: boolean;
  /** It has a word for a client. */
  readonly client: boolean;
}

export function settingOf(words: readonly Word[]): Setting {
  const counts = new Map<string, number>();
  let [foreign, total, pronoun, age, client] = [0, 0, false, false, false];
  for (const word of words) {
    if (word.kind !== 'word') continue;
    total++;
    if (foreignWords.has(word.low) && !englishToo.has(word.low)) foreign++;
    counts.set(word.low, (counts.get(word.low) ?? 0) + 1);
    pronoun ||= pronouns.has(word.low);
    client ||= clientWords.has(word.low);
    age ||= ageWords.has(word.low) && words[word.index - 1]?.kind === 'number';
  }
  return { foreign: foreign > 3 && foreign / total > 0.12, counts, pronoun, age, client };
}

const ageWords = new Set('m f yo y yr yrs year years nb male female'.split(' '));
