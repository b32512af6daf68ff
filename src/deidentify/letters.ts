/**
 * What kind of sign stands at a place of a text, without the cost of a pattern for each: nearly all are Latin, whose kinds
 * are looked up in a table; of the others Unicode's properties are asked.
 */
export const letter = 1;
export const mark = 2;
export const number = 4;
export const blank = 8;
export const capital = 16;
export const small = 32;

const kinds = [
  [letter, /^\p{L}/u],
  [mark, /^\p{M}/u],
  [number, /^\p{N}/u],
  [blank, /^\s/u],
  [capital, /^\p{Lu}/u],
  [small, /^\p{Ll}/u],
] as const;

const asked = (sign: string): number => kinds.reduce((bits, [bit, test]) => bits | (test.test(sign) ? bit : 0), 0);

/** Up to the last letter of Latin Extended-B. */
const table = Uint8Array.from({ length: 0x250 }, (_, code) => asked(String.fromCharCode(code)));

/** The kinds, as bits, of the sign that begins at `at`; 0 behind the end. */
export function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < table.length) return table[code] as number;
  return at < text.length ? asked(String.fromCodePoint(text.codePointAt(at) as number)) : 0;
}

/** How many UTF-16 units the sign at a place takes. */
export function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 && (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
}

/** Where a run of signs of some kinds ends that goes on at `at`. */
export function endOfRun(text: string, at: number, kinds: number): number {
  let end = at;
  while ((kindAt(text, end) & kinds) !== 0) end += widthAt(text, end);
  return end;
}

/** "'s", and "'" where `orBare`: what a possessive ends with. */
export const isPossessive = (text: string, orBare = false): boolean =>
  text.length === 2 ? text === "'s" || text === "'S" : orBare && text === "'";
