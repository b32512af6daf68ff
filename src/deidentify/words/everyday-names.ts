import { wordSet } from './list.ts';

/** Everyday words of other languages that are also given names: "Su teléfono", "Elle dit". */
export const everydayNames = wordSet(
  'su sus mi mis tu tus el ella ellas ellos elle elles il ils sie er ich wir una uno mon ma mes ta sa ses ne pa ko',
  'ang ay che chi',
);
