import type { Detector } from '../document.ts';
import { addresses } from './address.ts';
import { agesOver89 } from './age.ts';
import { dates } from './date.ts';
import { dayMonthPairs } from './day-month.ts';
import { emails } from './email.ts';
import { employers } from './employer.ts';
import { fileNames } from './file-name.ts';
import { handles } from './handle.ts';
import { holidays } from './holiday.ts';
import { idNumbers } from './id-number.ts';
import { webLinks } from './link.ts';
import { networkAddresses } from './network.ts';
import { phones } from './phone.ts';
import { plates } from './plate.ts';
import { postcodes } from './postcode.ts';

/** Everything that has a shape: digits, signs and fixed words. Each works on its own and knows nothing of the others. */
export const patterns: Readonly<Record<string, Detector>> = {
  emails,
  webLinks,
  handles,
  fileNames,
  networkAddresses,
  dates,
  dayMonthPairs,
  holidays,
  agesOver89,
  phones,
  idNumbers,
  plates,
  addresses,
  postcodes,
  employers,
};
