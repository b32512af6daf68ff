import { type Candidate, type Document, group, matches, matchesAt } from '../document.ts';
import { clearStreets, shadyStreets } from '../words/streets.ts';

const street = { type: 'LOCATION', reason: 'address' } as const;
const road = { type: 'LOCATION', reason: 'road' } as const;
const direction = '(?:(?:[NSEW]\\.?|[NS]\\.?[EW]\\.?|north|south|east|west)\\s)?';
const blank = '[^\\S\\n]';
// On the next line only with its number: "12 Oak Lane\napt 4", not "12 Oak Lane\nno one came".
const nextLine = `${blank}?\\n(?=[a-z]{1,9}\\.?${blank}?#?[a-z]?\\d)`;
const unit = `(?:,?(?:${blank}{1,2}|${nextLine})(?:apt|apartment|unit|suite|ste|lot|rm|room|bldg|building|fl|floor|flat|trailer|space|spc|no|#)\\.?${blank}?#?[a-zA-ZÀ-ɏ0-9-]{1,6}|,?${blank}?#${blank}?[a-zA-ZÀ-ɏ0-9-]{1,6})?`;
const edge = '(?<![a-zA-ZÀ-ɏ0-9$/.-])';
const stop = '(?![a-zA-ZÀ-ɏ0-9])';
const word = "(?:[a-zA-ZÀ-ɏ0-9][a-zA-ZÀ-ɏ0-9'-]{0,24}|(?:St|Mt|Ft|Dr|N|S|E|W|Ste)\\.)";

