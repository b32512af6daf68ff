import type { Catalogue } from './catalogue.ts';
import { en } from './en/index.ts';
import { catalogues } from './locales.ts';

/** The language of last resort, and of what is written before anybody is known: manifests and what operators read. */
export const defaultLocale = 'en';

/** The locales that there is a catalogue for. */
export const languages = (): readonly string[] => Object.keys(catalogues);

/** Whether there are words for a locale, or for its language. */
export function hasWords(locale: string | null): boolean {
  const one = locale ? canonical(locale) : null;
  return one !== null && catalogueKey(one) !== null;
}

/**
 * The locale to render in: the first of the wanted ones that there are words for, most wanted first (a person's, then their
 * group's). Where that is English, or none, the first one itself: its words are English, its dates and numbers its own.
 */
export function chooseLocale(...wanted: readonly (string | null | undefined)[]): string {
  const all = wanted.flatMap((one) => (one ? (canonical(one) ?? []) : []));
  const spoken = all.find((one) => catalogueKey(one) !== null);
  const english = spoken === undefined || catalogueKey(spoken) === defaultLocale;
  return (english ? all[0] : spoken) ?? defaultLocale;
}

/** The catalogue a locale reads, by its registered name. */
export const languageOf = (locale: string): string => catalogueKey(canonical(locale) ?? '') ?? defaultLocale;

/** A language's own name for itself. */
export const languageName = (locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale;

/** The catalogue of a locale, else of its language, else English. */
export function catalogueOf(locale: string): Catalogue {
  const key = catalogueKey(locale);
  return (key === null ? undefined : catalogues[key]) ?? en;
}

/** `pt-BR`, then `pt`: a locale without its last part, until there is a catalogue. */
function catalogueKey(locale: string): string | null {
  for (let key = locale; key !== ''; key = key.slice(0, Math.max(0, key.lastIndexOf('-')))) {
    if (Object.hasOwn(catalogues, key)) return key;
  }
  return null;
}

const written = new Map<string, string | null>();
/** Locales come from outside, so that what is kept of them has an end. */
const mostKept = 100;

/** As `Intl` writes it; null for what is no locale. Some platforms write `en_US`. Asked for with every sentence. */
function canonical(locale: string): string | null {
  const had = written.get(locale);
  if (had !== undefined) return had;
  if (written.size >= mostKept) written.clear();
  const found = canonicalOf(locale);
  written.set(locale, found);
  return found;
}

function canonicalOf(locale: string): string | null {
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}
