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

/** Words that stand for a figure of a number or a day, or say which part of a month or year. */
export const saidFigures = wordSet(
  'oh zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred first second third fourth fifth sixth',
  'seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth underscore dash dot early late mid day leap',
  'carnival chuseok losar tet',
);
