/** Forms, refusals and other sentences that every feature shares. */
export const general = {
  'form.pleaseCheck': 'Please fix the highlighted fields. Nothing you typed was lost.',
  'field.required': 'Required.',
  'field.tooShort': ({ min }: { min: number }) => `Please enter at least ${min} characters.`,
  'field.tooLong': ({ max }: { max: number }) => `Please shorten this to ${max} characters or fewer.`,
  'field.choose': 'Choose one of the options.',
  'field.zone': 'We don’t know this time zone. Choose one from the list, such as America/New_York.',
  'field.date': 'Enter the date as year-month-day, such as 2026-03-09, or “today” or “yesterday”.',
  'field.clock': 'Enter the time as 08:30 or 18:00.',
  'field.minutesWords': 'Minutes: enter a number from 1 to 480, or a length such as 1.5h.',
  'field.minutesZero': 'Minutes: enter at least 1 and at most 480, or a length such as 1.5h.',
  'field.minutesNegative': ({ have }: { have: number }) =>
    `Minutes: ${have} is below zero. Enter 1 to 480, or a length such as 1.5h.`,
  'field.minutesMany': ({ have }: { have: number }) =>
    `Minutes: ${have} is more than 8 hours. Enter 1 to 480, or a length such as 1.5h.`,
  'field.minutesRead': ({ minutes }: { minutes: number }) =>
    `We read this as ${minutes} minutes. Correct it, or continue.`,
  'form.confirmMinutes': ({ minutes }: { minutes: number }) =>
    `Minutes: we read this as ${minutes} minutes. Nothing is saved until you confirm.`,
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
  'refusal.draftChanged':
    'This preview is out of date because the draft has changed. Nothing was posted. Run /consult mine to open the latest one.',
  'refusal.lookFirst': 'Check the text for words you hid first. Nothing was posted.',
  'refusal.attestFirst': 'Check the confirmation box before posting.',
  'refusal.closed': 'This consultation is closed. If you wrote a record, you can find it with /consult records.',
  'refusal.hiddenNow': 'This question is hidden until its author edits it. Nothing was posted.',
  'refusal.mutedNow':
    'Anonymous posting is paused for you in this group after an owner reviewed a post. You can post under your name; run /consult mine to open the draft.',
  'refusal.recordIncomplete':
    'A finished record needs the question, your decision, and your rationale. Open it, add them, then finish it.',
  'refusal.recordFinal': 'This record is final and can’t be changed. You can add an amendment.',
  'refusal.sameText': 'The text hasn’t changed. Change or remove what may identify a person, then post it.',
  'refusal.joinThere': 'You join this group in its own channel. Run /consult there.',
  'refusal.setupAgain':
    'Curbside was removed from here and added again. Whoever manages this workspace or server needs to run /curbside setup first. Your own records are kept for 30 days.',
  'refusal.soleOwner':
    'You are the only owner of a group here. Add another owner in /curbside settings first, then erase your data.',
  'refusal.tooManyDrafts': 'You already have 20 drafts. Post or discard one in /consult mine first.',
  'trouble.summary': 'Something went wrong on our side',
  'trouble.text': ({ token }: { token: string }) =>
    `Something went wrong on our side. Nothing was posted or saved. If you report it, include the code ${token}.`,
  'word.dot': '·',
  'word.yes': 'Yes',
  'word.no': 'No',
  'word.back': 'Back',
  'word.open': 'Open',
  'word.place': 'a channel',
  'word.cancel': 'Cancel',
};
