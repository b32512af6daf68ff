import { wordSet } from './list.ts';

/** Everyday words of other languages that are also given names: "Su teléfono", "Elle dit". */
export const everydayNames = wordSet(
  'su sus mi mis tu tus el ella ellas ellos elle elles il ils sie er ich wir una uno mon ma mes ta sa ses ne pa ko',
  'ang ay che chi der den dem des die das',
);

/** Given names that are everyday words of German, Spanish or French: names only where a capital says so. */
export const alsoWords = wordSet(
  'art sommer winter marz mai juli august april ernst adler linde heide rose lilie iris mark kai gabe wende tal keller rand von',
  'dolores luz alma sol cruz cielo gloria gracia esperanza caridad trinidad milagros nieves socorro refugio amparo perla flor reyes santa santo san domingo abril mayo nena nene reina rey dulce ella esta pero hasta estrella marina tierra cristal justo modesto paloma alba bonita amada linda victoria soledad consuelo salvador angel mercedes concepcion angeles rosario clemente van dan da',
  'pierre fleur ange noel france reine prudence grace constance victoire perle soleil lune avril la le elle marin ambre amour aime chere cher belle beau serge colombe patience bebe olive cerise',
);
