import type { Candidate, Document } from '../document.ts';
import type { Range } from '../ranges.ts';
import type { Reason } from '../types.ts';
import {
  afterPlainRank,
  events,
  media,
  offices,
  peopleNouns,
  possessions,
  prizes,
  scopes,
} from '../words/rarity-words.ts';

const clauses = /[^.;:!?\n()"|]+(?:\.(?=\S)[^.;:!?\n()"|]*)*/gu;
const any = (words: string) => `(?:${words})`;
const rank =
  '(?:only|first|last|oldest|youngest|tallest|biggest|largest|smallest|sole|lone|fastest|slowest|richest|strongest|heaviest|top|leading|longest[ -]\\p{L}+|highest[ -]\\p{L}+|best[ -]known|most[ -](?!of\\b|days|nights|people|things|likely|important)\\p{L}+|[a-z]+est[ -](?:serving|running|standing|living))';
// "the only thing", "first session", "last week": ordinary talk.
const plainRank = `(?!\\s(?:${afterPlainRank})\\b)`;

interface Kind {
  readonly reason: Reason;
  readonly test: RegExp;
  /** The phrase must also hold this. */
  readonly also?: RegExp;
  readonly unless?: RegExp;
}

const watching =
  /\b(?:watch(?:es|ed|ing)?|saw|sees|read(?:s|ing)?|heard|binge|scroll(?:s|ed|ing)?|avoid(?:s|ed|ing)?|quotes?|clips? of)\b/u;