const numbered = new RegExp(
  `${edge}(\\d{1,6}(?:-\\d{1,4})?[A-Za-z]?(?:\\s?[½])?)\\s${direction}((?:${word}\\s){1,4}?)(?:${clearStreets}|(?:${shadyStreets}))${stop}\\.?(?:\\s(?:[NSEW]|[NS][EW])${stop})?${unit}`,
  'diy',
);
const directed = new RegExp(
  `${edge}\\d{1,6}\\s(?:[NSEW]\\.|[NSEW]|[NS]\\.?[EW]\\.?|North|South|East|West)\\s\\p{Lu}[\\p{L}'-]{2,20}(?:\\s\\d{1,5})?${stop}${unit}`,
  'uy',
);
// "Call Dr. Okafor", "near St. Mary", "Call Dr. [Colleague]": the beginning of a name.
const someone = '\\.?\\s{1,2}[\\p{Lu}\\[]';
const named = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:Old|New|North|South|East|West|Upper|Lower|N\\.?|S\\.?|E\\.?|W\\.?|\\d{1,3}(?:st|nd|rd|th))\\s)?(?:(?:\\p{Lu}[\\p{L}'-]{1,20}|\\p{Lu}[\\p{L}]{0,2}\\.)\\s){1,3}(?:Street|(?<!\\n)St(?!\\.\\s[\\p{Lu}\\[])|Avenue|Ave|Road|Rd|Lane|Ln|Boulevard|Blvd|Drive|(?<!\\n)Dr(?!${someone})|Court|Ct|Circle|Cir|Way|Place|Pl|Terrace|Ter|Parkway|Pkwy|Highway|Hwy|Trail|Trl|Loop|Row|Pike|Turnpike|Crescent|Crossing|Xing|Alley|Plaza|Square|Mews)${stop}(?!\\.?\\s(?:\\p{Lu}[\\p{L}]+|\\[[^\\]\\n]{1,30}\\])'s)`,
  'uy',
);
const lowerNamed = new RegExp(
  `(?<=\\b(?:on|off|at|near|by|to|from|down|past|along|live[sd]? (?:on|at|off)|corner of|up|behind|around|and|where the)\\s(?:the\\s|old\\s|north\\s|south\\s|east\\s|west\\s)?)((?:${word}\\s){1,2}(?:street|avenue|ave|road|rd|lane|ln|blvd|boulevard|parkway|pkwy|turnpike|st|terrace))${stop}`,
  'dgi',
);
const highway =
  /(?<![a-zA-ZÀ-ɏ0-9-])(?:(?:i|us|sr|fm|rm|m|a|rn|rte|route|rt|hwy|highway|interstate|county (?:rd|road)|co\.? (?:rd|road)|cr|state (?:rd|road|route)|farm road|ranch road|forest (?:rd|road)|exit|mile(?: ?marker| ?post)?|mm)[ -]?#?\d{1,4}[A-Z]?(?:\s(?:[NSEW]|north|south|east|west|business|alt))?|hwys?\s\d{1,4}|\d{1,4}(?:st|nd|rd|th)\s(?:street|st|avenue|ave|blvd|road|rd|place|pl|ln|lane|court|ct|terrace|drive|dr)\b)(?![a-zA-ZÀ-ɏ0-9]|\.\d)/gi;
// "died on the A69": roads that are called by a letter, with an article, where a laboratory value has none.
const britishRoad =
  /(?<=\b(?:on|off|along|down|up|onto|near|beside|by) the )(?:[AMN]\d{1,4}(?:\(M\))?)(?![a-zA-ZÀ-ɏ0-9])/g;
const box =
  /(?<![a-zA-ZÀ-ɏ0-9])(?:p\.?\s?o\.?\s?box|post office box|apartado(?: postal)?|casilla|bo[iî]te postale|bp|postfach|private bag|locked bag|rr|rural route|hc|psc)\s?#?\s?\d{1,6}(?:,?\s?box\s\d{1,5})?(?![a-zA-ZÀ-ɏ0-9])/gi;
const dwelling =
  /(?<![a-zA-ZÀ-ɏ0-9])(?:apt|apartment|suite|ste|unit|lot|rm|room|bldg|building|flat|trailer|site|plot|pitch|dorm|cabin|berth|slip|pod|div|block|stairwell|staircase|no\.)\.?\s?#?(?:[A-Z]?\d{1,5}[A-Za-z]?|[A-D])(?![a-zA-ZÀ-ɏ0-9:/%])/gi;
const romance =
  /(?<![\p{L}\p{N}])(?:(?:\d{1,5}(?:\s?(?:bis|ter|[a-z]))?,?\s)?(?:[Rr]ue|[Aa]venue|[Aa]v\.?|[Aa]llée|[Ii]mpasse|[Cc]hemin|[Qq]uai|[Cc]ours|[Bb]oulevard|[Bb]d|[Pp]lace|[Rr]oute|[Rr]ang)\s(?:de\s|du\s|des\s|d'|l'|la\s|le\s|les\s){0,3}\p{Lu}[\p{L}'-]+(?:[\s-]\p{Lu}?[\p{L}'-]+){0,3}|(?:[Cc]alle|[Cc]\/|[Aa]venida|[Aa]vda\.?|[Aa]v\.|[Cc]arrera|[Cc]ra\.?|[Pp]aseo|[Pp]laza|[Gg]ran [Vv]ía|[Cc]amino|[Cc]arretera|[Cc]allej[oó]n|[Cc]olonia|[Cc]ol\.|[Bb]arrio|[Bb]o\.|[Uu]rbanizaci[oó]n|[Rr]ua|[Tt]ravessa|[Vv]ia|[Vv]iale|[Pp]iazza|[Cc]orso|[Vv]icolo)\s?(?:de\s|del\s|la\s|las\s|los\s|el\s|da\s|das\s|do\s|dos\s){0,3}[\p{Lu}\d][\p{L}\d'-]*(?:\s(?:de\s|del\s|y\s|la\s)?\p{Lu}[\p{L}'-]+){0,3}(?:,?\s(?:n[°ºo]\.?\s?|#\s?|núm\.?\s|[Kk]m\.?\s)?\d{1,5}(?:[-.\s]?[A-Z\d]{1,5})?)?(?:,\s?(?:ap\.?|apto\.?|depto\.?|piso|int\.?)?\s?\d{1,4}\.?[°ºªa]?\s?[A-Z]?(?![\p{L}]))?)/uy;
const romanceLower =
  /(?<![a-zA-ZÀ-ɏ0-9])(?:\d{1,5},?\srue\s[a-zA-ZÀ-ɏ' -]{3,30}|calle\s[a-zA-ZÀ-ɏ]{3,20}(?:\s[a-zA-ZÀ-ɏ]{3,20})?,?\s(?:n[°ºo]\.?\s?|#\s?)?\d{1,5})(?![a-zA-ZÀ-ɏ0-9])/gi;
const germanic =
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}-]{2,24}?(?:straße|strasse|str\.|weg|platz|gasse|allee|ufer|damm|straat|laan|gracht|plein|kade|gatan|vägen|gade|vej|veien|gata)|(?:\p{Lu}[\p{L}-]{2,20}\s){1,2}(?:Straße|Strasse|Str\.|Weg|Platz|Allee|Gasse))\s\d{1,4}\s?[a-z]?(?![\p{L}\p{N}])/uy;
const germanicRoad =
  /(?:straße|strasse|str\.|weg|platz|gasse|allee|ufer|damm|straat|laan|gracht|plein|kade|gatan|vägen|gade|vej|veien|gata)\s\d/iu;
const coordinates =
  /(?<![0-9.])-?\d{1,3}\.\d{3,8}\s?°?\s?[NS]?\s?[,;/ ]\s?-?\d{1,3}\.\d{3,8}\s?°?\s?[EW]?(?![0-9])|(?<!\d)\d{1,3}°\s?\d{1,2}'\s?[\d.]*"?\s?[NSEW]/gu;
const words3 = /\/\/\/[a-z]+\.[a-z]+\.[a-z]+/gu;

const quantity =
  /^(?:min|mins|minute|minutes|hr|hrs|hour|hours|day|days|wk|wks|week|weeks|mo|mos|month|months|yr|yrs|year|years|y|yo|mg|ml|x|of|times|mile|miles|mi|km|session|sessions|clients?|pts?|people|ppl|kids?|in|the|a|and|or|to|at|is|was|on|w|with|for|items?|points?|per|percent|more|other|small|big|different|ft|lbs?|th|st|nd|rd|am|pm|h)$/i;

const notRoad =
  /^(?:by|either|any|some|no|all|every|each|one|module|session|week|step|level|item|page|right|wrong|same|long|my|his|her|their|our|your|this|that|which)$/i;

// Roads of programmes, games and sayings: nobody lives there.
const noPlace =
  /^(?:sesame street|animal crossing|coronation street|wisteria lane|penny lane|abbey road|ramsay street|elm street|fear street|jump street|wall street|easy street|memory lane|yellow brick road|silk road|revolutionary road|thunder road|damascus road|baker street)$/i;

/** Street addresses with and without house number, in several countries' forms; highways, boxes, flats, coordinates. */
export function addresses(document: Document): Candidate[] {
  return parts(document).map((one) =>
    one.reason === 'road' ? one : { ...one, end: withinHouse(document.text, one.end) },
  );
}

/** "Late? No. 17, a label, brilliant.": an answer. */
const opensSentence = /[.?!]["')]?[ \t]{1,2}$/;

/** "the ring road", "go down the acceptance road": an English word in small letters behind an article, where names have capitals. */
function isPlain(name: string, { text, lexicon }: Document, start: number): boolean {
  if (
    /[\p{Lu}\d]/u.test(name) ||
    !/\bthe\s$/i.test(text.slice(Math.max(0, start - 5), start)) ||
    !/\p{Lu}\p{Ll}/u.test(text)
  )
    return false;
  return name
    .split(/\s+/)
    .slice(0, -1)
    .every((one) => lexicon.word(one) > (lexicon.lastName(one) > 0 ? 1 : 0));
}

const tail =
  /^(?:,\s{0,2}|\s{1,2}(?:-\s)?)(?:(?:block|bloque|bl|stairwell|staircase|stairs|scala|escalera|esc|piso|planta|pta|puerta|apto|apt|ap|depto|dpto|int|interno|bât|bat|bâtiment|étage|etage|og|whg|flat|unit|room|door|entrance)\.?\s?#?(?:\d{1,4}[a-z]?|[a-z])(?![a-zA-ZÀ-ɏ0-9])|\d{1,2}(?:st|nd|rd|th|o|a|°|\.)?\s?(?:floor|izq(?:uierda)?|dcha|drcha|derecha|centro|piso|planta|étage|etage|ét|og|stock|th|tv)(?![a-zA-ZÀ-ɏ])|(?:hinterhaus|vorderhaus|hinterhof|seitenflügel|rez-de-chaussée|rdc|(?:up|down)stairs(?: flat| unit| apt)?|basement(?: flat| unit| apt)|rear (?:cottage|unit|house|flat)|gauche|droite|links|rechts)(?![a-zA-ZÀ-ɏ]))\.?/i;

/** Goes on over blocks, stairs, floors and doors: "Via Roma 4, scala B, int. 7". */
function withinHouse(text: string, end: number): number {
  let until = end;
  for (let more = tail.exec(text.slice(until, until + 40)); more; more = tail.exec(text.slice(until, until + 40)))
    until += more[0].replace(/\.$/, '').length;
  return until;
}

/** "Av. Paulista 900": how far a house number goes on behind a street that was read without one. */
const houseNumber = (street: string, behind: string): number =>
  /\d/.test(street) ? 0 : (/^,?\s\d{1,5}(?![\d/:%.]|\s?(?:mg|min|years?|times|h\b))/.exec(behind)?.[0].length ?? 0);

/** "12 oak lane", unlike "3 times a day". */
function isHouse(m: RegExpExecArray): boolean {
  const words = (m[2] ?? '').trim().split(/\s+/);
  return (
    !words.some((one) => quantity.test(one)) &&
    !/^\d+(?:st|nd|rd|th)$/i.test(m[1] ?? '') &&
    !/^(?:st|pt|dr|run|point|view|park|hills?|green|walk|way)$/i.test(words.at(-1) ?? '') &&
    !words.some((one) => notRoad.test(one))
  );
}

const anyRoad =
  /\b(?:same|right|wrong|high|own|memory|long|bumpy|rocky|whole|main thing|my|her|his|our|their|this|that|one|fast|slow|open)\b/i;

/** Where a road in small letters stands in what was matched: "off maple street", unlike "down a long road". */
function lowerRoad(document: Document, m: RegExpExecArray): readonly [number, number] | false {
  const words = m[1] ?? '';
  const span = group(m, 1);
  if (!span || isPlain(words, document, span[0])) return false;
  return words.split(/\s+/).some((one) => quantity.test(one)) || anyRoad.test(words) ? false : span;
}

function parts(document: Document): Candidate[] {
  const { text } = document;
  return [
    ...matchesAt(document, document.starts.figures, numbered, street, isHouse),
    ...matchesAt(document, document.starts.figures, directed, street),
    ...matchesAt(
      document,
      document.starts.capitalsAndFigures,
      named,
      road,
      (m) =>
        !/^(?:The|This|That|My|Our|His|Her|Dear|Either|Every|Any|No|One|Third|What|Which)\s/.test(m[0]) &&
        !noPlace.test(m[0]),
    ),
    ...matches(document, lowerNamed, road, (m) => lowerRoad(document, m)),
    ...matches(
      document,
      highway,
      road,
      (m) => !/^[ma]\d/i.test(m[0]) && !/^(?:m|a|rm)[ -]?\d/i.test(m[0]) && !/^us \d/.test(m[0]),
    ),
    ...matches(document, britishRoad, { ...road, tier: 'check' }),
    ...matches(document, box, street, (m) => !/^(?:bp|hc|rr|psc)\b/.test(m[0]) && !/^BP\s?\d{2,3}/.test(m[0])),
    ...matches(
      document,
      dwelling,
      street,
      (m, start) =>
        !/\b(?:each|per|a|in the|waiting)\s$/i.test(text.slice(Math.max(0, start - 9), start)) &&
        // "I block 12 to 1 for lunch": somebody does it.
        !(/^block\s/i.test(m[0]) && /\b(?:i|we|to|they)\s$/i.test(text.slice(Math.max(0, start - 5), start))) &&
        // "the group room. A bat!": a sentence begins.
        !/^[a-z]{4,}\.\s[A-D]$/i.test(m[0]) &&
        // "husband no. 3", "his problem no. 1": one of several.
        !(
          /^no\./i.test(m[0]) &&
          /\p{Ll}\s$/u.test(text.slice(Math.max(0, start - 2), start)) &&
          !/\d/.test(text.slice(Math.max(0, start - 12), start))
        ) &&
        !(m[0].startsWith('No.') && opensSentence.test(text.slice(Math.max(0, start - 4), start))) &&
        !/^(?:div|pod|site|plot|dorm|cabin|suite|slip|trailer)\s?[A-Da-d]$/.test(m[0]) &&
        !/\s[a-d]$/.test(m[0]),
    ),
    ...matchesAt(document, document.starts.pieces, romance, street, (m, start, end) => {
      const number = houseNumber(m[0], text.slice(end, end + 12));
      // "via Zoom": a street only with its number, or with a capital inside a sentence.
      const isWay = /^via\s/i.test(m[0]) && !/\d/.test(m[0]) && number === 0;
      if (isWay && !(m[0].startsWith('V') && /\p{Ll},?\s$/u.test(text.slice(Math.max(0, start - 3), start))))
        return false;
      return m[0].length > 6 && ([start, end + number] as const);
    }),
    ...matches(document, romanceLower, street),
    ...(germanicRoad.test(text) ? matchesAt(document, document.starts.capitals, germanic, street) : []),
    ...matches(document, coordinates, street),
    ...matches(document, words3, street),
  ];
}
