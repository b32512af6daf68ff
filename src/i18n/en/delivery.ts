/** What to do about a message that does not reach its place, by what stands in its way. */
const remedies = {
  archived: 'The channel is archived. Once it is unarchived, Curbside posts what is waiting. It is kept for 7 days.',
  removed:
    'Curbside is not in the channel, or cannot see it. Add it to the channel again, and it posts what is waiting. It is kept for 7 days.',
  readOnly:
    'Curbside is not allowed to post in the channel. Once an owner allows it, Curbside posts what is waiting. It is kept for 7 days.',
  threadLocked:
    'The thread is locked. Once a moderator unlocks it, Curbside posts what is waiting. It is kept for 7 days.',
  needsTag:
    'Posts in this forum need a tag, which Curbside cannot choose. Once tags are optional, it posts what is waiting. It is kept for 7 days.',
  full: 'This server has too many active threads. Once some are archived, Curbside posts what is waiting. It is kept for 7 days.',
  setup:
    'Curbside is missing an approval or a permission here. Whoever installed it can check it with “curbside doctor”. What is waiting is kept for 7 days.',
  deleted: 'The channel was deleted. An owner can run /curbside setup in another channel.',
  threadGone: 'The thread is no longer there.',
  messageGone: 'The message is no longer there.',
  personGone: 'That person is no longer here.',
  noDirect: 'That person does not take direct messages from Curbside.',
  tooLong: 'The text is too long for this platform. Shorten it and post it again.',
  filtered:
    'An automatic filter of this server blocked the text. Change the wording and post it again, or ask a moderator about the filter.',
  cannotChange:
    'The platform no longer lets Curbside change or delete that message. An administrator can delete it in the channel.',
  unfit: 'The platform did not accept the message. Try again; if it keeps failing, tell whoever runs Curbside.',
} as const;
type Problem = keyof typeof remedies;

/** How messages fare on their way: what is known, and what to do. */
export const delivery = {
  'delivery.remedy': ({ problem }: { problem: Problem }) => remedies[problem],
  'delivery.state': ({ state }: { state: 'sending' | 'delayed' | 'held' | 'failed' | 'unknown' | 'scheduled' }) =>
    ({
      scheduled: 'appears soon',
      sending: 'on its way',
      delayed: 'on its way, delayed',
      held: 'not posted yet',
      failed: 'not posted',
      unknown: 'not confirmed',
    })[state],
  'delivery.delayed': 'The platform cannot be reached right now. Curbside keeps trying.',
  'delivery.held': 'Not posted yet.',
  'delivery.failed': 'It was not posted.',
  'delivery.changeHeld': 'The last change has not reached the channel yet.',
  'delivery.changeFailed': 'The last change did not reach the channel.',
  'delivery.question': 'Your question was not posted',
  'delivery.questionWaits': 'Your question is waiting to be posted',
  'delivery.questionDoubt': 'Was your question posted?',
  'delivery.reply': 'Your reply was not posted',
  'delivery.replyWaits': 'Your reply is waiting to be posted',
  'delivery.replyDoubt': 'Was your reply posted?',
  'delivery.change': 'A change to your post did not reach the channel',
  'delivery.replyUnknown':
    'The connection broke while your reply was being posted, so Curbside cannot tell whether it is in the thread. Is it there?',
  'delivery.open': 'Open it',
  'delivery.replies': 'Your replies',
  'delivery.ownersChange': 'A message could not be hidden or removed',
  'delivery.ownersChangeText':
    'Curbside could not hide or remove a message in the channel of your group. Please look at the thread and delete the message there if you can.',
  'owners.summary': 'Your group has a new owner',
  'owners.added':
    'Somebody who manages this workspace or server made themself an owner of your group. Owners can change its settings; they cannot see drafts, records, check-ins, or who asked anonymously.',
} as const;
