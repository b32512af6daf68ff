import type { Format } from '../format.ts';
import { length } from './length.ts';

const roleWords = { supervisee: 'Supervisee', supervisor: 'Supervisor' } as const;
type Role = keyof typeof roleWords;
const formatWords = { in_person: 'In person', video: 'Video', phone: 'Phone' } as const;
const typeWords = { direct: 'Direct', indirect: 'Indirect', supervision: 'Supervision' } as const;
const plainWords = {
  direct: 'Time with clients',
  indirect: 'Other professional work',
  supervision: 'Supervision',
} as const;
const entryWords = {
  draft: 'Draft',
  submitted: 'Waiting for signature',
  signed: 'Signed',
  returned: 'Returned',
  void: 'Void',
  noted: 'Logged',
  paper: 'Signed on paper (not checked by Curbside)',
  unsignable: 'Can’t be signed',
} as const;
const savedWords = {
  draft: 'Saved as a draft. It isn’t submitted yet.',
  submitted: 'Submitted for signature.',
  signed: 'Signed.',
  returned: 'Returned.',
  void: 'Voided.',
  noted: 'Logged.',
  unsignable: 'Saved. It can’t be signed.',
} as const;
const returnWords = {
  time: 'Wrong time',
  category: 'Wrong category',
  session: 'Not my session',
  adequate: 'Not adequate supervision',
  other: 'Other',
} as const;
const fieldWords = { topics: 'Topics', feedback: 'Feedback', directives: 'Directives', note: 'Note' } as const;
/** Hours under an agreement: log and sign-off. */
export const supervisionHours = {
  'supervision.log': 'Log hours',
  'supervision.log.title': 'Log hours',
  'supervision.edit.title': 'Your entry',
  'supervision.correct.title': 'Correct a signed entry',
  'supervision.correct.intro':
    'The signed entry stays as it is until your supervisor signs this one. Then it is marked void, and both are kept.',
  'supervision.correct.replaces': 'This corrects a signed entry.',
  'supervision.date': 'Date',
  'supervision.date.future': 'Date: this day is in the future. Enter the day you worked or met.',
  'supervision.date.before': 'Date: this is before the agreement starts.',
  'supervision.date.after': 'Date: this is after the agreement’s last day.',
  'supervision.minutes': 'Minutes',
  'supervision.minutes.hint': ({ step }: { step: number }) =>
    step === 1
      ? 'From 1 to 720, or a length such as 1.5h or 1h 15m'
      : `In steps of ${step}, up to 720, or a length such as 1.5h or 1h 15m`,
  'supervision.minutes.words': 'Minutes: enter a number from 1 to 720, or a length such as 1.5h or 1h 15m.',
  'supervision.minutes.zero': 'Minutes: enter at least 1 and at most 720, or a length such as 1.5h or 1h 15m.',
  'supervision.minutes.negative': ({ have }: { have: number }, { number }: Format) =>
    `Minutes: ${number(have)} is less than zero. Enter 1 to 720, or a length such as 1.5h.`,
  'supervision.minutes.many': ({ have }: { have: number }, { number }: Format) =>
    `Minutes: ${number(have)} is more than 12 hours. Enter 1 to 720, or a length such as 1.5h.`,
  'supervision.minutes.step': ({ step }: { step: number }) =>
    `Minutes: these rules count in steps of ${step} minutes. Enter a multiple of ${step}.`,
  'supervision.activity': 'Activity',
  'supervision.activity.plain': ({ type }: { type: keyof typeof typeWords }) => plainWords[type],
  'supervision.site': 'Work site',
  'supervision.format': 'Format',
  'supervision.format.hint': 'For supervision sessions.',
  'supervision.format.name': ({ format }: { format: keyof typeof formatWords }) => formatWords[format],
  'supervision.groupSize': 'Supervisees in the group',
  'supervision.groupSize.hint': 'For group supervision, from 3 to 12.',
  'supervision.groupSize.error': 'Supervisees in the group: enter a number from 3 to 12.',
  'supervision.people': ({ n }: { n: number }, { number }: Format) => number(n),
  'supervision.start': 'Start time',
  'supervision.start.hint': 'Such as 2:30 PM. It helps to find overlaps.',
  'supervision.start.overlap':
    'Start time: this overlaps another entry. Change it, or check the box below if both are right.',
  'supervision.topics': 'Topics',
  'supervision.topics.hint': 'No client facts. Checked for identifiers before anything is saved.',
  'supervision.identifiers': ({ field, n }: { field: keyof typeof fieldWords; n: number }, { plural }: Format) =>
    plural(n, {
      one: `${fieldWords[field]}: 1 possible identifier was replaced. Read what is left, then save again.`,
      other: `${fieldWords[field]}: # possible identifiers were replaced. Read what is left, then save again.`,
    }),
  'supervision.submit': 'Submit for signature',
  'supervision.submit.hint': 'Turn off to keep a draft that only you see.',
  'supervision.submit.notice':
    'Submit for signature: your supervisor gave notice not to sign hours of this day. Turn this off to keep it as a draft.',
  'supervision.submit.do': 'Submit for signature',
  'supervision.log.save': 'Save entry',
  'supervision.saved': ({ status }: { status: keyof typeof savedWords }) => savedWords[status],
  'supervision.entry.summary': 'Log entry',
  'supervision.entry.status': ({ status }: { status: keyof typeof entryWords }) => entryWords[status],
  'supervision.length': ({ minutes }: { minutes: number }, format: Format) => length(minutes, format),
  'supervision.late': 'Late entry',
  'supervision.late.entry': 'Late entry: logged more than 14 days after its date, on',
  'supervision.atRisk.entry': 'At risk under this rule:',
  'supervision.signedAt': 'Signed',
  'supervision.edit': 'Edit',
  'supervision.correct': 'Correct',
  'supervision.again': 'Log another',
  'supervision.delete': 'Delete',
  'supervision.delete.confirm': 'Delete this entry? This can’t be undone.',
  'supervision.deleted': 'The entry was deleted.',
  'supervision.entries': 'Entries',
  'supervision.entries.none': 'Nothing is logged yet.',
  'supervision.newer': 'Newer',
  'supervision.older': 'Older',
  'supervision.previous': 'Previous',
  'supervision.next': 'Next',
  'supervision.page': ({ page, pages }: { page: number; pages: number }) => `Page ${page} of ${pages}`,
  'supervision.paper': 'Mark a week as signed on paper',
  'supervision.paper.title': 'Signed on paper',
  'supervision.paper.intro':
    'Curbside can’t check a signature on paper. These hours count as logged and appear under their own heading.',
  'supervision.paper.date': 'Any day of the week',
  'supervision.paper.none': 'Any day of the week: no entries of that week are waiting to be marked.',
  'supervision.paper.save': 'Mark the week',
  'supervision.paper.saved': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '1 entry was marked as signed on paper.', other: '# entries were marked as signed on paper.' }),

  'supervision.sign': 'Sign hours',
  'supervision.sign.summary': 'Hours to sign',
  'supervision.sign.of': 'Hours submitted by',
  'supervision.sign.more': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '1 more entry comes after these.', other: '# more entries come after these.' }),
  'supervision.sign.meaning':
    'By signing you confirm that, to your knowledge, these entries are correct. Signed entries can’t be changed.',
  'supervision.sign.all': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: 'Sign this entry', other: 'Sign all # entries' }),
  'supervision.sign.confirm': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: 'Sign this entry? It can’t be changed afterward.',
      other: 'Sign these # entries? They can’t be changed afterward.',
    }),
  'supervision.sign.one': 'Sign',
  'supervision.signed': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '1 entry was signed.', other: '# entries were signed.' }),
  'supervision.nothingToSign': 'No entries are waiting for your signature.',
  'supervision.waiting': ({ n, role }: { n: number; role: Role }, { plural }: Format) =>
    role === 'supervisor'
      ? plural(n, { one: '1 entry is waiting for your signature.', other: '# entries are waiting for your signature.' })
      : plural(n, {
          one: '1 entry is waiting for your supervisor’s signature.',
          other: '# entries are waiting for your supervisor’s signature.',
        }),
  'supervision.batch': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: 'This week 1 entry is waiting for your signature.',
      other: 'This week # entries are waiting for your signature.',
    }),
  'supervision.aging': ({ n, role, long }: { n: number; role: Role; long: boolean }, { plural }: Format) => {
    const waiting = plural(n, { one: '1 entry is waiting.', other: '# entries are waiting.' });
    const since = long ? 'four weeks or more' : 'two weeks or more';
    return role === 'supervisor'
      ? `Hours have been waiting for your signature for ${since}. ${waiting}`
      : `Hours you submitted have been waiting for a signature for ${since}. ${waiting} You may want to bring it up with your supervisor.`;
  },
  'supervision.return': 'Return',
  'supervision.return.title': 'Return this entry',
  'supervision.return.reason': 'Reason',
  'supervision.return.reason.name': ({ reason }: { reason: keyof typeof returnWords }) => returnWords[reason],
  'supervision.return.note': 'Note',
  'supervision.return.note.hint': 'What to change. No client facts.',
  'supervision.return.note.missing': 'Note: say briefly why you’re returning it.',
  'supervision.returned': 'Returned. We let your supervisee know.',
  'supervision.returnedFor': 'Returned:',
  'supervision.returned.home': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '1 log entry was returned to you.', other: '# log entries were returned to you.' }),
};
