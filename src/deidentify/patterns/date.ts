import { type Candidate, type Document, group, matches, matchesAt, matchesIf } from '../document.ts';
import { beforeShady, cardinalWord, clearMonth, ordinalWord, shadyMonth, weekday } from '../words/dates.ts';

const what = { type: 'DATE', reason: 'date' } as const;
const loose = { type: 'DATE', reason: 'monthOrDay' } as const;

const month = `(?:${clearMonth}|${shadyMonth})`;
const day = `(?:(?:3[01]|[12]\\d|0?[1-9])(?:\\s?(?:st|nd|rd|th|er|η|º|°|\\.(?=\\s)))?|${ordinalWord}|${cardinalWord})`;
const year = "(?:(?:19|20)\\d\\d|'\\d\\d|(?:two thousand|nineteen|twenty)(?:[ -](?:and[ -])?[a-z]{3,9}){1,2})";
const edge = '(?<![a-zA-ZÀ-ɏ0-9_$])';
const stop = '(?![a-zA-ZÀ-ɏ0-9_])';
const lead = `(?:(?:${weekday})\\.?,?\\s+)?(?:(?:the|den|el|le|on the)\\s+)?`;

const dayMonth = new RegExp(
  `${edge}${lead}${day}(?:\\s?(?:-|to|bis|au|al|&)\\s?${day})?[\\s.-]{1,2}(?:of\\s+|de\\s+|d')?${month}${stop}(?:\\.?,?[\\s.-]{0,2}(?:de\\s+|del\\s+|of\\s+)?(?:${year}|\\d\\d(?![\\d:])))?`,
  'iy',
);
const monthDay = new RegExp(
  `${edge}${lead}${month}\\.?\\s{0,2}(?:the\\s+)?${day}(?![\\d:%]|\\.\\d|\\s?(?:mg|mcg|ml|times?|sessions?|percent|x\\b|am\\b|pm\\b))(?:\\s?(?:-|to|through|thru|&|and|/)\\s?(?:${month}\\.?\\s+)?${day}(?![\\d:]))?${stop}(?:,?\\s+${year}|,\\s?\\d{4})?`,
  'iy',
);
const monthYear = new RegExp(
  `${edge}${month}\\.?,?\\s{0,2}(?:of\\s+|de\\s+|del\\s+)?(?:${year}|'?\\d{2}(?=[.,;)\\s]*$))${stop}`,
  'imy',
);
const hyphened = new RegExp(`${edge}\\d{1,2}[-/. ]?${month}[-/. ]?\\d{2,4}${stop}`, 'iy');
const part = '(?:(?:early|mid|late|end|mi|début|fin)-)?';
const monthAlone = new RegExp(`${edge}${part}(?:${clearMonth})${stop}\\.?`, 'iy');
const shadyAlone = new RegExp(
  `${edge}(?:${beforeShady})[\\s-]+(${part}(?:${shadyMonth}))${stop}(?!\\s+(?:have|be|not|need|want|seem|also|or may)\\b)`,
  'diy',
);
const partSign = /(?:early|mid|late)-/i;
const partOfShady = new RegExp(`${edge}(?:early|mid|late)-(?:${shadyMonth})${stop}`, 'gi');
const weekdayOfMonth = new RegExp(
  `${edge}(?:first|second|third|fourth|last|[1-4](?:st|nd|rd|th))\\s(?:${weekday})\\s(?:of|in|de|du)\\s(?:${month})${stop}`,
  'iy',
);
const shadyRange = new RegExp(`${edge}(${month})\\s?(?:-|to|or|through|thru|/)\\s?(${month})${stop}`, 'iy');

// "my b-day is ten eleven eighty four".
const spoken =
  /(?<=\b(?:b-?day|birth ?day|born(?: on)?|dob|birth date)\b[\s,:]{0,3}(?:is|was|on)?\s{0,2})(?:(?:the\s)?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|oh|hundred|thousand|and|of)(?![a-z])[\s,-]{0,2}){3,9}/gi;
