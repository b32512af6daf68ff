import type { Candidate, Document } from '../document.ts';
import { countBelow } from '../ranges.ts';
import type { Word } from './reading.ts';

const record = new Set(
  'record chart file client pt patient cl re name intake for from by per hx case ref referral mr mrs ms'.split(' '),
);

/** "okafor,tamsin", "Quist,Rory J", "JOHNSON, TYRELL 16 M", "brown, kelly 34f": as charts and lists have it. */
export function surnameFirst(document: Document, words: readonly Word[]): Candidate[] {
  const found: Candidate[] = [];
  words.forEach((comma, i) => {
    if (comma.text !== ',' || !comma.glued) return;
    const [last, first] = [words[i - 1], words[i + 1]];
    if (last?.kind !== 'word' || first?.kind !== 'word' || first.newLine || first.first === 0) return;
    if (last.role || first.role || last.grammar || first.grammar || (!first.capital && first.common > 1)) return;
    const surname = last.last > 0 || last.common === 0;
    if (!surname || !isListed(words, i, document)) return;
    const initial = words[i + 2];
    const end = initial?.kind === 'word' && /^\p{Lu}$/u.test(initial.text) ? initial.end : first.end;
    found.push({ start: last.start, end, type: 'NAME', reason: 'fullName', tier: 'remove', label: 'Client' });
  });
  return found;
}

/** No blank behind the comma, a line of its own, a word for a record before, or an age or a dash behind. */
function isListed(words: readonly Word[], comma: number, document: Document): boolean {
  const [last, first] = [words[comma - 1] as Word, words[comma + 1] as Word];
  // "last,first,dob,phone": cells of a table.
  if (first.glued)
    return last.capital === first.capital && !(words[comma + 2]?.text === ',' && words[comma + 2]?.glued);
  let next = words[comma + 2];
  if (next?.kind === 'word' && next.text.length === 1 && !/^[mf]$/.test(next.low)) next = words[comma + 3];
  const behind = document.text.slice(first.end, first.end + 12);
  // "by Beck, Judith (2011)": a work is cited.
  if (/^\s?\(?(?:19|20)\d\d/.test(behind)) return false;
  if (/^\s?\(?\d{1,2}\s?(?:[mf]\b|yo\b|y\/o|yrs?\b|,|\))/i.test(behind)) return true;
  const opens =
    last.newLine ||
    comma === 1 ||
    record.has(words[comma - 2]?.low ?? '') ||
    /^[-•*\d.)]$/.test(words[comma - 2]?.text ?? '');
  return opens && (next === undefined || next.newLine || /^[-–:;(]$/.test(next.text) || /^\s+[-–—]/.test(behind));
}

/** "Quist" of "Quist, L.", where the letter alone was found. */
function isSurname(words: readonly Word[], index: number): boolean {
  const [name, comma, letter, point] = words.slice(Math.max(0, index), Math.max(0, index) + 4);
  if (index < 0 || comma?.text !== ',' || !comma.glued || letter?.text.length !== 1 || point?.text !== '.')
    return false;
  return name?.kind === 'word' && name.capital && name.common === 0 && !name.safety && !name.role && !name.grammar;
}

/** "Okafor, C. (mother)": surname and letter go together, as each would tell half of the name beside a placeholder. */
export function withInitials(words: readonly Word[], found: readonly Candidate[]): Candidate[] {
  const starts = words.map((word) => word.start);
  return found.map((one) => {
    if (one.type !== 'NAME') return one;
    const first = countBelow(starts, one.start);
    const next = countBelow(starts, one.end);
    if (next === first + 1 && isSurname(words, first - 2))
      return { ...one, start: words[first - 2]?.start ?? 0, end: endOf(words, first) };
    const [comma, letter, point] = [words[next], words[next + 1], words[next + 2]];
    const isInitial = letter?.kind === 'word' && /^[A-HJ-Z]$/.test(letter.text) && !letter.newLine;
    if (comma?.text !== ',' || !comma.glued || !isInitial) return one;
    if (point?.text === '.' && point.glued) return { ...one, end: endOf(words, next + 1) };
    // "Abernathy,R|90791": a cell.
    return letter.glued && letter.capital ? { ...one, end: letter.end } : one;
  });
}

/** Behind a letter and its point, which stays where it may end a sentence. */
function endOf(words: readonly Word[], letter: number): number {
  const behind = words[letter + 2];
  const isWithin = behind !== undefined && !behind.capital && !behind.newLine;
  return (isWithin ? words[letter + 1] : words[letter])?.end ?? 0;
}
