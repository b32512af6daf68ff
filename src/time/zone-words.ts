/** What people call time zones, in the letters of `typedText`. The left column is a zone's IANA name. */
// biome-ignore format: a table
export const zoneWords: Readonly<Record<string, readonly string[]>> = {
  'America/New_York': ['eastern', 'et', 'edt', 'us eastern', 'boston', 'philadelphia', 'washington', 'washington dc', 'atlanta', 'miami', 'orlando', 'tampa', 'charlotte', 'pittsburgh', 'cleveland', 'baltimore', 'new york city', 'nyc'],
  'America/Chicago': ['central', 'ct', 'cst', 'cdt', 'us central', 'dallas', 'houston', 'austin', 'san antonio', 'minneapolis', 'st. louis', 'st louis', 'kansas city', 'milwaukee', 'new orleans', 'nashville'],
  'America/Denver': ['mountain', 'mt', 'mdt', 'us mountain', 'salt lake city', 'albuquerque'],
  'America/Los_Angeles': ['pacific', 'pt', 'pst', 'pdt', 'us pacific', 'la', 'san francisco', 'san diego', 'san jose', 'sacramento', 'seattle', 'portland', 'las vegas'],
  'America/Phoenix': ['arizona', 'tucson'],
  'America/Anchorage': ['alaska', 'akst', 'akdt', 'akt'],
  'Pacific/Honolulu': ['hawaii', 'hst', 'hast', 'hawaii-aleutian'],
  'America/Puerto_Rico': ['san juan'],
  'America/Toronto': ['ottawa', 'montreal'],
  'America/Halifax': ['atlantic', 'nova scotia', 'ast', 'adt'],
  'America/St_Johns': ['newfoundland', 'nst', 'ndt'],
  'Europe/London': ['uk', 'england', 'scotland', 'wales'],
  'Europe/Dublin': ['ireland'],
  UTC: ['utc', 'gmt', 'z', 'zulu', 'etc/utc', 'etc/gmt'],
};

/** Abbreviations that a zone without summer time bears all year; many who type them live where there is one. */
export const askedZones: Readonly<Record<string, readonly string[]>> = {
  est: ['America/New_York'],
  mst: ['America/Denver', 'America/Phoenix'],
};
