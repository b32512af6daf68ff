import { decoding, respelling } from './rejoin.ts';
import { after, type Edit, type Normalized, rewrite } from './rewrite.ts';

export type { Normalized };

// Zero-width and direction marks, soft hyphen, variation selectors: invisible, so a name can be split with them.
const invisible = /\p{Default_Ignorable_Code_Point}/u;
const combining = /\p{M}/u;

const simpler: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201B': "'",
  '\u02BC': "'",
  '\u0060': "'",
  '\u00B4': "'",
  '\u02BB': "'",
  '\u201C': '"',
  '\u201D': '"',
  '\u201E': '"',
  '\u00AB': '"',
  '\u00BB': '"',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '-',
  '\u2015': '-',
  '\u2212': '-',
  '\uFE58': '-',
  '\u2024': '.',
  '\u00B7': '.',
  '\u3002': '.',
  '\u2044': '/',
  '\u2215': '/',
};

// Cyrillic, Greek and Armenian letters that look Latin (Unicode UTS #39, the single-letter part that people meet).
const lookalikes = new Map(
  [
    ...'аaеeоoрpсcуyхxіiјjѕsԁdһhԛqԝwАAВBЕEКKМMНHОOРPСCТTУYХXІIЅSЈJαaοoνvρpτtυuιiκkΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXօoսuнhкkтtмmвbɡgıi'.matchAll(
      /(.)(.)/gu,
    ),
  ].map((pair) => [pair[1] ?? '', pair[2] ?? ''] as const),
);
const mixedWord = /[\p{L}\p{M}]+/gu;
const latin = /\p{Script=Latin}/u;
const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]|[ɡı]/u;

// A letter O among figures, "7o2-555-o161", is a zero.
const roundLetter = /(?<=\d)[oOοΟоО](?=[\d/-]\d?)|(?<=[\d][/.-])[oOοΟоО](?=\d)/gu;

/** Digits of other scripts (Arabic-Indic, Devanagari, …) as 0–9: each script's ten digits stand in a row in Unicode. */
function asciiDigit(letter: string): string | undefined {
  if (!/^\p{Nd}$/u.test(letter)) return undefined;
  const code = letter.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > 0 && code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}

/**
 * Folds what different keyboards, programs and tricks make of the same text: NFKC (full-width digits, ligatures, styled
 * letters), invisible characters dropped, quotes and dashes made plain, look-alike letters inside Latin words made Latin,
 * broken and encoded words put together (rejoin.ts). Linear in the length of the text.
 */
export function normalize(original: string): Normalized {
  const decoded = rewrite(original, decoding(original));
  const folded = after(decoded, foldLetters(decoded.text));
  const whole = after(folded, rewrite(folded.text, respelling(folded.text)));
  return { ...whole, text: narrow(whole.text) };
}

const chunk = 4096;

/**
 * The same text, made anew where all its signs have numbers up to 255. A part of a text that holds a single curly quote keeps
 * two bytes a sign, in which every pattern takes a third longer and is compiled once more.
 */
function narrow(text: string): string {
  const codes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 255) return text;
    codes[at] = code;
  }
  let narrowed = '';
  for (let at = 0; at < codes.length; at += chunk) narrowed += String.fromCharCode(...codes.subarray(at, at + chunk));
  return narrowed;
}

// What can need folding: signs beyond ASCII and the backtick, with the letter before them that a mark may stand on.
const unusual = /[\0-\x5F\x61-\x7F]?[`\x80-\uFFFF]+/g;

function foldLetters(original: string): Normalized {
  const folded = rewrite(original, folding(original));
  const { text } = folded;
  // Both keep the length.
  const plain = foreign.test(text)
    ? text.replace(mixedWord, (word) =>
        latin.test(word) && foreign.test(word)
          ? [...word].map((letter) => lookalikes.get(letter) ?? letter).join('')
          : word,
      )
    : text;
  return { ...folded, text: plain.replace(roundLetter, '0') };
}

function folding(original: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: run, index } of original.matchAll(unusual)) {
    const until = index + run.length;
    for (let at = index; at < until; ) {
      const begin = at;
      const first = String.fromCodePoint(original.codePointAt(at) ?? 0);
      at += first.length;
      let cluster = invisible.test(first) ? '' : first;
      while (cluster !== '' && at < until) {
        const next = String.fromCodePoint(original.codePointAt(at) ?? 0);
        if (!combining.test(next) || at - begin > 16) break;
        at += next.length;
        if (!invisible.test(next)) cluster += next;
      }
      const text = simpler[cluster] ?? asciiDigit(cluster) ?? cluster.normalize('NFKC');
      if (text !== original.slice(begin, at)) edits.push({ start: begin, end: at, text });
    }
  }
  return edits;
}
