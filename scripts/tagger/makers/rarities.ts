import { drawBanded, type Lists } from '../lists.ts';
import { between, type Chance, pick, weighted } from '../random.ts';
import { town } from './places.ts';

export const words = (text: string): readonly string[] => text.split(' ').map((word) => word.replaceAll('_', ' '));
const groups = words(
  'female woman Black Latina Hmong Somali Sikh Muslim Jewish deaf blind trans gay openly_gay Native Asian bilingual left-handed Mormon Amish',
);
const roles = words(
  'pediatrician surgeon neurosurgeon midwife pharmacist veterinarian dentist coroner sheriff judge magistrate mayor firefighter fire_chief police_chief officer deputy trooper ranger lineman pilot captain smokejumper game_warden priest bishop imam rabbi pastor principal superintendent professor dean librarian poet organist violinist cellist drummer conductor butcher baker blacksmith farrier beekeeper lighthouse_keeper ferry_captain jockey coach referee wrestler figure_skater swimmer golfer brewer auctioneer taxidermist puppeteer magician clown weatherman anchor columnist cartoonist senator councilwoman delegate ambassador astronaut interpreter translator undertaker crane_operator diver beauty_queen mascot quarterback pitcher goalie',
);
const scopes = [
  'in the county',
  'in town',
  'in the state',
  'in our state',
  'in the country',
  'on the force',
  'in the department',
  'at her school',
  'in the district',
  'in the tri-county area',
  'on the island',
  'in three counties',
  'in the valley',
  'on the reservation',
  'for 100 miles',
  'in her field',
  'in the league',
  'at the plant',
  'in the whole town',
  'in the region',
  'this side of the river',
  'in the parish',
  'left in the village',
  'in the state legislature',
];
const events = [
  'was on the news',
  'made national news',
  'went viral',
  'was all over TikTok',
  'was on the front page',
  'was on live TV',
  'testified before Congress',
  'was on 60 Minutes',
  'was in the documentary',
  'won the lottery',
  'won the state title',
  'got the medal from the governor',
  'survived the crash',
  'walked away from the plane crash',
  'found the body',
  'found the missing girl',
  'shot the intruder',
  'was pulled from the rubble',
  'blew the whistle',
  'sued the diocese',
  'delivered the baby on the bus',
  'fell through the ice',
  'was held hostage',
  'was in the Super Bowl ad',
  'sang the anthem at the final',
  'set the state record',
  'hit the half-court shot',
  'was on the billboard',
  'was on the jury in the big murder trial',
  'saved the kids from the fire',
  'was fired over the video',
  'ran against the governor',
];
export const disasters = [
  'school shooting',
  'courthouse shooting',
  'mall shooting',
  'bridge collapse',
  'ferry sinking',
  'plane crash',
  'train derailment',
  'mine collapse',
  'plant explosion',
  'refinery fire',
  'nightclub fire',
  'apartment fire',
  'church bus crash',
  'dam failure',
  'tornado',
  'hostage standoff',
  'hazing death',
  'poisoning case',
  'kidnapping',
  'bombing',
  'mudslide',
  'warehouse fire',
];
const prizes = [
  'a Pulitzer',
  'a Grammy',
  'an Emmy',
  'a national spelling bee',
  'an Olympic medal',
  'bronze at the Olympics',
  'the state chess title',
  'the national science fair',
  'a televised baking contest',
  'season 3 of a dating show',
  'the rodeo championship',
  'a MacArthur grant',
  'the pie contest on TV',
  'the hot dog eating contest',
  'Teacher of the Year',
  'Miss Teen for our state',
  'the county fair queen title',
  'the Iditarod',
];
const offices = [
  'state senator',
  'state rep',
  'sitting judge',
  'family court judge',
  'county commissioner',
  'county coroner',
  'district attorney',
  'chief of police',
  'fire chief',
  'chief justice of our state',
  'lieutenant governor',
  'secretary of state',
  'mayor of a small town',
  'mayor of a town of 900',
  'superintendent of schools',
  "president of the teachers' union",
  'head of the tribal council',
  'bishop of a large diocese',
  'chancellor of the university',
  'consul of a small country',
  'CEO of the biggest employer in town',
  'owner of the local newspaper',
  'host of the morning show',
  'evening news anchor',
  'weather guy on channel 4',
  'NFL kicker',
  'former Miss America',
  'Olympic swimmer',
  'famous novelist',
  'lead singer of a band you know',
  'YouTuber with 2 million followers',
  'brigadier general',
  'astronaut',
  'university president',
  'team owner',
];
const things = [
  'hot pink limousine',
  'purple hearse',
  'fire truck painted as a cow',
  'tank in his front yard',
  'giraffe farm',
  'castle he built by hand',
  'two-headed turtle',
  'car covered in spoons',
  'house shaped like a boat',
  'biggest collection of clown dolls in the state',
  'pet kangaroo',
  'llama that goes to church',
  'one-armed parrot that swears',
  'yellow submarine on his lawn',
  'twelve-foot steel rooster',
  'hearse with the flames',
  'windmill house',
  'school bus painted gold',
];

