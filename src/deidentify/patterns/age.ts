import { type Candidate, type Document, group, matches } from '../document.ts';

const what = { type: 'AGE', reason: 'ageOver89' } as const;
const words =
  '(?:ninety|one hundred|a hundred|hundred)(?:[ -](?:and[ -])?(?:one|two|three|four|five|six|seven|eight|nine|ten)(?![a-zA-ZÀ-ɏ]))?|noventa(?: y [a-zA-ZÀ-ɏ]{3,6})?|quatre-vingts?-(?:dix(?:-(?:sept|huit|neuf))?|onze|douze|treize|quatorze|quinze|seize)|(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)undneunzig|neunzig';
const figure = new RegExp(
  `(?<![a-zA-ZÀ-ɏ0-9./$€£#-]|\\d\\s)(?:9\\d|1[01]\\d|120|${words})(?:ish|\\+)?(?![0-9/:%]|[.,]\\d|-\\d)`,
  'gi',
);

/** Said right behind the number: years of life, or a sex. */
const old =
  /^\s?-?\s?(?:y\s?[/.]?\s?o\b|yo[mf]?\b|yrs?\.?[\s-]?(?:old|young|of age|m\b|f\b)|years?[\s-](?:old|young|of age)|year-old|y\/o|a[nñ]os(?!\s(?:sin|de (?:sobri|matri|serv|exp)|con))|ans\b(?! de (?:service|mari))|jahre\b|j[aä]hrig|yr\b(?!s?\s(?:clean|sober|of|in))|going on \d)/i;
