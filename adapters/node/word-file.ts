/**
 * The file format of a word list in `data/`: sorted words, each with a band from 1 to 3, front-coded.
 *
 *     'CBWL' · version (1 byte) · count (4 bytes, little-endian) · entries
 *     entry = letters shared with the word before (1 byte) · letters that follow × 4 + band (1 byte) · those letters (ASCII)
 *
 * Front coding halves the files, and decoding needs no string to be built (see word-table.ts).
 */
const magic = [0x43, 0x42, 0x57, 0x4c];
const version = 1;
const headerBytes = 9;
/** Six bits hold the number of letters that follow. */
const longestWord = 63;

/**
 * Calls `visit` for each word in sorted order with its letters in `letters[0 … length)`, of which the first `shared` are those
 * of the word before; the array is reused.
 */
export const eachWord = (
  file: Uint8Array,
  visit: (letters: Uint8Array, length: number, band: number, shared: number) => void,
): void => {
  const count = countWords(file);
  const letters = new Uint8Array(256);
  let at = headerBytes;
  for (let entry = 0; entry < count; entry += 1) {
    const shared = file[at] ?? 0;
    const packed = file[at + 1] ?? 0;
    const rest = packed >> 2;
    at += 2;
    for (let i = 0; i < rest; i += 1) letters[shared + i] = file[at + i] ?? 0;
    at += rest;
    visit(letters, shared + rest, packed & 3, shared);
  }
  if (at !== file.length) throw new Error('word list: the file has another length than its entries');
};

/** The number of words in a file. Throws when the bytes are not a word list of this version. */
export const countWords = (file: Uint8Array): number => {
  if (file.length < headerBytes || magic.some((byte, i) => file[i] !== byte))
    throw new Error('word list: unknown format');
  if (file[4] !== version) throw new Error('word list: unknown version');
  return new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(5, true);
};

/** The bytes of a word list. `words` are folded (fold.ts), at most 63 letters long, with a band from 1 to 3; throws on a longer one. */
export const packWords = (words: ReadonlyMap<string, number>): Uint8Array => {
  const sorted = [...words.keys()].sort();
  const bytes: number[] = [...magic, version, 0, 0, 0, 0];
  let before = '';
  for (const word of sorted) {
    if (word.length > longestWord) throw new Error(`word list: a word of ${word.length} letters`);
    let shared = 0;
    while (shared < before.length && before[shared] === word[shared]) shared += 1;
    bytes.push(shared, ((word.length - shared) << 2) | (words.get(word) ?? 1));
    for (let i = shared; i < word.length; i += 1) bytes.push(word.charCodeAt(i));
    before = word;
  }
  const file = Uint8Array.from(bytes);
  new DataView(file.buffer).setUint32(5, sorted.length, true);
  return file;
};
