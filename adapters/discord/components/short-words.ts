import type { Values } from '../../../src/index.ts';

/**
 * Shorter ways to write what stands in many a `custom_id`, for ids that would else have no room. Part of what lies in posted
 * messages: a sign keeps its meaning for good, and a new one is added at the end.
 */
const names: Readonly<Record<string, string>> = {
  group: 'G',
  agreement: 'A',
  consultation: 'C',
  meeting: 'M',
  document: 'D',
  entry: 'E',
  format: 'F',
  period: 'P',
  from: 'B',
  to: 'T',
  anonymous: 'N',
  pack: 'K',
  upTo: 'U',
  evaluation: 'V',
  confirmation: 'O',
  submitted: 'S',
  once: 'I',
  step: 'Z',
  risk: 'R',
  place: 'H',
  licence: 'L',
  need: 'J',
  told: 'Q',
  reachable: 'Y',
};
const features: Readonly<Record<string, string>> = {
  supervision: 'S',
  consult: 'C',
  credit: 'R',
  meeting: 'M',
  experts: 'E',
  checkin: 'H',
  curbside: 'B',
};
const flipped = (of: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(of).map(([a, b]) => [b, a]));
const [namesBack, featuresBack] = [flipped(names), flipped(features)];

const dayMs = 24 * 60 * 60_000;
const [dayMark, timeMark] = ['*', '_'];
/** The longest word in the names of documents. */
const [longEnd, shortEnd] = ['-verification', '-V'];
const looksShort = (value: string): boolean =>
  value.startsWith(dayMark) || value.startsWith(timeMark) || value.endsWith(shortEnd);

/** A command name, its feature as one letter. */
export const shortCommand = (to: string): string =>
  to.replace(/^(\w+)(?=\.)/, (feature) => features[feature] ?? feature);
export const longCommand = (to: string): string =>
  to.replace(/^([A-Z])(?=\.)/, (letter) => featuresBack[letter] ?? letter);

/** Values with names of one letter, days and times (ms) as short numbers; null where one looks like such a short one. */
export function shortValues(values: Values): Values | null {
  const all = Object.entries(values);
  if (all.some(([, value]) => looksShort(value))) return null;
  return Object.fromEntries(all.map(([name, value]) => [names[name] ?? name, shortValue(value)]));
}

export const longValues = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [namesBack[name] ?? name, longValue(value)]));

function shortValue(value: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  // Only what reads back as it was: 2026-02-30 stays.
  if (at >= 0 && new Date(at).toISOString().startsWith(value)) return dayMark + (at / dayMs).toString(36);
  if (/^[1-9]\d{10,14}$/.test(value)) return timeMark + Number(value).toString(36);
  return value.endsWith(longEnd) ? value.slice(0, -longEnd.length) + shortEnd : value;
}

function longValue(value: string): string {
  const number = Number.parseInt(value.slice(1), 36);
  if (value.startsWith(timeMark)) return String(number);
  if (value.startsWith(dayMark)) return new Date(number * dayMs).toISOString().slice(0, 10);
  return value.endsWith(shortEnd) ? value.slice(0, -shortEnd.length) + longEnd : value;
}

/** A snowflake, as a shorter number; null for anything else. */
export const shortSnowflake = (id: string): string | null =>
  /^[1-9]\d{15,19}$/.test(id) ? BigInt(id).toString(36) : null;
export const longSnowflake = (short: string): string =>
  String([...short].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n));
