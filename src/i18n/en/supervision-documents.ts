import type { Format } from '../format.ts';

const titleWords = {
  'weekly-log': 'Weekly log of supervised experience',
  'experience-verification': 'Experience verification worksheet',
  'tx-supervision-log': 'Supervision log',
  'tx-supervised-experience': 'Supervised experience documentation',
  'tx-supervisor-file': 'Supervisor’s file',
  'nc-quarterly-report': 'Quarterly supervision report',
  'nc-final-report': 'Final supervision report',
  'ny-form-4b': 'Worksheet for form 4B',
  'bacb-log': 'Fieldwork log',
  'bacb-monthly-verification': 'Monthly fieldwork verification',
  'bacb-final-verification': 'Final fieldwork verification',
  checklist: 'Papers and deadlines',
  'verification-letter': 'Verification letter',
  'supervisor-export': 'Supervision given',
  evidence: 'Record where the supervisor can’t sign',
  entries: 'All entries',
} as const;
type DocumentName = keyof typeof titleWords;

const forWords: Readonly<Record<DocumentName, string>> = {
  'weekly-log': 'One row per week and one part per work site. Keep it; boards ask for it if they audit you.',
  'experience-verification': 'Hours by category for one supervisor, one part per work site.',
  'tx-supervision-log': 'Twelve weeks per page, with a place for both signatures.',
  'tx-supervised-experience': 'Hours by category and weeks, for the form due after you complete supervision.',
  'tx-supervisor-file': 'What a supervisor keeps for each associate, and the date of each session.',
  'nc-quarterly-report': 'One quarter: hours by category, and individual and group supervision.',
  'nc-final-report': 'The whole agreement: hours by category, and individual and group supervision.',
  'ny-form-4b': 'Clock hours, direct hours, and how often you met. We haven’t read the form itself.',
  'bacb-log': 'Each entry with date, start, length, type, and setting. Keep it for seven years.',
  'bacb-monthly-verification': 'One month: hours, supervised share, and observations.',
  'bacb-final-verification': 'The whole agreement: hours, supervised share, and observations.',
  checklist: 'What your board asks for besides hours, to check off by hand.',
  'verification-letter': 'A letter your supervisor can sign at the end of the agreement.',
  'supervisor-export': 'Dates and hours of supervision you gave, with a trainee reference and no name.',
  evidence: 'What was agreed, signed, and left unsigned, with your meeting notes, to show your board.',
  entries: 'Every entry of this agreement, in order.',
};

const paperWords = {
  'supervision-agreement': 'Supervision agreement',
  'oversight-agreement': 'Written oversight agreement, if supervisor and supervisee have different employers',
  'w2-or-paystub': 'W-2 or pay stub',
  'volunteer-letter': 'Volunteer letter',
  'tx-supervisory-agreement': 'Supervisory agreement, before supervision starts',
  'nc-contract': 'Supervision contract, one per supervisor and site',
} as const;

const fileWords = {
  agreement: 'Signed supervisory agreement',
  license: 'Online license verification',
  fees: 'Fees and payments',
  sessions: 'Date of each session',
  leave: 'Written approval of a leave of one month or more',
  concerns: 'Concerns and remediation plan',
  selfEmployed: 'Self-employment acknowledged',
} as const;

const formatWords = {
  worksheet: 'Here is the PDF. It’s a worksheet: copy what it says onto the board’s own form.',
  pdf: 'Here is the PDF. Print it, or send it as it is.',
  csv: 'Here are the entries as a CSV file for spreadsheets.',
  json: 'Here is the signed data as a JSON file. If anyone changes an entry, checking the file names it.',
} as const;

