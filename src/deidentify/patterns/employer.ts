import { type Candidate, type Document, matches } from '../document.ts';

const name = "\\p{Lu}[\\p{L}'-]+(?:\\s(?:(?:of|the|and|la|de)\\s)?\\p{Lu}[\\p{L}'-]+){0,3}";
// Prefixes that stand before a ship's name; two letters only with their stroke, since "SS" and "MS" mean other things.
const vessels = new RegExp(`(?<![\\p{L}\\p{N}])(?:[FMSR]\\/[VYT]|USS|HMS|HMCS|HMAS|USNS|USCGC|RMS)\\s${name}`, 'gu');
// Company and battalion: "Bravo 2-14", "Alpha Co, 1-506".
const units =
  /(?<![\p{L}\p{N}])(?:Alpha|Bravo|Charlie|Delta|Echo|Foxtrot|Golf|Headquarters|HHC)\s(?:Co(?:mpany|\.)?,?\s)?\d{1,3}[-/]\d{1,3}(?:\s(?:IN|AR|FA|CAV|MP|EN))?(?![\p{L}\p{N}])/gu;

// "9th precinct", "101st airborne".
const numbered =
  /(?<![a-zA-Z0-9])\d{1,3}(?:st|nd|rd|th) (?:precinct|battalion|bn|brigade|regiment|infantry|cavalry|airborne|armored|squadron|fighter wing|special forces group|marines|engineers)(?![a-zA-Z])/gi;
// "pg&e", "H&R": few letters on both sides of the sign.
const joined = /(?<![a-zA-Z0-9&])[a-z]{1,4}&[a-z]{1,4}(?![a-zA-Z0-9&])/gi;
const notFirm =
  /^(?:q&a|r&b|r&r|r&d|b&b|b&w|h&p|d&c|p&l|t&a|a&o|a&p|a&d|d&a|d&d|s&m|m&m|m&e|g&t|i&o|c&a|f&b|o&m|s&p|e&m|j&j|l&d|k&k|p&p|t&m|c&l|k&b|ob&gyn|ent&t|and&or|at&t|am&pm)s?$/i;

/** Ships, units, precincts and firms by the shape of their names: each is somebody's employer, and small enough to tell who. */
export function employers(document: Document): Candidate[] {
  const what = { type: 'ORG', reason: 'employer', label: 'Employer' } as const;
  return [
    ...matches(document, vessels, what),
    ...matches(document, units, what),
    ...matches(document, numbered, { ...what, tier: 'check' }),
    ...matches(document, joined, { ...what, tier: 'check' }, (m) => !notFirm.test(m[0])),
  ];
}
