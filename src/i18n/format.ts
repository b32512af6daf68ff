/** What a sentence may need of its language: its plural forms, numbers and lists, as its readers write them. */
export interface Format {
  /**
   * The form for `n`: an exact number first (`0`, `1`), else the plural category of the language. `#` stands for the
   * number. `plural(3, { one: 'One reply', other: '# replies' })` is “3 replies”.
   */
  plural(n: number, forms: Forms): string;
  /** With so many decimals, always; without, as many as it has, three at most. */
  number(n: number, decimals?: number): string;
  /** “the question, your decision, and your reasons”. */
  list(words: readonly string[]): string;
  /** “United States”, of its code. */
  country(code: string): string;
}

type Forms = { readonly [K in Intl.LDMLPluralRule | number]?: string } & { readonly other: string };

const made = new Map<string, Format>();
/** Locales come from outside, so that what is kept of them has an end. */
const mostKept = 100;

/** The format of a locale, for example `en-US`; it must be one that `Intl` takes. */
export function formatFor(locale: string): Format {
  const had = made.get(locale);
  if (had !== undefined) return had;
  if (made.size >= mostKept) made.clear();
  const format = createFormat(locale);
  made.set(locale, format);
  return format;
}

function createFormat(locale: string): Format {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  return {
    plural: (n, forms) => (forms[n] ?? forms[rules.select(n)] ?? forms.other).replaceAll('#', numbers.format(n)),
    number: (n, decimals) =>
      decimals === undefined
        ? numbers.format(n)
        : n.toLocaleString(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
    list: (words) => lists.format(words),
    country: (code) => countries.of(code) ?? code,
  };
}
