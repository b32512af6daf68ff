/** Cue classes: words that say what kind of word stands near them. Order is part of the feature scheme. */
export const cueWords = {
  title:
    'mr mrs ms mx miss dr doctor doc prof professor sgt sergeant officer ofc det detective capt captain lt lieutenant col ' +
    'colonel gen general rev reverend pastor fr father bishop judge coach rabbi rav rebbe imam chaplain deacon principal attorney ' +
    'atty deputy trooper sheriff nurse teacher aunt auntie uncle tia tio tía tío abuela abuelo grandma grandpa nana papa mama don ' +
    'doña señora sra sr srta señor madame mme mlle monsieur herr frau sir dame cpl corporal pfc major maj chief',
  kin:
    'mom mum mother mama mommy dad father papa daddy sister sis brother bro wife husband hubby hubs husb spouse partner bf gf ' +
    'boyfriend girlfriend fiance fiancé fiancee fiancée ex son daughter dtr dau kid child baby twin aunt uncle cousin niece nephew ' +
    'grandma grandmother grandpa grandfather nan nana gran granny gma gpa grandson granddaughter stepdad stepmom stepfather ' +
    'stepmother stepson stepdaughter stepsister stepbrother mil fil sil bil parent parents sibling siblings family fam inlaws roommate ' +
    'roomie housemate friend bestie bff boss manager supervisor coworker colleague neighbor neighbour landlord sponsor mentor ' +
    'guardian caregiver caseworker therapist counselor counsellor psychiatrist prescriber pcp gp lawyer pediatrician hija hijo ' +
    'mamá papá esposo esposa marido hermana hermano suegra madre padre mère père mari femme fille fils',
  client:
    'client clients cl cls pt pts patient patients teen kiddo student resident inmate vet veteran supervisee associate intern ' +
    'trainee couple woman man lady guy girl boy gal dude bloke lad lass male female youth adolescent survivor cliente paciente',
  naming:
    'named name names called call calls aka nicknamed nickname alias known re about nombre llama llamada prénom nom signed dear hi hello hey thanks',
  prep: 'in at from near to of by off on via outside behind around past through thru for with w under above over beside between across into onto @ en de a à chez',
  live:
    'lives live living lived moved moving moves move reside resides resided stay stays staying stayed grew raised born relocated ' +
    'relocating relocate drives drove drive commutes flew flies fly traveled travels based located house apt apartment home town city ' +
    'county neighborhood neighbourhood village address street rural outside road area vive hometown shelter homeless camps camping',
  work:
    'works work worked working job jobs employed employer hired fired quit owns runs owner manager manages shift shifts nights ' +
    'cook waitress waiter server bartender cashier clerk driver welder foreman nurse teacher aide janitor custodian tech mechanic ' +
    'barista stylist receptionist volunteer volunteers volunteering coaches teaches bags stocks register warehouse line desk intern ' +
    'internship laid retired promoted transfer transferred desk crew union hr boss eap trabaja plays pitches serves sings preaches',
  study:
    'attends attended attending school grade grader freshman sophomore junior senior student graduated graduate enrolled enroll ' +
    'expelled suspended transferred goes went class classes dorm campus semester iep teacher counselor tuition major degree gpa ' +
    'ap starts started start',
  care:
    'admitted discharged discharge inpt inpatient outpt php iop detox rehab residential referred referral er ed icu unit bed beds seen ' +
    'hospitalized hospitalised admit transferred psych ward placement placed step-down hospice surgery ob delivered delivers dialysis',
  orgHead:
    'clinic clinics hospital hosp medical med school elementary elem middle high hs academy prep college university univ uni ' +
    'church temple mosque masjid synagogue shul gurdwara mandir chapel parish ministries ministry cathedral abbey monastery convent ' +
    'center centre services counseling counselling psychiatry psychology therapy behavioral wellness health healthcare associates ' +
    'group partners llc llp inc co corp company corporation ltd & bakery diner cafe café grill pizza pizzeria restaurant salon spa ' +
    'barbershop nails tan tanning auto motors garage tires repair trucking freight logistics transport towing foods market grocery ' +
    'supermarket store shop pharmacy dental dentistry pediatrics cardiology oncology orthopedics imaging dermatology fertility dialysis ' +
    'rehab recovery detox house home homes manor village lodge villa court gardens care hospice nursing assisted shelter mission ' +
    'union local lodge club league fc team sports athletics gym fitness crossfit yoga studio dance martial dept department district ' +
    'sheriff police fire ems ambulance corrections correctional prison jail juvenile court probation cps daycare preschool ' +
    'kindergarten montessori institute foundation trust bank credit savings insurance realty properties construction roofing plumbing ' +
    'electric electrical hvac landscaping cleaners cleaning laundry laundromat farms farm ranch dairy poultry packing plant mill mills ' +
    'steel mining mine shipyard yard industries manufacturing systems solutions tech labs technologies software media press radio tv ' +
    'society association alliance network coalition project program initiative cooperative coop co-op colony tribe nation council ' +
    'baptist methodist lutheran presbyterian catholic episcopal pentecostal apostolic ame adventist quaker mennonite orthodox fellowship ' +
    'tabernacle assembly congregation elks vfw legion rotary ymca ywca y troop pta playhouse theater theatre orchestra choir band',
  venue:
    'park library mall motel hotel inn bar pub tavern saloon lounge trail trailhead bridge beach lake river creek pier marina station ' +
    'plaza apartments apts apt trailer building bldg hall arena stadium rink airport museum campground bowling alley lot terrace ' +
    'complex towers tower estates heights square corner truck stop rest courthouse cemetery field dorm barracks base fort camp pool ' +
    'casino fairgrounds market mart greyhound depot rooftop laundromat diner cafe starbucks walmart target costco wawa dunkin ' +
    'mcdonalds gas gym church overlook marriott hilton walgreens cvs kroger',
  street:
    'st street ave avenue av rd road blvd boulevard lane ln drive dr ct court way pl place hwy highway route rte pkwy parkway circle ' +
    'cir terrace ter loop trail pike close mews crescent unit suite ste apt floor exit mile box po lot plot',
  month:
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct ' +
    'nov dec enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janvier février mars avril mai juin ' +
    'juillet août septembre octobre novembre décembre',
  weekday: 'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun',
  holiday:
    'christmas xmas easter thanksgiving halloween hanukkah chanukah ramadan eid diwali passover pesach purim eve memorial labor ' +
    'valentines valentine juneteenth kwanzaa nye july fourth day losar tet lunar good holy yom rosh',
  ordinal:
    'first second third fourth fifth sixth seventh eighth ninth tenth th st nd rd dob born birthday bday anniversary due since until til by',
  idWord:
    'ssn mrn id no number num nr acct account policy license licence lic plate vin case docket claim badge auth authorization member ' +
    'serial sn dl phone ph cell fax tel mobile text call voicemail email mail ip mac ref file order report npi dea reg ext pager room ' +
    'insta ig instagram tiktok snap venmo cashapp facebook fb twitter reddit handle username user discord twitch zoom',
  method:
    'scale score scores scored inventory index test tests protocol model therapy technique techniques method methods manual criteria ' +
    'syndrome disease disorder questionnaire screen screener interview battery subscale form version edition theory stages stage model ' +
    'approach framework trained training certified certification workshop book article paper chapter style informed based focused ' +
    'phenomenon effect palsy sign law act rule v vs versus et al study trial worksheet diagram chart circle window principle',
  speech:
    'said says say told tells tell asks asked ask texted texts text emailed wrote writes reports reported thinks knows wants wanted ' +
    'insists claims denies denied refuses refused keeps showed shows came comes got is was has had cried hit calls called dice dit',
  rarity:
    'only first last oldest youngest sole tallest biggest largest smallest famous viral news televised record winner champion ' +
    'runner-up finalist celebrity mayor senator governor ambassador bishop judge justice astronaut olympic olympian pulitzer podcast ' +
    'documentary headline headlines front page tv survivor plaintiff whistleblower juror host anchor youtuber influencer author ' +
    'captain chief president founder inventor elected ever única único',
  scope:
    'state county country nation world town city region district university team network national statewide local island school force',
  dose: 'mg mcg ml dose doses prn bid tid qid qhs qd qam titrate titrated taper tapered xr er sr ir tabs level levels',
  determiner: 'the a an my our his her their your this that these those its el la los las un una le les mi su',
  pronoun: 'i he she they we you it who whom him them us me everyone someone anyone',
  link: 'and or but so then if when while because since as than y e et',
  copula: 'is was are were be been has had does did do will would can could may might should',
  state:
    'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas ' +
    'kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma ' +
    'oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming al ak az ar ca co ct de fl ga hi ia id il in ' +
    'ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm nv ny oh ok or pa ri sc sd tn tx ut va vt wa wi wv wy dc ontario quebec alberta',
  country:
    'mexico canada china india korea japan vietnam philippines russia ukraine syria iraq iran afghanistan somalia nigeria ghana kenya ' +
    'ethiopia eritrea sudan haiti cuba honduras guatemala salvador colombia venezuela brazil peru england uk usa us america ireland ' +
    'scotland wales france germany spain italy poland israel palestine lebanon egypt australia mexican chinese indian korean japanese ' +
    'vietnamese filipino russian ukrainian syrian iraqi iranian afghan somali nigerian haitian cuban latino latina latinx hispanic black ' +
    'white asian native muslim jewish christian catholic irish italian polish german french spanish english arab african american',
  does:
    'cancelled canceled cancels relapsed relapses cried cries sobbed drinks drank smokes vapes overdosed cuts attempted refuses refused missed attended ' +
    'attends arrived walked stormed yelled screamed threw punched slapped kicked broke slept sleeps wakes woke eats lies lied stole drove quit graduated ' +
    'married divorced separated miscarried died disclosed presented presents admits admitted signed declined discharged emailed texted phoned rang turned ' +
    'sat sits stood smiles smiled laughed grins promised begged brought brings bought sold paid owes stopped started restarted skipped needs hates loves ' +
    'worries panics dissociates fainted vomits purged wants lost hit',
  meets:
    'saw see seeing met meet meeting treating treated treat supervise supervising supervised assessed warn contact contacted hospitalized transferred referred intake visited',
  owns:
    'file chart record records office house apartment phone cell text email diagnosis case session sessions birthday funeral job car meds insurance discharge ' +
    'suicide attempt relapse refill appointment transfer custody divorce pregnancy surgery caseworker bed',
  third: 'he she his her him hers himself herself hes shes',
} as const;
