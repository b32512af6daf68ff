import { type Candidate, type Document, group, matches, matchesAt, matchesIf } from '../document.ts';
import type { Reason } from '../types.ts';
import { idLabels } from '../words/id-labels.ts';
import { digitsOf, isCode } from './codes.ts';
import { spokenRuns } from './spoken.ts';

const id = (reason: Reason = 'idNumber') => ({ type: 'ID', reason }) as const;
// A value: pieces of letters and digits joined by - . / # or a blank; a piece after a blank must hold a digit.
const value =
  '#?\\s?([a-zA-ZÀ-ɏ0-9*]{1,24}(?:[-./#:][a-zA-ZÀ-ɏ0-9*]{1,24}){0,6}(?:\\s(?=[A-Z]{0,3}\\d)[a-zA-ZÀ-ɏ0-9-]{1,16}){0,5}(?:\\s/\\s\\d{1,2}(?!\\d)|\\s[A-Z](?![a-zA-ZÀ-ɏ0-9.]))?)';
const filler =
  '(?:\\s?(?:no\\.?|nos?\\.?|nr\\.?|n[°ºo]\\.?|num(?:ber)?|id|is|was|#|:|=|-|\\(|ending(?: in)?|ends in|the|still|of|for|…|\\.{3}|x{2,6}(?=\\d)|last (?:4|four)(?: (?:of|is|are|digits))?)\\s?){0,5}';

const labelled = idLabels.map(
  ([words, reason]) =>
    [new RegExp(`(?<![a-zA-ZÀ-ɏ0-9])(?:${words})(?![a-zA-ZÀ-ɏ])s?\\.?${filler}${value}`, 'dgi'), reason] as const,
);

const social =
  /(?<![\da-zA-ZÀ-ɏ-])\d{3}\s?[- .]\s?\d{2}\s?[- .]\s?\d{4}(?![\da-zA-ZÀ-ɏ]|-\d)|(?<![\da-zA-ZÀ-ɏ-])(?:[x*]{3}[- ]?[x*]{2}[- ]?)\d{4}(?!\d)/gi;
