import type { Format } from '../format.ts';

/** What a date is called where something is said about it: as its field is, so that nobody looks at another one. */
const dateFields = {
  date: 'Date',
  followUp: 'Follow-up date',
  away: 'First day away',
  paused: 'First day paused',
  back: 'First day back',
  awayUntil: 'Last day away',
  first: 'First day',
  last: 'Last day',
  start: 'Start date',
  approved: 'Approved in writing on',
  firstMeeting: 'First meeting',
  nextMeeting: 'Next meeting',
  nextEvaluation: 'Next evaluation',
  notice: 'First day you won’t sign for',
  since: 'Asked from',
  until: 'Asked until',
} as const;
type DateField = keyof typeof dateFields;

/** Forms, refusals and other sentences that every feature shares. */
export const general = {
  'draft.overtaken':
    'This changed since the preview you pressed was shown. Nothing more was sent or saved. This is how it stands now.',
  'erasure.pending':
    'Curbside can’t read it anymore. Older files on disk couldn’t be cleaned yet and may still hold it: Curbside tries again at least every hour.',
  'form.pleaseCheck': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: 'Please fix the highlighted field. Nothing you typed was lost.',
      other: 'Please fix the highlighted fields. Nothing you typed was lost.',
    }),
  'field.required': 'Required.',
  'field.requiredMark': '(required)',
  'field.tooShort': ({ min }: { min: number }) => `Enter at least ${min} characters.`,
  'field.identifiers': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: '1 possible identifier was replaced. Read what is left, then save again.',
      other: '# possible identifiers were replaced. Read what is left, then save again.',
    }),
  'field.tooLong': ({ max }: { max: number }) => `Shorten this to ${max} characters or fewer.`,
  'field.choose': 'Choose one of the options.',
  'form.confirm': 'Please check how we read the highlighted fields. Nothing is saved until you confirm.',
  'field.zone': 'We don’t know this time zone. Enter a city or zone, such as Chicago, Eastern, or Pacific.',
  'field.zoneAsk': ({ cities }: { cities: readonly string[] }) =>
    `Did you mean ${cities.join(' or ')}? We filled in ${cities[0]}. Continue, or enter another city.`,
  'field.date.unclear': ({ field }: { field: DateField }) =>
    `${dateFields[field]}: enter a date such as Mar 9, 2026, or “today” or “Thursday”.`,
  'field.date.impossible': ({ field }: { field: DateField }) =>
    `${dateFields[field]}: this date doesn’t exist. Enter a date such as Mar 9, 2026, or 3/9/2026.`,
  'field.date.year': ({ field }: { field: DateField }) => `${dateFields[field]}: add the year, such as Mar 9, 2026.`,
  'field.date.next': ({ field }: { field: DateField }) =>
    `${dateFields[field]}: “next” could mean this week or the week after. We filled in the sooner date. Continue, or change it.`,
  'field.clock': 'Enter a time such as 6:00 PM, 8:30 am, or 18:00.',
  'field.clockHalf': 'Morning or afternoon? We filled in PM. Continue, or change it to AM.',
  'field.minutesWords': 'Minutes: enter a number from 1 to 480, or a length such as 1.5h or 1h 15m.',
  'field.minutesZero': 'Minutes: enter at least 1 and at most 480, or a length such as 1.5h or 1h 15m.',
  'field.minutesNegative': ({ have }: { have: number }) =>
    `Minutes: ${have} is less than zero. Enter 1 to 480, or a length such as 1.5h or 1h 15m.`,
  'field.minutesMany': ({ have }: { have: number }) =>
    `Minutes: ${have} is more than 8 hours. Enter 1 to 480, or a length such as 1.5h or 1h 15m.`,
  'field.minutesRead': ({ minutes }: { minutes: number }) =>
    `Minutes: we read this as ${minutes} minutes. Correct it, or continue.`,
  'refusal.unknownCommand':
    'We didn’t recognize this button or command. It may be from another version, or incomplete. Run /curbside help to see all commands.',
  'refusal.storeUnavailable':
    'Curbside can’t save anything right now. Nothing was posted or saved, and the problem was logged. Please keep your text and try again later.',
  'refusal.noGroup':
    'There is no consultation group here yet. Whoever manages this workspace or server can start one by running /curbside setup in its channel.',
  'refusal.whichGroup':
    'There is more than one group here, and you haven’t joined one yet. Run this in the channel of the group you want to join.',
  'choose.summary': 'You are in more than one group. Which one do you mean?',
  'choose.this': 'This one',
  'choose.since': 'since',
  'refusal.featureOff': 'This feature is off in this group. An owner can turn it on in /curbside settings.',
  'refusal.ownersOnly': 'Only this group’s owners can do this. Run /curbside status to see who they are.',
  'refusal.managersOnly': 'Only someone who manages this workspace or server can do this. Ask them to run it.',
  'refusal.gone': 'This is no longer here. Run /consult list to see open questions.',
  'refusal.notYours': 'Only the person who wrote this can do that.',
  'refusal.draftGone': 'This draft was posted or discarded, or has expired. Run /consult mine to see what you have.',
  'refusal.wordsGone':
    'Your draft is still here, but the words you typed are no longer in memory, so we can’t show what was replaced. Edit the draft to change it.',
  'refusal.draftChanged':
    'This preview is out of date because the draft has changed. Nothing was posted. Run /consult mine to open the latest one.',
  'refusal.notThereYet': 'Your question hasn’t appeared yet. Please try again once it’s in the channel.',
  'refusal.lookFirst': 'Nothing was posted. First check that hidden words are still hidden.',
  'refusal.longMessage':
    'This message is too long to check. Nothing was scanned. Check it in parts of up to 40,000 characters.',
  'refusal.otherTick': 'Confirm that you read the parts that aren’t in English before posting.',
  'refusal.englishOnly': 'This group takes posts in English only. Nothing was posted. Edit the text to post it.',
  'refusal.attestFirst': 'Check the confirmation box before posting.',
  'refusal.closed': 'This consultation is closed. If you wrote a record, you can find it with /consult records.',
  'refusal.reopenLate':
    'A consultation can be reopened for 24 hours after it was closed. Run /consult ask to start a new one.',
  'refusal.openAgain': 'This consultation is open again, so there is no outcome to share yet. Nothing was posted.',
  'refusal.hiddenNow': 'This question is hidden until its author edits it. Nothing was posted.',
  'refusal.barredNow':
    'Your anonymous posts are paused in this group. You can post under your name; run /consult mine to open the draft.',
  'refusal.recordIncomplete':
    'A finished record needs the question, your decision, and your rationale. Open it, add them, then finish it.',
  'refusal.recordFinal': 'This record is locked and can’t be changed. You can add an amendment.',
  'refusal.sameText': 'The text hasn’t changed. Change or remove what may identify a person, then post it.',
  'refusal.joinThere': 'You haven’t joined this group. To join a group, run /consult in its channel.',
  'refusal.setupAgain':
    'Curbside was removed from here and added again. Whoever manages this workspace or server needs to run /curbside setup first. Your own records are kept for 30 days.',
  'refusal.tooManyDrafts': 'You already have 20 drafts. Post or discard one in /consult mine first.',
  'trouble.summary': 'Something went wrong on our side',
  'trouble.text': ({ token }: { token: string }) =>
    `Something went wrong on our side. Nothing was posted or saved. If you report it, include the code ${token}.`,
  'command.consult': 'Ask your colleagues, log a consultation, and see open questions and your own',
  'command.checkin': 'Your own check-ins; nobody else sees them',
  'command.supervision': 'Supervision pairs, hours, and sign-off',
  'command.experts': 'Find a colleague to ask, and list what you can be asked about',
  'command.meeting': 'Meetings: the next one, its agenda, and what you bring',
  'command.curbside': 'Setup, help, agreement, settings, privacy, and status',
  'word.dot': '·',
  'word.period': '.',
  'word.in': 'in',
  'word.comma': ',',
  'word.semicolon': ';',
  'word.yes': 'Yes',
  'word.no': 'No',
  'word.back': 'Back',
  'word.edit': 'Edit',
  'word.save': 'Save',
  'word.open': 'Open',
  'word.place': 'a channel',
  'word.colleague': 'a colleague',
  'word.someone': 'a former member',
  'word.cancel': 'Cancel',
};