const birth = /b-?day|birth|born|dob/i;
const asian = /(?:令和|平成|昭和)?\d{1,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日|\d{1,2}월 ?\d{1,2}일/gu;
const dottedShort =
  /(?<=\b(?:b|born|geb|on|am|vom|seen|since|until|dated?|ab|bis|le|el)\b\.?[\s:(]{1,3})(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.?(?!\d)/iy;
const numericFull =
  /(?<![a-zA-ZÀ-ɏ0-9./-])(?:(?:19|20)\d\d\s?[-/.\\]\s?\d{1,2}\s?[-/.\\]\s?\d{1,2}|\d{1,2}\s?[-/\\]\s?\d{1,2}\s?[-/\\]\s?(?:19|20)?\d\d|\d{1,2}\.\s?\d{1,2}\.\s?(?:19|20)?\d\d)(?![a-zA-ZÀ-ɏ0-9]|[-/.]\d)/uy;
// "20.iv.24": the month as a Roman numeral.
const roman = /(?<![a-zA-ZÀ-ɏ0-9.])\d{1,2}\.(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})\.(?:\d{4}|\d\d)(?!\d)/iy;
/** "court 14-III-21", "14 III 2021": the same between hyphens, strokes or blanks. */
const romanApart =
  /(?<![a-zA-ZÀ-ɏ0-9./-])(?:3[01]|[12]\d|0?[1-9])([-/ ])(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2}|i{1,3}|iv|vi{0,3}|ix|xi{0,2})\1(?:(?:19|20)\d\d|\d\d)(?![a-zA-ZÀ-ɏ0-9]|[-/.]\d)/uy;
const compact = /(?<=\b(?:dob|d\.o\.b\.|born|date|birth)\b[\s:=]{0,4})(?:\d{8}|\d{6})(?!\d)/iy;
const monthSlashYear =
  /(?<![a-zA-ZÀ-ɏ0-9./-])(?:0?[1-9]|1[0-2])\s?\/\s?(?:(?:19|20)\d\d|'\d\d)(?![a-zA-ZÀ-ɏ0-9]|[-/.]\d)/uy;
/** "born 4/88": a month and a year of two figures. */
const bornIn =
  /(?<=\b(?:born(?: in)?|dob|b\.?|birth)\s{0,2}[:=]?\s{0,2})(?:0?[1-9]|1[0-2])\s?\/\s?\d\d(?![a-zA-ZÀ-ɏ0-9]|[-/.]\d)/iuy;
// "1.X": the month as a Roman numeral, beside one with its year.
const romanShort =
  /(?<![a-zA-ZÀ-ɏ0-9.])(?:3[01]|[12]\d|[1-9])\.(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})(?![a-zA-ZÀ-ɏ0-9]|\.\d)/uy;
// "4th March, then the fifth", "I can't make the nineteenth": days of a month that the text holds, or that nothing else counts to.
const laterDay = new RegExp(
  `\\bthe\\s(${ordinalWord}|(?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th))(?=\\s{0,2}(?:$|[.,;!?)"]))`,
  'dgim',
);
const highOrdinal =
  /^(?:eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|twenty|thirty)/i;
const beforeNth = 'on|by|until|till?|since|before|after|from|the|btwn|between|due|around';
const nthDay = new RegExp(
  `${edge}(?:(${weekday})\\.?,?\\s+(?:the\\s+)?((?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)|${ordinalWord}|(?:3[01]|[12]\\d)(?=[\\s]*(?:$|[.,;!?)])))|(?:${beforeNth})\\s+(?:the\\s+)?((?:3[01]|[12]\\d|[1-9])(?:st|nd|rd|th)|(?<=\\b(?:on|by|until|till?|since|due|due on|before|after)\\sthe\\s)(?:${ordinalWord})))${stop}`,
  'dimy',
);
const afterNth =
  /^\s*(?:$|\n|[.,;:!?)\]"-]|(?:and|or|&|at|but|for|to|in|with|w\/|bc|because|so|he|she|they|i|we|it|who|which|when|after|before|if|is|was|works|as|of this|of next|of last|this|next|last|per|from|by|then|a\.?m|p\.?m|@)\b)/i;

/**
 * What the patterns above that are tried at pieces begin with; in the first group what more than the last two begin with. One
 * search for it spares most of the eight tries at each word.
 */
const opening = new RegExp(
  `${edge}(?:(${weekday}|the|den|el|le|on|last|early|mid|late|end|mi|début|fin|\\d|${ordinalWord}|${cardinalWord}|${month})|${beforeShady}|${beforeNth})`,
  'gi',
);

/** Where an element of the calendar may begin, and where also a word that stands before one. */
function openings(text: string): { readonly elements: number[]; readonly words: number[] } {
  const [elements, words]: [number[], number[]] = [[], []];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    words.push(match.index);
    if (match[1] !== undefined) elements.push(match.index);
    // The next may begin within: "on the 4th".
    opening.lastIndex = match.index + 1;
  }
  return { elements, words };
}

/** "PHQ-9. May was hard", "scored 9. March was worse": with a point German writes a day, English ends a sentence. */
const endsSentence = /^\d{1,2}\.\s(?:march|april|may|june|july|august)$/i;
const beforeDay = /\b(?:am|den|vom|bis|ab|seit|zum|the|on|since|until|by)\s$/i;

