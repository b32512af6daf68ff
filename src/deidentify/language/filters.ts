import { wordSet } from '../words/list.ts';

/**
 * What the filter knows of a language besides English. A language with rules of its own for names, places and phrases
 * gets them here, with a corpus and limits of its own; until then only what is clear without them is taken out.
 */
export interface LanguageFilter {
  /** Forms of address, folded: what follows one is a name. */
  readonly titles: ReadonlySet<string>;
  /** A capital in the middle of a sentence says nothing of a name. */
  readonly capitalizesNouns: boolean;
}

const titles = {
  es: wordSet('don dona sr sra srta senor senora senorita lic licda dr dra profe tio tia'),
  fr: wordSet('m mr mme mlle monsieur madame mademoiselle maitre dr pr'),
  de: wordSet('herr herrn frau dr prof'),
};

const filters: Readonly<Record<string, LanguageFilter>> = {
  es: { titles: titles.es, capitalizesNouns: false },
  fr: { titles: titles.fr, capitalizesNouns: false },
  de: { titles: titles.de, capitalizesNouns: true },
  lb: { titles: titles.de, capitalizesNouns: true },
};

/** For languages that have none of their own: short Spanish is easily taken for Portuguese, Catalan or Italian. */
const other: LanguageFilter = {
  titles: new Set([...titles.es, ...titles.fr, ...titles.de, ...wordSet('signor signora sig dott senhor senhora seu')]),
  capitalizesNouns: false,
};

export const filterFor = (language: string): LanguageFilter => filters[language] ?? other;
