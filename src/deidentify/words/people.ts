import { wordSet } from './list.ts';

/** Words for the person the case is about. */
export const clientWords = wordSet(
  'client clients cl clt pt pts patient patients ct consumer resident kid kiddo teen teenager child girl boy baby toddler infant student woman man guy lady gal adolescent youth veteran vet survivor paciente cliente patiente klient klientin patientin enfant nino nina widow widower bride groom teenage preteen tween caller member',
);

/** Kin and partners, with what a placeholder calls them. */
export const kinLabels: ReadonlyMap<string, string> = new Map(
  Object.entries({
    Mother:
      'mom mum mam mother moms mums mama mami momma mommy madre maman mere mutter stepmom stepmother ma mil bio-mom birthmom',
    Father: 'dad father dads papa daddy padre pere vater stepdad stepfather pa fil stepfather',
    Sister: 'sister sis hermana soeur schwester stepsister sil half-sister',
    Brother: 'brother bro hermano frere bruder stepbrother bil half-brother',
    Daughter: 'daughter dtr daughters hija fille tochter stepdaughter dil',
    Son: 'son sons hijo fils sohn stepson',
    Wife: 'wife esposa femme frau mujer exwife',
    Husband: 'husband husb hubby hub esposo marido mari mann exhusband',
    Partner:
      'partner spouse boyfriend girlfriend bf gf fiance fiancee novio novia pareja lover ex so significant copain copine sweetheart exes',
    Relative:
      'aunt auntie tia uncle tio cousin cousins primo prima niece nephew grandma grandmother gma granny nana nan gran nanna nonna nonno abuela mamaw grandpa grandfather gpa gramps abuelo papaw grandson granddaughter grandkid grandchild great-granddaughter great-grandson sibling siblings sib sibs twin twins triplets relative godmother godfather khalti stepkid stepchild inlaw inlaws in-law in-laws parents parent family fam kin kinfolk kids children babies guardian gpa oma opa bubbe zayde yiaya lola lolo',
    Friend:
      'friend friends bestie bff buddy roommate roomate roomie housemate neighbor neighbour classmate boyfriend pal sponsor sponsee bunkmate teammate amigo amiga ami amie',
    Colleague:
      'colleague coworker co-worker cowroker supervisor supervisee supervisees intern associate officemate suitemate receptionist secretary boss manager mgr therapist counselor counsellor psychologist psychiatrist prescriber clinician pcp doctor doc nurse caseworker cm sw worker interpreter coach teacher principal tutor aide para probation po officer detective attorney atty lawyer advocate gal judge pastor priest imam rabbi rav minister deacon bishop chaplain landlord landlady employer evaluator reviewer assessor dietitian pediatrician ped obgyn midwife doula surgeon cardiologist neurologist oncologist attending resident np rn md pa ot slp evaluator trainer sub vp dean professor prof advisor chair investigator deputy sheriff bully abuser perp perpetrator stalker assailant rapist dealer therapist tx-er txer babysitter nanny owner staff victim defendant plaintiff petitioner respondent alter',
  }).flatMap(([label, words]) => words.split(' ').map((word) => [word, label] as const)),
);

/** Words before a name: "Mrs. Oyelaran", "coach tillery". */
export const titles = wordSet(
  'dr dra drs mr mrs ms mx miss mister madam madame sir dame lord lady sgt det lt cpt capt captain col maj gen cpl pvt officer detective deputy sheriff sergeant lieutenant colonel general judge justice hon rev reverend fr father sr sister bro brother pastor rabbi imam sheikh bp bishop msgr prof professor coach principal nurse attorney atty señor señora señorita srta sra monsieur mme mlle m herr frau don dona doña aunt auntie uncle tia tio grandma grandpa granny nana mama papa cousin nanny presvytera rav sra shri shrimati smt mstr doc swami sheikha mam mum nan',
);

/** Offices and bodies that speak like people: "Billing told me", "ask Neurology". */
export const speakingOffices = wordSet(
  'staff management leadership reception billing board admin intake admissions discharge security housing payroll scheduling compliance legal nursing pharmacy probation parole dispatch triage faculty administration corporate credentialing facilities housekeeping purchasing engineering neurology cardiology psychiatry psychology oncology urology dermatology derm neuro cardio psych onc gyn ortho surgery anesthesia dental optometry nutrition dietary records registration insurance utilization sanitation dining residential transportation hr quality operations recruitment outreach',
);

/** Words that announce a name: "her name is", "goes by", "aka". */
export const namingWords = wordSet(
  'named name names called aka alias nickname nicknamed nn llamada llamado llama appelle nomme nommee namens surname known baptised renamed fka nee né née dubbed',
);

/** A person does this: a name before it. */
export const personVerbs = wordSet(
  'says said say told tells asked asks wants wanted came comes went goes is was has had lost texted texts called calls emailed emails wrote writes cried cries reports reported denies denied disclosed discloses presented presents feels felt thinks thought works worked lives lived moved moves started starts stopped stops hit hits left leaves got gets keeps kept refuses refused needs needed showed shows attended attends drinks drank sleeps slept cut cuts overdosed relapsed relapses signed admits admitted agreed agrees insists insisted claims claimed believes believed knows knew hates hated loves loved likes liked hurts threw punched smiled laughed laughs yells yelled screamed died passed turned turns plays runs takes took gave gives found finds made makes met meets saw sees sits sat stayed stays joined joins never always still just also recently suddenly who whose no-showed ghosted graduated drives drove walked ran cancelled canceled hasnt isnt doesnt didnt wont wasnt cant dice dijo vive trabaja tiene esta dit vit travaille sagt lebt arbeitet hat brings brought blames blamed begged paid pays skipped skips resents minimizes minimises dreads does did avoids avoided struggles arrived attempted endorsed endorses',
);

/** What belongs to a person: "Rosalind's auth", "tyler's mom". */
export const namedPersonBefore = wordSet(
  'mom dad mother father sister brother wife husband son daughter house phone cell school teacher boss lawyer attorney chart notes file diagnosis dx therapist case session sessions birthday funeral family parents kids boyfriend girlfriend ex job car apartment email number mum pcp psychiatrist meds story name voice partner records ob iep po roommate grandma aunt uncle cousin auth ua coach',
);

/** Words that stand before a name although they are no kin: "and", "with", "saw". */
export const meetingWords = wordSet(
  'saw see seeing met meet treating treated for re regarding about w with by from and to told tells calls called ask asked text texted love hi hey hello dear thanks thx cc attn c/o per from:',
);
