/** 32-bit hashes of strings and pairs. Their values are part of the model file: a change needs a new training. */

export const hashSeed = 0x811c9dc5;

/** FNV-1a over UTF-16 units from `from` to `to`. */
export const hashText = (text: string, from = 0, to = text.length): number => {
  let hash = hashSeed;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
};

/** One number from a template number and two values. */
export const mix = (template: number, a: number, b: number): number => {
  let hash = Math.imul(template + 0x9e37, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ b ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
};
