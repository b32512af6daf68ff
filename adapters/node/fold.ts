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

/** Whether all is a–z: nearly every word that is asked for, and told without the cost of a pattern. */
const simple = (word: string): boolean => {
  for (let i = 0; i < word.length; i += 1) {
    const code = word.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return word !== '';
};

/**
 * The form in which a word is listed and looked up: lower case, no marks, no apostrophes or full stops, a hyphen as a
 * space. `O’Brien` → `obrien`, `Zoë` → `zoe`, `St.-Denis` → `st denis`. Empty when other letters than a–z remain.
 */
export const fold = (words: string): string => {
  if (simple(words) || plain.test(words)) return words;
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
