import { between, type Chance, pick, weighted } from '../random.ts';

const words = (text: string): readonly string[] => text.split(' ').map((word) => word.replaceAll('_', ' '));
/** Authors and namesakes of instruments, diagnoses, signs and methods: never a client's name where they stand as such. */
export const eponyms = words(
  'Beck Hamilton Linehan Tourette Asperger Alzheimer Parkinson Huntington Lewy Korsakoff Wernicke Capgras Cotard Fregoli Munchausen Ganser Gottman Johnson Bowen Minuchin Satir Haley Rogers Freud Jung Klein Winnicott Bowlby Ainsworth Erikson Piaget Kohut Kernberg Yalom Frankl Ellis Hayes Young Shapiro Schwartz Levine van_der_Kolk Foa Resick Herman Briere Prochaska Miller Rollnick Marlatt Barkley Greene Siegel Perel Johnson Whitaker White Epston Zung Young Yale-Brown Conners Vanderbilt Rorschach Wechsler Stroop Bender Millon Hare Maslach Epworth Folstein Montgomery Asberg Edinburgh Columbia Stanford Tarasoff Axline Landreth Bion Lacan Ferenczi Balint Fonagy Masterson Benjamin Stern Wampold Lambert Persons Padesky Barlow Kabat-Zinn Neff Fredrickson Seligman Kohlberg Pavlov Skinner Bandura Milgram Hashimoto Crohn Graves Bell Raynaud Sjogren Down Turner Klinefelter Marfan Cushing Addison Meniere Hodgkin Broca Kleine Charles_Bonnet Othello Stockholm Diogenes Ekbom Briquet Kubler-Ross Worden Shear Bonanno Neimeyer Virginia_Satir Carl_Rogers Aaron_Beck Marsha_Linehan Sue_Johnson Irvin_Yalom Judith_Herman Peter_Levine Dan_Siegel Esther_Perel',
);
const eponymTails = words(
  'scale inventory test index syndrome disease criteria model method technique protocol therapy palsy sign stages theory questionnaire checklist manual workbook disorder style worksheet approach hypothesis triad effect phenomenon rating_scale depression_scale and_Brown et_al -style -informed',
);
const instruments = words(
  'PHQ-9 GAD-7 PCL-5 BDI-II BAI C-SSRS CAPS-5 EPDS MDQ AUDIT DAST-10 CAGE MoCA MMSE YBOCS Y-BOCS CY-BOCS YMRS HAM-D MADRS QIDS DES-II ITQ LEC-5 ACE SCARED SDQ CBCL Vanderbilt Conners ASRS DIVA EDE-Q EAT-26 SCOFF ISI PSQI ESS GDS GAF WHODAS OQ-45 ORS SRS DAS CSI RDAS ECR BPRS PANSS AIMS BARS CIWA COWS WISC-V WAIS-IV WIAT WRAT MMPI-3 PAI MCMI TAT Rorschach BASC-3 ADOS-2 ADI-R Vineland DERS SIDES CDI MASC PSC-17 ZBI ProQOL WHO-5 DLA-20 LOCUS CANS ASAM PROMIS BRIEF-2 NEPSY SIGH-SAD DSM-5-TR ICD-10 SCID-5 MINI KSADS LSAS SPIN PDSS OCI-R SI-R BSL-23 ZAN-BPD PID-5',
);
const drugs = words(
  'sertraline Zoloft fluoxetine Prozac escitalopram Lexapro citalopram Celexa paroxetine Paxil venlafaxine Effexor duloxetine Cymbalta bupropion Wellbutrin mirtazapine Remeron trazodone buspirone Buspar hydroxyzine Vistaril propranolol prazosin clonidine guanfacine Intuniv lithium Lithobid lamotrigine Lamictal Depakote valproate carbamazepine Tegretol Trileptal Topamax gabapentin Neurontin pregabalin Lyrica quetiapine Seroquel olanzapine Zyprexa risperidone Risperdal aripiprazole Abilify ziprasidone Geodon lurasidone Latuda cariprazine Vraylar brexpiprazole Rexulti Caplyta clozapine Clozaril haloperidol Haldol Invega paliperidone Sustenna alprazolam Xanax clonazepam Klonopin lorazepam Ativan diazepam Valium zolpidem Ambien melatonin Adderall Vyvanse Concerta Ritalin methylphenidate Strattera atomoxetine Qelbree modafinil naltrexone Vivitrol Suboxone buprenorphine methadone Antabuse acamprosate disulfiram Chantix esketamine Spravato ketamine Auvelity Zurzuvae Aricept Namenda levothyroxine metformin Ozempic prednisone Cogentin Ingrezza Austedo Benadryl doxepin nortriptyline amitriptyline clomipramine Luvox fluvoxamine Nardil Parnate Emsam',
);
const drugFronts = words('zy lu va re tri pro no ve xe ka ro me qui la si be do al ne pa or fe ce vy');
const drugMiddles = words('ra lo xi ve ti pa mi zo du le pri va ne lu ro');
const drugEnds = words(
  'pine done tine zole pram zine lam trigine vant gabalin mide xa ra lify stat nib mab lone fil tra zem',
);
const diagnoses = words(
  'MDD GAD PTSD C-PTSD BPD OCD ADHD ASD bipolar_II bipolar_I BD-II schizophrenia schizoaffective psychosis AN BN ARFID BED AUD OUD SUD panic_disorder social_anxiety specific_phobia adjustment_disorder PMDD postpartum_depression dysthymia PDD ODD CD RAD DMDD DID NPD insomnia gender_dysphoria prolonged_grief TBI FND somatic_sx health_anxiety agoraphobia selective_mutism trich hoarding catatonia delirium dementia MCI bvFTD F33.1 F41.1 F43.10 F31.81 F90.2 F84.0 F60.3 F50.01 F10.20 Z63.0',
);
const methods = words(
  'CBT DBT ACT EMDR IFS CPT PE EFT MI ERP TF-CBT PCIT ABFT MBCT CFT ISTDP AEDP SE somatic_work schema_therapy narrative_therapy play_therapy sandtray motivational_interviewing exposure behavioral_activation BA PCT IPT IPSRT STAIR WET brainspotting hypnosis Floortime CBT-I RO-DBT FBT MBT TFP CAMS psychodynamic_work couples_work radical_acceptance opposite_action parts_work imaginal_exposure chair_work',
);
const acronymLetters = [...'ABCDEFGHIKLMNOPRSTW'];
const states = words(
  'Ohio Texas Oregon Washington California Florida Georgia Montana Virginia Michigan Kansas Nevada Utah Maine Vermont Idaho Iowa Colorado Arizona Alabama NY CA TX WA OR PA IL MA NJ MN WI TN KY NC New_York New_Mexico North_Carolina',
);
const countries = words(
  'Mexico Honduras Guatemala India China Korea Vietnam Philippines Ukraine Syria Iraq Afghanistan Somalia Nigeria Ghana Ethiopia Haiti Cuba Brazil Russia Iran Poland Ireland England Germany Canada Jamaica Laos Nepal Sudan',
);
const peoples = words(
  'Mexican Korean Vietnamese Filipino Hmong Somali Nigerian Haitian Ukrainian Russian Iranian Syrian Afghan Punjabi Bengali Chinese Japanese Irish Italian Puerto_Rican Dominican Salvadoran Navajo Lakota Mennonite Mormon Muslim Catholic Jewish Sikh Hindu Buddhist Black Latina Native Cantonese Spanish Arabic Portuguese Creole Dinka Farsi',
);
const jobs = words(
  'nurse teacher welder electrician line_cook bartender truck_driver attorney paramedic firefighter cop accountant barista plumber engineer mechanic waitress nanny caregiver pastor student grad_student farmer roofer dispatcher pharmacist dental_hygienist programmer janitor manager server carpenter pilot flight_attendant security_guard social_worker librarian musician painter realtor hairdresser CNA vet_tech cashier foreman retired_teacher chef',
);
const kin = words(
  'mom mother dad father sister brother wife husband hubby spouse partner bf gf boyfriend girlfriend fiancé ex ex-husband ex-wife son daughter dtr aunt uncle cousin niece nephew grandma grandmother grandpa grandson stepdad stepmom stepson twin roommate best_friend boss coworker supervisor neighbor landlord sponsor mother-in-law MIL brother-in-law',
);
const symptoms = words(
  'panic insomnia nightmares rumination flashbacks passive_SI SI cutting purging restricting dissociation shutdown rage irritability anhedonia avoidance hypervigilance compulsions checking hoarding intrusive_thoughts tearfulness fatigue low_mood cravings blackouts voices paranoia guilt shame grief numbness freeze stonewalling school_refusal enuresis tics somatic_pain',
);
const spans = words(
  '3_mo 6_wks 2_yrs 10_days a_year 4_months 18_mos a_decade 3_weeks 20_yrs 8_sessions 12_weeks a_month a_week 5_yrs',
);
const codes = words(
  '90837 90834 90791 90832 90846 90847 90853 99213 99214 H0018 H0015 H2019 H0010 G0444 96130 96131 90785 90839 T1017',
);
const payers = words(
  'Medicaid Medicare Aetna Cigna BCBS Optum UBH Tricare Kaiser Magellan Beacon Anthem Humana United the_VA CHAMPVA her_insurance the_plan',
);
const agencies = words(
  'CPS APS APA NASW ACA AAMFT the_board DEA FDA SAMHSA HIPAA OSHA HHS FERPA the_DOT the_FAA 42_CFR_Part_2 ADA FMLA EAP SSDI',
);

