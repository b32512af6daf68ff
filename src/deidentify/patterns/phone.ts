import { isPossiblePhoneNumber } from 'libphonenumber-js/min';
import { type Candidate, type Document, matches, matchesIf } from '../document.ts';
import { spokenRuns } from './spoken.ts';

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
const brazilian = /(?<![\d\p{L}])\(\d{2}\)\s?9?\d{4}[-\s]\d{4}(?!\d)/gu;
const grouped = new RegExp(`${edge}\\d{2,4}(?:[\\s.-]\\d{2,4}){2,4}${extension}${stop}`, 'gu');
const extensionAlone = /\b(?:ext(?:ension)?|pager|beeper|pgr)\.?\s{0,2}#?\d(?:\s?\d){2,5}(?![\d/%])/gi;
const cue =
  /(?:\b(?:call(?:ed|s|ing)?|phone|ph|cell|mobile|tel[eé]?(?:fono|phone)?|fax|text(?:ed|s)?|txt|pager|reach(?:ed)?|number|num|contact|whatsapp|voicemail|vm|landline|line|dial|callback|m[oó]vil|celular|portable|handy|ring|sms|tty|vp)\b|#|☎|📞)[^\n]{0,24}$/i;

/** Telephone, fax and pager numbers: North American, local, international and other national shapes, with extension. */
export function phones(document: Document): Candidate[] {
  const { text } = document;
  const cuedAt = (start: number) => cue.test(text.slice(Math.max(0, start - 40), start));
  const digits = (value: string) => value.replace(/\D/g, '').length;
  return [
    ...unlabelled(document, matches(document, northAmerican, what)),
    // "555 0134" or "555.0134" may be anything; a hyphen, or a word for a telephone before it, decides.
    ...unlabelled(
      document,
      matches(document, local, what, (m, start) => m[0][3] === '-' || cuedAt(start)),
    ),
    ...unlabelled(
      document,
      matches(document, international, what, (m) => digits(m[0]) >= 8),
    ),
    ...unlabelled(
      document,
      matches(document, national, what, (m) => {
        const count = digits(withoutExtension(m[0]));
        return (
          count >= 9 && count <= 12 && !/^0\d\/\d\d\/\d{4}|^0\d[.-]\d\d[.-]\d{4}/.test(m[0]) && possibleSomewhere(m[0])
        );
      }),
    ),
    ...matches(document, grouped, what, (m, start) => digits(m[0]) >= 7 && digits(m[0]) <= 12 && cuedAt(start)),
    ...matches(document, brazilian, what),
    ...matches(document, extensionAlone, what),
    ...matchesIf(/#/, document, dialed, { type: 'ID', reason: 'idNumber' }, (_, start) =>
      /\b(?:dial|call|phone|press|enter|meeting|conference|code|pin|passcode|then)\b/i.test(
        text.slice(Math.max(0, start - 40), start),
      ),
    ),
    ...spelledOut(document),
  ];
}

/** "dial in 020 7946 0532 then 771 903#": the code of a meeting, as one presses it. */
const dialed = /(?<![\d#])\d(?:\s?\d){3,11}#(?![\p{L}\p{N}])/gu;

/** "MRN 00482913", "Account 5551234567": what looks like a telephone number is what its label says. */
const unlabelled = ({ text }: Document, found: readonly Candidate[]): Candidate[] =>
  found.map((one) => {
    const before = text.slice(Math.max(0, one.start - 30), one.start);
    if (/[+(]/.test(text[one.start] ?? '') || !label.test(before)) return one;
    return { ...one, type: 'ID', reason: account.test(before) ? 'accountNumber' : 'idNumber' };
  });
const account = /\bacc(?:oun)?t\b[^\p{L}]*(?:(?:id|no|nr|num(?:ber)?|is|was)[^\p{L}]*)*$/iu;
const label =
  /(?<![\p{L}\p{N}])(?:mrn|ssn?|social(?: security)?|medical record|chart|record|file|case|claim|policy|member|subscriber|group|plan|docket|account|acct|medicaid|medicare|nhs|passport|licen[cs]e|permit|invoice|order|ref(?:erence)?|auth(?:orization)?|id)\.?\s?(?:id|no|nr|num(?:ber)?|#)?[\s.:=#]{0,3}(?:is|was)?\s?$/iu;

/** Some of it in words, or a word for a telephone before it: "3 3 2 7 3 3 8 2" by itself is somebody's mood. */
const isSaid = (tokens: Document['tokens'], run: { first: number; last: number }): boolean =>
  tokens.slice(run.first, run.last + 1).some((token) => token.kind === 'word') ||
  tokens.slice(Math.max(0, run.first - 6), run.first).some((token) => cueWord.test(token.low));
const cueWord = /^(?:call|phone|ph|cell|mobile|tel|fax|text|pager|reach|number|num|contact|line|dial)/;

const withoutExtension = (value: string): string => value.slice(0, value.search(/ext|x|$/i));

// Countries whose national form begins with 0 and is often met in English, Spanish, French and German text.
function possibleSomewhere(value: string): boolean {
  const bare = withoutExtension(value);
  return (['GB', 'FR', 'DE', 'AU', 'NZ', 'IE', 'IN', 'ZA', 'NG', 'KE', 'MX', 'NL', 'IT', 'JP'] as const).some(
    (country) => isPossiblePhoneNumber(bare, country),
  );
}

/** "five five five oh one six two", "five oh three, 555 0150": seven and more digits in a row, some of them spoken. */
function spelledOut({ tokens }: Document): Candidate[] {
  return spokenRuns(tokens)
    .filter((run) => run.digits >= 7 && run.spelled === 0 && isSaid(tokens, run))
    .map((run) => ({ ...what, tier: 'remove', start: tokens[run.first]?.start ?? 0, end: tokens[run.last]?.end ?? 0 }));
}