const card = /(?<![\da-zA-ZÀ-ɏ-])\d(?:[ -]?\d){12,18}(?![\da-zA-ZÀ-ɏ]|-\d)/uy;
const lastFour =
  /\b(?:ending(?: in| with)?|ends (?:in|with)|(?:account|acct|card|phone|cell|ssn|mrn|social|policy|id|number) ends|last (?:4|four)(?: digits)?(?: of (?:the |her |his )?(?:ssn?|social|card|acct))?(?: (?:is|are|was))?)[\s:=#]{1,3}(\d{4})(?!\d)/dgi;
const carNumber =
  /(?<![\da-zA-ZÀ-ɏ-])(?=[A-HJ-NPR-Z\d]{0,16}[A-Z])(?=[A-Z]{0,16}\d)[A-HJ-NPR-Z\d]{17}(?![\da-zA-ZÀ-ɏ])/gi;
const numberSign = /#|n[°º]|no\./i;
const long17 = /[A-HJ-NPR-Z\d]{17}/i;
const hash =
  /((?:(?<![a-zA-ZÀ-ɏ0-9])[A-Z]{1,4})?#\s?[a-zA-ZÀ-ɏ]{0,4}-?\d[a-zA-ZÀ-ɏ\d-]{3,24}|(?:\bn[°º]\s?|\bno\.\s?)\s?[a-zA-ZÀ-ɏ]{0,4}-?\d[a-zA-ZÀ-ɏ\d-]{3,24})(?![a-zA-ZÀ-ɏ0-9])/dgi;
const joined =
  /(?<![a-zA-ZÀ-ɏ0-9@$€£#./-])(?=[a-zA-ZÀ-ɏ0-9./-]{0,30}[0-9])[a-zA-ZÀ-ɏ0-9]{1,20}(?:[-/.][a-zA-ZÀ-ɏ0-9]{1,20}){1,6}(?![a-zA-ZÀ-ɏ0-9])/gu;
const mixed =
  /(?<![a-zA-ZÀ-ɏ0-9@$€£#./_-])(?=[A-Za-z]{0,20}\d)(?=\d{0,20}[A-Za-z])[A-Za-z\d]{6,24}(?![a-zA-ZÀ-ɏ0-9./_-]{0,64}@)(?![a-zA-ZÀ-ɏ0-9])/gu;
const long = /(?<![a-zA-ZÀ-ɏ0-9$€£#.,/-])\d(?:[ -]?\d){5,24}(?![a-zA-ZÀ-ɏ0-9%]|[.,:/]\d)/uy;
/** Longer than any word and any figure that is counted: tokens, keys, numbers typed without a blank. */
const solid = /[A-Za-z\d]{25,}/y;
const solidStart = /[A-Za-z\d]{25}/;

// National insurance numbers ("QQ 12 34 56 C"), registered mail (UPU S10, "RN 4471 0093 2 GB"), Quebec's health card, and international bank account numbers (ISO 13616).
const zipped = /^[A-Z]{2}\s\d{5}$/;
const national = /(?<![a-zA-ZÀ-ɏ0-9])[A-Z]{2}\s?\d\d\s?\d\d\s?\d\d\s?[A-D](?![a-zA-ZÀ-ɏ0-9])/gu;
const registered =
  /(?<![a-zA-ZÀ-ɏ0-9])(?:[A-Z]{2}\s?\d{4}\s?\d{4}\s?\d\s?[A-Z]{2}|[A-Z]{4}\s?\d{4}\s?\d{4})(?![a-zA-ZÀ-ɏ0-9])/gu;
// "PSY 20418", "LMFT-98765": capitals and a number that is no billing code.
const licence =
  /(?<![a-zA-ZÀ-ɏ0-9-])(?!(?:CPT|HCPCS|ICD|ZIP|USD|EUR|GBP|SR|FM|US|FORM|CMS|DSM|CFR|USC|CODE|PHQ|GAD|PCL)\b)[A-Z]{2,5}[ -](\d{5,8})(?![a-zA-ZÀ-ɏ0-9]|[-/.,]\d)/dgu;
// Codes said one sign at a time, "X Y Z - 0 0 9 - 1 1 4", whose figures are read together by now; a card with its middle
// left out; a booking reference.
const apart =
  /(?<![a-zA-ZÀ-ɏ0-9])(?:[A-Z0-9](?:(?: - | )[A-Z0-9](?![a-zA-ZÀ-ɏ0-9])){5,40}|[A-Z](?: [A-Z]){1,4} ?- ?\d{2,8}(?:-\d{2,8}){0,3}(?![a-zA-ZÀ-ɏ0-9]))/gu;
const halfCard = /(?<!\d)\d{4}\s?(?:…|\.{2,3}|[*x•]{2,8})\s?\d{4}(?!\d)/gi;
const booking =
  /\b(?:booking|reservation|confirmation|locator|booking ref|ref)[\s:,#]{1,3}(?:code|no\.?|number|ref)?[\s:,#]{0,2}((?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{5,8})(?![a-zA-ZÀ-ɏ0-9])/dgu;
const bank = /(?<![a-zA-ZÀ-ɏ0-9])[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?(?![a-zA-ZÀ-ɏ0-9])/gu;
// "Aetna W2233 10987": a payer, then the number of somebody's policy.
const insured =
  /\b(?:aetna|anthem|bcbs\w{0,3}|blue (?:cross|shield)|cigna|uhc|united ?health(?:care)?|humana|kaiser|magellan|optum|beacon|tricare|medicaid|medicare|medi-?cal|oscar|ambetter|molina|centene|champva|oxford|healthnet)\s(?:id\s|#\s?|no\.?\s)?((?=[A-Z]{0,4}\d)[A-Z]{0,4}\d[A-Z\d]{2,12}(?:[ -]\d{2,8}){0,4})(?![a-zA-Z0-9])/dgi;
const spokenLabel =
  /^(?:plates?|tag|badge|number|code|pin|case|file|chart|mrn|ssn|social|account|acct|card|policy|member|license|licence|serial|docket|passcode|id|ending|digits|zip)$/;

/** Numbers and codes that stand for one person, thing or file: after their label, or by their shape. */
export function idNumbers(document: Document): Candidate[] {
  const { text } = document;
  const found: Candidate[] = [];
  for (const [pattern, reason] of labelled) {
    found.push(...matches(document, pattern, id(reason), (m) => labelledValue(m, document)));
  }
  return [
    ...found,
    ...matches(document, social, id()),
    ...matchesAt(document, document.starts.figures, card, id('accountNumber')),
    ...matches(document, lastFour, id('accountNumber'), (m) => group(m, 1)),
    ...matchesIf(long17, document, carNumber, id('device')),
    ...matches(document, national, id()),
    ...matches(document, registered, id()),
    ...matches(
      document,
      licence,
      id(),
      (m, start, end) =>
        !isCode(m[1] ?? '') &&
        !isQuantity(m[1] ?? '', text, end - (m[1] ?? '').length) &&
        !(zipped.test(m[0]) && /[\p{L}],\s{1,2}$/u.test(text.slice(Math.max(0, start - 4), start))),
    ),
    ...matches(document, bank, id('accountNumber'), (m) => digitsOf(m[0]) >= 8),
    ...matches(document, apart, id(), (m) => digitsOf(m[0]) >= 3 && /[A-Z]/.test(m[0])),
    ...matches(document, halfCard, id('accountNumber')),
    ...matches(document, booking, id(), (m) => !isCode(m[1] ?? '') && group(m, 1)),
    ...matches(document, insured, id(), (m) => digitsOf(m[1] ?? '') >= 6 && !isCode(m[1] ?? '') && group(m, 1)),
    ...spelledOut(document),
    ...matchesIf(
      numberSign,
      document,
      hash,
      id(),
      (m) => digitsOf(m[1] ?? '') >= 4 && !isCode(m[1] ?? '') && group(m, 1),
    ),
    ...matches(
      document,
      joined,
      id(),
      (m, start) => digitsOf(m[0]) >= 5 && !isCode(m[0]) && !isFigure(m[0], text, start),
    ),
    ...matches(
      document,
      mixed,
      id(),
      (m) =>
        digitsOf(m[0]) >= 3 &&
        !isCode(m[0]) &&
        !/^\d+(?:mg|mcg|ml|min|mins|hrs?|st|nd|rd|th|[mfy]|yo|wks?|mos?|k|x|am|pm|lbs?|ish|respect)$/i.test(m[0]),
    ),
    ...matchesAt(
      document,
      document.starts.figures,
      long,
      id(),
      (m, start) => !isFigure(m[0], text, start) && !isCode(m[0]) && (digitsOf(m[0]) >= 7 || !/\s/.test(m[0])),
    ),
    ...(solidStart.test(text)
      ? matchesAt(document, document.starts.pieces, solid, id(), (m) => /\d(?:[A-Za-z]*\d){4}/.test(m[0]))
      : []),
  ];
}

/** "plate is seven kilo lima mike four four": three and more behind a label, or with the spelling alphabet. */
function spelledOut({ tokens }: Document): Candidate[] {
  return spokenRuns(tokens)
    .filter(
      ({ first, count, spelled }) =>
        (count >= 5 && spelled >= 2) ||
        (count >= 3 &&
          tokens.slice(Math.max(0, first - (count > 6 ? 8 : 4)), first).some((token) => spokenLabel.test(token.low))),
    )
    .map(({ first, last }) => ({
      ...id(),
      tier: 'remove',
      start: tokens[first]?.start ?? 0,
      end: tokens[last]?.end ?? 0,
    }));
}

/** Words before a figure that counts or measures: laboratory values, money, people, steps. */
const counted =
  /(?:\b(?:wbc|rbc|anc|plt|platelets?|plts?|ferritin|b12|folate|ck|cpk|ggt|alt|ast|bnp|hcg|cd4|viral load|troponin|d-?dimer|prolactin|cortisol|count|counts|level|levels|salary|income|wages?|rent|fee|fees|paid|pays?|earns?|earning|makes?|costs?|cost|owes?|owed|debt|loan|loans|bill|bills|mortgage|settlement|bonus|budget|worth|spent|spends?|saved|lost|won|raised|deductible|steps|calories|kcal|words|views|followers|subscribers|members|population|about|around|approx|roughly|over|under|nearly|almost|some|than|of|to|from|n|p|or|rr|hr|ci|nnt)|[=~<>≈])\s{0,2}[:=~<>]?\s{0,2}[$€£]?\s?$/i;
const countedAfter =
  /^\s?(?:-\s?piece|steps|calories|kcal|words|people|patients|members|followers|views|hours|units?|iu|mcg|mg|ng|cells|dollars|bucks|euros?|pounds|k\b|usd|a (?:year|month|day|week)|per\b|\/(?:yr|mo|year|month|µl|ul|mm3|ml|l)\b|%)/i;

/** "platelets 150000", "salary of 65000", "a 10000-piece puzzle": what is counted is round, or said to be counted. */
function isQuantity(value: string, text: string, start: number): boolean {
  if (!/^\d{4,7}$/.test(value)) return false;
  return (
    countedAfter.test(text.slice(start + value.length, start + value.length + 14)) ||
    counted.test(text.slice(Math.max(0, start - 24), start)) ||
    (/000$/.test(value) && value.length < 8)
  );
}

// Plain quantities: money, thousands, ranges of years or figures, section numbers, clock times, ages and doses.
export function isFigure(value: string, text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  return (
    /^(?:19|20)\d\d\s?[-/.]\s?(?:19|20)?\d\d$/.test(value) ||
    /^\d{1,3}(?:,\d{3})+$/.test(value) ||
    /^\d{1,4}[-/.]\d{1,4}$/.test(value) ||
    /^\d{1,4}\.\d{1,4}-\d{1,4}\.\d{1,4}$/.test(value) ||
    isQuantity(value, text, start) ||
    /^(?:\d{1,2}[-/]){2,}\d{1,3}$/.test(value) ||
    /^\d{1,4}(?:\.\d{1,3}){0,3}$/.test(value) ||
    /^\d{1,2}[ap]?m?-\d{1,2}[ap]m$/i.test(value) ||
    /(?:[$€£]|\bcfr|§|\busc|u\.s\.c\.|\bsection|\bsec\.?|\brcw|\barticle|\bart\.?|\bch\.?)\s?[§]?\s?$/i.test(before) ||
    /\b(?:error|version|build|port|dodi|(?:va|irs|rfs|cms|ds) form)\s?#?$/i.test(before) ||
    // "a 10000-piece puzzle".
    /^\d+-[a-z]{4,}$/.test(value) ||
    // "3 3 2 7 3 3 8 2": a day's marks, one figure each.
    /^\d(?:\s\d){3,7}$/.test(value) ||
    (/^\d{1,4}(?:\s\d{1,3}){1,5}$/.test(value) && digitsOf(value) < 9)
  );
}

const plainWords =
  /^(?:\d{1,2}|\d+(?:st|nd|rd|th)|\d+[mfyxk]|\d+(?:yo|mg|min|hrs?|wks?|days?|mo|lbs?)|(?:19|20)\d\d)$/i;

/** The first pieces of what follows a label, as far as they look like a number and not like the next word. */
function labelledValue(match: RegExpExecArray, document: Document): readonly [number, number] | false {
  const span = group(match, 1);
  const whole = match[1] ?? '';
  if (!span) return false;
  const spaced = /^(?:[A-Z]{1,4}\s)?\S*\d/.test(whole);
  if (!spaced && !/^\S*\d/.test(whole)) return false;
  const label = match[0].slice(0, span[0] - match.index).toLowerCase();
  const loose =
    /^(?:room|session|code|group|grp|report|model|record|order|visa|line|doc|card|check|case|id|chart|file|plan|ref|lab|rx|ins|tag|tags|monitor|credit|pd|police|cps|aps|dhs|intake|ser|reg|sin|tin|fin|cc|sn|az|insurance|medicaid|medicare|lic|meeting|mtg|pin|dev|device|claim|auth)/.test(
      label,
    );
  const digits = digitsOf(whole);
  const least = /plate|tag|badge|pin|inmate|last|ending|locker|#|no\b|number/.test(label) ? 2 : loose ? 4 : 3;
  if (
    digits < least ||
    isCode(whole) ||
    (plainWords.test(whole) && least > 2) ||
    /^(?:\d{1,2}\/\d{1,2}|\d{1,2}:\d\d)/.test(whole)
  )
    return false;
  const next = document.text.slice(span[1], span[1] + 8);
  if (/^\s?(?:mg|mcg|min|hrs?|hours|days|weeks|wks|months|sessions|clients|people|pts|%|x\b)/.test(next)) return false;
  return span;
}
