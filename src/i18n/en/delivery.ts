/** What to do about a message that does not reach its place, by what stands in its way. */
const remedies = {
  archived:
    'The channel is archived. Once it is unarchived, Curbside posts the waiting messages, which it keeps for 7 days.',
  removed:
    'Curbside isn’t in the channel, or can’t see it. Add it to the channel again, and it posts the waiting messages, which it keeps for 7 days.',
  readOnly:
    'Curbside isn’t allowed to post in the channel. Once an owner allows it, Curbside posts the waiting messages, which it keeps for 7 days.',
  threadLocked:
    'The thread is locked. Once a moderator unlocks it, Curbside posts the waiting messages, which it keeps for 7 days.',
  needsTag:
    'Posts in this forum need a tag, which Curbside can’t choose. Once tags are optional, it posts the waiting messages, which it keeps for 7 days.',
  full: 'This server has too many active threads. Once some are archived, Curbside posts the waiting messages, which it keeps for 7 days.',
  setup:
    'Curbside is missing an approval or a permission here. Whoever installed it can find out what with “npm run curbside -- doctor”. Waiting messages are kept for 7 days.',
  deleted: 'The channel was deleted. An owner can run /curbside setup in another channel.',
  threadGone: 'The thread is no longer there.',
  messageGone: 'The message is no longer there.',
  personGone: 'That person is no longer here.',
  noDirect: 'That person doesn’t take direct messages from Curbside.',
  tooLong: 'The text is too long for this platform. Shorten it and post it again.',
  filtered:
    'An automatic filter of this server blocked the text. Change the wording and post it again, or ask a moderator about the filter.',
  cannotChange: 'Curbside can no longer change or delete that message. An administrator can delete it in the channel.',
  unfit: 'The platform didn’t accept the message. Try again; if it keeps failing, tell whoever runs Curbside.',
} as const;
type Problem = keyof typeof remedies;

/** The same to whoever looks at the status of a group, where it differs: they need not be the author. */
const statusRemedies: Partial<Record<Problem, string>> = {
  threadLocked:
    'A thread is locked. Once a moderator unlocks it, Curbside posts the waiting messages, which it keeps for 7 days.',
  threadGone: 'A thread is no longer there, so a reply to it was not posted.',
  messageGone: 'A message is no longer there, so a change to it was not made.',
  tooLong: 'A text is too long for this platform. Its author can shorten it and post it again.',
  filtered:
    'An automatic filter of this server blocked a text. Its author can change the wording, or a moderator can look at the filter.',
  cannotChange:
    'Curbside can no longer change or delete one of its messages. An administrator can delete it in the channel.',
  unfit:
    'The platform didn’t accept a message. Its author can try again; if it keeps failing, tell whoever runs Curbside.',
};

/** How messages fare on their way: what is known, and what to do. */
export const delivery = {
  'delivery.remedy': ({ problem }: { problem: Problem }) => remedies[problem],
  'status.remedy': ({ problem }: { problem: Problem }) => statusRemedies[problem] ?? remedies[problem],
  'status.unknown':
    'The connection broke while a message was being posted, so we can’t tell whether it’s there. Its author can check it with /consult mine.',
  'delivery.state': ({ state }: { state: 'sending' | 'delayed' | 'held' | 'failed' | 'unknown' | 'scheduled' }) =>
    ({
      scheduled: 'Appears soon',
      sending: 'On its way',
      delayed: 'On its way, delayed',
      held: 'Not posted yet',
      failed: 'Not posted',
      unknown: 'Not confirmed',
    })[state],
  'delivery.delayed': 'We can’t reach the platform right now. Curbside keeps trying.',
  'delivery.held': 'Not posted yet.',
  'delivery.failed': 'This was not posted.',
  'delivery.changeHeld': 'The last change hasn’t reached the channel yet.',
  'delivery.changeFailed': 'The last change didn’t reach the channel.',
  'delivery.question': 'Your question was not posted',
  'delivery.questionWaits': 'Your question is waiting to be posted',
  'delivery.questionDoubt': 'Was your question posted?',
  'delivery.reply': 'Your reply was not posted',
  'delivery.replyWaits': 'Your reply is waiting to be posted',
  'delivery.replyDoubt': 'Was your reply posted?',
  'delivery.change': 'A change to your post didn’t reach the channel',
  'delivery.replyUnknown':
    'The connection broke while your reply was being posted, so we can’t tell whether it’s in the thread. Is it there?',
  'delivery.step': 'A step of your consultation was not posted',
  'delivery.stepDoubt': 'Was a step of your consultation posted?',
  'delivery.stepState': 'A step isn’t posted',
  'delivery.stepUnknown':
    'The connection broke while a step was being posted, so we can’t tell whether it’s in the thread. Is it there?',
  'delivery.open': 'Open',
  'delivery.ownersChange': 'A message couldn’t be hidden or removed',
  'delivery.ownersChangeText':
    'Curbside couldn’t hide or remove a message in your group’s channel. Please look at the thread and delete the message there if you can.',
  'owners.summary': 'Your group has a new owner',
  'owners.added':
    'Someone who manages this workspace or server became an owner of your group. Owners can change its settings; they can’t see drafts, records, check-ins, or who asked anonymously.',
};
