import type { Format } from '../format.ts';

const roleWords = { supervisee: 'Supervisee', supervisor: 'Supervisor' } as const;
type Role = keyof typeof roleWords;
const myRoleWords = { supervisee: 'I’m the supervisee', supervisor: 'I’m the supervisor' } as const;
const purposeWords = { licensure: 'Licensure', certification: 'Certification', growth: 'Professional growth' } as const;
const modalityWords = { individual: 'Individual', triadic: 'Triadic', group: 'Group' } as const;
const formatWords = { in_person: 'In person', video: 'Video', phone: 'Phone' } as const;
const typeWords = { direct: 'Direct', indirect: 'Indirect', supervision: 'Supervision' } as const;
const plainWords = {
  direct: 'Time with clients',
  indirect: 'Other professional work',
  supervision: 'Supervision',
} as const;
const endWords = {
  completed: 'Hours or goals completed',
  supervisor: 'Supervisor left',
  supervisee: 'Supervisee left',
  setting: 'Change of setting',
  other: 'Other',
} as const;
const statusWords = { proposed: 'Waiting for confirmation', active: 'Active', ended: 'Ended' } as const;
const entryWords = {
  draft: 'Draft',
  submitted: 'Waiting for signature',
  signed: 'Signed',
  returned: 'Returned',
  void: 'Void',
  noted: 'Logged',
  paper: 'Signed on paper (not checked by Curbside)',
} as const;
const savedWords = {
  draft: 'Saved as a draft. It isn’t submitted yet.',
  submitted: 'Submitted for signature.',
  signed: 'Signed.',
  returned: 'Returned.',
  void: 'Voided.',
  noted: 'Logged.',
} as const;
const returnWords = {
  time: 'Wrong time',
  category: 'Wrong category',
  session: 'Not my session',
  adequate: 'Not adequate supervision',
  other: 'Other',
} as const;
const letterWords = {
  confirmed: 'Your supervision agreement was confirmed by',
  declined: 'Your proposed supervision agreement was declined by',
  withdrawn: 'A proposed supervision agreement was withdrawn by',
  ended: 'Your supervision agreement was ended by',
  left: 'Someone you have a supervision agreement with left, so the agreement ended today. What was signed stays readable to you.',
  notice: 'Notice not to sign further hours was given by',
} as const;
type Letter = keyof typeof letterWords;
const fieldWords = { topics: 'Topics', note: 'Note' } as const;
const ruleStatusWords = {
  primary: 'Read in the board’s own text',
  secondary: 'Read in another source',
  gk: 'Not checked by Curbside: general knowledge',
  unsure: 'Not checked by Curbside: sources differ or are old',
} as const;
const warningWords = {
  longEntry: 'Longer than 12 hours',
  twice: 'The same entry appears more than once',
  beforeEffective: 'Before these rules took effect',
  afterEffective: 'After these rules ended',
  format: 'Supervision in a format these rules don’t allow',
  groupSize: 'Supervision group larger than allowed',
  shortSession: 'Supervision session shorter than required',
} as const;

const length = (minutes: number): string => {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60];
  return h === 0 ? `${m} min` : m === 0 ? `${h} h` : `${h} h ${m} min`;
};

type RuleResult = 'met' | 'short' | 'over' | 'not_checked';
type RuleUnit = 'minutes' | 'percent' | 'weeks' | 'months' | 'count';

