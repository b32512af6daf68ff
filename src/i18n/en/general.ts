/** Forms, refusals and other sentences that every feature shares. */
export const general = {
  'form.pleaseCheck':
    'Nothing was saved yet. Something needs another look, marked below; everything you typed is still here.',
  'field.required': 'This one is needed to go on.',
  'field.tooShort': ({ min }: { min: number }) => `A little more, please: at least ${min} characters.`,
  'field.tooLong': ({ max }: { max: number }) => `Shorten this to ${max} characters or fewer.`,
  'field.choose': 'Choose one of the options.',
  'field.zone': 'This is not a time zone we know. Choose one from the list, for example America/New_York.',
  'field.date': 'Write the date as year-month-day, for example 2026-03-09, or “today” or “yesterday”.',
  'field.clock': 'Write the time as 08:30 or 18:00.',
  'field.minutesWords': 'Minutes: enter a number from 1 to 480, or something like 1.5h.',
  'field.minutesZero': 'Minutes: 0 is not a length. Enter 1 to 480, or something like 1.5h.',
  'field.minutesNegative': ({ have }: { have: number }) =>
    `Minutes: ${have} is below zero. Enter 1 to 480, or something like 1.5h.`,
  'field.minutesMany': ({ have }: { have: number }) =>
    `Minutes: ${have} is more than 8 hours. Enter 1 to 480, or something like 1.5h.`,
  'field.minutesRead': ({ minutes }: { minutes: number }) =>
    `We read this as ${minutes} minutes. Correct it, or go on.`,
  'form.confirmMinutes': ({ minutes }: { minutes: number }) =>
    `Minutes: we read this as ${minutes} minutes. Nothing is saved until you confirm.`,
  'refusal.unknownCommand':
    'This button or command is from another version, or something was left out. Run /curbside help to see what there is.',
  'refusal.storeUnavailable':
    'Curbside cannot save anything right now, so nothing was posted and nothing was saved. Whoever runs it has been told in its log. Please keep your text and try again later.',
  'refusal.noGroup':
    'There is no consultation group here yet. Whoever manages this workspace or server can start one with /curbside setup in its channel.',
  'refusal.whichGroup':
    'There is more than one group here, and you are in none yet. Run this in the channel of the group that you want to join.',
  'choose.summary': 'You are in more than one group. Which one do you mean?',
  'choose.this': 'This one',
  'choose.since': 'since',
  'refusal.featureOff': 'This group has not switched this on. Its owners can, under /curbside settings.',
  'refusal.ownersOnly': 'Only the owners of this group can do this. /curbside status says who they are.',
  'refusal.managersOnly': 'Only somebody who manages this workspace or server can do this. Ask them to run it.',
  'refusal.gone': 'This is not there any more. /consult list shows what is open.',
  'refusal.notYours': 'Only the person who wrote this can do that.',
  'refusal.draftGone': 'This draft was posted or discarded, or has run out. /consult mine shows what you have.',
  'refusal.draftChanged':
    'This preview is an older one; the draft has changed since. Nothing was posted. Open the newest under /consult mine.',
  'refusal.attestFirst':
    'Before it can be posted, tick the line that you know of nothing here by which a colleague could recognise this person.',
  'refusal.closed': 'This consultation is closed. Its record, if you wrote one, is under /consult records.',
  'refusal.hiddenNow': 'This question is hidden until the person who asked has mended it. Nothing was posted.',
  'refusal.mutedNow':
    'Posting anonymously is paused for you in this group, after a post that an owner looked at. You can post under your name; the draft is under /consult mine.',
  'refusal.recordIncomplete':
    'A finished record needs the question, your decision and your reasons. Open it, add them, and finish it then.',
  'refusal.recordFinal': 'This record is final and cannot be changed. You can add an amendment.',
  'refusal.sameText': 'The text is the same as before. Change or leave out what may identify a person, then post it.',
  'refusal.joinThere': 'This group is joined in its own channel. Run /consult there.',
  'refusal.setupAgain':
    'Curbside was removed from here and added again. Whoever manages this workspace or server runs /curbside setup first; your own records are kept for 30 days.',
  'refusal.soleOwner':
    'You are the only owner of a group here. Name another owner under /curbside settings first, then erase.',
  'refusal.tooManyDrafts': 'You have 20 drafts already. Post or discard one under /consult mine first.',
  'trouble.summary': 'Something went wrong on our side',
  'trouble.text': ({ token }: { token: string }) =>
    `Something went wrong on our side. Nothing was posted and nothing was saved. If you report it, quote ${token}.`,
  'word.dot': '·',
  'word.yes': 'Yes',
  'word.no': 'No',
  'word.back': 'Back',
  'word.open': 'Open',
  'word.place': 'a channel',
  'word.cancel': 'Cancel',
};
