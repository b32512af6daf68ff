import type { Lists } from '../lists.ts';
import { between, type Chance, pick, weighted } from '../random.ts';
import { firstName, lastName } from './people.ts';
import { naturalName, street, town } from './places.ts';

const words = (text: string): readonly string[] => text.split(' ').map((word) => word.replaceAll('_', ' '));
const adjectives = words(
  'lucky happy golden silver royal elite quick super best family corner sunny green blue red purple black white blind hungry crazy fat two_fat three_little old new first grand star top quality fresh clean bright smart safe perfect classic modern urban country mountain coastal premier prime noble honest friendly merry jolly hidden secret wild free little big tiny mighty fancy velvet copper iron steel stone wooden paper glass crystal sweet salty spicy hot cool second third early late twin double triple united all_star all_american',
);
const trades = words(
  'nails tan tans tanning towing laundry bowl wok carpets glass market diner grill pizza tacos bagels donuts bakery cakes coffee tea spoon kettle fork kitchen buffet noodles pho sushi ramen bbq wings burgers cleaners cleaning maids movers moving painting roofing plumbing septic fencing floors tires brakes auto_glass auto_body motors garage lube wash car_wash cuts clips hair barbers salon spa lashes brows ink tattoo pets paws grooming vet feed seed tack books toys games comics threads stitches fabrics flowers petals garden nursery landscaping lawn trees pools storage rentals realty loans tax printing signs fitness gym yoga dance karate boxing gymnastics daycare kids sitters homes staffing security trucking freight express logistics dispatch poultry pork beef dairy eggs farms orchards packing cannery mills lumber steel foundry',
);
const things = words(
  'pig uncles fox crow owl hen goose rooster moose bear wolf dragon phoenix tiger lion eagle anchor barrel bell boot bottle branch bridge broom bucket button candle chair clock crown cup door drum feather fern fiddle flame gate hammer harbor hat horn kettle key ladder lamp lantern leaf lemon mill mirror moon needle nest oak olive onion orchard petal pickle pine plow pond possum pumpkin quill rabbit raven ribbon river rocket rose saddle shell ship spade sparrow spur star stone sugar sun table teapot thimble thistle thorn tree trout tulip turtle umbrella violet wagon wheel whistle willow window wren',
);
const softWords = words(
  'Hope Grace Haven Harbor Horizon New_Horizons New_Beginnings Safe_Passage Safe_Harbor Second_Story Second_Chance Open_Door Open_Arms Crossroads Pathways Stepping_Stones Cornerstone Keystone Lighthouse Beacon Compass Anchor Bridge Bridges Threshold Turning_Point Serenity Tranquility Renewal Restore Recovery Journey Journeys Roots Wings Rising Sunrise Daybreak New_Day New_Leaf Phoenix Lotus Willow Evergreen Stillwater Bluestone Ember Kindred Gather Common_Ground Higher_Ground Solid_Rock Living_Water Living_Stones Good_Shepherd Early_Risers Yellow_Door Blue_Heron Four_Feathers Casa_Abuelo Casa_Esperanza Juniper Elderflower Autumn_Leaves Golden_Years Silver_Linings',
);
const healthHeads = words(
  "Hospital Medical_Center Regional Regional_Medical_Center General Memorial Community_Hospital Clinic Family_Health Family_Medicine Primary_Care Health Health_Center Behavioral Behavioral_Health BH Psychiatry Psych Psychiatric_Associates Counseling Counseling_Center Therapy Wellness Pediatrics Cardiology Oncology Imaging Neurology Neuro Orthopedics Dermatology Women's_Center OB OBGYN Fertility Kidney_Center Dialysis Pain_&_Spine Pain_Clinic Sleep_Center Rehab Rehabilitation Recovery Detox Treatment_Center Residential Sober_Living Crisis_Center Crisis_Unit CSU ACT_team PHP IOP Eating_Recovery Youth_Services Home_Health Hospice Home_Care Urgent_Care ER ED Dental Vision Pharmacy Surgery_Center Institute Medical_Group Integrated_Psych Practice Integrated_Care FQHC",
);
const eldercare = words(
  'Assisted_Living Manor Nursing_Home Care_Center Village Villa Gardens Lodge House Memory_Care Senior_Living Commons Place Terrace Court Home Adult_Day',
);
const schoolHeads = words(
  'Elementary Elem Middle Middle_School High High_School HS MS Academy Prep Charter Charter_School Montessori School Day_School Christian_School Christian Lutheran_School K-8 Primary Junior_High College Community_College University Tech State Polytechnic Institute Law Seminary Conservatory Preschool Daycare Head_Start Alternative Magnet',
);
const presidents = words(
  'Lincoln Washington Roosevelt Kennedy Jefferson Hoover Madison Monroe Jackson Wilson Adams Grant Franklin Central East West North South Northside Southside Eastside Westside Pioneer Heritage Liberty Union',
);
const faithNames = words(
  'First Second Third Mt._Zion Mount_Olive Mt._Olive Mount_Carmel Zion New_Zion Bethel Bethany Bethlehem Calvary Trinity Emmanuel Immanuel Grace Faith Hope Victory Cornerstone Living_Word Living_Hope Abundant_Life New_Life Good_Shepherd Redeemer Resurrection Holy_Cross Holy_Trinity Holy_Family Holy_Ghost Sacred_Heart Greater_Mt._Zion Greater_Faith Cathedral_of_Praise House_of_Prayer Pilgrim Antioch Macedonia Shiloh Ebenezer',
);
const faithHeads = words(
  'Baptist Baptist_Church Methodist UMC Lutheran Presbyterian AME COGIC Church Chapel Tabernacle Temple Assembly Assembly_of_God Fellowship Ministries Community_Church Bible_Church Pentecostal Adventist Episcopal Catholic Full_Gospel Worship_Center Nazarene',
);
const saints = words(
  'Luke Mark John Jude Mary Anne Ann Rita Clare Brigid Cyril Brendan Anselm Ambrose Casimir Dymphna Elmo Pat Patrick Joe Joseph Vincent Francis Agnes Monica Thomas Paul Peter Andrew Michael Gabriel Raphael Catherine Teresa Therese Bernadette Cecilia Lucy Martin Stephen Lawrence Elizabeth Margaret Ottilia Aldhelm Brannoc Olaf Stanislaus Hedwig Kateri Isidore Leo Pius',
);
const otherFaith = words(
  "Masjid_An-Noor Masjid_Al-Falah Masjid_Al-Huda Islamic_Center Dar_al-Salam Beth_Israel Beth_Shalom Beth_El Temple_Emanuel Temple_Sinai Chabad Anshei_Emes B'nai_Jacob Shaarei_Tefillah Kollel_Ohr Bais_Yaakov Yeshiva_Torah Young_Israel Sri_Ganesha_Temple Shiva_Mandir Gurdwara_Sahib Guru_Nanak_Gurdwara Wat_Buddharam Wat_Thai Zen_Center Dharma_House Kingdom_Hall Iglesia_Bautista_Betel Iglesia_Cristo_Rey Parroquia_San_José Église_Évangélique Cottonwood_2nd_Ward Stake_Center Holy_Dormition St._Nicholas_Orthodox",
);
const animals = words(
  'Bears Wolves Tigers Hawks Eagles Falcons Bulldogs Panthers Wildcats Mustangs Rams Raiders Knights Vikings Warriors Hornets Sluggers Mudhens Rivets Storm Thunder Elite United Rovers Cats Riverdogs Otters Bandits Coyotes',
);
const companyHeads = words(
  'Freight Trucking Logistics Dynamics Steel Chemical Glass Data Data_Services Systems Industries Manufacturing Foods Packing Poultry Farms Dairy Construction Builders Roofing Plumbing Electric Solutions Technologies Labs Biotech Software Media Insurance Financial Realty Properties Management Partners Consulting Holdings Energy Power Mining Oil Gas Lumber Paper Textiles Apparel Outfitters Motors Auto Tool_&_Die Aerospace Shipyard Shipping Airlines Transit Savings Credit_Union Bank_&_Trust Trust Group Co Inc LLC Corp Cooperative Co-op Mercantile',
);
const publicBodies = words(
  "PD Police_Department Sheriff County_Sheriff County_Sheriff's_Office SO Fire_District Fire Fire_Rescue EMS County_Jail Jail Correctional State_Prison Juvenile_Hall Juvenile_Detention Drug_Court Family_Court Probate_Court Circuit_Court Superior Superior_Court District_Court Municipal_Court Probation DHS DCFS CPS_office School_District ISD USD Water_District Housing_Authority Public_Library Parks_&_Rec Elections County_Commission City_Council VA VAMC Vet_Center Job_Corps Head_Start Food_Bank PTA Boys_&_Girls_Club YMCA YWCA Y Rotary Elks VFW American_Legion 4-H Little_League Youth_Hoops Rec_League Community_Theater Players Chorale Symphony",
);

