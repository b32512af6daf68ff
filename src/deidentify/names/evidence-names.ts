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
  'ordinaryOpening',
  'ordinaryPlural',
  'role',
  'glued',
  'repeated',
  // the curated lists
  'onlySafe',
  'onlyFixed',
  'partlySafe',
  'author',
  'besideAuthor',
  'besideSafe',
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
  'likened',
  'inList',
  // the text
  'foreignText',
  'foreignPlain',
  'noPronoun',
  'noAge',
  'noClient',
  // where the text speaks of nobody: general talk
  'learnedGeneral',
  'personGeneral',
  'workGeneral',
  'openingGeneral',
  'severalGeneral',
  'listGeneral',
  // all of it together, and what the rest of the text adds: noted once every stretch has been weighed by itself
  'score',
  'proven',
  'length',
] as const;
export type Evidence = (typeof evidenceNames)[number];
export type Evidences = Partial<Record<Evidence, number>>;

/** Place of each evidence in a list of values. */
export const evidenceAt = Object.fromEntries(evidenceNames.map((name, i) => [name, i])) as Readonly<
  Record<Evidence, number>
>;

/** Writes what some evidences say to their places, in the order of `evidenceNames`; what they do not name stays as it is. */
export function note(values: Float64Array, said: Evidences): void {
  for (const name in said) values[evidenceAt[name as Evidence]] = said[name as Evidence] as number;
}
