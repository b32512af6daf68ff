import type { FindingType, Reason } from '../types.ts';

type Field = readonly [words: string, type: FindingType, reason: Reason, label?: string];

/** Labels of intake forms, referral sheets and e-mail headers, and what stands behind them. */
export const formLabels: readonly Field[] = [
  [
    [
      '(?:full |legal |preferred |first |last |middle |given |family |maiden |chosen |client |patient |pt |cl |child |student )?name',
      'client|patient|pt|cl|nombre(?: completo)?|apellidos?|nom|pr[eé]nom|paciente|cliente',
    ].join('|'),
    'NAME',
    'namedPerson',
    'Client',
  ],
  ['mother|mom|mum|bio ?mom|madre', 'NAME', 'namedPerson', 'Mother'],
  ['father|dad|bio ?dad|padre', 'NAME', 'namedPerson', 'Father'],
  ['spouse|partner|wife|husband|so', 'NAME', 'namedPerson', 'Partner'],
  [
    [
      'parents?|guardians?|legal guardian|parent\\/guardian|next of kin|nok|sibs?|siblings?|children|kids|son|daughter',
      'dtr|caregiver|poa|conservator|relative',
    ].join('|'),
    'NAME',
    'namedPerson',
    'Relative',
  ],
  [
    [
      '(?:emergency|emerg|er|ice) ?(?:contact)?|contact(?: person)?|ref(?:erred|erral)? (?:by|from|source)|ref source',
      'collateral|roommate|friend',
    ].join('|'),
    'NAME',
    'namedPerson',
    'Person',
  ],
  [
    [
      'pcp|provider|therapist|tx-?er|clinician|counselor|psychiatrist|prescriber|supervisor|supervisee',
      'case ?(?:manager|worker|mgr)|cm|sw|attorney|atty|lawyer|judge|p\\.?o\\.?|probation officer|teacher|coach|doctor|dr',
      'md|attending|physician|interpreter|from|to|cc|bcc|reply-to|sender|attn|author|signed|sig|written by|completed by',
      'seen by|interviewer|evaluator|gal|landlord|m[eé]dico|doctora',
    ].join('|'),
    'NAME',
    'namedPerson',
    'Colleague',
  ],
  [
    'employer|job|works? at|workplace|occupation\\/employer|company|emp|patr[oó]n|empresa|employeur',
    'ORG',
    'employer',
    'Employer',
  ],
  ['school|college|university|daycare|district|escuela|[eé]cole', 'ORG', 'school', 'School'],
  ['church|congregation|parish|faith community|place of worship|iglesia', 'ORG', 'worship', 'Place of worship'],
  [
    'hospital|clinic|facility|agency|program|practice|pharmacy|lab|site|placement|org(?:anization)?|cl[ií]nica',
    'ORG',
    'healthPlace',
    'Clinic',
  ],
  ['court|venue|jurisdiction', 'ORG', 'court', 'Court or police'],
  [
    'addr(?:ess)?|home address|residence|street|lives? (?:at|in)|mailing(?: address)?|direcci[oó]n|domicilio|adresse|anschrift',
    'LOCATION',
    'address',
  ],
  [
    'city|town|hometown|county|city\\/state|location|birth ?place|place of birth|pob|ciudad|ville|lugar|ort|wohnort|neighborhood',
    'LOCATION',
    'town',
    'Town',
  ],
  [
    [
      'dob|d\\.o\\.b\\.?|date of birth|birth ?date|birthday|bday|doa|dod|doi|date',
      'date of (?:injury|intake|admission|discharge|service|loss|death|visit)|admit(?:ted)?|adm|admission|discharged?',
      'dc|d\\/c|dos|appt|appointment|next (?:appt|visit|session)|hearing|court date|intake date|fecha(?: de nacimiento)?',
      'f\\. ?nac\\.?|date de naissance|geburtsdatum|geb\\.?',
    ].join('|'),
    'DATE',
    'date',
  ],
  // Asked only where both stand (`halves`): "Last: Snow", "First: Crystal".
  ['last|first', 'NAME', 'namedPerson', 'Client'],
  ['instagram|insta|ig|snap(?:chat)?|twitter|tiktok|discord|facebook|fb|handle|username|user', 'URL', 'handle'],
];
