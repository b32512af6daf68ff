import { drawBanded, type Lists, titleCase } from '../lists.ts';
import { between, type Chance, pick, weighted } from '../random.ts';
import { lastName } from './people.ts';

const words = (text: string): readonly string[] => text.split(' ');
const nature = words(
  'Oak Maple Cedar Pine Birch Elm Willow Ash Aspen Juniper Laurel Hickory Walnut Cherry Chestnut Magnolia Cypress Sycamore Poplar Dogwood Fern Clover Heather Sage Rose Lily Stone Rock River Lake Brook Creek Spring Fall Mill Meadow Prairie Valley Ridge Hill Mountain Canyon Mesa Summit Glen Dale Eagle Hawk Falcon Fox Wolf Bear Deer Elk Buck Otter Beaver Heron Swan Robin Lark Crane Silver Golden Copper Iron Coal Sand Clay Sun Moon Star Cloud Storm Winter Summer North South East West Bay Harbor Cape Coral Sea Shell Fish Salt Bright Fair Clear Green Red Black White Blue Long High Broad Deep Still Quiet Lone Lost Old New',
);
const endings = words(
  'field wood ville ton brook dale view ridge crest haven ford port burg mont side shore water creek hill stead land bury mere worth stone gate',
);
const streetEnds = words(
  'St Street Ave Avenue Rd Road Blvd Lane Ln Dr Drive Ct Court Way Pl Place Circle Cir Terrace Loop Trail Pike Pkwy Parkway Row Close Mews Crescent',
);
const ordinals = words(
  '1st 2nd 3rd 4th 5th 6th 7th 8th 9th 12th 14th 19th 23rd 42nd first second third fourth fifth sixth',
);
const brands = words(
  "Walmart Target Costco Kroger Safeway Wawa Sheetz Starbucks Denny's IHOP McDonald's Wendy's Applebee's Chili's Walgreens CVS Greyhound Shell Chevron Exxon Arby's Subway Aldi Lowe's Dunkin Panera Popeyes Waffle-House Circle-K 7-Eleven Motel-6 Super-8 Planet-Fitness Dollar-General Home-Depot Trader-Joe's Whole-Foods Taco-Bell Cracker-Barrel Buc-ee's Love's",
);
const venueHeads = words(
  'Park Library Inn Motel Tavern Bar Pub Bridge Trail Beach Lake Mall Plaza Hall Arena Theater Museum Marina Pier Campground Apartments Apts Trailer-Park Mobile-Home-Park Towers Terrace Manor Gardens Station Depot Cafe Diner Saloon Lounge Casino Fairgrounds Cemetery Courthouse Field Gym Pool Rink Lanes Ballroom Hotel Lodge Market Orchard Boathouse Overlook Landing Cove Point Crossing Estates Heights Village Flats',
);
const adjectives = words(
  'rusty blue golden silver lucky old royal green red black white twin broken crooked shady sunny laughing sleeping dancing lazy wild quiet little big grand crystal copper velvet wooden iron painted hidden lonely thirsty tipsy happy salty',
);
const things = words(
  'anchor lantern horse goose pig rooster crow fox moose elk kettle barrel spur saddle boot nail wheel lamp oar whistle bell crown star moon spoon fork cup bottle door gate mill barn barge ferry pine oak rose thistle clover dragon mermaid pelican heron turtle frog',
);

/** A town, borough or county town; one in six stands in no list. */
export const town = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [5, () => titleCase(drawBanded(random, lists.place))],
    [0.6, () => `${pick(random, nature)}${pick(random, endings)}`],
    [
      0.5,
      () =>
        `${pick(random, nature)} ${pick(random, words('Falls Springs Grove Hills Heights City Junction Point Park Bluff Rapids Hollow Harbor Valley Lake Creek Bend'))}`,
    ],
    [
      0.2,
      () =>
        `${pick(random, words('Port St. Mount Fort New West East North South Lake El San Santa Las Los La Upper Lower'))} ${titleCase(lastName(random, lists))}`,
    ],
  ]);

const streetName = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [4, () => pick(random, nature)],
    [3, () => lastName(random, lists)],
    [2, () => pick(random, ordinals)],
    [2, () => `${pick(random, adjectives)} ${pick(random, things)}`.replace(/\b\w/g, (first) => first.toUpperCase())],
    [
      1,
      () =>
        pick(
          random,
          words(
            'Main Broadway Church School Park Center Market Washington Lincoln Jefferson Jackson Monroe Martin-Luther-King Cesar-Chavez',
          ),
        ).replaceAll('-', ' '),
    ],
  ]);

