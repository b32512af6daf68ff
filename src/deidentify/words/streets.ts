/** Words for a street that mean nothing else, as alternatives of a pattern. */
export const clearStreets = [
  'street|str|avenue|ave|road|rd|lane|ln|boulevard|blvd|terrace|terr|parkway|pkwy|highway|hwy|turnpike|tpke|freeway',
  'fwy|expressway|alley|causeway|esplanade|crescent|cres|cul-de-sac|byway|mews|gardens|close|wharf',
].join('|');

/** Words for a street that are also other words, as alternatives of a pattern. */
export const shadyStreets = [
  'st|drive|dr|court|ct|circle|cir|way|place|pl|square|sq|loop|trail|trl|row|run|walk|path|crossing|xing|cove|cv',
  'point|ridge|rdg|hollow|pike|plaza|plz|landing|bend|grove|hill|hills|view|vista|park|heights|commons|green|bluff',
  'canyon|creek|meadows?|estates?|village|manor|terrace',
].join('|');
