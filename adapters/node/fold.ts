/** Letters that Unicode does not decompose into a base letter and a mark. */
const undecomposed: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŋ: 'n',
  ħ: 'h',
  ə: 'e',
};

const plain = /^[a-z]+(?: [a-z]+)*$/;

/** Whether all is a–z, with single blanks inside: nearly every word that is asked for, and told without the cost of a pattern. */
const simple = (words: string): boolean => {
  let before = 32;
  for (let i = 0; i < words.length; i += 1) {
    const code = words.charCodeAt(i);
    if ((code < 97 || code > 122) && (code !== 32 || before === 32)) return false;
    before = code;
  }
  return before !== 32;
};

const [backtick, apostrophe, fullStop, hyphen] = [96, 39, 46, 45];

/** The same as the patterns below make of it, for ASCII: `don't`, `o'brien st.-denis`; undefined for anything else. */
function foldAscii(words: string): string | undefined {
  let folded = '';
  let apart = false;
  for (let i = 0; i < words.length; i += 1) {
    const code = words.charCodeAt(i);
    if (code > 127) return undefined;
    if (code === apostrophe || code === fullStop || code === backtick) continue;
    if (code === 32 || code === hyphen || (code > 8 && code < 14)) {
      apart = folded !== '';
      continue;
    }
    const low = code | 32;
    if (low < 97 || low > 122 || code < 65) return '';
    folded += apart ? ` ${String.fromCharCode(low)}` : String.fromCharCode(low);
    apart = false;
  }
  return folded;
}

/**
 * The form in which a word is listed and looked up: lower case, no marks, no apostrophes or full stops, a hyphen as a
 * space. `O’Brien` → `obrien`, `Zoë` → `zoe`, `St.-Denis` → `st denis`. Empty when other letters than a–z remain.
 */
export const fold = (words: string): string => {
  if (simple(words)) return words;
  const ascii = foldAscii(words);
  if (ascii !== undefined) return ascii;
  const folded = words
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[æœøßłđðþıŋħə]/g, (letter) => undecomposed[letter] ?? '')
    .replace(/['’‘ʻʼ`´.]/g, '')
    .replace(/[-‐‑–\s]+/g, ' ')
    .trim();
  return plain.test(folded) ? folded : '';
};