export const street = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [6, () => `${streetName(random, lists)} ${pick(random, streetEnds)}`],
    [
      1,
      () =>
        `${pick(random, ['Hwy', 'hwy', 'Highway', 'Route', 'Rte', 'Rt', 'County Road', 'CR', 'State Road', 'SR', 'US', 'FM'])} ${between(random, 1, 480)}`,
    ],
    [0.5, () => `I-${between(random, 4, 95)}`],
    [0.5, () => `mile ${between(random, 2, 300)} of I-${between(random, 4, 95)}`],
    [0.5, () => `${streetName(random, lists)} and ${streetName(random, lists)}`],
  ]);

const unit = (random: Chance): string =>
  random() < 0.7
    ? ''
    : `${pick(random, [' apt ', ', Apt ', ' Unit ', ' #', ', Suite ', ' lot '])}${between(random, 1, 40)}${random() < 0.3 ? 'B' : ''}`;

export const zip = (random: Chance): string =>
  weighted(random, [
    [8, () => String(between(random, 10001, 99901))],
    [1, () => `${between(random, 10001, 99901)}-${between(random, 1000, 9999)}`],
    [
      1,
      () =>
        `${pick(random, words('M L SW NE BS LS EH CF G B'))}${between(random, 1, 40)} ${between(random, 1, 9)}${pick(random, words('AB WQ QF XR TD LJ'))}`,
    ],
    [
      1,
      () =>
        `${pick(random, words('V L M K H T'))}${between(random, 1, 9)}${pick(random, words('A B C G K P'))} ${between(random, 1, 9)}${pick(random, words('A C N S V'))}${between(random, 1, 9)}`,
    ],
  ]);

export const address = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [
      6,
      () =>
        `${between(random, 1, 9800)} ${random() < 0.25 ? `${pick(random, words('N S E W N. S. E. W. North West'))} ` : ''}${street(random, lists)}${unit(random)}`,
    ],
    [2, () => `${between(random, 1, 980)} ${streetName(random, lists)}${unit(random)}`],
    [1, () => `${between(random, 1, 980)} ${street(random, lists)}${unit(random)}, ${town(random, lists)}`],
    [
      1,
      () =>
        `${pick(random, ['PO Box', 'P.O. Box', 'po box', 'Box'])} ${between(random, 10, 9900)}${random() < 0.5 ? `, ${town(random, lists)}` : ''}`,
    ],
  ]);

/** A place with a name that people go to: a bar, a park, a motel, a shop on a street. */
export const venue = (random: Chance, lists: Lists): string => {
  const head = pick(random, venueHeads).replaceAll('-', ' ');
  const brand = pick(random, brands).replaceAll('-', ' ');
  const title = (text: string): string => text.replace(/\b[a-z](?=\w)/g, (first) => first.toUpperCase());
  return weighted(random, [
    [
      3,
      () => `${pick(random, nature)} ${pick(random, words('Ridge Creek Lake Hill Grove Point Hollow Valley'))} ${head}`,
    ],
    [4, () => title(`${pick(random, adjectives)} ${pick(random, things)}`)],
    [3, () => `${title(`${pick(random, adjectives)} ${pick(random, things)}`)} ${head}`],
    [3, () => `${town(random, lists)} ${head}`],
    [3, () => `${lastName(random, lists)} ${head}`],
    [2, () => `${lastName(random, lists)}'s`],
    [3, () => `${brand} on ${streetName(random, lists)}`],
    [2, () => `${brand} in ${town(random, lists)}`],
    [
      2,
      () =>
        `${brand} off ${weighted(random, [
          [1, () => `exit ${between(random, 2, 300)}`],
          [1, () => street(random, lists)],
        ])}`,
    ],
    [1, () => `${brand} lot`],
    [2, () => `${pick(random, nature)} ${pick(random, nature)} ${head}`],
    [
      1,
      () => `${streetName(random, lists)} ${pick(random, words('Bridge overpass underpass lot deck ramp steps pier'))}`,
    ],
    [1, () => `${pick(random, words('Camp Fort Base Ft'))} ${lastName(random, lists)}`],
    [1, () => `${lastName(random, lists)} Hall`],
  ]);
};

export const county = (random: Chance, lists: Lists): string =>
  `${weighted(random, [
    [1, () => lastName(random, lists)],
    [1, () => town(random, lists)],
  ])} ${pick(random, words('County County County Co. Parish'))}`;

/** Anything smaller than a state. */
export const place = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [9, () => town(random, lists)],
    [2, () => county(random, lists)],
    [4, () => venue(random, lists)],
    [2, () => street(random, lists)],
    [2, () => address(random, lists)],
  ]);

export const naturalName = (random: Chance): string =>
  `${pick(random, nature)}${random() < 0.6 ? pick(random, endings) : ` ${pick(random, nature)}`}`;
