import { isZone } from './time.ts';
import { typedText } from './typed-text.ts';
import { askedZones, zoneWords } from './zone-words.ts';

/** A zone's IANA name, or the zones that may be meant, likeliest first. */
export type TypedZone = { readonly zone: string } | { readonly ask: readonly string[] };

/** Offered before anything is typed; every other zone is found by its name. */
// biome-ignore format: a table
const usual = [
  'America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles', 'America/Anchorage',
  'Pacific/Honolulu', 'America/Toronto', 'America/Vancouver', 'America/Sao_Paulo', 'Europe/London', 'Europe/Dublin',
  'Europe/Lisbon', 'Europe/Paris', 'Europe/Berlin', 'Europe/Madrid', 'Africa/Johannesburg', 'Asia/Kolkata',
  'Asia/Singapore', 'Asia/Tokyo', 'Australia/Sydney', 'Pacific/Auckland', 'UTC',
];

/** Zones by everything that people call them: IANA names, their cities, and the words of the table. */
const known: { of: Map<string, string> | null } = { of: null };

function zonesByWord(): Map<string, string> {
  if (known.of !== null) return known.of;
  const all = [...Intl.supportedValuesOf('timeZone'), ...usual];
  const cities = all.filter((zone) => zone.includes('/')).map((zone) => [words(cityOf(zone)), zone] as const);
  const names = all.map((zone) => [words(zone), zone] as const);
  const spoken = Object.entries(zoneWords).flatMap(([zone, typed]) => typed.map((word) => [word, zone] as const));
  known.of = new Map([...cities, ...names, ...spoken]);
  return known.of;
}

const words = (name: string): string => name.toLowerCase().replaceAll('_', ' ');
/** The city that a zone is named after: `New York` of `America/New_York`. */
export const cityOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/**
 * Reads a time zone as people type it: `Central`, `Chicago`, `CST`, `Pacific time`, `america/chicago`. `EST` is asked
 * about, because the zone of that name has no summer time. Null when it is none; an offset such as `-05:00` is none.
 */
export function readZone(typed: string): TypedZone | null {
  const whole = words(typedText(typed));
  // As `shownZone` writes it: the city alone says which zone is meant.
  const city = /^[^()]+ \(([^()]+)\)$/.exec(whole)?.[1];
  const text = (city ?? whole).replace(/ (?:(?:standard |daylight )?time|tz)$/, '');
  const ask = Object.hasOwn(askedZones, text) ? askedZones[text] : undefined;
  if (ask !== undefined) return { ask };
  const zone = zonesByWord().get(text);
  if (zone !== undefined) return { zone };
  // Older names, which Intl takes but does not list. Theirs is the spelling that was typed.
  const name = typed.trim();
  return /^[A-Za-z][\w+/-]*$/.test(name) && isZone(name) ? { zone: name } : null;
}

/**
 * A zone as people know it, in words that `readZone` reads back: `Central time (Chicago)`. Its IANA name, where it has no
 * such words. What is no zone is somebody's own words and stays.
 */
export function shownZone(zone: string, locale: string): string {
  if (!isZone(zone) || !zone.includes('/')) return zone;
  const key = `${locale} ${zone}`;
  const had = shown.get(key);
  if (had !== undefined) return had;
  if (shown.size >= mostShown) shown.clear();
  const made = wordsOfZone(zone, locale);
  shown.set(key, made);
  return made;
}

const shown = new Map<string, string>();
/** Every form with a zone shows it; making a name takes a thousand times longer than looking it up. */
const mostShown = 500;

function wordsOfZone(zone: string, locale: string): string {
  const name = zoneName(zone, locale);
  const named = name === null ? cityOf(zone) : `${name} (${cityOf(zone)})`;
  const back = readZone(named);
  return back !== null && 'zone' in back && back.zone === zone ? named : zone;
}

/** What the locale calls a zone all year round; null where it has no word but an offset. Names change, so they are of one day. */
function zoneName(zone: string, locale: string): string | null {
  const named = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' })
    .formatToParts(namesOf)
    .find(({ type }) => type === 'timeZoneName')?.value;
  if (named === undefined || /^GMT|\d/.test(named)) return null;
  return named.replace(/ (?:Standard )?Time$/, (ending) => ending.toLowerCase());
}

const namesOf = Date.UTC(2026, 0, 1);

/** Zones to choose from while somebody types, likeliest first: what the words mean, then names that contain them. */
export function zonesLike(typed: string, most: number): string[] {
  const text = words(typedText(typed));
  if (text === '') return usual.slice(0, most);
  const read = readZone(typed);
  const meant = read === null ? [] : 'zone' in read ? [read.zone] : read.ask;
  const entries = [...zonesByWord()];
  const begins = entries.filter(([word]) => word.startsWith(text));
  const contains = entries.filter(([word]) => word.includes(text));
  return [...new Set([...meant, ...[...begins, ...contains].map(([, zone]) => zone)])].slice(0, most);
}