export const age = (random: Chance): string =>
  weighted(random, [
    [4, () => `${between(random, 4, 88)}`],
    [3, () => `${between(random, 4, 88)}${pick(random, ['F', 'M', 'f', 'm', 'F,', 'nb'])}`],
    [2, () => `${between(random, 4, 88)} ${pick(random, ['y/o', 'yo', 'yrs', 'year old', 'y.o.'])}`],
    [1, () => `${pick(random, ['early', 'mid', 'late'])} ${pick(random, ['20s', '30s', '40s', '50s', '60s'])}`],
  ]);

export const score = (random: Chance): string =>
  weighted(random, [
    [3, () => `${pick(random, instruments)} ${between(random, 1, 80)}`],
    [1, () => `${pick(random, instruments)} of ${between(random, 1, 80)}`],
    [1, () => `${pick(random, instruments)} was ${between(random, 10, 60)}, now ${between(random, 1, 30)}`],
    [1, () => `${pick(random, instruments)} = ${between(random, 1, 60)}`],
    [1, () => `${pick(random, instruments)} ${between(random, 20, 60)} → ${between(random, 1, 30)}`],
    [1, () => `${pick(random, instruments)} ${between(random, 1, 20)}/${between(random, 20, 30)}`],
  ]);

export const drug = (random: Chance): string => {
  const name =
    random() < 0.7
      ? pick(random, drugs)
      : `${pick(random, drugFronts)}${pick(random, drugMiddles)}${pick(random, drugEnds)}`;
  return random() < 0.25
    ? name.toLowerCase()
    : random() < 0.3
      ? name.replace(/^./, (first) => first.toUpperCase())
      : name;
};

