import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingType, Tier } from '../src/index.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text of `test/fixtures/deid`, with its identifiers marked. Offsets are UTF-16. */
export interface Vignette {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly (Range & { readonly type: FindingType })[];
}

export const readVignettes = (file: string): Vignette[] =>
  readFileSync(join(import.meta.dirname, '../test/fixtures/deid', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Vignette);

/** What somebody found in a text; packages that know no tiers leave them out. */
export type Answer = readonly (Range & { readonly tier?: Tier })[];

/** Shares from 0 to 1; alarms are findings per 1,000 words of texts that hold no identifier. */
export interface Figures {
  /** Identifiers of which every letter and digit is covered, indirect ones (OTHER) left out. */
  readonly recall: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** Texts with identifiers of which none is left over, indirect ones included. */
  readonly clean: number;
  /** Of the letters covered, how many belong to identifiers. */
  readonly precision: number;
  readonly alarms: number;
  readonly sureAlarms: number;
}

const structured = 'DATE, AGE, PHONE, EMAIL, URL, ID, IP';
const kindOf = (type: FindingType): string => (/^(?:NAME|ORG|LOCATION|OTHER)$/.test(type) ? type : structured);
const share = (part: number, whole: number): number => Math.round((1000 * part) / Math.max(1, whole)) / 1000;

/** The measures of the development corpus. A text without an answer counts as one in which nothing was found. */
export function measure(texts: readonly Vignette[], answers: ReadonlyMap<string, Answer>): Figures {
  const gold: Record<string, number> = {};
  const caught: Record<string, number> = {};
  let [positive, clean, covered, right, words, alarms, sure] = [0, 0, 0, 0, 0, 0, 0];
  for (const { id, text, spans } of texts) {
    const findings = answers.get(id) ?? [];
    const mask = new Uint8Array(text.length);
    for (const { start, end } of findings) mask.fill(1, start, end);
    const inGold = new Uint8Array(text.length);
    let leaks = 0;
    for (const { start, end, type } of spans) {
      inGold.fill(1, start, end);
      const kind = kindOf(type);
      gold[kind] = (gold[kind] ?? 0) + 1;
      const letters = [...text.slice(start, end).matchAll(/[\p{L}\p{N}]/gu)];
      if (letters.every((letter) => mask[start + letter.index] === 1)) caught[kind] = (caught[kind] ?? 0) + 1;
      else leaks++;
    }
    for (const [i, value] of mask.entries()) {
      covered += value;
      right += value & (inGold[i] ?? 0);
      if (spans.length === 0 && value === 1 && mask[i - 1] !== 1) alarms++;
    }
    if (spans.length === 0) {
      words += text.split(/\s+/).filter((word) => word !== '').length;
      sure += findings.filter((one) => one.tier === 'remove').length;
    } else {
      positive++;
      if (leaks === 0) clean++;
    }
  }
  const direct = Object.keys(gold).filter((kind) => kind !== 'OTHER');
  const sum = (counts: Record<string, number>): number => direct.reduce((all, kind) => all + (counts[kind] ?? 0), 0);
  const perThousandWords = (count: number): number => Math.round((10_000 * count) / Math.max(1, words)) / 10;
  return {
    recall: share(sum(caught), sum(gold)),
    byKind: Object.fromEntries(Object.entries(gold).map(([kind, count]) => [kind, share(caught[kind] ?? 0, count)])),
    clean: share(clean, positive),
    precision: share(right, covered),
    alarms: perThousandWords(alarms),
    sureAlarms: perThousandWords(sure),
  };
}

/** A short text of a class of known mistakes: what must be covered, what must stay readable. */
export interface ClassText {
  readonly id: string;
  readonly class: string;
  readonly text: string;
  readonly expect: readonly string[];
  readonly mustKeep: readonly string[];
}

export const readClasses = (file: string): ClassText[] =>
  readFileSync(join(import.meta.dirname, '../test/fixtures/deid', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ClassText);

export interface ClassFigures {
  readonly expected: number;
  readonly found: number;
  /** Shares from 0 to 1; 1 where the class asks for nothing of the kind. */
  readonly caught: number;
  readonly kept: number;
}

/** Figures by class, and of all classes together under `all`. A word that is to stay counts as kept when no letter of it is covered. */
export function measureClasses(texts: readonly ClassText[], scan: (text: string) => Answer): Map<string, ClassFigures> {
  const counts = new Map<string, { expected: number; found: number; wanted: number; kept: number }>();
  for (const one of texts) {
    const mask = new Uint8Array(one.text.length);
    for (const { start, end } of scan(one.text)) mask.fill(1, start, end);
    const marked = (surface: string, from: number): number[] =>
      [...surface.matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => mask[from + index] ?? 0);
    const places = placesOf(one.text, one.expect);
    const stays = placesOf(one.text, one.mustKeep);
    const found = one.expect.filter((surface, i) =>
      marked(surface, places[i] ?? 0).every((value) => value === 1),
    ).length;
    const kept = one.mustKeep.filter((surface, i) =>
      marked(surface, stays[i] ?? 0).every((value) => value === 0),
    ).length;
    for (const name of [one.class, 'all']) {
      const sum = counts.get(name) ?? { expected: 0, found: 0, wanted: 0, kept: 0 };
      sum.expected += one.expect.length;
      sum.found += found;
      sum.wanted += one.mustKeep.length;
      sum.kept += kept;
      counts.set(name, sum);
    }
  }
  const part = (some: number, whole: number): number => (whole === 0 ? 1 : share(some, whole));
  return new Map(
    [...counts].map(([name, { expected, found, wanted, kept }]) => [
      name,
      { expected, found, caught: part(found, expected), kept: part(kept, wanted) },
    ]),
  );
}

/** Where each surface stands; the same surface twice means its first and its second place. */
function placesOf(text: string, surfaces: readonly string[]): number[] {
  const next = new Map<string, number>();
  return surfaces.map((surface) => {
    const place = text.indexOf(surface, next.get(surface) ?? 0);
    next.set(surface, place + 1);
    return place;
  });
}
