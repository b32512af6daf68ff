import type { Reason } from '../types.ts';

/** What stands before a number that leads to somebody, as alternatives of a pattern, by what the number is. */
export const idLabels: readonly (readonly [string, Reason])[] = [
  [
    [
      'ssn?|social(?: security)?(?: number)?|soc sec|s\\.s\\.n\\.?|itin|ein|tin|curp|rfc|dni|nie|nif|nino|ni number|insee',
      'sin|aadhaar|pan card|cpr|bsn|personnummer|steuer(?:id)?|nhs(?: no\\.?| number)?|chi number|medicare|medicaid|mbi',
      'numéro de sécu(?:rité sociale)?|nss|cedula|cédula|rut|cpf|passport|passeport|pasaporte|visa|green card|a-?number',
      'alien(?: number)?|uscis|dod id|edipi|dl|d\\.l\\.|driver.?s? lic(?:ense|ence)?|state id',
      '(?:pt|cl|client|patient|acct|account|file|case|member|ref) (?:no|nr|num|number)|student id|employee id|badge',
      'inmate|prisoner|booking|doc',
    ].join('|'),
    'idNumber',
  ],
  [
    [
      'mrn|medical record(?: number)?|m\\.r\\.n\\.?|chart|record|har|csn|fin|encounter|pt id|patient id|client id',
      'member(?: id)?|mem|subscriber|policy|group|grp|plan|insurance|ins|claim|auth(?:orization)?|ref(?:erence|erral)?',
      'confirmation|conf|case|docket|cause|file|matter|citation|ticket|report|rpt|incident|complaint|intake|hotline',
      'tracking|order|invoice|inv|receipt|permit|lic(?:ense|ence)?|dea|npi|cert(?:ificate)?|registration|reg|rx',
      'prescription|accession|specimen|lab|tro|warrant|board case|ia case|id|dossier|expediente|numéro|numero|folio',
      'póliza|poliza|aktenzeichen|az|mtg|meeting|session|room|zoom|webex|passcode|pin|pw|password|code|case ?worker id',
      'ncmec|cps|dcfs|dhs|aps|police|pd',
    ].join('|'),
    'idNumber',
  ],
  [
    'acc(?:oun)?t|hsa|fsa|iban|swift|routing|card|debit|credit|visa|mastercard|amex|cc|check|cheque|bank|venmo|wallet',
    'accountNumber',
  ],
  ['plates?|tags?|lic(?:ense|ence)? plate|matrícula|registration|reg', 'plate'],
  ['vin|serial|ser|s\\/n|sn|imei|mac|asset(?: tag)?|device|dev|udi|hull|tail|monitor|pump|pacemaker|model', 'device'],
];
