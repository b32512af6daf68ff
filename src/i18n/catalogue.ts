import type { en } from './en/index.ts';
import type { Format } from './format.ts';

/**
 * What a language must hold: a sentence for every key that English has, with the same parameters. Its folder is
 * `src/i18n/<locale>/`, and one line in `locales.ts` registers it.
 */
export type Catalogue = Translation<typeof en>;

/** The sentences of `T` in another language: every key, with the same parameters. */
export type Translation<T> = { readonly [K in keyof T]: Sentence<T[K]> };

type Sentence<T> = T extends (params: infer P, ...rest: never[]) => string
  ? (params: P, format: Format) => string
  : string;
