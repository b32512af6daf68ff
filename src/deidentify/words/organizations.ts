import { wordSet } from './list.ts';

/** Last words of organization names, with the reason and placeholder they give. */
export const schoolHeads = wordSet(
  'elementary elem school schools highschool hs high middle ms academy acad prep preparatory university univ uni college kindergarten preschool montessori charter seminary yeshiva escuela colegio universidad universite lycee ecole college gymnasium isd usd polytechnic tech k-8 juniorhigh intermediate primary secondary daycare pta',
);
export const healthHeads = wordSet(
  'hospital hosp clinic clinics clinica medical med health healthcare behavioral psychiatry psych psychology counseling counselling therapy therapies wellness pediatrics peds dermatology oncology cardiology neurology orthopedics radiology imaging surgery dental dentistry pharmacy hospice rehab rehabilitation recovery detox psychotherapy infirmary sanatorium krankenhaus klinikum hopital clinique nursing er ed icu ward wing pavilion unit bh fertility gastro obgyn womens endocrinology kidney dialysis urgentcare ambulatory eye vision physicians doctors specialists nhs trust bhc mhc autism',
);
export const worshipHeads = wordSet(
  'church chapel cathedral parish ministries ministry temple synagogue shul mosque masjid mandir gurdwara wat monastery convent abbey diocese congregation tabernacle fellowship assembly baptist methodist lutheran presbyterian episcopal ame cogic pentecostal adventist iglesia eglise kirche ward stake kollel chabad sangha',
);
export const courtHeads = wordSet(
  'court courthouse sheriff police precinct pd so da probation parole corrections correctional prison jail detention penitentiary juvie tribunal juzgado prefecture barracks',
);
export const firmHeads = wordSet(
  'inc llc llp pllc ltd corp corporation co company cos companies group grp associates assoc partners partnership services service solutions systems industries enterprises holdings ventures logistics freight trucking transport transit transportation construction roofing plumbing electric electrical hvac landscaping lawn paving flooring carpets carpet glass steel mills mill foundry mining mine quarry manufacturing mfg tool die plastics poultry pork meats packing foods food farms farm dairy ranch orchards vineyard vineyards winery brewery brewing distillery bank credit union insurance mutual capital financial realty properties property apartments homes builders lumber hardware supply supplies motors auto automotive tire tires towing marine shipyard warehouse depot dealership refinery cannery smelter airlines aviation aerospace dynamics technologies technology tech labs laboratories biotech pharma pharmaceuticals software data media press times gazette herald courier tribune news radio tv studios studio records productions gallery design designs salon spa nails barber barbershop tan tanning cleaners cleaning laundry laundromat market mart grocery supermarket deli diner grill grille cafe coffee bakery bagels pizza pizzeria tacos taqueria bbq burger burgers steakhouse bistro restaurant bar pub tavern saloon lounge brewpub donuts creamery wok buffet sushi pho noodle kitchen catering hotel motel inn suites resort casino lodge outfitters gym fitness crossfit pilates yoga dojo sports golf lanes bowling arena stadium rink theater theatre cinema playhouse museum library zoo aquarium florist flowers gifts books bookstore toys pets veterinary vet kennels stables rescue nursery storage rental rentals security staffing consulting consultants advisors law legal attorneys office offices surrogacy',
);
export const bodyHeads = wordSet(
  'center centre ctr centers institute foundation society association assn alliance coalition network council commission committee department dept bureau agency authority board district union local lodge post club league team troop camp program programme project initiative mission shelter house home homes haven manor villa village living residence cottage hall ranch crisis services collective cooperative coop hub place outreach resources community ymca ywca jcc va vfw elks legion rotary kiwanis arc goodwill guild conservatory orchestra symphony choir brigade battalion regiment squadron company engine ladder station fire ems',
);

/** Heads strong enough in lower case too: few sentences use them otherwise after one or two plain words. */
export const strongLower = wordSet(
  'elementary elem academy university hospital clinic church temple mosque masjid synagogue gurdwara mandir baptist methodist lutheran counseling psychiatry behavioral pediatrics cardiology imaging rehab hospice manor shipyard freight trucking roofing poultry diner grill cafe bakery nails salon laundry towing outfitters properties apartments logistics inc llc llp foods market auto motors pharmacy ymca pta college hs middle high prep tech health wellness recovery shelter crisis house',
);

/** Words that make a head common instead of naming it: "local church", "mental health clinic". */
export const genericModifiers = wordSet(
  'a an the my our his her their your this that these those any some each every no another other same new old local nearby big small large little good bad great nice private public state county city federal national regional rural urban community mental behavioral health medical primary urgent acute inpatient outpatient inpt outpt residential day night after partial intensive sober assisted skilled nursing group foster family family-run children childrens kids kid youth teen adult senior seniors women womens men mens veterans vet va high middle elementary grade grad graduate law med medical business nursing trade technical vocational boarding charter catholic christian jewish methadone pain sleep eating fertility dental psych psychiatric crisis drug alcohol substance addiction recovery detox trauma abuse domestic violence homeless animal food community online virtual telehealth tele zoom coffee grocery fast hair nail liquor convenience thrift book pet big-box corner neighborhood college university hospital church school clinic work office front home mobile free low cost sliding fee for-profit nonprofit non-profit faith-based whole entire current former previous prior first second third last next one two three 1st 2nd 3rd couples support process skills peer play art music speech occupational physical individual group whose which what real own outside in-network network training teaching research specialty general internal juvenile probate superior supreme small claims criminal civil municipal ex tough safe open tribal military army navy base parish legal housing insurance car credit home half halfway tree back black white sleep crack bounce full doll',
);

/** Languages that put the kind first: "escuela Benito Juárez", "boulangerie Petit Matin", "edificio Girasol". */
export const leadingHeads = wordSet(
  'juzgado tribunal maternite foyer ehpad cmp creche mairie prefecture tienda asilo residencia consultorio posta sanatorio panaderia parroquia taller escuela colegio liceo universidad hospital clinica iglesia parroquia edificio residencial torre centro parque plaza tienda restaurante panaderia farmacia banco fabrica hotel bar club condominio barrio ecole lycee college universite hopital clinique eglise paroisse boulangerie boucherie pharmacie restaurant cafe centre residence immeuble usine cite schule klinik kirche gemeinde krankenhaus firma gasthaus mosque gurdwara wat camp fort lake',
);

/** Where people work for a firm that has many such: "the Amazon warehouse", "Tesla plant". */
export const sites = wordSet(
  'warehouse plant factory store dealership depot refinery casino branch hub terminal cannery mine franchise',
);

/** Before the name of an organization in small letters. */
export const opensWindow = wordSet(
  'at for with w from to in by near of the into owns runs manages via thru through joined left quit called',
);

/** Inside the name of an organization, between words with capitals. */
export const joiners = wordSet("of the and & for at de la del des du - ' + / on in");

/** Kinds of place in small letters that are a part of the name before them: "Stillwater prison". */
export const behindNames = wordSet(
  'library prison jail er court courthouse barracks village parish mine depot cannery school elementary academy university college hospital clinic church temple mosque synagogue shelter rehab hospice manor shipyard mill plant bakery diner cafe pharmacy laundromat motel nursery daycare preschool middle high',
);
