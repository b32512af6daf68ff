import type { Format } from '../format.ts';
import { arrives, type Waits } from './arrives.ts';
import { length } from './length.ts';

const methodWords = { live: 'Live observation', cotherapy: 'Co-therapy', recording: 'Recordings' } as const;
const stageWords = { trainee: 'Trainee', associate: 'Associate', licensed: 'Licensed' } as const;
const settingWords = {
  exempt: 'Exempt setting',
  private_practice: 'Private practice',
  clinic: 'Clinic',
  school: 'School',
  hospital: 'Hospital',
  other: 'Other',
} as const;
const whyWords = {
  died: 'They died',
  license: 'They lost their license',
  unreachable: 'They can’t be reached',
  other: 'Other',
} as const;
const unsignableWords = {
  died: 'The supervisor died, so nothing more can be signed here.',
  license: 'The supervisor lost their license, so nothing more can be signed here.',
  unreachable: 'The supervisor can’t be reached, so nothing more can be signed here.',
  other: 'The supervisor can’t sign anymore, so nothing more can be signed here.',
} as const;
const expiredWords = {
  supervisorExpires: 'The supervisor’s license expired on',
  superviseeExpires: 'The supervisee’s license or registration expired on',
} as const;
const changeWords = { new: 'New:', changed: 'Changed:', gone: 'No longer:', same: 'The same:' } as const;
const weekdayWords = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** What an agreement says beyond parties and dates, and what changes it: leave, replacement, other rules, no signature. */
export const supervisionChanges = {
  'supervision.details': 'Details and changes',
  'supervision.details.none': ({ counts }: { counts: boolean }) =>
    counts
      ? 'Nothing is filled in yet. Boards may ask for licenses, settings, and leave.'
      : 'Nothing is filled in yet.',
  'supervision.details.stated': 'As stated by the two of you. Curbside doesn’t check it.',
  'supervision.details.edit': 'Edit details',
  'supervision.details.intro': 'Both of you can see and change these. Fill in what you need.',
  'supervision.details.methods': 'How the supervisor sees the work',
  'supervision.method': ({ method }: { method: keyof typeof methodWords }) => methodWords[method],
  'supervision.details.stage': 'Stage of the supervisee',
  'supervision.stage': ({ stage }: { stage: keyof typeof stageWords }) => stageWords[stage],
  'supervision.details.setting': 'Setting',
  'supervision.setting': ({ setting }: { setting: keyof typeof settingWords }) => settingWords[setting],
  'supervision.details.volunteer': 'The supervisee is a volunteer',
  'supervision.details.supervisorCredential': 'Supervisor’s credential and state',
  'supervision.details.supervisorCredential.hint': 'Such as LMFT, California.',
  'supervision.details.supervisorLicense': 'Supervisor’s license number',
  'supervision.details.supervisorExpires': 'Supervisor’s license expires',
  'supervision.details.superviseeLicense': 'Supervisee’s license or registration number',
  'supervision.details.superviseeExpires': 'Supervisee’s license or registration expires',
  'supervision.details.employer': 'The employer agreed in writing to an outside supervisor',
  'supervision.details.selfEmployed': 'The supervisee isn’t self-employed in this work',
  'supervision.details.video': 'Video supervision judged suitable on',
  'supervision.details.contract': 'Contract approved by the board on',
  'supervision.details.licensed': 'License or registration valid from',
  'supervision.details.licensed.hint':
    'Hours before this date may not count. If your board accepts hours from the degree date, enter that date.',
  'supervision.details.contract.hint': 'Hours before this date may not count.',
  'supervision.details.emergency': 'In an emergency',
  'supervision.details.emergency.hint': 'Whom to reach when your supervisor isn’t available. No client facts.',
  'supervision.details.fee': 'Fee',
  'supervision.details.concerns': 'Concerns and remediation plan',
  'supervision.details.concerns.hint': 'Only the two of you can see it. No client facts. Checked for identifiers.',
  'supervision.details.save': 'Save details',
  'supervision.details.saved': ({ told, waits }: { told: boolean; waits: Waits }) =>
    told ? `Saved. ${arrives('The other person', waits)}` : 'Saved.',
  'supervision.details.expired': ({ name }: { name: keyof typeof expiredWords }) => expiredWords[name],

  'supervision.leave': 'Leave',
  'supervision.leave.add': 'Add leave',
  'supervision.leave.intro': ({ growth }: { growth: boolean }) =>
    growth
      ? 'For time off of the supervisee.'
      : 'For time off of the supervisee. Some boards leave such months out if the supervisor approved the leave in writing.',
  'supervision.leave.from': 'First day away',
  'supervision.leave.to': 'Last day away',
  'supervision.leave.early': 'Last day away: choose a day on or after the first one.',
  'supervision.leave.approvedOn': 'Approved in writing on',
  'supervision.leave.approvedOn.hint': 'Leave empty if there’s no written approval.',
  'supervision.leave.approved': 'Approved in writing on',
  'supervision.leave.notApproved': 'No written approval',
  'supervision.leave.save': 'Save leave',
  'supervision.leave.saved': 'Saved.',
  'supervision.leave.remove': 'Remove',
  'supervision.leave.remove.confirm': 'Remove this leave?',
  'supervision.leave.removed': 'The leave was removed.',
  'refusal.manyLeaves': 'There are already 20 entries of leave here. Remove one first.',

  'supervision.replace': 'Replace this agreement',
  'supervision.replace.intro':
    'A new agreement between the same two people. The current one ends the day before it starts. The other person confirms first.',
  'supervision.replace.early': 'Start date: choose a day after the start of the agreement it replaces.',
  'supervision.replace.purpose':
    'Purpose: professional growth can’t replace another purpose, or the other way around. End this agreement and propose a new one.',
  'supervision.replace.does':
    'This replaces your current agreement, which ends the day before. Unsigned entries from the start date on move to it.',
  'supervision.replace.stays': 'Signed entries stay where they are. Earlier unsigned ones can be signed for 60 days.',
  'refusal.replacePending': 'A replacement for this agreement is already proposed. Confirm or decline that one first.',

  'supervision.unsignable': 'Supervisor can’t sign',
  'supervision.unsignable.title': 'Supervisor can’t sign',
  'supervision.unsignable.intro':
    'Entries no longer wait for a signature. They stay in your log as “Can’t be signed”, and under Documents you get a record of what was signed and what wasn’t.',
  'supervision.unsignable.nobody': 'Nobody signs in their place. Ask your board what it accepts instead.',
  'supervision.unsignable.why': 'What happened',
  'supervision.unsignable.reason': ({ why }: { why: keyof typeof whyWords }) => whyWords[why],
  'supervision.unsignable.is': ({ why }: { why: keyof typeof unsignableWords }) => unsignableWords[why],
  'supervision.unsignable.save': 'Save',
  'supervision.unsignable.saved': 'Saved. Waiting entries can’t be signed now. See Documents for a record to keep.',
  'supervision.signable': ({ role }: { role: 'supervisee' | 'supervisor' }) =>
    role === 'supervisor' ? 'I can sign' : 'They can sign again',
  'supervision.signable.saved': 'Saved. Entries are waiting for a signature again.',
  'refusal.cannotSign': 'In this agreement the supervisor can’t sign anymore. Nothing was changed.',

  'supervision.kept': ({ same }: { same: boolean }) =>
    same ? 'Unchanged since it was locked.' : 'This has changed since it was locked. Ask whoever runs Curbside.',
  'supervision.batchDay': 'Weekly reminder',
  'supervision.batchDay.intro': 'Once a week, at 3 PM, you get a message if hours are waiting for your signature.',
  'supervision.batchDay.day': 'Day',
  'supervision.batchDay.save': 'Save day',
  'supervision.batchDay.saved': ({ day }: { day: number }) =>
    `Saved. You’ll get a message on ${weekdayWords[day] ?? ''}s if hours are waiting.`,
  'supervision.sign.count': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '1 entry', other: '# entries' }),
  'supervision.sign.every.confirm': ({ n, people }: { n: number; people: number }, { plural }: Format) => {
    const of = plural(people, { one: '1 supervisee', other: '# supervisees' });
    return plural(n, {
      one: `Sign 1 entry of ${of}? It’s locked afterward.`,
      other: `Sign # entries of ${of}? They’re locked afterward.`,
    });
  },
  'supervision.sign.changed': 'Nothing was signed: an entry changed in the meantime. This is the current list.',

  'supervision.otherPack': 'What changes with other rules',
  'supervision.otherPack.intro': 'See your hours under another board’s rules. Looking at them changes nothing.',
  'supervision.otherPack.now': 'Now:',
  'supervision.otherPack.hours': ({ now, under }: { now: number | null; under: number }, format: Format) =>
    now === null ? length(under, format) : `${length(now, format)} now, ${length(under, format)} then`,
  'supervision.otherPack.moved': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: '1 entry was logged in a category these rules don’t have. It’s counted in the first of its type.',
      other: '# entries were logged in categories these rules don’t have. They’re counted in the first of their type.',
    }),
  'supervision.otherPack.left': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: '1 entry fits no category of these rules and isn’t counted.',
      other: '# entries fit no category of these rules and aren’t counted.',
    }),
  'supervision.otherPack.change': ({ change }: { change: keyof typeof changeWords }) => changeWords[change],
  'supervision.otherPack.was': 'Before:',
  'supervision.otherPack.same': 'Every rule is the same.',
  'supervision.otherPack.unchanged': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '1 rule stays the same.', other: '# rules stay the same.' }),
  'supervision.otherPack.propose': 'Propose these rules',
  'supervision.otherPack.others': 'Other rules',
};
