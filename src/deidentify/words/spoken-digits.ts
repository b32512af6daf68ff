import { wordSet } from './list.ts';

/** Digits in words, in English, Spanish, French and German. */
export const digitWords = wordSet(
  'zero oh o one two three four five six seven eight nine ten double triple hundred cero uno dos tres cuatro cinco',
  'seis siete ocho nueve diez deux trois quatre cinq sept huit neuf dix null eins zwei drei vier funf sechs sieben',
  'acht neun',
);

/** The spelling alphabet of the ICAO, with the spellings that people type. */
export const spellingAlphabet = wordSet(
  'alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa',
  'quebec romeo sierra tango uniform victor whiskey whisky xray yankee zulu',
);
