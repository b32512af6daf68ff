import { drawBanded, type Lists, titleCase } from '../lists.ts';
import { between, type Chance, pick, weighted } from '../random.ts';

const nicknames =
  'Bubba Junior Buddy Sissy Peanut Skip Chip Tink Squeak Moose Bear Red Dutch Mac Ace Duke Kiki Coco Gigi Lulu Mimi Bobo Tank Spider Jojo Pepper Boots Smoke Gator Doc Rooster Bean Bug Cricket Birdie Sparrow Ziggy Pip Fitz Bo Dee Jay Kay Tee Zee'.split(
    ' ',
  );
/** Names that are words: what a list cannot decide, the sentence has to. */
const wordNames =
  'Will Grace Mark Hope May Joy Summer Rich Faith Rose Ivy Lily Daisy Violet Iris Olive Hazel Ruby Pearl Amber Jade Crystal Dawn Eve Autumn April June August Sunny Sky River Rain Brook Stone Cliff Forest Wren Robin Jay Drew Chase Grant Hunter Mason Cole Reed Rusty Sandy Ginger Pepper Bill Jack Nick Pat Rob Sue Art Gene Frank Ernest Earnest Chuck Bob Guy Dean Earl Duke King Prince Major Sterling Victor Gale Misty Stormy Star Honey Candy Cherry Destiny Serenity Harmony Melody Trinity Charity Prudence Patience Constance Justice Honor True Blue Sage Basil Rosemary Heather Holly Myrtle Fern Clay Rocky Ray Miles Dale Glen Lane Ford Wade Heath Cash Penny Bond Price Young Long Small Short Rose Angel Jesus Mercy Blessing Precious Princess Sunday Friday Wednesday Christian Paris Dallas Austin Houston Phoenix Georgia Carolina Virginia Savannah Chelsea Brooklyn Madison Florence Sydney London Israel Jordan Chad Kenya India Asia China'.split(
    ' ',
  );

/** Places, days and things that are given as names. */
const placeNames =
  'China Kenya London Paris Austin Savannah Sydney Dakota Brooklyn Madison Georgia Virginia Carolina Alaska Asia India Ireland Israel Jordan Egypt Cairo Milan Vienna Florence Verona Geneva Adelaide Houston Dallas Denver Phoenix Memphis Orlando Trenton Lincoln Jackson Boston Chelsea Camden Aspen Sierra Montana Nevada Tennessee Cuba Chad Cyprus Holland Raleigh Salem Odessa Petra Lourdes Troy Persia Rome Sicily Malta Tunisia Memory Gift Precious Reign Genesis Lexus Mercedes Friday Sunday Wednesday January Winter Blessing Innocent Promise Royal Legend Story Saint Ocean Penny Amber Exodus Chance Wisdom Godwill Marvelous Talent Fortune Lucky Prosper Messiah Heaven Miracle Essence Diamond Princess Porsche Armani Chanel Dior'.split(
    ' ',
  );

/** A name that is a word, a month, a place: only the sentence tells. */
export const wordName = (random: Chance): string => pick(random, random() < 0.5 ? wordNames : placeNames);

const hardLetters = /^(.*[aeiouy])([^aeiouy].*)$/;

/** Names no list holds: the front of one name and the back of another, as parents and other languages form them. */
const invented = (random: Chance, lists: Lists, kind: 'first' | 'last'): string => {
  const front = hardLetters.exec(drawBanded(random, lists[kind]))?.[1] ?? 'mar';
  const back = hardLetters.exec(drawBanded(random, lists[kind]))?.[2] ?? 'lin';
  return titleCase(`${front.slice(0, 6)}${back.slice(-5)}`);
};

export const firstName = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [62, () => titleCase(drawBanded(random, lists.first))],
    [14, () => invented(random, lists, 'first')],
    [10, () => pick(random, wordNames)],
    [4, () => pick(random, nicknames)],
    [
      3,
      () =>
        `${pick(random, ["D'", "Ja'", "La'", "Ta'", "Ke'", "Da'", 'De', "O'"])}${titleCase(drawBanded(random, lists.first))}`,
    ],
    [3, () => `${titleCase(drawBanded(random, lists.first))}-${titleCase(drawBanded(random, lists.first))}`],
  ]);

export const lastName = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [66, () => titleCase(drawBanded(random, lists.last))],
    [16, () => invented(random, lists, 'last')],
    [6, () => `${titleCase(drawBanded(random, lists.last))}-${titleCase(drawBanded(random, lists.last))}`],
    [2, () => `${pick(random, ['Mc', "O'", 'Mac', "D'"])}${titleCase(drawBanded(random, lists.last))}`],
    [
      3,
      () =>
        `${pick(random, ['de la', 'van', 'van der', 'von', 'de', 'el', 'al-', 'bin', 'di', 'St.'])} ${titleCase(drawBanded(random, lists.last))}`.replace(
          '- ',
          '-',
        ),
    ],
    [3, () => pick(random, wordNames)],
  ]);

const letter = (random: Chance): string => String.fromCharCode(between(random, 65, 90));

export const initials = (random: Chance): string =>
  weighted(random, [
    [4, () => `${letter(random)}.${letter(random)}.`],
    [3, () => `${letter(random)}.`],
    [3, () => letter(random)],
    [3, () => `${letter(random)}${letter(random)}`],
    [1, () => `${letter(random)}.${letter(random)}.${letter(random)}.`],
  ]);

export const fullName = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [8, () => `${firstName(random, lists)} ${lastName(random, lists)}`],
    [1, () => `${firstName(random, lists)} ${letter(random)}. ${lastName(random, lists)}`],
    [1, () => `${firstName(random, lists)} ${letter(random)}.`],
    [1, () => `${letter(random)}. ${lastName(random, lists)}`],
    [1, () => `${firstName(random, lists)} ${lastName(random, lists)} ${lastName(random, lists)}`],
  ]);

/** As forms and sign-in sheets have it: surname first. */
export const listedName = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [3, () => `${lastName(random, lists)}, ${firstName(random, lists)}`],
    [1, () => `${lastName(random, lists).toUpperCase()}, ${firstName(random, lists).toUpperCase()}`],
    [1, () => `${lastName(random, lists)}, ${firstName(random, lists)} ${letter(random)}.`],
    [1, () => `${lastName(random, lists)} ${letter(random)}`],
  ]);
