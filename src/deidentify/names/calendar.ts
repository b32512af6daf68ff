import type { Candidate } from '../document.ts';
import { countBelow } from '../ranges.ts';
import { calendarWords } from '../words/days.ts';
import { wordSet } from '../words/list.ts';
import type { Word } from './word.ts';

/** Before a day that comes again and again. */
const again = wordSet('each every most some any alternate alternating other');
/** Before a holiday that somebody wishes. */
const wishes = wordSet('happy merry blessed joyous');

/** Alone it tells no day. */
const weekday = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|wed|thurs?|fri|sat|sun)$/;

/** Without days and holidays that nobody is told by: "calls each Friday", "says Happy Easter". */
export function withoutDays(words: readonly Word[], found: readonly Candidate[]): Candidate[] {
  const starts = words.map((word) => word.start);
  return found
    .map((one) => withoutWish(words, starts, one))
    .filter((one) => {
      if (!/^(?:NAME|ORG)$/.test(one.type) && one.reason !== 'monthOrDay') return true;
      const from = countBelow(starts, one.start);
      const to = countBelow(starts, one.end);
      const inside = words.slice(from, to).map((word) => word.low);
      if (inside.join(' ') === 'may or may') return false;
      if (!inside.every((low) => calendarWords.has(low) || wishes.has(low))) return true;
      if (one.type === 'DATE' && inside.every((low) => weekday.test(low))) return false;
      const before = words[from - 1]?.low ?? '';
      // "may or may not"
      if (inside[0] === 'may' && inside.length === 1 && /^(?:or|not)$/.test(words[to]?.low ?? '')) return false;
      const wished = [...(wishes.has(before) ? [before] : []), ...inside, words[to]?.low ?? ''];
      const isWish = wishes.has(wished[0] ?? '') && calendarWords.has(wished[1] ?? '');
      return !(again.has(before) || isWish);
    });
}

/** "Thanks and Happy Easter": the wish is no part of what stands before it. */
function withoutWish(words: readonly Word[], starts: readonly number[], one: Candidate): Candidate {
  const to = countBelow(starts, one.end);
  const [joint, wish, day] = words.slice(to - 3, to);
  const isWish = joint?.low === 'and' && wishes.has(wish?.low ?? '') && calendarWords.has(day?.low ?? '');
  return one.type === 'NAME' && isWish && joint.start > one.start + 1 ? { ...one, end: joint.start - 1 } : one;
}
