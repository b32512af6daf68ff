import { authors } from '../../../src/deidentify/words/authors.ts';
import { citedAuthors } from '../../../src/deidentify/words/cited-authors.ts';
import { namedLikePeople } from '../../../src/deidentify/words/medicines.ts';
import { type Lists, titleCase } from '../lists.ts';
import { type Chance, pick, weighted } from '../random.ts';
import { firstName, lastName } from './people.ts';

const rare = [...authors];
const common = [...citedAuthors];
const medicines = [...namedLikePeople];

/** A surname that authors bear: on a list, or one that no list of ours holds as an author's, since nobody knows them all. */
const surname = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [4, () => titleCase(pick(random, rare))],
    [4, () => titleCase(pick(random, common))],
    [5, () => lastName(random, lists)],
  ]);

/** A client who is called like an author. */
export const authorsNamesake = (random: Chance): string => titleCase(pick(random, random() < 0.55 ? rare : common));

/** Slots in small letters: authors as a text about methods cites them, and medicines that are called like people. */
export const cited: Readonly<Record<string, (random: Chance, lists: Lists) => string>> = {
  author: surname,
  authorFull: (random, lists) => `${firstName(random, lists)} ${surname(random, lists)}`,
  namedMed: (random) => titleCase(pick(random, medicines)),
};
