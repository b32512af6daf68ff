import { type Candidate, type Document, matches, matchesAt, matchesIf } from '../document.ts';
import { type Ratings, ratingsOf } from './rating.ts';

const what = { type: 'DATE', reason: 'date' } as const;
const doubtful = { ...what, tier: 'check' } as const;
const weekday =
  '(?:(?:(?:mon|tues?|weds?|wednes|thur?s?|fri|sat|satur|sun)(?:day)?s?|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|tu|we|th|fr|sa|su|[mtwf])\\b\\.?,?\\s{1,2}(?:the\\s)?)';
const pair = new RegExp(
  `(?<![a-zA-ZÀ-ɏ0-9./$-])(${weekday})?(0?[1-9]|[12]\\d|3[01])\\s?\\/\\s?(0?[1-9]|[12]\\d|3[01])(?![0-9/%]|[.-]\\d|\\s?(?:mg|mcg|wks?|weeks?|yrs?|months?|mos?|hrs?|days?|nights?|times|of|full|stars?|correct|sessions?|kids|clients|people|items|tabs?|tablets?|cups?|dose|split|custody|criteria|x)\\b)`,
  'gi',
);
const slash = /\d\s?\/\s?\d/;
const fullDate = /\d[-/.]\d{1,2}[-/.]\d/;
// A weekday goes with the full date behind it.
const beforeFull = new RegExp(
  `(?<![a-zA-ZÀ-ɏ0-9])${weekday}(?=\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d\\d){1,2}(?!\\d))`,
  'gi',
);
const range =
  /(?<![a-zA-ZÀ-ɏ0-9./$-])(0?[1-9]|1[0-2])\/([12]\d|3[01]|0?[1-9])\s?(?:-|to|through|thru|and|&)\s?(?:(?:0?[1-9]|1[0-2])\/)?([12]\d|3[01]|0?[1-9])(?![a-zA-ZÀ-ɏ0-9/%])/uy;
// "28/7-15/8", "from 28/7 to 2/8": the day first.
const dayFirst =
  /(?<![a-zA-ZÀ-ɏ0-9./$-])(?:1[3-9]|2\d|3[01])\/(?:0?[1-9]|1[0-2])\s?(?:-|–|to|until)\s?(?:[12]\d|3[01]|0?[1-9])\/(?:0?[1-9]|1[0-2])(?![a-zA-ZÀ-ɏ0-9/%])/uy;
const lead =
  "\\b(?:on|as of|since|until|till?|by|dated?|seen|due|from|dob|admitted|discharged|intake|(?:hearing|court date|appointment|appt|trial|surgery|birthday)(?:'s| is)?|court|died|fell|crashed|attempted|arrested|assaulted|hospitali[sz]ed|overdosed|relapsed|quit|moved|started|suspended|am|vom|le|el|him|her|them)\\s{1,2}";
const unit =
  '(?:mg|mcg|ml|min|hrs?|hours|x|points?|pts|%|lbs?|kg|g|am|pm|wks?|weeks|days|sessions|times|months|mo|yrs?|years)\\b';
const pointed = new RegExp(
  `(?<=${lead})(?<!from\\s{1,2})(?:0?[1-9]|[12]\\d|3[01])\\.(?:0?[1-9]|1[0-2]|[12]\\d|3[01])\\.?(?![a-zA-ZÀ-ɏ0-9%]|[./]\\d|\\s?${unit})`,
  'iy',
);
// "dropped from 1.9 to 0.7": figures before and after.
const change = /\bfrom\s{1,2}$/i;
const changed = /^\s(?:to|->|→)\s\d/;
// Padded with a zero, nothing but a date is written so: "06-11".
const padded =
  /(?<![a-zA-ZÀ-ɏ0-9./$-])(?:0[1-9]-(?:0[1-9]|[12]\d|3[01])|1[0-2]-0[1-9]|(?:1[3-9]|2\d|3[01])-0[1-9])(?![a-zA-ZÀ-ɏ0-9%]|[-/.]\d)/uy;
// "cornea graft 5-30,": a month and a day that no range or score ends with, at the end of a clause.
const loneDashed = /(?<=[a-zA-ZÀ-ɏ)]\s)(?:[1-9]|1[0-2])-(?:1[3-9]|2\d|3[01])(?=[,;)]|\.?(?:\s{0,3}$|\.\s))/gmu;
const ranged =
  /\b(?:ages?|aged|grades?|scores?|scored|range[ds]?|between|from|of|about|approx|roughly|maybe|only|x|for|every|q|in|takes?|took|lasts?|items?|lines?|pages?|chapters?|sessions?|weeks?|wks?|to|at|is|was|are|hits?|say|like|a|the|bed|won|lost)\s$/i;
const dashed = new RegExp(
  `(?<=${lead})(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\\d|3[01])(?![a-zA-ZÀ-ɏ0-9%]|[-/.]\\d|\\s?${unit})`,
  'iy',
);

/** "the home study is 10-10", "Interview's 21.03": only behind an event of one day. */
const ofEvent =
  /(?<![a-zA-ZÀ-ɏ0-9./$-])(?:(?:0?[1-9]|1[0-2])[-.](?:0?[1-9]|[12]\d|3[01])|(?:[12]\d|3[01])[-.](?:0?[1-9]|1[0-2]))(?![a-zA-ZÀ-ɏ0-9%]|[-/.:]\d|\s?(?:mg|min|hrs?|hours|am|pm|weeks?|days|points?|%)\b)/uy;

