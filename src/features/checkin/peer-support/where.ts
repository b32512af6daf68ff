import type { CheckinSettings } from '../../../ports/checkins.ts';
import type { Group } from '../../../ports/membership.ts';
import type { Asked } from '../../../runtime/context.ts';
import { zoneIsIn } from '../../../time/zone-country.ts';

/** What tells where somebody is who needs a line to call. Each may be missing or wrong, so all of them count. */
export interface Reader {
  /** As the platform told it. */
  readonly locale: string;
  readonly zone: string | null;
  /** Where the members of the group practice. */
  readonly place: Group['place'];
}

/** A line and the countries that it is for; none for one of a language. */
export interface Line {
  readonly line: string;
  readonly countries: readonly string[];
}

/** Countries whose lines and emergency number these places share. */
const belongTo: Readonly<Record<string, string>> = {
  ...{ PR: 'US', GU: 'US', VI: 'US', AS: 'US', MP: 'US' },
  ...{ IM: 'GB', JE: 'GB', GG: 'GB' },
};

const placeCountries = { us: ['US'], uk: ['GB', 'IE'], au: ['AU'], other: [] } as const;

/** The reader of a request. Where a platform tells no time zone, the group's is the best guess. */
export const readerOf = (ctx: Asked): Reader => ({
  locale: ctx.toldLocale ?? ctx.locale,
  zone: ctx.zone ?? ctx.group?.zone ?? null,
  place: ctx.group?.place ?? null,
});

/**
 * Every country that the time zone, the locale, or the group places the reader in, the likeliest first: the zone is set by where a
 * computer is, the locale by a habit, and the group's place by somebody else. A line too many is better than the right one missing.
 */
export function countriesOf(settings: CheckinSettings, { locale, zone, place }: Reader): readonly string[] {
  const known = [...Object.keys(settings.emergency), ...Object.keys(settings.lines).flatMap(countryIn)];
  const byZone = zone === null ? [] : [...known, ...Object.keys(belongTo)].filter((one) => zoneIsIn(zone, one));
  const own = [...byZone, ...countryIn(locale)].map((one) => belongTo[one] ?? one);
  const ofGroup: readonly string[] = place === null ? [] : placeCountries[place];
  // "UK or Ireland" adds nothing for whoever is known to be in one of them.
  return [...new Set([...own, ...(ofGroup.some((one) => own.includes(one)) ? [] : ofGroup)])];
}

/**
 * The lines of the reader's countries, in the reader's language where a country has it, and those of the language alone. Where nothing
 * says what country that is, all of them, since the right one may be among them; none where it has none.
 */
export function linesFor(settings: CheckinSettings, reader: Reader): readonly Line[] {
  const countries = countriesOf(settings, reader);
  const everywhere = countries.length === 0 && ofLanguage(settings, reader.locale).length === 0;
  const wanted = everywhere ? Object.keys(settings.lines).flatMap(countryIn) : countries;
  const found = new Map<string, Set<string>>();
  const add = (line: string, country?: string) => {
    const at = found.get(line) ?? new Set();
    found.set(line, country === undefined ? at : at.add(country));
  };
  for (const country of wanted) for (const line of ofCountry(settings, country, reader.locale)) add(line, country);
  for (const line of ofLanguage(settings, reader.locale)) add(line);
  return [...found].map(([line, at]) => ({ line, countries: [...at] }));
}

/** The emergency numbers of the reader's countries; empty where none is known. */
export const emergencyFor = (settings: CheckinSettings, reader: Reader) =>
  countriesOf(settings, reader).flatMap((country) => {
    const number = settings.emergency[country];
    return number === undefined ? [] : [{ country, number }];
  });

function ofCountry(settings: CheckinSettings, country: string, locale: string): readonly string[] {
  const there = Object.entries(settings.lines).filter(([name]) => countryIn(name).includes(country));
  const inLanguage = there.filter(([name]) => languageIn(name) === languageIn(locale));
  return (inLanguage.length > 0 ? inLanguage : there).flatMap(([, lines]) => lines);
}

/** Lines that an operator gave for a language, wherever it is read; those of a country come before them. */
function ofLanguage(settings: CheckinSettings, locale: string): readonly string[] {
  const country = countryIn(locale)[0];
  if (country !== undefined && ofCountry(settings, country, locale).length > 0) return [];
  return Object.entries(settings.lines).flatMap(([name, lines]) =>
    countryIn(name).length === 0 && languageIn(name) === languageIn(locale) ? lines : [],
  );
}

const countryIn = (locale: string): string[] => {
  const region = parsed(locale)?.region;
  return region === undefined ? [] : [region];
};

const languageIn = (locale: string): string => parsed(locale)?.language ?? locale.toLowerCase();

/** `en_US`, `en-us` and `en-US@posix` are all `en-US`; null for what is no locale. */
function parsed(locale: string): Intl.Locale | null {
  try {
    return new Intl.Locale(locale.replace(/[@.].*$/s, '').replaceAll('_', '-'));
  } catch {
    return null;
  }
}
