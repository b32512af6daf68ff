import type { Format } from '../format.ts';
import { arrives, type Waits } from './arrives.ts';

const roleWords = { supervisee: 'Supervisee', supervisor: 'Supervisor' } as const;
type Role = keyof typeof roleWords;
const myRoleWords = { supervisee: 'I’m the supervisee', supervisor: 'I’m the supervisor' } as const;
const purposeWords = { licensure: 'Licensure', certification: 'Certification', growth: 'Professional growth' } as const;
const modalityWords = { individual: 'Individual', triadic: 'Triadic', group: 'Group' } as const;
const endWords = {
  completed: 'Hours or goals completed',
  supervisor: 'Supervisor left',
  supervisee: 'Supervisee left',
  setting: 'Change of setting',
  other: 'Other',
  replaced: 'Replaced by a new agreement',
} as const;
const statusWords = { proposed: 'Waiting for confirmation', active: 'Active', ended: 'Ended' } as const;
/** What the other person did; their name stands before it. */
const letterWords = {
  confirmed: 'confirmed your supervision agreement.',
  declined: 'declined the supervision agreement you proposed.',
  withdrawn: 'withdrew a proposed supervision agreement.',
  ended: 'ended your supervision agreement.',
  left: 'Someone you have a supervision agreement with left, so the agreement ended today. The entries you both can see stay readable to you.',
  gone: 'The supervisor of one of your ended agreements has left.',
  notice: 'gave notice not to sign further hours.',
  details: 'changed details of your supervision agreement.',
  leave: 'changed leave in your supervision agreement.',
  unsignable: 'marked you as no longer able to sign hours. If that’s wrong, open the agreement.',
  signable: 'says your supervision hours can be signed again.',
} as const;
type Letter = keyof typeof letterWords;
/** Until when what is unsigned can still be signed. */
const untilWords = {
  ended: 'Entries can still be signed for 60 days after the last day.',
  left: 'They can still sign for 60 days, if they join the group again. If they can’t, open the agreement to see what you can do.',
  erased: 'Their data was erased, so nothing more can be signed here. Open the agreement to see what you can do.',
  notice: 'Entries from before that day can still be signed.',
} as const;