/** Documents about supervision, and how they are asked for. */
export const supervisionDocuments = {
  'supervision.help.documents': 'Print logs and verification worksheets, or download your entries',
  'documents.summary': 'Supervision documents',
  'documents.button': 'Documents',
  'documents.intro': 'Worksheets for your board’s own forms, and files of your entries. Only you get them.',
  'documents.intro.growth': 'Files of your entries. Only you get them.',
  'documents.title': ({ document }: { document: DocumentName }) => titleWords[document],
  'documents.for': ({ document }: { document: DocumentName }) => forWords[document],
  'documents.ready': ({ format, worksheet }: { format: 'pdf' | 'csv' | 'json'; worksheet: boolean }) =>
    formatWords[format === 'pdf' && worksheet ? 'worksheet' : format],
  'documents.formats': 'PDF to print, CSV for spreadsheets, JSON to check later that nothing changed.',
  'documents.period': 'Period starting',
  'documents.from': 'Period starting',
  'documents.all': 'All documents',
  'documents.nothing': 'There are no entries in this period.',
  'documents.worksheet': 'Worksheet: copy onto the board’s own form',
  'documents.covers': 'Period',
  'documents.board': 'Board',
  'documents.rulesAsOf': 'Rules as of',
  'documents.example': 'The board’s rules are an example. Check with your board. Rules as of',
  'documents.paid': 'Position',
  'documents.paidAs': ({ volunteer }: { volunteer: boolean }) => (volunteer ? 'Volunteer' : 'Paid'),
  'documents.proof': 'Check this document',
  'documents.made': 'Made',
  'documents.hash': 'Content hash',
  'documents.chain': 'Signed and recorded',
  'documents.chainIs': (
    { signed, agreed, others, hash }: { signed: number; agreed: number; others: number; hash: string },
    { plural }: Format,
  ) => {
    const counts = [
      ...(signed > 0 ? [plural(signed, { one: '1 signed entry', other: '# signed entries' })] : []),
      ...(agreed > 0 ? [plural(agreed, { one: '1 agreement', other: '# agreements' })] : []),
      ...(others > 0 ? [plural(others, { one: '1 other act', other: '# other acts' })] : []),
    ];
    return counts.length === 0 ? 'None yet' : `${counts.join(', ')}. Hash of the last: ${hash}`;
  },
  'documents.fingerprint': 'Fingerprint of this installation',
  'documents.verify': ({ fingerprint }: { fingerprint: string }) =>
    `To check a PDF or JSON file: npm run -s curbside -- verify FILE --key ${fingerprint}`,
  'documents.meaning':
    'The check shows whether anything changed since the file was made. It doesn’t show who pressed a button.',
  'documents.checkable': 'A PDF says at its end how to check that nothing changed since it was made.',
  'documents.footer': ({ fingerprint, growth }: { fingerprint: string; growth: boolean }) =>
    `Recorded by the people named. ${growth ? '' : 'Curbside isn’t a licensing board. '}Fingerprint ${fingerprint}`,
  'documents.weekOf': 'Week of',
  'documents.total': 'Total',
  'documents.handedIn':
    'Totals include hours that are signed, on paper, or waiting for a signature. They leave out drafts, returned entries, and void entries, so Logged in Curbside can be more.',
  'documents.loggedMeans':
    'Logged includes every entry listed here, except void entries and those marked as not counted. Hours without a signature are in it.',
  'documents.notCounted': '(not counted)',
  'documents.hours': 'Hours',
  'documents.signHere': 'Signature and date',
  'documents.hoursByWeek': 'Hours by week',
  'documents.hoursByCategory': 'Hours by category',
  'documents.onPaper': 'On paper',
  'documents.weeks': 'Weeks with hours',
  'documents.weeksSupervised': 'Weeks with supervision',
  'documents.weeksIndividual': 'Weeks with individual or triadic supervision',
  'documents.sessions': 'Supervision sessions',
  'documents.observed': 'Sessions with observation',
  'documents.supervisedShare': 'Supervised share of all hours',
  'documents.unrestrictedShare': 'Unrestricted share of all hours',
  'documents.groupShare': 'Group share of supervision',
  'documents.percent': ({ n }: { n: number }) => `${n.toFixed(2)}%`,
  'documents.restricted': '(restricted)',
  'documents.degree':
    'Use separate forms for hours before and after your degree. Curbside doesn’t know that date, so check which entries belong where.',
  'documents.notRead': 'We haven’t read form 4B itself. This worksheet lists clock hours, direct hours, and sessions.',
  'documents.given': 'Supervision given',
  'documents.trainee': 'Trainee reference',
  'documents.checklist': 'To check off',
  'documents.done': 'Done',
  'documents.paper': ({ paper }: { paper: keyof typeof paperWords }) => paperWords[paper],
  'documents.texasFile': ({ item }: { item: keyof typeof fileWords }) => fileWords[item],
  'documents.evidence.intro': 'The supervisee states that the supervisor can’t sign. Nobody signed in their place.',
  'documents.evidence.since': 'Stated on',
  'documents.evidence.agreement': 'What was agreed',
  'documents.evidence.signed': 'Signed entries',
  'documents.evidence.unsigned': 'Entries without a signature',
  'documents.evidence.meetings': 'Meeting notes',
  'documents.evidence.noMeetings': 'There are no meeting notes.',
  'documents.evidence.locked': 'Both finished it',
  'documents.correctionWaits': 'Correction that isn’t signed yet',
  'documents.letter.to': 'To whom it may concern',
  'documents.letter.text':
    'I supervised the person named above under a written agreement. The hours below were signed in Curbside during the agreement.',
  'documents.letter.signs': 'Signed for the hours above, up to',
  'refusal.noDocuments':
    'There is no such document for you here. Run /supervision documents to see what you can download.',
};