const capitals = (text: string): string => text.replace(/(^|[\s-])([a-z])/g, (all) => all.toUpperCase());
const acronym = (random: Chance): string =>
  Array.from({ length: between(random, 3, 4) }, () => pick(random, [...'ABCDEFGHIKLMNOPRSTUVW'])).join('');

/** A small business with a name of ordinary words ("lucky nails"). */
export const business = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [6, () => capitals(`${pick(random, adjectives)} ${pick(random, trades)}`)],
    [3, () => capitals(`${pick(random, adjectives)} ${pick(random, things)}`)],
    [3, () => capitals(`${pick(random, things)} ${pick(random, ['&', 'and'])} ${pick(random, things)}`)],
    [3, () => `${lastName(random, lists)}'s ${capitals(pick(random, trades))}`],
    [3, () => `${firstName(random, lists)}'s ${capitals(pick(random, trades))}`],
    [3, () => `${lastName(random, lists)} ${pick(random, companyHeads)}`],
    [3, () => `${naturalName(random)} ${pick(random, companyHeads)}`],
    [2, () => `${town(random, lists)} ${pick(random, companyHeads)}`],
    [2, () => capitals(`${pick(random, things)} ${pick(random, trades)}`)],
    [
      2,
      () =>
        `${lastName(random, lists)} & ${pick(random, [lastName(random, lists), 'Sons', 'Daughters', 'Co', 'Associates'])}${random() < 0.3 ? ' LLP' : ''}`,
    ],
    [1, () => `${lastName(random, lists)} ${lastName(random, lists)}`],
    [1, () => capitals(`${pick(random, adjectives)} ${pick(random, things)} ${pick(random, trades)}`)],
    [1, () => `${acronym(random)}${random() < 0.4 ? ` ${pick(random, companyHeads)}` : ''}`],
    [
      1,
      () =>
        capitals(
          `${pick(random, trades)} ${pick(random, ['plus', 'express', 'depot', 'city', 'world', 'zone', 'king', 'pro', 'r us', 'etc', 'n more', '2 go', '99', '88', '4 less'])}`,
        ),
    ],
    [1, () => capitals(`the ${pick(random, adjectives)} ${pick(random, things)}`)],
    [
      1,
      () =>
        `${pick(random, ['goodwill', 'shell', 'mobil', 'subway', 'dunkin', 'aldi', 'target', 'lowes', 'petco', 'wendys', 'sonic', 'publix', 'heb', 'kroger'])} on ${street(random, lists)}`,
    ],
  ]);

