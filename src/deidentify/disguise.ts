import type { Lexicon } from './types.ts';

/** Signs that are typed for letters: "B3th@ny", "j4r3d". */
const meant: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
};
const any = /[a-z][@$013457]{1,2}[a-z]/i;
/** A word that begins and ends with a letter; no part of an address, a code with a hyphen, or a path. */
const disguised = /(?<![a-z0-9@$._/\\-])[a-z](?=[a-z]*[@$013457])[a-z@$013457]{2,18}[a-z](?![a-z0-9@$_/-]|\.[a-z])/gi;

/** Names whose letters are typed as figures and signs, in letters, where the lists know the name. Keeps the length of the text. */
export function undisguised(text: string, lexicon: Lexicon): string {
  if (!any.test(text)) return text;
  return text.replace(disguised, (word) => {
    const signs = word.replace(/[a-z]/gi, '').length;
    const plain = word.replace(/[@$0134570]/g, (sign) => meant[sign] ?? sign);
    const low = plain.toLowerCase();
    // "1" is an l as often: "Wi11ow".
    const other = word
      .replace(/1/g, 'l')
      .replace(/[@$034570]/g, (sign) => meant[sign] ?? sign)
      .toLowerCase();
    if (signs * 2 > word.length) return word;
    const isName = (name: string): boolean =>
      lexicon.firstName(name) + lexicon.lastName(name) + lexicon.place(name) > 0;
    const found = isName(low) ? low : isName(other) ? other : '';
    return found === '' ? word : `${word[0]}${found.slice(1)}`;
  });
}