/** Supervision: agreements, hours, sign-off, totals. */
export const supervision = {
  'supervision.help.pair': 'Propose a supervision agreement with a supervisor or supervisee',
  'supervision.help.log': 'Log supervised hours or a supervision session',
  'supervision.help.sign': 'Sign or return the hours your supervisees submitted',
  'supervision.help.totals': 'See your hours and what is short this week',
  'supervision.help.records': 'See your supervision agreements and entries',
  'supervision.help.notice': 'Give notice that you won’t sign further hours',
  'supervision.task.hours': 'Log supervised hours',
  'supervision.task.pair': 'Set up supervision and see your entries',
  'supervision.task.sign': 'Sign your supervisees’ hours',
  'supervision.text': ({ text }: { text: string }) => text,

  'supervision.pair.title': 'Supervision agreement',
  'supervision.pair.intro':
    'The other person gets a private message and confirms. Only the two of you can see the agreement and its entries.',
  'supervision.pair.role': 'Your role',
  'supervision.role': ({ role }: { role: Role }) => myRoleWords[role],
  'supervision.pair.other': 'The other person',
  'supervision.pair.other.self': 'The other person: choose one person who isn’t you.',
  'supervision.pair.other.twice': 'The other person: you already have an open agreement with them.',
  'supervision.pair.other.supervisee': 'The other person: choose your supervisee.',
  'supervision.pair.other.missing':
    'The other person: choose your supervisor, or enter their name below if they don’t use Curbside.',
  'supervision.pair.outside': 'Supervisor who doesn’t use Curbside',
  'supervision.pair.outside.hint': 'Name and credential. They sign on paper, which Curbside can’t check.',
  'supervision.pair.outside.both': 'Supervisor who doesn’t use Curbside: leave this empty if you chose a person above.',
  'supervision.purpose': 'Purpose',
  'supervision.purpose.name': ({ purpose }: { purpose: keyof typeof purposeWords }) => purposeWords[purpose],
  'supervision.pack': 'Rules',
  'supervision.pack.none': 'My board isn’t listed',
  'supervision.pack.hint': 'Not needed for professional growth. Examples only: check with your board.',
  'supervision.pack.error': 'Rules: choose the rules you log hours under, or “My board isn’t listed”.',
  'supervision.modalities': 'Format of supervision',
  'supervision.modality': ({ modality }: { modality: keyof typeof modalityWords }) => modalityWords[modality],
  'supervision.sites': 'Work sites',
  'supervision.sites.hint': 'One per line, such as the clinic or practice where you work.',
  'supervision.sites.error': 'Work sites: enter from 1 to 10 lines of up to 80 characters.',
  'supervision.startsOn': 'Start date',
  'supervision.endsOn': 'Last day',
  'supervision.frequency': 'How often you meet',
  'supervision.frequency.hint': 'Optional, such as “Weekly, one hour”.',
  'supervision.pair.save': 'Propose agreement',
  'supervision.proposed': ({ here }: { here: boolean }) =>
    here ? 'Proposed. Hours can be logged once the other person confirms.' : 'Saved. You can log hours now.',
  'supervision.agreement.summary': 'Supervision agreement',
  'supervision.party': ({ role }: { role: Role }) => roleWords[role],
  'supervision.outside.name': 'Doesn’t use Curbside (see below)',
  'supervision.outside': 'Supervisor, as entered by the supervisee',
  'supervision.status': 'Status',
  'supervision.agreement.status': ({ status }: { status: keyof typeof statusWords }) => statusWords[status],
  'supervision.confirmedAt': 'Confirmed',
  'supervision.confirm.ask': 'Read it, then confirm or decline. You can end it at any time.',
  'supervision.confirm.waits': 'The other person hasn’t confirmed yet.',
  'supervision.confirm': 'Confirm agreement',
  'supervision.confirmed': 'Confirmed. Hours can be logged now.',
  'supervision.decline': 'Decline',
  'supervision.withdraw': 'Withdraw proposal',
  'supervision.decline.confirm': 'Remove this proposal? Nothing of it is kept.',
  'supervision.declined': 'The proposal was removed.',
  'supervision.pairOnly': 'Only the two of you can see this. Group owners see how many agreements there are.',
  'supervision.review': 'Review',
  'supervision.propose': 'Propose an agreement',
  'supervision.mine.summary': 'Your supervision agreements',
  'supervision.mine.none': 'You have no supervision agreement yet.',
  'supervision.choose': 'Which agreement?',
  'supervision.choose.this': 'Choose',

  'supervision.letter.summary': 'Supervision',
  'supervision.letter.proposal': ({ role }: { role: Role }) =>
    role === 'supervisee'
      ? 'You were named as supervisor in a proposed supervision agreement by'
      : 'You were named as supervisee in a proposed supervision agreement by',
  'supervision.letter': ({ about }: { about: Letter }) => letterWords[about],
  'supervision.letter.date': ({ about }: { about: Letter }) =>
    about === 'notice' ? 'It applies to hours from this day:' : 'Last day:',
  'supervision.letter.returned': 'An entry in your supervision log was returned by',

  'supervision.end': 'End agreement',
  'supervision.end.title': 'End this agreement',
  'supervision.end.intro': ({ signed }: { signed: boolean }) =>
    signed
      ? 'Entries up to the last day can still be signed for 60 days after it. What was signed stays readable to both of you.'
      : 'What was logged stays readable to both of you.',
  'supervision.end.early': 'Last day: choose a day on or after the start date.',
  'supervision.endReason': 'Reason',
  'supervision.endReason.name': ({ reason }: { reason: keyof typeof endWords }) => endWords[reason],
  'supervision.ended': 'The agreement has a last day now. The other person was told.',

  'supervision.notice': 'Give notice',
  'supervision.notice.title': 'Notice not to sign',
  'supervision.notice.intro': 'From this day on, hours can’t be submitted to you. Your supervisee is told right away.',
  'supervision.notice.goodFaith':
    'Hours gained in good faith before that day are still to be signed (California; check with your board).',
  'supervision.notice.from': 'First day you won’t sign for',
  'supervision.notice.early': ({ days }: { days: number }, { plural }: Format) =>
    plural(days, {
      one: 'First day you won’t sign for: choose a day at least # day from today.',
      other: 'First day you won’t sign for: choose a day at least # days from today.',
    }),
  'supervision.notice.save': 'Give notice',
  'supervision.notice.saved': 'Notice given. Your supervisee was told.',
  'supervision.notice.given': 'The supervisor gave notice not to sign hours from this day on:',

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
  'supervision.minutes.hint': 'From 1 to 720, or a length such as 1.5h or 1h 15m',
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
  'supervision.format': 'Met',
  'supervision.format.hint': 'For supervision sessions.',
  'supervision.format.name': ({ format }: { format: keyof typeof formatWords }) => formatWords[format],
  'supervision.groupSize': 'Supervisees in the group',
  'supervision.groupSize.hint': 'For group supervision, from 3 to 12.',
  'supervision.groupSize.error': 'Supervisees in the group: enter a number from 3 to 12.',
  'supervision.people': ({ n }: { n: number }, { number }: Format) => number(n),
  'supervision.start': 'Start time',
  'supervision.start.hint': 'Optional, such as 2:30 PM. It helps to find overlaps.',
  'supervision.start.overlap':
    'Start time: this overlaps another entry that day. Change the time, the minutes, or the date.',
  'supervision.topics': 'Topics',
  'supervision.topics.hint': 'Optional. No client facts. Checked for identifiers before anything is saved.',
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
  'supervision.length': ({ minutes }: { minutes: number }) => length(minutes),
  'supervision.late': 'Late entry',
  'supervision.late.entry': 'Late entry: logged more than 14 days after its date, on',
  'supervision.longDay': 'More than 12 hours are logged on this day. Check them.',
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
    'Curbside can’t check a signature on paper. These hours count as logged and stand under their own heading.',
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
  'supervision.aging': ({ n, role }: { n: number; role: Role }, { plural }: Format) =>
    role === 'supervisor'
      ? plural(n, {
          one: 'Hours have been waiting for your signature for 28 days. 1 entry is waiting.',
          other: 'Hours have been waiting for your signature for 28 days. # entries are waiting.',
        })
      : plural(n, {
          one: 'Hours you submitted have been waiting for a signature for two weeks or more. 1 entry is waiting. You may want to bring it up with your supervisor.',
          other:
            'Hours you submitted have been waiting for a signature for two weeks or more. # entries are waiting. You may want to bring it up with your supervisor.',
        }),
  'supervision.return': 'Return',
  'supervision.return.title': 'Return this entry',
  'supervision.return.reason': 'Reason',
  'supervision.return.reason.name': ({ reason }: { reason: keyof typeof returnWords }) => returnWords[reason],
  'supervision.return.note': 'Note',
  'supervision.return.note.hint': 'What to change. No client facts.',
  'supervision.return.note.missing': 'Note: say in a few words why you return it.',
  'supervision.returned': 'Returned. Your supervisee was told.',
  'supervision.returnedFor': 'Returned:',
  'supervision.returned.home': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '1 log entry was returned to you.', other: '# log entries were returned to you.' }),

  'supervision.totals': 'Totals',
  'supervision.totals.summary': 'Your hours',
  'supervision.totals.logged': 'Logged',
  'supervision.totals.signed': 'Signed',
  'supervision.totals.likely': 'Likely to count',
  'supervision.totals.paper': 'Signed on paper (not checked by Curbside)',
  'supervision.totals.noConsultation':
    'Consultation isn’t supervision, so consultation minutes aren’t included in any of these totals.',
  'supervision.totals.example': 'These rules are an example. Check with your board. Read on',
  'supervision.totals.unchecked': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: '1 rule isn’t checked by Curbside. Open Rules to see it.',
      other: '# rules aren’t checked by Curbside. Open Rules to see them.',
    }),
  'supervision.totals.noPack': 'No rules are checked: this agreement names no board Curbside knows.',
  'supervision.hours': ({ hours }: { hours: string }) => `${hours} h`,
  'supervision.three': ({ logged, signed, likely }: { logged: string; signed: string; likely: string }) =>
    `${logged} h logged, ${signed} h signed, ${likely} h likely to count`,
  'supervision.type': ({ type }: { type: keyof typeof typeWords }) => typeWords[type],
  'supervision.to': 'to',
  'supervision.chart': 'Hours logged per week',
  'supervision.chart.alt': ({ weeks, values }: { weeks: number; values: string }) =>
    `Hours logged per week, ${weeks} weeks, oldest first: ${values}`,
  'supervision.short.title': 'Short so far, and you can still make it up',
  'supervision.short.supervision': ({ minutes }: { minutes: number }) =>
    `${length(minutes)} more of individual supervision by`,
  'supervision.short.minutes': ({ minutes }: { minutes: number }) => `${length(minutes)} more by`,
  'supervision.short.other': 'Not met yet. The period ends',
  'supervision.over': 'Above the limit. The period ends',
  'supervision.atRisk.title': 'At risk of not counting',
  'supervision.progress.title': 'Toward the totals',
  'supervision.progress': ({ have, need }: { have: string; need: string }) => `${have} of ${need} h likely to count`,
  'supervision.cushion': ({ hours }: { hours: string }) => `Cushion: ${hours} h`,
  'supervision.warnings.title': 'Worth a look',
  'supervision.warning': ({ about }: { about: keyof typeof warningWords }) => warningWords[about],
  'supervision.rules': 'Rules',
  'supervision.rule.result': (
    { result, have, need, unit }: { result: RuleResult; have: number; need: number; unit: RuleUnit },
    { number }: Format,
  ) => {
    const of =
      unit === 'minutes'
        ? `${length(Math.round(have))} of ${length(Math.round(need))}`
        : `${number(have)} of ${number(need)}`;
    if (result === 'not_checked') return 'Not checked';
    return result === 'met' ? `Met (${of})` : result === 'short' ? `Short (${of})` : `Above the limit (${of})`;
  },
  'supervision.rule.status': ({ status }: { status: keyof typeof ruleStatusWords }) => ruleStatusWords[status],
  'supervision.applying': 'Application date',
  'supervision.applying.title': 'When will you apply?',
  'supervision.applying.intro':
    'These rules go by the date of your application, for all of your hours. Without a date, the rules in force today are used.',
  'supervision.applying.date': 'Application date',
  'supervision.applying.save': 'Save date',
  'supervision.applying.saved': 'Saved. These totals use the rules in force on that date.',
  'supervision.status.agreements': 'Supervision agreements',
  'supervision.status.waiting': 'Hours entries waiting for a signature',

  'refusal.noAgreement':
    'This supervision agreement isn’t here, or isn’t yours. Run /supervision records to see yours.',
  'refusal.noEntry': 'This entry isn’t here, or isn’t yours. Run /supervision records to see your entries.',
  'refusal.supervisorOnly': 'Only the supervisor in this agreement can do this.',
  'refusal.superviseeOnly': 'Only the supervisee in this agreement can do this.',
  'refusal.confirmOther': 'The other person confirms this agreement.',
  'refusal.agreementActive': 'This agreement was confirmed already. You can end it in /supervision records.',
  'refusal.agreementEnded': 'This agreement has a last day already, or isn’t confirmed yet.',
  'refusal.noSupervisor': 'You have no open supervision agreement. Run /supervision pair to propose one.',
  'refusal.noSupervisees': 'You have no open agreement in which you sign hours. Run /supervision pair to propose one.',
  'refusal.notConfirmed': 'The other person hasn’t confirmed this agreement yet. Nothing was saved.',
  'refusal.entrySigned': 'A signed or void entry can’t be changed. You can correct a signed one with a new entry.',
  'refusal.entryCorrected': 'A correction of this entry is waiting already. Nothing was saved.',
  'refusal.entryVoid': 'This entry is void: another one replaced it.',
  'refusal.entryNotWaiting': 'This entry isn’t waiting for a signature any more.',
  'refusal.entryChanged': 'This entry was changed since you opened it. Nothing was signed. Open it again.',
  'refusal.afterNotice': 'Notice not to sign covers this day. Nothing was signed or submitted.',
  'refusal.graceOver': 'Entries can be signed for up to 60 days after the last day. That time is over.',
  'refusal.signedHere': 'Only hours with a supervisor who doesn’t use Curbside can be marked as signed on paper.',
  'refusal.noTotals': 'You have no supervision agreement with totals. Run /supervision records to see what you logged.',
};