export const healthPlace = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [6, () => `${naturalName(random)} ${pick(random, healthHeads)}`],
    [4, () => `${pick(random, softWords)} ${pick(random, healthHeads)}`],
    [3, () => `${town(random, lists)} ${pick(random, healthHeads)}`],
    [
      3,
      () =>
        `${pick(random, ['St.', 'St', 'Saint'])} ${pick(random, saints)}${random() < 0.5 ? "'s" : ''}${random() < 0.5 ? ` ${pick(random, healthHeads)}` : ''}`,
    ],
    [3, () => `${naturalName(random)} ${pick(random, eldercare)}`],
    [2, () => `${pick(random, softWords)} ${pick(random, eldercare)}`],
    [2, () => pick(random, softWords)],
    [1, () => `${pick(random, softWords)} on ${street(random, lists)}`],
    [1, () => `Children's of ${town(random, lists)}`],
    [
      1,
      () =>
        pick(
          random,
          words(
            'Mercy Good_Sam General Memorial Providence Sacred_Heart Baptist Methodist County University Kindred Providence',
          ),
        ),
    ],
    [1, () => acronym(random)],
    [
      1,
      () =>
        `${lastName(random, lists)} ${pick(random, words('House Center Pavilion Wing Institute Clinic Cottage Unit Annex Ward Foundation'))}`,
    ],
    [1, () => `${pick(random, ['unit', 'ward', '4', 'east', 'west', '3'])} ${lastName(random, lists)}`],
  ]);

