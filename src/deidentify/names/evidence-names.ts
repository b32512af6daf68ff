/** What speaks for and against a stretch being an identifier. */
export const evidenceNames = [
  'base',
  // the tagger
  'learned',
  'learnedHigh',
  'learnedNone',
  'learnedDate',
  'learnedNumber',
  'touching',
  'ownOdds',
  'besideOdds',
  'sameWord',
  'kindName',
  'kindPlace',
  'kindOrganization',
  'kindOther',
  // the layers of rules
  'personCheck',
  'personSure',
  'placeCheck',
  'placeSure',
  'organizationCheck',
  'organizationSure',
  'initials',
  'calendar',
  'asName',
  'asPlace',
  'asOrganization',
  // the words themselves
  'capitalInside',
  'capitalOpening',
  'plainWords',
  'veryCommon',
  'commonCapital',
  'unlisted',
  'unlistedSmall',
  'firstName',
  'firstOpening',
  'lastName',
  'town',
  'shortForm',
  'digits',
  'severalWords',
  'singleLetter',
  'wordCount',
  'letterCount',
  'grammarWord',
  'commonBand',
  'opensText',
  'article',
  'preposition',
  'possessive',
  'role',
  'glued',
  'repeated',
  // the curated lists
  'onlySafe',
  'onlyFixed',
  'partlySafe',
  'author',
  'besideAuthor',
  // the sentence
  'titled',
  'framedAhead',
  'framedBehind',
  'takenUp',
  'framedListed',
  'work',
  'workUnlisted',
  'method',
  'scored',
  // the text
  'foreignText',
  'foreignPlain',
  'noPronoun',
  'noAge',
  'noClient',
  'certain',
  'shapedSure',
  'length',
  'safeShare',
] as const;
export type Evidence = (typeof evidenceNames)[number];
export type Evidences = Partial<Record<Evidence, number>>;

/** Place of each evidence among the values that the trees ask. */
export const evidenceAt = Object.fromEntries(evidenceNames.map((name, i) => [name, i])) as Readonly<
  Record<Evidence, number>
>;

/** Writes what some evidences say to their places; what they do not name stays as it is. */
export function note(values: Float64Array, said: Evidences): void {
  for (const name in said) values[evidenceAt[name as Evidence]] = said[name as Evidence] as number;
}
