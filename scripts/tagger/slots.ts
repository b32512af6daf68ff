import type { FindingType } from '../../src/deidentify/types.ts';
import type { Part } from './example.ts';
import type { Lists } from './lists.ts';
import { authorsNamesake, cited } from './makers/authors.ts';
import { clinical } from './makers/clinical.ts';
import { oddity } from './makers/oddities.ts';
import { business, healthPlace, organization, publicBody, school, worship } from './makers/organizations.ts';
import { firstName, fullName, initials, lastName, listedName, wordName } from './makers/people.ts';
import { address, county, place, street, town, venue, zip } from './makers/places.ts';
import { rarity } from './makers/rarities.ts';
import { date, email, handle, idNumber, ip, oldAge, phone } from './makers/structured.ts';
import { unnamed } from './makers/unnamed.ts';
import type { Chance } from './random.ts';

type Maker = (random: Chance, lists: Lists) => string;

/** Slots in capitals stand for identifiers of a type; slots in small letters (makers/clinical.ts) for anything else. */
export const typedSlots: Readonly<Record<string, readonly [FindingType, Maker]>> = {
  FIRST: ['NAME', firstName],
  LAST: ['NAME', lastName],
  FULL: ['NAME', fullName],
  LISTED: ['NAME', listedName],
  WORDNAME: ['NAME', wordName],
  NAMESAKE: ['NAME', authorsNamesake],
  INITIALS: ['NAME', initials],
  CITY: ['LOCATION', town],
  COUNTY: ['LOCATION', county],
  STREET: ['LOCATION', street],
  ADDRESS: ['LOCATION', address],
  ZIP: ['LOCATION', zip],
  VENUE: ['LOCATION', venue],
  PLACE: ['LOCATION', place],
  ORG: ['ORG', organization],
  BIZ: ['ORG', business],
  CLINIC: ['ORG', healthPlace],
  SCHOOL: ['ORG', school],
  CHURCH: ['ORG', worship],
  BODY: ['ORG', publicBody],
  DATE: ['DATE', date],
  AGE: ['AGE', oldAge],
  PHONE: ['PHONE', phone],
  EMAIL: ['EMAIL', email],
  HANDLE: ['URL', handle],
  ID: ['ID', idNumber],
  IP: ['IP', ip],
  RARE: ['OTHER', rarity],
  ODD: ['OTHER', oddity],
};

/** Letters that mark words written out in a template: `[N Wren]` is a name. */
export const marks: Readonly<Record<string, FindingType>> = {
  N: 'NAME',
  L: 'LOCATION',
  G: 'ORG',
  D: 'DATE',
  I: 'ID',
  A: 'AGE',
  R: 'OTHER',
};

/** The makers that fill a type when an identifier of the corpus is exchanged for another. */
export const makerOf = (type: FindingType): Maker | undefined =>
  Object.values(typedSlots).find(([slotType]) => slotType === type)?.[1];

/** What a slot stands for this time. Throws on an unknown slot, which is a slip of the pen in a template. */
export const fillSlot = (slot: string, random: Chance, lists: Lists): Part => {
  const typed = typedSlots[slot];
  if (typed) return [typed[1](random, lists), typed[0]];
  const named = cited[slot];
  if (named) return [named(random, lists)];
  if (slot === 'unnamed') return [unnamed(random)];
  const plain = clinical[slot];
  if (!plain) throw new Error(`unknown slot {${slot}}`);
  return [plain(random)];
};
