import { type Candidate, type Document, group, matches } from '../document.ts';
import { holidayNames, namedDays } from '../words/holidays.ts';

const what = { type: 'DATE', reason: 'monthOrDay' } as const;
const eves =
  /\b(?:christmas|xmas|new year'?s|thanksgiving|all hallows)\s+(?:eve|day)\b|\bnochebuena\b|\bnochevieja\b|\bheiligabend\b|\bd[ií]a de (?:los )?muertos\b|\bremembrance day\b|\bd[ií]a de reyes\b|\bboxing day\b|\b(?:early may|late may|may|spring|summer|august|easter|christmas)\s(?:bank|public) holiday\b/gi;
const days = new RegExp(`\\b(?:${namedDays})\\b`, 'gi');
const suffix = '(?:\\s(?:night|morning|afternoon|evening|weekend|week|day|eve|break))?';
const fixed = new RegExp(
  `\\b(?:on|since|during|anniversary is|birthday is|anniversary:|last drink|last drank|last used|clean since|before|by|until|til|till|after|over|last|this past|past|due|due on|due date|around|night of|day after|day before|week of|the day of|morning of|right before|right after|it was|was on)\\s+((?:${holidayNames})${suffix})(?![a-zA-ZÀ-ɏ0-9-]|\\s+(?:theme|group|card|cards|gift|gifts|dinner|tree|music|song|songs|w\\/o|without|planning|stress|fasting|traditions?))`,
  'dgi',
);
const timed = new RegExp(`\\b\\d{1,2}(?::\\d\\d)?\\s?[ap]m,?\\s(?:on\\s)?(${holidayNames})(?![a-zA-ZÀ-ɏ0-9-])`, 'dgi');
const dayPart = new RegExp(`\\b(?:${holidayNames})\\s(?:morning|night|evening|afternoon)\\b`, 'gi');
const fixesItself = /\b(?:4th|fourth) of july\b|\bjuly (?:4th|fourth)\b/gi;
const withYear = new RegExp(`\\b(?:${holidayNames})\\s(?:of\\s)?(?:19|20)\\d\\d(?!\\d)`, 'gi');
const feast =
  /\b(?:feast(?: day)? of|fiesta de|la (?:saint|sainte)[- ])\s?(?:the\s)?(?:(?:[Ss]ts?|[Ss]aints?|[Ss]an(?:ta)?|[Oo]ur [Ll]ady)\.?\s)?\p{Lu}\p{L}+(?:\s(?:(?:and|y|et|of|de)\s)?\p{Lu}\p{L}+){0,3}/gu;
// "lost his wife Easter.": an event, a person, then the holiday at the end of the clause.
const atEnd = new RegExp(
  `\\b(?:lost|died|killed|assaulted|raped|proposed|met|eloped|crashed|drank|used|broke up|separated|passed|buried|left|attempted|relapsed|married|born|moved|hit|overdosed|od'?d|admitted|discharged|arrested|came in|went in|brought in|showed up|happened|found|seen)\\b[^.!?\\n]{0,40}?\\s(${holidayNames})(?=\\s*(?:[.,;!?)]|$|(?:and|but|after|with|w/|bc|because|so|in|at|he|she|they|suicidal|drunk|high|alone|psychotic|manic|morning|night)\\b))`,
  'dgim',
);

/** One of the names that no pattern above but that for feasts can do without: looked for once instead of eight times. */
const sign = new RegExp(
  `\\b(?:${holidayNames}|${namedDays}|all hallows|nochebuena|nochevieja|heiligabend|d[ií]a de|remembrance day|boxing day|(?:bank|public) holiday|july (?:4th|fourth))`,
  'i',
);

/** Holidays that fix the day of an event; a holiday as a theme ("Thanksgiving empty chairs") is left alone. */
export function holidays(document: Document): Candidate[] {
  const feasts = matches(document, feast, what);
  if (!sign.test(document.text)) return feasts;
  return [
    ...matches(document, eves, what),
    ...matches(document, fixesItself, what),
    ...matches(document, withYear, what),
    ...feasts,
    ...matches(document, timed, what, (m) => group(m, 1)),
    ...matches(document, days, { ...what, tier: 'check' }),
    ...matches(document, dayPart, { ...what, tier: 'check' }),
    ...matches(document, fixed, { ...what, tier: 'check' }, (m) => group(m, 1)),
    ...matches(document, atEnd, { ...what, tier: 'check' }, (m) => group(m, 1)),
  ];
}
