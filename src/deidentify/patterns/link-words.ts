import type { Lexicon, Tier } from '../types.ts';

/** Another address in a link: where it leads in the end. */
const redirect =
  /https?:|www\.|\/\/|@|(?<![\w-])[\w-]{2,40}\.(?:com|net|org|edu|io|me|info|us|app|ly|social)(?![\w-])/i;
/** Numbers that look like a phone or a Social Security number, and days, as they are written in an address. */
const numbers = /(?<!\d)(?:\d{3}[-._+ ]\d{3}[-._+ ]\d{4}|\d{3}[-._+ ]\d{2}[-._+ ]\d{4})(?!\d)/;
const days = /(?<!\d)(?:(?:19|20)\d\d[-._+ ]\d{1,2}[-._+ ]\d{1,2}|\d{1,2}[-._+ ]\d{1,2}[-._+ ](?:19|20)\d\d)(?!\d)/;
/** As many figures as a phone number or an account has; those of articles stand behind the number of their publisher. */
const manyFigures = /(?<![\d.])\d{9,11}(?![\d.])/;
const publisher = /\/10\.\d{4,9}\//;

/**
 * What an address below a public host says of somebody: `remove` where that is certain, `check` where it may, null for nothing. What
 * was searched for and what is pointed at is asked about at least: nobody can read off it whose it is.
 */
export function tellsInLink(below: string, host: string, lexicon: Lexicon): Tier | null {
  const decoded = decode(below);
  if (decoded === null || redirect.test(decoded) || numbers.test(decoded)) return 'remove';
  if (days.test(decoded)) return 'remove';
  const names = namesIn([...wordsOf(host), '', ...wordsOf(decoded)], lexicon);
  if (names !== null) return names;
  if (manyFigures.test(decoded.split(publisher, 1)[0] ?? '')) return 'check';
  return /[?#]./.test(decoded) ? 'check' : null;
}

/** Codes for letters are read as often as they were written; null where they are no text. */
function decode(address: string): string | null {
  let text = address;
  try {
    for (let i = 0; i < 3 && text.includes('%'); i++) text = decodeURIComponent(text);
    return text;
  } catch {
    return null;
  }
}

/** "maria-lopez", "MariaLopez", "maria+lopez": two words each. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}'’]+/u);

/** Whether a word is seldom anything but a given name, by how common it is as either. */
function isGiven(word: string, lexicon: Lexicon): boolean {
  const given = lexicon.firstName(word);
  const band = lexicon.word(word);
  return word.length > 2 && ((given >= 2 && band <= 1) || (given >= 3 && band <= 2));
}

function namesIn(words: readonly string[], lexicon: Lexicon): Tier | null {
  let tier: Tier | null = null;
  for (const [i, word] of words.entries()) {
    if (word.length < 2 || lexicon.firstName(word) === 0) continue;
    const given = isGiven(word, lexicon);
    if (given) tier = 'check';
    for (const one of [words[i - 1] ?? '', words[i + 1] ?? '']) {
      if (one.length < 2 || lexicon.lastName(one) === 0) continue;
      const isSurname = lexicon.lastName(one) >= 2 && lexicon.word(one) <= 2;
      if (given && isSurname) return 'remove';
      if (isSurname || given) tier = 'check';
    }
  }
  return tier;
}
