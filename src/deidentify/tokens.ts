import { blank, endOfRun, isPossessive, kindAt, letter, mark, number, widthAt } from './letters.ts';
import { abbreviations } from './words/abbreviations.ts';

/** A piece of text: a run of letters (with inner apostrophes), a run of digits, or one other character. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case, without accents: the form that word lists are asked for. */
  readonly low: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** No white space before it. */
  readonly glued: boolean;
  /** A line break before it. */
  readonly newLine: boolean;
  /** First word of a sentence, line, list item, quotation or bracket. */
  readonly opening: boolean;
}

const opensSentence = new Set([
  '.',
  '!',
  '?',
  ':',
  '"',
  '(',
  '>',
  '*',
  '-',
  '#',
  '~',
  '_',
  '/',
  '•',
  ';',
  '|',
  ')',
  ']',
]);

/** Lower case without accents, so that "Zoë" and "zoe" are one word. */
export function fold(word: string): string {
  let hasCapital = false;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code > 96 && code < 123) continue;
    if (code > 64 && code < 91) hasCapital = true;
    // Blanks, apostrophes and hyphens stay.
    else if (code !== 32 && code !== 39 && code !== 45) return foldMarks(word.toLowerCase());
  }
  return hasCapital ? word.toLowerCase() : word;
}

const foldMarks = (low: string): string =>
  low
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/ı/g, 'i');

/** Where the word ends that begins at a place: letters with the marks on them, and the apostrophes inside. */
function endOfWord(text: string, start: number): number {
  let end = endOfRun(text, start, letter | mark);
  while (text[end] === "'" && (kindAt(text, end + 1) & letter) !== 0) end = endOfRun(text, end + 1, letter | mark);
  return end;
}

/** Splits normalized text. A possessive 's is a token of its own. Linear. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let opening = true;
  let last = 0;
  let newLine = false;
  const push = (start: number, end: number, kind: Token['kind']) => {
    const value = text.slice(start, end);
    if (newLine) opening = true;
    tokens.push({
      start,
      end,
      text: value,
      low: kind === 'word' ? fold(value) : value,
      kind,
      glued: start === last && tokens.length > 0,
      newLine,
      opening: kind === 'word' && opening,
    });
    if (kind !== 'mark') opening = false;
    else if (opensSentence.has(value))
      opening = value === '.' ? !isAbbreviation(tokens) : !inWord(value, start === last);
    newLine = false;
    last = end;
  };
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at);
    const start = at;
    if (kind & letter) {
      at = endOfWord(text, start);
      const owned = at - 2 > start && text[at - 2] === "'" && isPossessive(text.slice(at - 2, at)) ? at - 2 : at;
      push(start, owned, 'word');
      if (owned < at) push(owned, at, 'mark');
    } else if (kind & number) {
      at = endOfRun(text, start, number);
      push(start, at, 'number');
    } else {
      at += widthAt(text, start);
      if ((kind & blank) === 0) push(start, at, 'mark');
      else if (text[start] === '\n') newLine = true;
    }
  }
  return tokens;
}

/** A hyphen or slash right behind a word joins; with a blank before it, it opens. */
const inWord = (sign: string, glued: boolean): boolean => glued && (sign === '-' || sign === '/');

function isAbbreviation(tokens: readonly Token[]): boolean {
  const before = tokens[tokens.length - 2];
  return before?.kind === 'word' && (abbreviations.has(before.low) || before.text.length === 1);
}
