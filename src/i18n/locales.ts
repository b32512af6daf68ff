import type { Catalogue } from './catalogue.ts';
import { en } from './en/index.ts';

/** Every language that there is, by its locale. */
export const catalogues: Readonly<Record<string, Catalogue>> = {
  en,
};
