import { isPossiblePhoneNumber } from 'libphonenumber-js/min';
import { type Candidate, type Document, matches } from '../document.ts';

const what = { type: 'PHONE', reason: 'phone' } as const;
const extension = '(?:[\\s,;]{0,3}(?:ext(?:ension)?|x|xt|poste|anexo|int)[.:]?\\s?#?\\d{1,6})?';
const edge = '(?<![\\d\\p{L}$£€#_-])(?<!\\d[.,/])';
const stop = '(?![\\d\\p{L}_]|[.,/-]\\d)';
const northAmerican = new RegExp(
  `${edge}(?:\\+?1[\\s.-]{0,3})?(?:\\(\\s?\\d{3}\\s?\\)|\\d{3})[\\s./-]{0,3}\\d{3}[\\s.-]{0,3}\\d{4}${extension}${stop}`,
  'gu',
);
const local = new RegExp(`${edge}\\d{3}(?:-|\\.|\\s|-\\s|\\s-\\s?)\\d{4}${extension}${stop}`, 'gu');
const international = new RegExp(
  `(?<![\\d\\p{L}])(?:\\+|00)\\s?\\d{1,3}(?:[\\s().-]{0,3}\\d{1,5}){2,7}${extension}${stop}`,
  'gu',
);
const national = new RegExp(`${edge}\\(?0\\d{1,4}\\)?(?:[\\s./-]{0,3}\\d{2,7}){1,5}${extension}${stop}`, 'gu');
const grouped = new RegExp(`${edge}\\d{2,4}(?:[\\s.-]\\d{2,4}){2,4}${extension}${stop}`, 'gu');
const cue =
  /(?:\b(?:call(?:ed|s|ing)?|phone|ph|cell|mobile|tel[eé]?(?:fono|phone)?|fax|text(?:ed|s)?|txt|pager|reach(?:ed)?|number|num|contact|whatsapp|voicemail|vm|landline|line|dial|callback|m[oó]vil|celular|portable|handy|ring|sms|tty|vp)\b|#|☎|📞)[^\n]{0,24}$/iu;

/** Telephone, fax and pager numbers: North American, local, international and other national shapes, with extension. */
export function phones(document: Document): Candidate[] {
  const { text } = document;
  const cuedAt = (start: number) => cue.test(text.slice(Math.max(0, start - 40), start));
  const digits = (value: string) => value.replace(/\D/g, '').length;
  return [
    ...matches(document, northAmerican, what),
    // "555 0134" or "555.0134" may be anything; a hyphen, or a word for a telephone before it, decides.
    ...matches(document, local, what, (m, start) => m[0][3] === '-' || cuedAt(start)),
    ...matches(document, international, what, (m) => digits(m[0]) >= 8),
    ...matches(document, national, what, (m) => {
      const count = digits(m[0].replace(/(?:ext|x).*$/i, ''));
      return (
        count >= 9 && count <= 12 && !/^0\d\/\d\d\/\d{4}|^0\d[.-]\d\d[.-]\d{4}/.test(m[0]) && possibleSomewhere(m[0])
      );
    }),
    ...matches(document, grouped, what, (m, start) => digits(m[0]) >= 7 && digits(m[0]) <= 12 && cuedAt(start)),
    ...spelledOut(document),
  ];
}

// Countries whose national form begins with 0 and is often met in English, Spanish, French and German text.
function possibleSomewhere(value: string): boolean {
  const bare = value.replace(/(?:ext|x).*$/i, '');
  return (['GB', 'FR', 'DE', 'AU', 'NZ', 'IE', 'IN', 'ZA', 'NG', 'KE', 'MX', 'NL', 'IT', 'JP'] as const).some(
    (country) => isPossiblePhoneNumber(bare, country),
  );
}

const digitWord = new Set(
  'zero oh o one two three four five six seven eight nine ten double triple hundred cero uno dos tres cuatro cinco seis siete ocho nueve diez deux trois quatre cinq sept huit neuf dix null eins zwei drei vier funf sechs sieben acht neun'.split(
    ' ',
  ),
);

/** "five five five oh one six two": seven and more spoken digits in a row. */
function spelledOut(document: Document): Candidate[] {
  const found: Candidate[] = [];
  const { tokens } = document;
  let first = -1;
  let count = 0;
  for (let i = 0; i <= tokens.length; i++) {
    const token = tokens[i];
    if (token && first >= 0 && token.kind === 'mark' && /^[-,.]$/.test(token.text)) continue;
    const spoken = token && (digitWord.has(token.low) || (token.kind === 'number' && token.text.length === 1));
    if (token && spoken) {
      if (first < 0) [first, count] = [i, 0];
      count++;
      continue;
    }
    if (first < 0) continue;
    const begin = tokens[first];
    let last = i - 1;
    while (last > first && tokens[last]?.kind === 'mark') last--;
    const end = tokens[last];
    if (begin && end && count >= 7) found.push({ ...what, tier: 'remove', start: begin.start, end: end.end });
    first = -1;
  }
  return found;
}
