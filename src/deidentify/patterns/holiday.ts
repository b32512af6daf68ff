import { type Candidate, type Document, group, matches } from '../document.ts';

const what = { type: 'DATE', reason: 'monthOrDay' } as const;
const eves =
  /\b(?:christmas|xmas|new year'?s|thanksgiving|all hallows)\s+(?:eve|day)\b|\bnochebuena\b|\bnochevieja\b|\bheiligabend\b|\bd[ií]a de (?:los )?muertos\b|\bremembrance day\b|\bd[ií]a de reyes\b|\bboxing day\b/giu;
const holiday =
  "christmas|xmas|thanksgiving|halloween|easter(?: sunday| monday)?|good friday|palm sunday|ash wednesday|mother'?s day|father'?s day|valentine'?s(?: day)?|(?:st\\.? )?patrick'?s day|(?:st\\.? )?paddy'?s day|bonfire night|memorial day|labor day|veterans day|presidents'? day|mlk day|juneteenth|independence day|4th of july|fourth of july|new year'?s?|super ?bowl sunday|passover|pesach|rosh hashanah|yom kippur|hanukkah|chanukah|purim|sukkot|diwali|holi|eid(?: al-(?:fitr|adha))?|ramadan|ashura|losar|nowruz|tet|lunar new year|chinese new year|lohri|vaisakhi|kwanzaa|cinco de mayo|dia de los muertos|d[ií]a de muertos|navidad|no[eë]l|ostern|weihnachten|bastille day|canada day|anzac day|guy fawkes(?: night)?|martinmas|epiphany|pentecost";
const fixed = new RegExp(
  `\\b(?:on|since|before|by|until|til|till|after|over|last|this past|past|around|night of|day after|day before|week of|the day of|morning of|right before|right after)\\s+(${holiday})(?:\\s+(?:night|morning|weekend|week|day|eve|break))?(?![a-zA-ZÀ-ɏ0-9-]|\\s+(?:theme|group|card|cards|gift|gifts|dinner|tree|music|song|songs|w\\/o|without|planning|stress|fasting|traditions?))`,
  'dgi',
);
const dayPart = new RegExp(`\\b(?:${holiday})\\s(?:morning|night|evening|afternoon)\\b`, 'gi');
const fixesItself = /\b(?:4th|fourth) of july\b|\bjuly (?:4th|fourth)\b/giu;
const withYear = new RegExp(`\\b(?:${holiday})\\s(?:of\\s)?(?:19|20)\\d\\d(?!\\d)`, 'gi');
// "lost his wife Easter.": an event, a person, then the holiday at the end of the clause.
const atEnd = new RegExp(
  `\\b(?:lost|died|killed|passed|buried|left|attempted|relapsed|married|born|moved|hit|overdosed|od'?d)\\b[^.!?\\n]{0,40}?\\s(${holiday})(?=\\s*(?:[.,;!?)]|$))`,
  'dgim',
);

/** Holidays that fix the day of an event; a holiday as a theme ("Thanksgiving empty chairs") is left alone. */
export function holidays(document: Document): Candidate[] {
  return [
    ...matches(document, eves, what),
    ...matches(document, fixesItself, what),
    ...matches(document, withYear, what),
    ...matches(document, dayPart, { ...what, tier: 'check' }),
    ...matches(document, fixed, { ...what, tier: 'check' }, (m) => group(m, 1)),
    ...matches(document, atEnd, { ...what, tier: 'check' }, (m) => group(m, 1)),
  ];
}