const standing = '(?:(?:reigning|sitting|acting|former|retired|outgoing|deputy|national|diocesan)\\s)?';
const office = new RegExp(`\\b${standing}${any(offices)}\\b`, 'u');
const offered = new RegExp(office.source, 'gu');
/** Held by few as well, but said of many: what pieces and children are called, and bodies of people. */
const common = /^(?:bishop|cardinal|prince|princess|heir.*|.*olympic.*|.* council)$/u;
/** An office goes on with what it is of, and with what else is said of whoever holds it. */
const goesOn = /\b(?:of|to|for|in|at|on|who|whose|with|since)\s/u;
const kinds: readonly Kind[] = [
  {
    reason: 'onlyOne',
    test: new RegExp(`\\b${rank}${plainRank}\\s(?:\\p{L}|["'])`, 'u'),
    also: new RegExp(
      `\\b(?:in|on|of|from|at|for|ever|across|around|within|to\\s\\p{L}+)\\b.*\\b${any(scopes)}\\b|\\b${any(scopes)}'?s?\\s${rank}\\b|\\b${rank}\\s(?:\\p{L}+[ -]){1,4}(?:elected|appointed|ordained|alive|standing|ever|to\\s(?:make|become|win|be|serve|play|receive|get|earn|climb|swim|fly|hold|finish|survive|reach|graduate|head|lead|run))\\b|\\bour\\s${rank}\\b|\\b${any(peopleNouns)}\\b.*\\bfrom (?:there|here|her cabin|his unit)\\b`,
      'u',
    ),
  },
  {
    reason: 'onlyOne',
    test: /\b(?:sole|only|last|lone)\s(?:known\s|living\s|remaining\s|surviving\s|fluent\s)?(?:survivor|witness|heir|speaker|member|descendant|keeper|one)\s(?:of|from|to|in)\s/u,
    unless: /\bonly one (?:in|to) (?:therapy|the room|session|talk|ask)/u,
  },
  {
    reason: 'onlyOne',
    test: /\bone of (?:the|only|about|just|like)?\s?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s(?!sessions|times|ways|things|reasons|items|clients|pts)\p{L}+/u,
    also: /\b(?:in|who|left|alive|from|on|at|ever)\b/u,
  },
  {
    reason: 'rareRole',
    test: office,
    unless:
      /\bcardinal (?:rule|sin|symptom|sign|feature)s?\b|\bbishop (?:to|takes) [a-h]\d|\b(?:one|a|the|little|my) princess\b|\b(?:saw|cc'?d|emailed|called|told|asked|wrote|reply|letter to|complain(?:ed|t)? to|meeting w\/|by)\b[^,]{0,12}(?:judge|superintendent|sheriff|mayor|senator|bishop)\b/u,
  },
  {
    reason: 'publicEvent',
    test: new RegExp(`\\b${any(media)}\\b`, 'u'),
    also: new RegExp(
      `\\b(?:who|whose|that|which|from|got|made|was|were|went|in|on|separated|featured|guy|que)\\b.*\\b${any(media)}\\b`,
      'u',
    ),
    unless: watching,
  },
  { reason: 'publicEvent', test: new RegExp(`\\b${any(prizes)}\\b`, 'u'), unless: watching },
  {
    reason: 'publicEvent',
    test: new RegExp(
      `\\b(?:19|20)\\d\\d\\s(?:\\p{L}+[ -]){0,4}${any(events)}\\b|\\b${any(events)}\\s(?:where|that|when|which|in which)\\s.*\\b(?:died|killed|dead|burned|lost|trapped|news|rescued|children|kids|people)\\b`,
      'u',
    ),
  },
  {
    reason: 'publicEvent',
    test: new RegExp(
      `\\b(?:plaintiff|defendant|juror|jury|witness|whistleblow\\p{L}+|survivor|victim|suspect|mother|father|mom|dad|parent|brother|sister|widow|son|daughter|kid|boy|girl|baby)\\b.{0,24}\\b(?:in|on|of|from)\\s(?:the|that)\\s.*\\b(?:${events}|case|trial|settlement|lawsuit|suit|class action|amber alert|documentary|video|photo|story|verdict|scandal)\\b`,
      'u',
    ),
    unless: watching,
  },
  {
    reason: 'onlyOne',
    test: new RegExp(`\\b${any(possessions)}\\b`, 'u'),
    also: /\b(?:drives?|owns?|rides?|keeps?|has|have|flies|breeds|raises|collects|inherited|lives in|wears|w\/|with|runs?|her|his|their|the)\b/u,
    unless: /\bmetaphor|like a\b/u,
  },
  // A definite description of one person: "is the pitcher who nodded off …".
  {
    reason: 'onlyOne',
    test: new RegExp(
      `(?:\\b(?:is|was|are|were|he's|she's|they're|as|=)\\s|=\\s?|[,(—-]\\s?|^\\s*|\\b(?:guy|client|pt|cl|him|her)\\s(?:is|=)\\s)(?:now\\s)?(?:the|el|la|le|that)\\s(?:\\p{L}+[ -]){0,3}?${any(peopleNouns)}\\s(?:who|whose|from|on|that|behind|que|qui|in)\\s(?:the\\s|a\\s|every\\s|our\\s)?\\p{L}+\\s\\p{L}+`,
      'u',
    ),
    unless:
      /\bthe (?:one|client|pt|patient|parent|therapist|person|kid) (?:who|in) (?:has|is|was|wants|needs|does|the room|charge|session|family)|\b(?:in|on) (?:the )?(?:room|session|middle|way|chair|meds|waitlist|fence|family|relationship|group|couple|first|other)\b/u,
  },
];

/** Where offices are named that few people hold. */
export const officesIn = ({ text }: Document): Range[] =>
  [...text.toLowerCase().matchAll(offered)].flatMap(({ 0: found, index }) =>
    common.test(found) ? [] : [{ start: index, end: index + found.length }],
  );

/** Of a clause that no more than an office makes telling: the office, and what it is of. */
export function officeOf({ text }: Document, clause: Candidate, offices: readonly Range[]): Candidate[] {
  const one = offices.find(({ start, end }) => start >= clause.start && end <= clause.end);
  if (one === undefined || clause.reason !== 'rareRole') return [];
  const isLonger = goesOn.test(text.slice(one.end - 4, one.end + 8));
  return [{ ...clause, start: one.start, end: isLonger ? clause.end : one.end }];
}

/**
 * Phrases that single a person out without a name: rare offices, "the only … in …", public events, records, odd possessions.
 * Each clause is read on its own, those alone that are `wanted`. The finding runs from behind the verb that introduces it to
 * the end of the clause, because half of such a phrase still tells.
 */
export function rarities(document: Document, wanted: (clause: Range) => boolean = () => true): Candidate[] {
  const found: Candidate[] = [];
  // Patterns without case folding are several times faster. A letter that changes length in lower case keeps the text as it is.
  const small = document.text.toLowerCase();
  const text = small.length === document.text.length ? small : document.text;
  for (const { 0: whole, index } of text.matchAll(clauses)) {
    if (whole.length < 12 || !wanted({ start: index, end: index + whole.length })) continue;
    const clause = whole.slice(0, longestClause);
    for (const kind of kinds) {
      const hit = kind.test.exec(clause);
      if (!hit || (kind.also && !kind.also.test(clause)) || kind.unless?.test(clause)) continue;
      const [from, to] = borders(clause, hit.index, hit.index + hit[0].length);
      found.push({ start: index + from, end: index + to, type: 'OTHER', tier: 'check', reason: kind.reason });
    }
  }
  return found;
}
/** A longer clause is read up to here. */
const longestClause = 400;

const introduction =
  /\b(?:is|was|are|were|be|been|he's|she's|they're|i'm|as|for|w\/|with|see|seeing|saw|treating|owns?|runs?|run|has|holds?|drives?|after|of)\s|\s?=\s?|'s\s(?=the\b|a\b)|,\s|\s[-—]\s/gu;
const filler =
  /^(?:(?:now|the|a|an|my|our|that|this|there|for|at|basically|literally|like|el|la|le|both|in|to|on)\s+)*/u;
const closing =
  /,\s|\s[-—]\s|\s(?:and (?:she|he|they|i|my|her|his)|but|so|w\/|is my|is a|is the|has (?:ppd|ptsd|mdd))\b|\s{0,3}$/gu;

/** From the last introducing word before the hit to the next break behind it. */
function borders(clause: string, hitStart: number, hitEnd: number): readonly [number, number] {
  let from = 0;
  const before = clause.slice(0, hitStart + 4);
  // An introduction inside a relative clause ("coach who was fired over …") introduces nothing new.
  const relative = before.search(/\b(?:who|whose|that|which|where)\s/u);
  for (const match of before.matchAll(introduction)) {
    const end = match.index + match[0].length;
    if (end <= hitStart + 2 && (relative < 0 || match.index < relative)) from = end;
  }
  from += (clause.slice(from).match(filler) ?? [''])[0].length;
  from = Math.min(from, hitStart + (clause.slice(hitStart).match(/^[\s,=—-]*/u) ?? [''])[0].length + 40);
  let to = clause.length;
  for (const match of clause.matchAll(closing)) {
    if (match.index >= Math.max(hitEnd - 1, from + 8)) {
      to = match.index;
      break;
    }
  }
  return from < to ? [from + (clause.slice(from).match(/^\s*/u) ?? [''])[0].length, to] : [hitStart, hitEnd];
}
