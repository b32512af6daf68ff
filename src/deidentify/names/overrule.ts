import { medicines, namedLikePeople, takingWords } from '../words/medicines.ts';
import { frameOf, personFrom } from './frames.ts';
import type { Word } from './word.ts';

/** A word while it is being read. */
export type Reading = { -readonly [Key in keyof Word]: Word[Key] };

/** How far around a word what is taken may be spoken of. */
const takenReach = 7;
/** A frame that outweighs talk of medicines: a title, an age, "my client Molly". */
const firmFrame = 2.5;

/** "Camila for contraception", "Molly and ketamine": called like people, and things here. */
export function markTaken(words: Reading[]): void {
  for (const word of words) {
    if (!namedLikePeople.has(word.low) || frameOf(words, word.index, word.index) >= firmFrame) continue;
    const near = words.slice(Math.max(0, word.index - takenReach), word.index + takenReach);
    if (near.some((other) => other !== word && (takingWords.has(other.low) || isMedicine(other)))) {
      word.safety = 'safe';
      word.fixed = true;
      word.thing = true;
    }
  }
}

const isMedicine = (word: Word): boolean =>
  word.thing || (medicines.has(word.low) && word.text.length > 4 && !namedLikePeople.has(word.low));

/** What a list calls an author, a country or a colour is a person where its sentence says so. */
export function overrule(words: Reading[]): void {
  const people = new Set<string>();
  for (const word of words) {
    if (word.safety === undefined || word.thing || word.kind !== 'word' || word.grammar || word.text.length < 3)
      continue;
    if (!mayBeName(word) && !isTitled(words, word.index)) continue;
    if (frameOf(words, word.index, lastOf(words, word.index)) < (word.fixed ? surelyFrom : personFrom)) continue;
    people.add(word.low);
    release(word);
  }
  if (people.size === 0) return;
  // "Mr. Klein is 41. Today Klein cried.": the same word again, unless its own sentence says that it is a work's.
  for (const word of words) {
    if (word.safety === undefined || word.thing || !people.has(word.low) || !word.capital) continue;
    if (frameOf(words, word.index, word.index) >= 0) release(word);
  }
}

/** Only a firm frame makes a person of a state or of a word of a set phrase. */
const surelyFrom = 3.1;

const mayBeName = (word: Word): boolean =>
  word.safety === 'author'
    ? word.capital || word.common < 2 || word.last > 0
    : word.capital && (word.first > 0 || word.last > 0);

/** "mr black is late again". */
const isTitled = (words: readonly Word[], index: number): boolean =>
  /^(?:mr|mrs|ms|mx|miss)$/.test(words[words[index - 1]?.text === '.' ? index - 2 : index - 1]?.low ?? '');

/** A second word of a full name that the lists hold back as well: "John Bowlby". */
function lastOf(words: readonly Word[], index: number): number {
  const next = words[index + 1];
  return next?.kind === 'word' && next.capital && next.safety !== undefined && next.last > 0 ? index + 1 : index;
}

function release(word: Reading): void {
  word.safety = undefined;
  word.fixed = false;
  word.role = false;
}
