import type { Candidate, Document } from '../document.ts';
import { countBelow } from '../ranges.ts';
import type { Word } from './reading.ts';

const record = new Set(
  'record chart file client pt patient cl re name intake for from case ref referral mr mrs ms'.split(' '),
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
  if (/^\s?\(?\d{1,2}\s?(?:[mf]\b|yo\b|y\/o|yrs?\b|,|\))/i.test(behind)) return true;
  const opens =
    last.newLine ||
    comma === 1 ||
    record.has(words[comma - 2]?.low ?? '') ||
    /^[-•*\d.)]$/.test(words[comma - 2]?.text ?? '');
  return opens && (next === undefined || next.newLine || /^[-–:;(]$/.test(next.text) || /^\s+[-–—]/.test(behind));
}

/** "Okafor, C. (mother)": the letter behind a surname goes with it, and would tell half of it beside a placeholder. */
export function withInitials(words: readonly Word[], found: readonly Candidate[]): Candidate[] {
  const starts = words.map((word) => word.start);
  return found.map((one) => {
    if (one.type !== 'NAME') return one;
    const next = countBelow(starts, one.end);
    const [comma, letter, point] = [words[next], words[next + 1], words[next + 2]];
    const isInitial = letter?.kind === 'word' && /^[A-HJ-Z]$/.test(letter.text) && !letter.newLine && point?.glued;
    if (comma?.text !== ',' || !comma.glued || !isInitial || point?.text !== '.') return one;
    const behind = words[next + 3];
    const isWithin = behind !== undefined && !behind.capital && !behind.newLine;
    return { ...one, end: isWithin ? point.end : letter.end };
  });
}
