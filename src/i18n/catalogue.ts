import type { en } from './en/index.ts';
import type { Format } from './format.ts';

/**
 * What a language must hold: a sentence for every key that English has, with the same parameters. Its folder is
 * `src/i18n/<locale>/`, and one line in `locales.ts` registers it.
 */
export type Catalogue = { readonly [K in keyof typeof en]: Sentence<(typeof en)[K]> };

type Sentence<T> = T extends (params: infer P, ...rest: never[]) => string
  ? (params: P, format: Format) => string
  : string;
