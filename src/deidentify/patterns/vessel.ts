import { type Candidate, type Document, matches } from '../document.ts';

const name = "\\p{Lu}[\\p{L}'-]+(?:\\s(?:(?:of|the|and|la|de)\\s)?\\p{Lu}[\\p{L}'-]+){0,3}";
// Prefixes that stand before a ship's name; two letters only with their stroke, since "SS" and "MS" mean other things.
const vessels = new RegExp(`(?<![\\p{L}\\p{N}])(?:[FMSR]\\/[VYT]|USS|HMS|HMCS|HMAS|USNS|USCGC|RMS)\\s${name}`, 'gu');
// Company and battalion: "Bravo 2-14", "Alpha Co, 1-506".
const units =
  /(?<![\p{L}\p{N}])(?:Alpha|Bravo|Charlie|Delta|Echo|Foxtrot|Golf|Headquarters|HHC)\s(?:Co(?:mpany|\.)?,?\s)?\d{1,3}[-/]\d{1,3}(?:\s(?:IN|AR|FA|CAV|MP|EN))?(?![\p{L}\p{N}])/gu;

/** Ships and military units by the shape of their names: each is somebody's employer, and small enough to tell who. */
export function vesselsAndUnits(document: Document): Candidate[] {
  const what = { type: 'ORG', reason: 'employer', label: 'Employer' } as const;
  return [...matches(document, vessels, what), ...matches(document, units, what)];
}