/** Supervision: agreements, notice, messages about them. */
export const supervision = {
  'supervision.help.pair': 'Propose a supervision agreement with a supervisor or supervisee',
  'supervision.help.log': 'Log supervised hours or a supervision session',
  'supervision.help.sign': 'Sign or return the hours your supervisees submitted',
  'supervision.help.totals': 'See your hours and what is short this week',
  'supervision.help.records': 'See your supervision agreements and entries',
  'supervision.help.notice': 'Give notice that you won’t sign further hours',
  'supervision.task.hours': 'Log supervised hours',
  'supervision.task.redeem': 'Get your supervision entries from another community',
  'supervision.task.pair': 'Set up supervision and see your entries',
  'supervision.task.sign': 'Sign your supervisees’ hours',
  'supervision.text': ({ text }: { text: string }) => text,

  'supervision.pair.title': 'Supervision agreement',
  'supervision.pair.intro':
    'The other person gets a private message, after quiet hours, and confirms. Only the two of you can see the agreement and its entries.',
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
  'supervision.pack.hint': ({ growth }: { growth: boolean }) =>
    `${growth ? 'Not needed for professional growth. ' : ''}Examples only: check with your board.`,
  'supervision.pack.error': 'Rules: choose the rules you log hours under, or “My board isn’t listed”.',
  'supervision.modalities': 'Format of supervision',
  'supervision.modality': ({ modality }: { modality: keyof typeof modalityWords }) => modalityWords[modality],
  'supervision.sites': 'Work sites',
  'supervision.sites.hint': 'One per line, such as the clinic or practice where you work.',
  'supervision.sites.error': 'Work sites: enter from 1 to 10 lines of up to 80 characters.',
  'supervision.sites.private':
    'Work sites: name the clinic, practice, or school only. Leave out people, street addresses, and numbers, and never enter a client’s home or workplace.',
  'supervision.startsOn': 'Start date',
  'supervision.startsOn.far':
    'Start date: enter a date within the last 10 years, or up to a year ahead. Please check the year.',
  'supervision.endsOn': 'Last day',
  'supervision.frequency': 'Meeting frequency',
  'supervision.frequency.hint': 'Such as “Weekly, one hour”.',
  'supervision.pair.save': 'Propose agreement',
  'supervision.proposed': ({ here, waits }: { here: boolean; waits: Waits }) =>
    here
      ? `Proposed. ${arrives('The other person', waits)} Hours can be logged once they confirm.`
      : 'Saved. You can log hours now.',
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
  'supervision.decline.confirm': 'Remove this proposal? Nothing from it is kept.',
  'supervision.declined': 'The proposal was removed.',
  'supervision.pairOnly':
    'Only the two of you can see this. Group owners see only how many agreements there are and how many entries wait.',
  'supervision.review': 'Review',
  'supervision.propose': 'Propose an agreement',
  'supervision.mine.summary': 'Your supervision agreements',
  'supervision.mine.none': 'You have no supervision agreement yet.',
  'supervision.choose': 'Which agreement?',
  'supervision.choose.this': 'Choose',

  'supervision.letter.summary': 'Supervision',
  'supervision.letter.proposal': ({ role }: { role: Role }) =>
    role === 'supervisee'
      ? 'proposed a supervision agreement with you as supervisor.'
      : 'proposed a supervision agreement with you as supervisee.',
  'supervision.letter': ({ about }: { about: Letter }) => letterWords[about],
  'supervision.letter.date': ({ about }: { about: Letter }) =>
    about === 'notice' ? 'It applies to hours from this day:' : 'Last day:',
  'supervision.unsigned': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '1 entry isn’t signed yet.', other: '# entries aren’t signed yet.' }),
  'supervision.unsigned.unsent': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '1 hasn’t been submitted.', other: '# haven’t been submitted.' }),
  'supervision.unsigned.until': ({ by }: { by: keyof typeof untilWords }) => untilWords[by],
  'supervision.letter.returned': 'returned an entry in your supervision log.',

  'supervision.end': 'End agreement',
  'supervision.end.title': 'End this agreement',
  'supervision.end.intro': ({ signed }: { signed: boolean }) =>
    signed
      ? 'Entries up to the last day can still be signed for 60 days after it. What was signed stays readable to both of you.'
      : 'What was logged stays readable to both of you.',
  'supervision.end.early': 'Last day: choose a day on or after the start date.',
  'supervision.endReason': 'Reason',
  'supervision.endReason.name': ({ reason }: { reason: keyof typeof endWords }) => endWords[reason],
  'supervision.ended': ({ waits }: { waits: Waits }) =>
    `The agreement’s last day is set. ${arrives('The other person', waits)}`,

  'supervision.notice': 'Give notice',
  'supervision.notice.title': 'Notice not to sign',
  'supervision.notice.intro': 'From this day on, hours can’t be submitted to you. Your supervisee gets a message.',
  'supervision.notice.goodFaith':
    'Hours earned in good faith before that day still have to be signed (California; check with your board).',
  'supervision.notice.from': 'First day you won’t sign for',
  'supervision.notice.early': ({ days }: { days: number }, { plural }: Format) =>
    plural(days, {
      one: 'First day you won’t sign for: choose a day at least # day from today.',
      other: 'First day you won’t sign for: choose a day at least # days from today.',
    }),
  'supervision.notice.save': 'Give notice',
  'supervision.notice.saved': ({ waits }: { waits: Waits }) => `Notice given. ${arrives('Your supervisee', waits)}`,
  'supervision.notice.given': 'The supervisor gave notice not to sign hours from this day on:',
};
