import { wordSet } from './list.ts';

/** Before the name of a place. */
export const placePrepositions = wordSet(
  'in near from outside around to at leaving left of via through toward towards across visiting moved near live lives living lived born raised grew based between btwn hometown en desde chez a aus bei nach into off beyond past & reaching area',
);

/** Of these the ones that hardly stand before anything else. */
export const strongPrepositions = wordSet('in near from outside around to btwn between via en desde aus nach area');

/** Behind the name of a place. */
export const suffixes = wordSet(
  'county parish borough township twp co area neighborhood neighbourhood district valley heights beach island islands springs falls hills park village estates bay lake river creek mountain mountains mtn mtns metro suburb suburbs mall fairgrounds barrio reservation rez pueblo nation gulch hollow canyon ridge point harbor harbour woods terrace square plaza station side bottoms flats peninsula delta bluffs junction crossing corners',
);

/** States and countries that a town is told with. */
export const states = wordSet(
  'al ak az ar ca co ct de fl ga hi id il ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming ontario quebec alberta england scotland wales ireland france germany spain mexico canada australia india kenya nigeria',
);

/** Before a place that somebody comes to or works at. */
export const arrival = wordSet('at to from by behind outside near runs owns manages manage left past');

/** Between a business and where it stands. */
export const joint = wordSet('on in by off near at of behind');

/** Streets that most towns have. */
export const streetWords = wordSet(
  'main first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth broadway elm oak maple pine market church mill center airport mall highway interstate exit boulevard',
);

/** What stands behind "at" and is no place. */
export const noVenue = wordSet(
  'home work school session therapy suicide overdose hanging bed night noon least first last once times time risk odds peace ease war fault lunch dinner breakfast',
);
