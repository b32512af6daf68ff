import { type Candidate, type Document, group, matches } from '../document.ts';

const what = { type: 'DATE', reason: 'monthOrDay' } as const;
const eves =
  /\b(?:christmas|xmas|new year'?s|thanksgiving|all hallows)\s+(?:eve|day)\b|\bnochebuena\b|\bnochevieja\b|\bheiligabend\b|\bd[ií]a de (?:los )?muertos\b|\bremembrance day\b|\bd[ií]a de reyes\b|\bboxing day\b/gi;
const holiday =
  "christmas|xmas|thanksgiving|halloween|easter(?: (?:sunday|monday))?|good friday|palm sunday|ash wednesday|maundy thursday|holy saturday|ascension (?:day|thursday)|mother'?s day|father'?s day|valentine'?s(?: day)?|(?:st\\.? )?pat(?:rick|ty)?'?s day|(?:st\\.? )?paddy'?s day|bonfire night|memorial day|labor day|veterans day|presidents'? day|mlk day|juneteenth|independence day|4th of july|fourth of july|new year'?s?|super ?bowl sunday|passover|pesach|rosh hashanah|yom kippur|hanukkah|chanukah|purim|sukkot|diwali|holi|eid(?: al-(?:fitr|adha))?|ramadan|ashura|losar|nowruz|tet|lunar new year|chinese new year|lohri|vaisakhi|kwanzaa|cinco de mayo|dia de los muertos|d[ií]a de muertos|navidad|no[eë]l|ostern|weihnachten|bastille day|canada day|anzac day|guy fawkes(?: night)?|martinmas|epiphany|pentecost|all saints'? day|all souls'? day|groundhog day|flag day|waitangi day|australia day|boxing day|thanksgiving day|columbus day|indigenous peoples'? day|pride sunday|leap day|lunar new year's day";
// They name one day of the year and are no theme by themselves.
const dayNames =
  "good friday|easter monday|palm sunday|advent sunday|whit (?:sunday|monday)|trinity sunday|mothering sunday|remembrance sunday|low sunday|st\\.? stephen'?s day|boxing day|burns night|hogmanay|twelfth night|candlemas|michaelmas|lammas|kol nidre|corpus christi|all saints'? (?:day|eve)|all souls'? (?:day|night)|ash wednesday|maundy thursday|holy saturday|shrove tuesday|fat tuesday|ascension (?:day|thursday)|jeudi de l'ascension|lundi de pâques|viernes santo|jueves santo|family day|flag day|ides of march|super ?bowl sunday";
const days = new RegExp(`\\b(?:${dayNames})\\b`, 'gi');
const suffix = '(?:\\s(?:night|morning|afternoon|evening|weekend|week|day|eve|break))?';
const fixed = new RegExp(
  `\\b(?:on|since|during|anniversary is|birthday is|anniversary:|last drink|last drank|last used|clean since|before|by|until|til|till|after|over|last|this past|past|due|due on|due date|around|night of|day after|day before|week of|the day of|morning of|right before|right after|it was|was on)\\s+((?:${holiday})${suffix})(?![a-zA-ZÀ-ɏ0-9-]|\\s+(?:theme|group|card|cards|gift|gifts|dinner|tree|music|song|songs|w\\/o|without|planning|stress|fasting|traditions?))`,
  'dgi',
);
const timed = new RegExp(`\\b\\d{1,2}(?::\\d\\d)?\\s?[ap]m,?\\s(?:on\\s)?(${holiday})(?![a-zA-ZÀ-ɏ0-9-])`, 'dgi');
const dayPart = new RegExp(`\\b(?:${holiday})\\s(?:morning|night|evening|afternoon)\\b`, 'gi');
const fixesItself = /\b(?:4th|fourth) of july\b|\bjuly (?:4th|fourth)\b/gi;
const withYear = new RegExp(`\\b(?:${holiday})\\s(?:of\\s)?(?:19|20)\\d\\d(?!\\d)`, 'gi');
const feast =
  /\b(?:feast(?: day)? of|fiesta de|la (?:saint|sainte)[- ])\s?(?:the\s)?(?:(?:[Ss]ts?|[Ss]aints?|[Ss]an(?:ta)?|[Oo]ur [Ll]ady)\.?\s)?\p{Lu}\p{L}+(?:\s(?:(?:and|y|et|of|de)\s)?\p{Lu}\p{L}+){0,3}/gu;
// "lost his wife Easter.": an event, a person, then the holiday at the end of the clause.
const atEnd = new RegExp(
  `\\b(?:lost|died|killed|assaulted|raped|proposed|met|eloped|crashed|drank|used|broke up|separated|passed|buried|left|attempted|relapsed|married|born|moved|hit|overdosed|od'?d|admitted|discharged|arrested|came in|went in|brought in|showed up|happened|found|seen)\\b[^.!?\\n]{0,40}?\\s(${holiday})(?=\\s*(?:[.,;!?)]|$|(?:and|but|after|with|w/|bc|because|so|in|at|he|she|they|suicidal|drunk|high|alone|psychotic|manic|morning|night)\\b))`,
  'dgim',
);

/** One of the names that no pattern above but that for feasts can do without: looked for once instead of eight times. */
const sign = new RegExp(
  `\\b(?:${holiday}|${dayNames}|all hallows|nochebuena|nochevieja|heiligabend|d[ií]a de|remembrance day|boxing day|july (?:4th|fourth))`,
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
