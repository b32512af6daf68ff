import { normalize } from './normalize.ts';
import { fold } from './tokens.ts';

/** The form of a word under which an author's decision is kept: case, accents, look-alikes and white space do not matter. */
export function wordKey(surface: string): string {
  return fold(normalize(surface).text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