/** Calendar elements finer than a year that are written out with a month, or in figures. */
export function dates(document: Document): Candidate[] {
  const { text } = document;
  const { elements, words } = openings(text);
  return [
    ...matchesAt(
      document,
      elements,
      dayMonth,
      what,
      (m, start) =>
        !(/\bmay$/i.test(m[0]) && !/[Mm]ay$/.test(m[0])) &&
        !isDose(text, start) &&
        !(endsSentence.test(m[0]) && !beforeDay.test(text.slice(Math.max(0, start - 8), start))),
    ),
    ...matchesAt(document, elements, monthDay, what, (_, start) => !isDrugForm(text, start)),
    ...matchesAt(document, document.starts.figures, hyphened, what),
    ...matchesAt(document, elements, monthYear, what, (_, start) => !isDrugForm(text, start)),
    ...matchesAt(document, elements, monthAlone, loose, (m, start, end) => {
      const [name = ''] = m[0].split('.');
      // "ten years ago.": a Spanish August only with its day. "Mayo's norms": the clinic; Spanish writes its months small.
      if (
        /^ago$/i.test(name) ||
        (name === 'Mayo' && !/\b(?:en|de|desde|hasta|a)\s$/i.test(text.slice(0, start).slice(-7)))
      )
        return false;
      return (!/^(?:nov|mai|jan|aug)$/.test(name) || /[\s.,)]/.test(text[end] ?? ' ')) && !isDrugForm(text, start);
    }),
    ...matchesAt(document, words, shadyAlone, loose, (m) => group(m, 1)),
    ...matchesIf(partSign, document, partOfShady, loose),
    ...matchesAt(document, elements, weekdayOfMonth, loose),
    ...matchesAt(document, elements, shadyRange, loose),
    ...matchesAt(document, document.starts.figures, numericFull, what, (m, start) =>
      plausible(m[0], bornBefore.test(text.slice(Math.max(0, start - 16), start))),
    ),
    ...matchesAt(document, document.starts.figures, compact, what),
    ...matchesAt(document, document.starts.figures, roman, what),
    ...matchesAt(
      document,
      document.starts.figures,
      romanApart,
      what,
      (m) => m[1] !== ' ' || /(?:19|20)\d\d$/.test(m[0]),
    ),
    ...matches(document, asian, what),
    ...matchesAt(document, document.starts.figures, dottedShort, what),
    ...matchesIf(birth, document, spoken, what, (m, start) => [start, start + m[0].trimEnd().length] as const),
    ...matchesAt(document, document.starts.figures, monthSlashYear, what),
    ...matchesAt(document, document.starts.figures, bornIn, what),
    ...matchesAt(document, document.starts.figures, romanShort, { ...loose, tier: 'check' }, () => isRoman.test(text)),
    ...matches(
      document,
      laterDay,
      { ...loose, tier: 'check' },
      (m, start) =>
        (highOrdinal.test(m[1] ?? '') || monthNear.test(text.slice(Math.max(0, start - 32), start))) && group(m, 1),
    ),
    ...matchesAt(document, words, nthDay, loose, (m, _, end) => {
      if (m[1])
        return (
          [group(m, 1) as readonly [number, number], group(m, 2) as readonly [number, number]].flat().length === 4 &&
          spanOf(group(m, 1), group(m, 2))
        );
      return afterNth.test(text.slice(end, end + 24)) && !isOrdinalTalk(text, end) && group(m, 3);
    }),
  ];
}

const isRoman = /\d\.(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})\.\d/i;
const monthNear = new RegExp(`\\b(?:${month})\\b`, 'i');

const spanOf = (from: readonly [number, number] | false, to: readonly [number, number] | false) =>
  from && to && ([from[0], to[1]] as const);

// "haldol dec 100": a decanoate depot, not December.
const isDrugForm = (text: string, start: number) =>
  /(?:haldol|prolixin|haloperidol|fluphenazine|modecate)\s+$/i.test(text.slice(Math.max(0, start - 16), start));
const isDose = (text: string, start: number) =>
  /\b(?:x|take|took|every)\s+$/i.test(text.slice(Math.max(0, start - 8), start));
const isOrdinalTalk = (text: string, end: number) =>
  /^\s+(?:time|session|grade|gr\b|visit|one|day|week|month|year|and \d)/i.test(text.slice(end, end + 12));

/** Month ≤ 12 in one place and day ≤ 31 in the other, in either order. */
const bornBefore = /\b(?:born(?: on)?|dob|b-?day|birthday|birth date)[\s:,(]{0,3}(?:is|was)?\s{0,2}$/i;
function plausible(value: string, born: boolean): boolean {
  const [a = 0, b = 0, c = 0] = value.split(/\s?[-/.\\]\s?/).map(Number);
  const [first, second] = a > 1000 ? [b, c] : [a, b];
  // "5/5/5": a rating; nobody writes one with a nought in front, or says that somebody was born on it.
  if (!born && a === b && b === c && !/(?<!\d)0\d/.test(value)) return false;
  return first >= 1 && second >= 1 && ((first <= 12 && second <= 31) || (first <= 31 && second <= 12));
}