/** A phrase that singles a person out by itself. */
export const rarity = (random: Chance, lists: Lists): string => {
  const role = pick(random, roles);
  const scope = pick(random, scopes);
  const year = between(random, 1994, 2024);
  return weighted(random, [
    [6, () => `only ${random() < 0.6 ? `${pick(random, groups)} ` : ''}${role} ${scope}`],
    [5, () => `first ${pick(random, groups)} ${role} ${scope}`],
    [
      3,
      () =>
        `${pick(random, ['oldest', 'youngest', 'tallest', 'richest', 'longest serving', 'most decorated', 'highest paid', 'last', 'last living'])} ${role} ${scope}`,
    ],
    [
      2,
      () =>
        `first ${random() < 0.5 ? 'woman' : 'man'} to ${pick(random, ['make captain', 'win the race', 'swim the channel', 'chair the board', 'play for the team', 'lead the department', 'climb it without oxygen', 'be elected', 'finish the trail'])} ${scope}`,
    ],
    [3, () => `${role} who ${pick(random, events)}`],
    [
      3,
      () =>
        `${pick(random, ['guy', 'woman', 'kid', 'teacher', 'nurse', 'mom', 'man', 'boy', 'coach', 'driver', 'cop', 'student'])} who ${pick(random, events)}`,
    ],
    [2, () => `one who ${pick(random, events)}`],
    [
      3,
      () =>
        `${random() < 0.5 ? `${year} ` : ''}${random() < 0.4 ? `${town(random, lists)} ` : ''}${pick(random, disasters)}`,
    ],
    [
      2,
      () =>
        `${pick(random, ['only survivor', 'sole survivor', 'lead plaintiff', 'star witness', 'key witness', 'last survivor', 'youngest victim', 'first responder'])} ${pick(random, ['of', 'in'])} the ${pick(random, disasters)}`,
    ],
    [2, () => `won ${pick(random, prizes)}${random() < 0.4 ? ` in ${year}` : ''}`],
    [1, () => `winner of ${pick(random, prizes)}`],
    [4, () => pick(random, offices)],
    [
      2,
      () =>
        `${pick(random, ['wife', 'son', 'daughter', 'ex-wife', 'mother', 'brother', 'twin', 'widow', 'nephew'])} of the ${pick(random, [...offices, `${role} who ${pick(random, events)}`])}`,
    ],
    [2, () => pick(random, things)],
    [
      1,
      () =>
        `${pick(random, ['only', 'first', 'last'])} ${drawBanded(random, lists.english)} ${pick(random, ['shop', 'farm', 'studio', 'store', 'ranch', 'museum'])} ${scope}`,
    ],
    [
      1,
      () =>
        `on the cover of ${pick(random, ['Time', 'People', 'the Sunday magazine', 'Sports Illustrated', 'the phone book'])}${random() < 0.4 ? ` in ${year}` : ''}`,
    ],
    [
      1,
      () =>
        `state record in ${pick(random, ['the 400', 'pole vault', 'shot put', 'barrel racing', 'butterfly', 'bass fishing', 'discus'])}`,
    ],
  ]);
};
