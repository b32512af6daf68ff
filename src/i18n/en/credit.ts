import type { Format } from '../format.ts';

const sideWords = { asked: 'Asked', advised: 'Advised', attended: 'Attended' } as const;

const kindWords = { case: 'Case consultation', structured: 'Structured case', meeting: 'Group meeting' } as const;

/** What consultation earns: the statement, and what somebody notes of advising. */
export const credit = {
  'credit.help.statement': 'Make a statement of your consultations for a license renewal',
  'credit.help.advised': 'Log that you advised a colleague: date, minutes, and credentials, with no case text',
  'credit.statement': 'Consultation statement',
  'credit.intro':
    'Finished records, advice to colleagues, and meetings, with no case text. Advice and meetings count once you log them; replies alone don’t. Only you can see this, and nothing is required.',
  'credit.pack': 'Renewal rules',
  'credit.plain': 'None, just my consultations',
  'credit.cycle': 'Renewal cycle',
  'credit.rows': 'Consultations',
  'credit.none': 'There are no finished consultations in this cycle.',
  'credit.side': 'Side',
  'credit.side.name': ({ side }: { side: keyof typeof sideWords }) => sideWords[side],
  'credit.kind': 'Kind',
  'credit.kind.name': ({ kind }: { kind: keyof typeof kindWords }) => kindWords[kind],
  'credit.own': 'On my own cases',
  'credit.others': 'On colleagues’ cases',
  'credit.colleagues': 'Colleagues',
  'credit.people': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { 0: 'Not recorded', one: '1 colleague', other: '# colleagues' }),
  'credit.several': 'Several consultations',
  'credit.quarter': ({ quarter }: { quarter: string }) => `Quarter ${quarter}`,
  'credit.totals': 'Totals under these rules',
  'credit.counts': 'What counts',
  'credit.minutes': 'Hours',
  'credit.counted': 'Counted',
  'credit.least': 'At least',
  'credit.most': 'At most',
  'credit.keep': 'Keep:',
  'credit.required': 'Required in all, every activity',
  'credit.requires': 'Also required:',
  'credit.result': ({ result, minutes }: { result: 'met' | 'short'; minutes: number }, { number }: Format) =>
    result === 'met' ? `of ${number(minutes)} min, met` : `of ${number(minutes)} min so far`,
  'credit.recorded': ({ place }: { place: 'us' | 'uk' | 'au' | 'other' | null }) =>
    `Recorded by the person named. Curbside does not approve continuing education. Check with your ${place === 'uk' ? 'professional body' : place === 'other' ? 'board or professional body' : 'board'}.`,
  'credit.recordedBy': 'Recorded by',
  'credit.notSupervision': 'Consultation isn’t supervision, and none of these hours count as supervised experience.',
  'credit.sameDay': ({ n }: { n: number }) =>
    `On ${n === 1 ? 'one day' : `${n} days`} you logged both a meeting and another consultation. Check in your log that no time is counted twice.`,
  'credit.anonymous': 'Include questions I asked anonymously',
  'credit.anonymous.stay': 'Questions you asked anonymously are left out, because files stay in this workspace.',
  'credit.anonymous.hint':
    'They are left out unless you include them. Then they are one sum per quarter, together with consultations you logged elsewhere, without topic or date.',
  'credit.dates': 'Change dates',
  'credit.records': 'Records of this cycle',
  'credit.dates.from': 'First day',
  'credit.dates.to': 'Last day',
  'credit.dates.order': 'Last day: enter a date after the first day.',
  'credit.dates.show': 'Show statement',
  'credit.advised.log': 'Log that I advised',
  'credit.advised': 'I advised a colleague',
  'credit.advised.credentials': 'Colleagues’ credentials',
  'credit.advised.credentials.hint':
    'One per line, such as LMFT. No names. Leave it empty if the colleague asked anonymously.',
  'credit.advised.credentials.many': 'Colleagues’ credentials: enter at most 12 lines of up to 60 characters.',
  'credit.advised.future': 'Date: enter today or an earlier date.',
  'credit.advised.save': 'Save',
  'credit.advised.saved': 'Saved. It’s in your statement.',
  'credit.advised.changed': 'Changed.',
  'credit.advised.change': 'Change',
  'credit.advised.remove': 'Remove',
  'credit.advised.remove.confirm': 'Remove this from your log and your statement?',
  'credit.advised.removed': 'Removed from your log.',
  'credit.advised.private': 'Only you see this.',
  'credit.count': 'Consultations you advised in',
};
