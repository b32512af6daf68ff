import { stemmer } from 'stemmer';
import { type Reason, wordKey } from '../../../deidentify/index.ts';

/** A text and what its author decided of its words, as `wordKey`s. */
interface Decided {
  readonly fields: Readonly<Record<string, string>>;
  readonly hide: readonly string[];
  readonly keep: readonly string[];
}

/** Shorter words have too much in common with others: "art" is no form of "arts and crafts". */
const shortest = 4;

/**
 * Words of a text that are forms of one that its author hid, as `wordKey`s: whoever hides "beekeeper" is asked about
 * "beekeepers" and "beekeeping". What the author hid or kept itself is left out. By the stems of Porter, "An algorithm for suffix
 * stripping", 1980.
 */
export function formsOfHidden({ fields, hide, keep }: Decided): Record<string, Reason> {
  const stems = new Set(hide.filter((key) => !key.includes(' ') && key.length >= shortest).map((key) => stemmer(key)));
  if (stems.size === 0) return {};
  const decided = new Set([...hide, ...keep]);
  const words = Object.values(fields).flatMap((text) => wordKey(text.replace(/['’]s\b/giu, ' ')).split(' '));
  const forms = words.filter((word) => word.length >= shortest && !decided.has(word) && stems.has(stemmer(word)));
  return Object.fromEntries(forms.map((word) => [word, 'likeHidden']));
}