const sex = /^\s?-?\s?(?:yo?\s)?(?:[mf]|male|female|nb)(?![a-zA-ZÀ-ɏ0-9'])/i;
/** Said right behind a number that is something else. */
const unit =
  /^\s?-?\s?(?:%|percent|min|hrs?\b|hours?|h\b|sec|days?\b|d\b|w?ks?\b|weeks?|mos?\b|months?|mg|mcg|ml|meq|lbs?\b|pounds|kg|g\b|oz|cm|in\b(?=\s(?:tall|wide))|bpm|sess|times|x\b|miles?|mi\b|km|ft\b|people|ppl|clients?|pts?\b|patients|points?|items?|pages?|bucks|dollars|notes?|degrees|something|units?|visits?|meetings|chips?|proof|years?|yrs|calls?|emails?|texts?|hits|or more|and up|per\b|on (?:the|a|her|his) (?:phq|gad|pcl|scale|wais|wisc)|day\b|th\b|k\b)/i;

const soft =
  '(?:\\s(?:now|just|only|already|almost|nearly|about|still|like|around|over|past|nearing|well over|close to|going on|somewhere around|a spry|all of|to be|approx(?:imately)?|roughly|maybe|turning|pushing|at least|up to)){0,2}';
const ageWord = new RegExp(
  `\\b(?:age[ds]?(?:\\s(?:of|is|was|at))?|turn(?:s|ed|ing)?|reached|hit(?:s|ting)?|pushing|approaching|celebrat(?:es|ed|ing)|(?:man|woman|lady|gentleman|person|patient|client|widow|widower|veteran|vet|grandmother|mother|father) of|at the age of|edad(?: de)?|[aâ]g[eé]e? de|tiene|a(?:ns)?)${soft}[\\s:=,(]{1,3}$`,
  'i',
);
const subject = new RegExp(
  `(?:\\b(?:he|she|they|who|hes|shes|whos|theyre|pt|cl|client|mom|dad|mum|mother|father|wife|husband|husb|grandma|gma|gpa|grandpa|nana|sister|brother|aunt|uncle|neighbou?r|man|woman|i|dob|born)(?:'s|'m|'re)?|\\b(?:is|was|are|were|am|be|been|being))${soft}\\s{1,2}$`,
  'i',
);
const measure =
  /\b(?:temp(?:erature)?|hr|pulse|sats?|o2|spo2|weighs?|weight|wt|iq|fsiq|scores?|scored|bp|sugar|glucose|level|rate|bal|bac|bmi|percentile|total|sum|fee|copay|price|cost|rent|bill|number|count|room|channel|highway|route|chapter|page|section|audit|budget|speed|fever|caseload|census|adherence|attendance|cpt|code|[a-z]{2,}-?\d+)\s(?:is|was|are|were|at|of|now|still|about|around|to|from|=|went|goes|up|down|\s)*$/u;
const listed =
  /(?:[a-zA-ZÀ-ɏ]["'.)*_]?,\s{1,2}|[a-zA-ZÀ-ɏ]["'.*_]?\s?\(\s?(?:[mf],?\s|now\s|age[ds]?\s)?|\b\d{4}\s?\(|[-–]\s)$/i;
const listEnd =
  /^\s?(?:\(!+\)|[,.;:!?)\]\n-]|$|(?:who|and|w\/|with|in|at|has|had|lives?|living|is|was|still|from|on|but|he|she|needs|widow(?:ed|er)?|retired|lost)\b)/i;

const decade =
  /\b(?:(?:early|mid|late|upper|high|her|his|their|well into|into|my|mom's|dad's)[\s-]{1,2}){1,3}(?:the\s|(?:her|his|their)\s)?(90'?s|nineties|100s|hundreds)\b/dgi;
const birthday =
  /(?<![a-zA-ZÀ-ɏ0-9])((?:9\d|1[01]\d)(?:st|nd|rd|th)|ninetieth|ninety-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|(?:one )?hundredth)(?=\s(?:birthday|b-?day|year\b|bd\b))/dgi;
const born =
  /\b(?:born|b\.|birth ?year|dob|yob|nacid[oa]|naci[oó]|n[eé]e?|geb\.?|geboren)(?:\s(?:in|around|circa|about|back in|en|the year))*[\s:=(]{1,3}((?:18\d\d|19[0-2]\d|193[0-5]))(?!\d|[-/.]\d)|\b(?:class of|graduated(?: hs| high school)? in|married in|enlisted in|drafted in)\s(19[0-4]\d)(?!\d)/dgi;
const centenarian = /\b(?:super)?(?:centenarian|nonagenarian)\b/gi;

/**
 * Ages over 89, which Safe Harbor folds into "90 or older" (45 CFR 164.514(b)(2)(i)(C)), and birth years that imply one.
 * The core has no clock: birth years up to 1935 count.
 */
export function agesOver89(document: Document): Candidate[] {
  const { text } = document;
  return [
    ...matches(document, figure, what, (_, start, end) => isAge(text, start, end)),
    ...matches(document, decade, what, (m) => group(m, 1)),
    ...matches(document, birthday, what, (m) => group(m, 1)),
    ...matches(document, born, what, (m) => group(m, 1) || group(m, 2)),
    ...matches(document, centenarian, what),
  ];
}

function isAge(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 28);
  const before = text.slice(Math.max(0, start - 48), start);
  if (old.test(after)) return !/^\s?\S{1,8}\s(?:clean|sober|ago|apart|together|later|experience)/i.test(after);
  if (sex.test(after)) return true;
  // "out of a hundred men": a figure of speech unless years of life stand beside it.
  if (/\b(?:of|in|per|out of)\s(?:a\s|one\s)?$/i.test(before) && /hundred/i.test(text.slice(start, end))) return false;
  if (/^\s?(?:yrs?|years)\s?[,.;)]/i.test(after) && listed.test(before)) return true;
  if (unit.test(after) || /^[a-zA-ZÀ-ɏ]/.test(after)) return false;
  if (measure.test(before)) return false;
  if (ageWord.test(before) || subject.test(before)) return true;
  if (/(?:^|[.!?]["')]?\s{1,2}|\n)$/.test(before) && /^(?:!|,\s(?!\d)\p{Ll})/u.test(after)) return true;
  // "Ngozi (94)", "Mr. Abernathy, 96, …": an age in apposition; "VCI 118, VSI 97" are scores.
  return (
    listed.test(before) && listEnd.test(after) && !/\d\s{0,2},?\s{0,2}$|[A-Z]{2}[\w-]{0,20}\s?[,(]\s?$/.test(before)
  );
}