export const school = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [5, () => `${naturalName(random)} ${pick(random, schoolHeads)}`],
    [4, () => `${lastName(random, lists)} ${pick(random, schoolHeads)}`],
    [3, () => `${town(random, lists)} ${pick(random, schoolHeads)}`],
    [2, () => `${pick(random, presidents)} ${pick(random, schoolHeads)}`],
    [2, () => pick(random, presidents)],
    [1, () => `PS ${between(random, 2, 320)}`],
    [
      1,
      () =>
        `${pick(random, ['St.', 'St', 'Our Lady of'])} ${pick(random, saints)}${random() < 0.4 ? ` ${pick(random, schoolHeads)}` : ''}`,
    ],
    [1, () => `${firstName(random, lists)} ${lastName(random, lists)} ${pick(random, schoolHeads)}`],
    [1, () => acronym(random).toLowerCase()],
    [
      1,
      () =>
        `Camp ${weighted(random, [
          [1, () => naturalName(random)],
          [1, () => lastName(random, lists)],
        ])}`,
    ],
  ]);

export const worship = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [5, () => `${pick(random, faithNames)} ${pick(random, faithHeads)}`],
    [2, () => `${pick(random, faithNames)} ${pick(random, faithHeads)} of ${town(random, lists)}`],
    [
      2,
      () =>
        `${pick(random, ['St.', 'St', 'Saint'])} ${pick(random, saints)}${random() < 0.5 ? "'s" : ''}${random() < 0.4 ? ` ${pick(random, ['Parish', 'Catholic', 'Church', 'Episcopal', 'Orthodox'])}` : ''}`,
    ],
    [3, () => pick(random, otherFaith)],
    [1, () => `Our Lady of ${pick(random, words('Sorrows Grace Peace Guadalupe Lourdes Mercy the_Lake Victory'))}`],
    [1, () => pick(random, faithNames)],
    [1, () => `${town(random, lists)} ${pick(random, faithHeads)}`],
  ]);

export const publicBody = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [5, () => `${town(random, lists)} ${pick(random, publicBodies)}`],
    [3, () => `${lastName(random, lists)} ${pick(random, publicBodies)}`],
    [2, () => `${town(random, lists)} ${pick(random, animals)}`],
    [
      1,
      () =>
        `${pick(random, ['Local', 'local', 'Teamsters Local', 'SEIU', 'UFCW', 'IBEW', 'AFSCME', 'UAW', 'Engine Co.', 'Station', 'Ladder', 'VFW Post', 'Troop', 'Pack', 'District', 'Department', 'dept', 'Legion Post'])} ${between(random, 2, 990)}`,
    ],
    [1, () => capitals(`${pick(random, adjectives)} ${pick(random, things)}${random() < 0.4 ? ' mc' : ''}`)],
    [
      1,
      () =>
        `${pick(random, ['ARC of', 'United Way of', 'Habitat of', 'Sisters of', 'NAMI', 'Knights of', 'Daughters of', 'ymca of'])} ${town(random, lists)}`,
    ],
  ]);

/** Any organization that somebody may be tied to. */
export const organization = (random: Chance, lists: Lists): string =>
  weighted(random, [
    [5, () => business(random, lists)],
    [5, () => healthPlace(random, lists)],
    [4, () => school(random, lists)],
    [2, () => worship(random, lists)],
    [3, () => publicBody(random, lists)],
  ]);