export const dose = (random: Chance): string =>
  `${pick(random, ['2.5', '5', '10', '15', '20', '25', '37.5', '50', '75', '100', '150', '200', '300', '400', '600', '0.5', '1', '2'])}${pick(random, ['', ' mg', 'mg', ' mg qhs', ' bid', ' qd', 'mg prn', ' XR', ' nightly'])}`;

const acronym = (random: Chance): string => {
  const base = Array.from({ length: between(random, 2, 5) }, () => pick(random, acronymLetters)).join('');
  return random() < 0.35 ? `${base}-${between(random, 2, 90)}` : base;
};

export const clinical: Readonly<Record<string, (random: Chance) => string>> = {
  age,
  score,
  drug,
  dose,
  med: (random) => `${drug(random)} ${dose(random)}`,
  instrument: (random) => (random() < 0.8 ? pick(random, instruments) : acronym(random)),
  eponym: (random) => pick(random, eponyms),
  eponymic: (random) =>
    `${pick(random, eponyms)}${random() < 0.2 ? "'s" : ''} ${pick(random, eponymTails)}`.replace(' -', '-'),
  dx: (random) => pick(random, diagnoses),
  method: (random) => (random() < 0.9 ? pick(random, methods) : acronym(random)),
  acronym,
  state: (random) => pick(random, states),
  country: (random) => pick(random, countries),
  people: (random) => pick(random, peoples),
  job: (random) => pick(random, jobs),
  kin: (random) => pick(random, kin),
  symptom: (random) => pick(random, symptoms),
  span: (random) => pick(random, spans),
  code: (random) => pick(random, codes),
  payer: (random) => pick(random, payers),
  agency: (random) => pick(random, agencies),
  n: (random) => String(between(random, 2, 40)),
  year: (random) => String(between(random, 1985, 2025)),
  weekday: (random) =>
    pick(random, words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tues Wed Thurs Fri')),
  time: (random) => pick(random, ['2am', '3 pm', 'noon', '9:30', '11pm', "4 o'clock", '7am', '0600', '10:15']),
  client: (random) =>
    pick(random, words('client cl pt patient Client Pt Cl my_client my_pt Patient teen_cl the_client this_pt')),
  pron: (random) => pick(random, words('he she they')),
  ask: (random) =>
    pick(random, [
      'Thoughts?',
      'thoughts?',
      'Any ideas?',
      'Who has done this?',
      'How would you handle it?',
      'Would you report?',
      'Refer out?',
      'Am I off base?',
      'what would you do',
      'anyone?',
      'Need a sanity check.',
      'Ideas welcome.',
      'tips?',
      'Do I chart it?',
      'Is this a duty to warn thing?',
      'How do I bring it up?',
      'resources?',
      'Help!',
      'Right call?',
      'Would you wait?',
      'What am I missing?',
      'Do you keep seeing both?',
    ]),
};
