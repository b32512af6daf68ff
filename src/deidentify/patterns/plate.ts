import { type Candidate, type Document, group, matches, matchesIf } from '../document.ts';

const cued =
  /\b(?:plates?|tag|license plate|lic plate|vanity plate|plaque|reg(?:istration)?(?: number| plate)?|matrícula|kennzeichen|immatriculation)(?:\s(?:is|was|reads?|said|says|saying|of|number|no\.?|#)){0,3}\s?[:#="']?\s?"?([A-Z0-9]{1,8}(?:[ -][A-Z0-9]{1,5}){0,2})"?(?![a-zA-ZÀ-ɏ0-9])/dgu;
const lower =
  /\b(?:plates?|license plate)(?:\s(?:is|was|reads?|number|no\.?|#)){0,2}\s?[:#=]?\s?((?=[a-z]{0,7}\d)[a-z0-9]{2,8}(?:[ -](?=[a-z]{0,4}\d|\d)[a-z0-9]{1,5})?)(?![a-zA-ZÀ-ɏ0-9])/dgu;
// "license plate is bob cat 9": typed as words with a figure, behind a word that says what it is.
const inWords =
  /\b(?:licen[cs]e |lic |vanity |number )?plates?(?:\s(?:is|was|reads?|says|number|no\.?|#)){0,2}\s?[:#=]?\s?["']?((?:[a-z]{1,7} ){1,2}\d{1,4}(?: [a-z]{1,4}(?=["',.;:!?)]|$))?)["']?(?=\s{0,2}(?:$|[,.;:!?)]|and\b|but\b|on\b))/dgim;
const copula = /plates?\s?(?:is|was|reads?|says|number|no\.?|#|[:=])/i;
const inNoPlate =
  /^(?:a|an|the|at|in|on|of|for|to|by|is|was|has|had|with|from|under|over|about|only|now|like|not|and|or|than|fell|broke|costs?|took|after|before|due|until|every|exactly|almost|page|size|number|up|down) | (?:for|at|in|on|of|about|by|to|age|and|or|before|after|only|than|the|over|under) \d/i;

// Two letters, three figures, two letters: French and Italian plates; two, two and three: British ones. Nothing else is written so.
const european =
  /(?<![a-zA-ZÀ-ɏ0-9-])[A-Z]{2}\d{2} [A-HJ-PR-Z]{3}(?![a-zA-ZÀ-ɏ0-9-])|(?<![a-zA-ZÀ-ɏ0-9-])[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}(?![a-zA-ZÀ-ɏ0-9-])/gu;
// The shapes of plates, told from instruments and doses by a vehicle close by.
const shaped =
  /(?<![a-zA-ZÀ-ɏ0-9$-])(?:\d[A-Z]{3}[ -]?\d{3}|[A-Z]{2,3}[ -]?\d{3,4}|\d{3}[ -]?[A-Z]{3}|[A-Z]{2}\d{2}[ -]?[A-Z]{3}|[A-Z]{1,3}-[A-Z]{1,2} ?\d{1,4}|\d{4}[ -]?[A-Z]{3}|[A-Z]{2}-\d{3}-[A-Z]{2})(?![a-zA-ZÀ-ɏ0-9])/gu;
const vehicle =
  /\b(?:cars?|truck|van|suv|vehicle|jeep|motorcycle|bike|sedan|pickup|minivan|honda|toyota|ford|chevy|nissan|kia|subaru|bmw|tesla|prius|civic|camry|corolla|silverado|f-?150|dmv|parked|driving|drives|tow(?:ed)?|coche|carro|voiture|auto)\b[^.\n]{0,40}$/i;
const hosts =
  /(?<![a-zA-ZÀ-ɏ0-9])(?:[A-Z][A-Z\d']{1,20}-(?:MACBOOK|IPHONE|IPAD|LAPTOP|PC|DESKTOP|MBP|ANDROID|PHONE|SURFACE)(?:-?[A-Z\d]{1,12})?|(?:DESKTOP|LAPTOP|WIN)-[A-Z\d]{4,12})(?![a-zA-ZÀ-ɏ0-9])/gi;

const hostWord = /-(?:macbook|iphone|ipad|laptop|pc|desktop|mbp|android|phone|surface)|(?:desktop|laptop|win)-/i;

/** Without "is" a plate of words is one only where nothing follows: "plate bob cat 9", but not "a plate fell 9 feet". */
const endsThere = (text: string, match: RegExpExecArray): boolean =>
  /^["']?\s{0,2}(?:$|[,.;:!?)])/.test(text.slice(match.index + match[0].length).slice(0, 4));

/** Licence plates after a word for them; plates are short, so shape alone would flag instruments and doses. */
export function plates(document: Document): Candidate[] {
  const what = { type: 'ID', reason: 'plate' } as const;
  return [
    ...matches(document, cued, what, (m) => group(m, 1)),
    ...matches(document, lower, what, (m) => group(m, 1)),
    ...matchesIf(
      /plate/i,
      document,
      inWords,
      what,
      (m) =>
        !inNoPlate.test(m[1] ?? '') &&
        (copula.test(m[0]) || /^(?:licen|lic |vanity|number)/i.test(m[0]) || endsThere(document.text, m)) &&
        group(m, 1),
    ),
    ...matches(document, european, what),
    ...matches(document, shaped, what, (_, start) => vehicle.test(document.text.slice(Math.max(0, start - 56), start))),
    ...matchesIf(hostWord, document, hosts, { type: 'ID', reason: 'device' }),
  ];
}
