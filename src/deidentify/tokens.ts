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

const piece = /\p{L}[\p{L}\p{M}]*(?:'\p{L}[\p{L}\p{M}]*)*|\p{N}+|[^\s\p{L}\p{N}]/gu;
const possessive = /'[sS]$/;
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
// A full stop after these does not end a sentence.
const abbreviations = new Set(
  'dr mr mrs ms mx st sr jr prof rev fr sgt det cpt capt lt hon no vs v approx pt cl hx dx tx rx appt dept inc ave rd ln blvd ct apt mt ft sra bp gov sen rep atty esq e i g'.split(
    ' ',
  ),
);

/** Lower case without accents, so that "Zoë" and "zoe" are one word. */
export function fold(word: string): string {
  const low = word.toLowerCase();
  return /^[a-z' -]*$/.test(low)
    ? low
    : low
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/ø/g, 'o')
        .replace(/ł/g, 'l')
        .replace(/đ/g, 'd')
        .replace(/ß/g, 'ss')
        .replace(/æ/g, 'ae')
        .replace(/ı/g, 'i');
}

/** Splits normalized text. A possessive 's is a token of its own. Linear. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let opening = true;
  let last = 0;
  const push = (start: number, value: string) => {
    const between = text.slice(last, start);
    const newLine = between.includes('\n');
    if (newLine) opening = true;
    const kind = /^\p{L}/u.test(value) ? 'word' : /^\p{N}/u.test(value) ? 'number' : 'mark';
    tokens.push({
      start,
      end: start + value.length,
      text: value,
      low: kind === 'word' ? fold(value) : value,
      kind,
      glued: between === '' && tokens.length > 0,
      newLine,
      opening: kind === 'word' && opening,
    });
    last = start + value.length;
    if (kind !== 'mark') opening = false;
    else if (opensSentence.has(value)) opening = value === '.' ? !isAbbreviation(tokens) : !inWord(value, between);
  };
  for (const match of text.matchAll(piece)) {
    const value = match[0];
    if (possessive.test(value) && value.length > 2) {
      push(match.index, value.slice(0, -2));
      push(match.index + value.length - 2, value.slice(-2));
    } else push(match.index, value);
  }
  return tokens;
}

/** A hyphen or slash right behind a word joins; with a blank before it, it opens. */
const inWord = (mark: string, between: string): boolean => between === '' && (mark === '-' || mark === '/');

function isAbbreviation(tokens: readonly Token[]): boolean {
  const before = tokens[tokens.length - 2];
  return before?.kind === 'word' && (abbreviations.has(before.low) || before.text.length === 1);
}