/** Said right before a day, and hardly before a rating. */
const firmTime =
  /(?:\b(?:on|since|until|till?|by|dated?|due|seen|saw|born|dob|appt|appointment|session|visit|intake|hearing|court|adm|admit(?:ted)?|discharged?|dc'?d|d\/c|attempt(?:ed)?|died|week of|wk of|mtg|meeting|tmrw|tomorrow|today|yesterday|effective|started?|starting|ended|sent|signed|filed|released?|exp(?:ires)?|service|labs?|relapsed?|lmp|edd|dos|called?|eval)\s{0,2}[,:(=]?\s{0,2}\(?)$/i;
/** Said before a day and before a rating alike. */
const looseTime =
  /(?:\b(?:from|before|after|for|last|next|of|night|morning|between|btwn)\s{0,2}[,:(=]?\s{0,2}\(?|[(]\s?)$/i;
/** "the hearing is 3/4", "Her birthday: 3/4": an event of one day, and that it is, was or is set for. */
const eventBefore =
  /\b(?:hearing|court(?: date)?|appt|appointment|birthday|b-?day|anniversary|deadline|trial|evaluation|eval|wedding|funeral|surgery|intake|visit|dob|discharge|deposition|mediation|review|meeting|due date|delivery|release|graduation|exam|test|move|flight|session|interview|home study|family night|iep|arraignment|sentencing|biopsy|scan|mri)(?:(?:'s|\s(?:is|was|are|were|will be|to|set for|moved to|scheduled for|falls on|on))(?:\snow)?)?\s?[:=]?\s{1,2}$/i;
/** "missed 10/10 and 9/10": days on which somebody did not come. */
const absent = /\b(?:missed|no-?showed|skipped|cancell?ed)\s{1,2}$/i;
/** "10/11 hearing". */
const eventAfter =
  /^\s(?:hearing|court|appt|appointment|intake|trial|deadline|discharge|session|visit|surgery|mtg|meeting|eval)\b/i;
const ratio = new Set(['1/2', '1/3', '2/3', '1/4', '3/4', '50/50', '24/7', '1/1', '20/20']);

/** "3/14": a month and a day, told from ratings, fractions and blood pressure by what stands around it. */
export function dayMonthPairs(document: Document): Candidate[] {
  const { text } = document;
  if (!/\d\s?[/.-]\s?\d/.test(text)) return [];
  const ratings = ratingsOf(text);
  const before = (start: number) => text.slice(Math.max(0, start - 32), start);
  const firm = (start: number, end: number) =>
    firmTime.test(before(start)) || eventBefore.test(before(start)) || eventAfter.test(text.slice(end, end + 16));
  const rated = (m: RegExpExecArray, start: number) => ratings.has(start, m[2] ?? '', m[3] ?? '');
  const certain = (m: RegExpExecArray, start: number, end: number) =>
    m[1] !== undefined ||
    firm(start, end) ||
    (looseTime.test(before(start)) && Number(m[3]) !== 10 && !rated(m, start));
  return [
    ...matchesIf(fullDate, document, beforeFull, what),
    ...matchesAt(
      document,
      document.starts.figures,
      range,
      what,
      (m, start, end) => firm(start, end) || absent.test(before(start)) || !isSpread(m, ratings, start),
    ),
    ...matchesAt(document, document.starts.figures, dayFirst, doubtful),
    ...matchesIf(slash, document, pair, what, (m, start, end) => possible(m) && certain(m, start, end)),
    ...matchesIf(
      slash,
      document,
      pair,
      doubtful,
      (m, start) => possible(m) && !ratio.has(`${m[2]}/${m[3]}`) && Number(m[3]) !== 10 && !rated(m, start),
    ),
    ...matchesAt(
      document,
      document.starts.figures,
      pointed,
      what,
      (m, start, end) =>
        !(change.test(before(start)) && changed.test(text.slice(end, end + 6))) &&
        // "until 2.5": an age or a dose, where a day would have a point behind it.
        !(/^\d\.\d$/.test(m[0]) && /\b(?:until|till?|by)\s{1,2}$/i.test(before(start))),
    ),
    ...matchesAt(document, document.starts.figures, ofEvent, what, (_, start) => eventBefore.test(before(start))),
    ...matchesAt(document, document.starts.figures, dashed, what),
    ...matchesAt(document, document.starts.figures, padded, doubtful),
    ...matches(document, loneDashed, doubtful, (_, start) => !ranged.test(before(start))),
  ];
}

/** "8/10 to 3/10", "2/7-5/7": two ratings on one scale. */
function isSpread(range: RegExpExecArray, ratings: Ratings, start: number): boolean {
  const [, figure = '', scale = '', other] = range;
  return other === scale || (Number(scale) <= 10 && ratings.has(start, figure, scale));
}

function possible(match: RegExpExecArray): boolean {
  const [first, second] = [Number(match[2]), Number(match[3])];
  return `${first}/${second}` !== '24/7' && ((first <= 12 && second <= 31) || (first <= 31 && second <= 12));
}
