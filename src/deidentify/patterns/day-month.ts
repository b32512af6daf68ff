import { type Candidate, type Document, matches } from '../document.ts';

const what = { type: 'DATE', reason: 'date' } as const;
const doubtful = { ...what, tier: 'check' } as const;
const weekday =
  '(?:(?:(?:mon|tues?|weds?|wednes|thur?s?|fri|sat|satur|sun)(?:day)?s?|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|tu|we|th|fr|sa|su|[mtwf])\\b\\.?,?\\s{1,2}(?:the\\s)?)';
const pair = new RegExp(
  `(?<![a-zA-ZÀ-ɏ0-9./$-])(${weekday})?(0?[1-9]|[12]\\d|3[01])\\s?\\/\\s?(0?[1-9]|[12]\\d|3[01])(?![0-9/%]|[.-]\\d|\\s?(?:mg|mcg|wks?|weeks?|yrs?|months?|mos?|hrs?|days?|nights?|times|of|full|stars?|correct|sessions?|kids|clients|people|items|tabs?|tablets?|cups?|dose|split|custody|criteria|x)\\b)`,
  'gi',
);
// A weekday goes with the full date behind it.
const beforeFull = new RegExp(
  `(?<![a-zA-ZÀ-ɏ0-9])${weekday}(?=\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d\\d){1,2}(?!\\d))`,
  'gi',
);
const range =
  /(?<![a-zA-ZÀ-ɏ0-9./$-])(?:0?[1-9]|1[0-2])\/(?:[12]\d|3[01]|0?[1-9])\s?(?:-|to|through|thru|and|&)\s?(?:(?:0?[1-9]|1[0-2])\/)?(?:[12]\d|3[01]|0?[1-9])(?![a-zA-ZÀ-ɏ0-9/%])/gu;
const lead =
  '\\b(?:on|since|until|till?|by|dated?|seen|due|from|dob|admitted|discharged|intake|hearing|court|died|fell|crashed|attempted|arrested|assaulted|hospitali[sz]ed|overdosed|relapsed|quit|moved|started|suspended|am|vom|le|el|him|her|them)\\s{1,2}';
const unit =
  '(?:mg|mcg|ml|min|hrs?|hours|x|points?|pts|%|lbs?|kg|g|am|pm|wks?|weeks|days|sessions|times|months|mo|yrs?|years)\\b';
const pointed = new RegExp(
  `(?<=${lead})(?:0?[1-9]|[12]\\d|3[01])\\.(?:0?[1-9]|1[0-2]|[12]\\d|3[01])\\.?(?![a-zA-ZÀ-ɏ0-9%]|[./]\\d|\\s?${unit})`,
  'gi',
);
// "dropped from 1.9 to 0.7": figures before and after.
const change = /\bfrom\s{1,2}$/i;
const changed = /^\s(?:to|->|→)\s\d/;
// Padded with a zero, nothing but a date is written so: "06-11".
const padded = /(?<![a-zA-ZÀ-ɏ0-9./$-])(?:0[1-9]-(?:0[1-9]|[12]\d|3[01])|1[0-2]-0[1-9])(?![a-zA-ZÀ-ɏ0-9%]|[-/.]\d)/gu;
// "cornea graft 5-30,": a month and a day that no range or score ends with, at the end of a clause.
const loneDashed = /(?<=[a-zA-ZÀ-ɏ)]\s)(?:[1-9]|1[0-2])-(?:1[3-9]|2\d|3[01])(?=[,;)]|\.?(?:\s{0,3}$|\.\s))/gmu;
const ranged =
  /\b(?:ages?|aged|grades?|scores?|scored|range[ds]?|between|from|of|about|approx|roughly|maybe|only|x|for|every|q|in|takes?|took|lasts?|items?|lines?|pages?|chapters?|sessions?|weeks?|wks?|to|at|is|was|are|hits?|say|like|a|the|bed|won|lost)\s$/i;
const dashed = new RegExp(
  `(?<=${lead})(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\\d|3[01])(?![a-zA-ZÀ-ɏ0-9%]|[-/.]\\d|\\s?${unit})`,
  'gi',
);

const timeBefore =
  /(?:\b(?:on|since|until|till?|by|dated?|from|before|after|for|due|seen|saw|born|dob|appt|appointment|session|visit|intake|hearing|court|adm|admit(?:ted)?|discharged?|dc'?d|d\/c|attempt(?:ed)?|died|last|next|week of|wk of|of|mtg|meeting|tmrw|tomorrow|today|yesterday|night|morning|effective|started?|starting|ended|sent|signed|filed|released?|exp(?:ires)?|service|labs?|relapsed?|lmp|edd|dos|between|btwn|called?|eval)\s{0,2}[,:(=]?\s{0,2}\(?|[(]\s?)$/i;
// Ratings, fractions and other figures of the trade: "pain 6/10", "ASRS 5/6", "BP 128/82".
const scoreBefore =
  /(?:\bx\s{0,2}|\b(?:suds?|pain|score[ds]?|scoring|rat(?:ed?s?|ing)|scale|bp|vision|mood|anxiety|depression|hope|energy|urges?|crav(?:ing|ings)|guilt|anger|sleep|motivation|worry|distress|confidence|importance|readiness|stress|sadness|shame|panic|nightmares?|intensity|severity|effort|strength|pulses|cut|took|take|only|got|custody|adherence|attended|criteria|items?|missed|completed?|did|split|shared?|nearly|almost|roughly|approx|about|a solid|a|at a|maybe|like|orientation|oriented|recall|apgars?|katz|lawton|barthel|zarit|norton|braden|tinetti|epworth|oswestry|edinburgh|beighton|part [a-z])|\b[A-Z][A-Za-z]*-?[A-Z\d]{1,6})[\s:=~,-]{0,3}(?:is|was|of|at|a|were|from|to)?\s{0,2}$/u;
// No common scale ends at these figures.
const fullScale = /^(?:1[346789]|2[368]|29|31)$/;
const ratio = new Set(['1/2', '1/3', '2/3', '1/4', '3/4', '50/50', '24/7', '1/1', '20/20']);

/** "3/14": a month and a day, told from ratings, fractions and blood pressure by what stands before it. */
export function dayMonthPairs(document: Document): Candidate[] {
  const { text } = document;
  const before = (start: number) => text.slice(Math.max(0, start - 28), start);
  const certain = (m: RegExpExecArray, start: number) => m[1] !== undefined || timeBefore.test(before(start));
  return [
    ...matches(document, beforeFull, what),
    ...matches(document, range, what),
    ...matches(document, pair, what, (m, start) => possible(m) && certain(m, start)),
    ...matches(
      document,
      pair,
      doubtful,
      (m, start) =>
        possible(m) &&
        !ratio.has(`${m[2]}/${m[3]}`) &&
        Number(m[3]) !== 10 &&
        (fullScale.test(m[3] ?? '') || !scoreBefore.test(before(start))),
    ),
    ...matches(
      document,
      pointed,
      what,
      (_, start, end) => !(change.test(before(start)) && changed.test(text.slice(end, end + 6))),
    ),
    ...matches(document, dashed, what),
    ...matches(document, padded, doubtful),
    ...matches(document, loneDashed, doubtful, (_, start) => !ranged.test(before(start))),
  ];
}

function possible(match: RegExpExecArray): boolean {
  const [first, second] = [Number(match[2]), Number(match[3])];
  return `${first}/${second}` !== '24/7' && ((first <= 12 && second <= 31) || (first <= 31 && second <= 12));
}
