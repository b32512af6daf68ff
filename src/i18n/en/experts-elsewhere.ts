/** Experts of other groups: who is listed, what they read, and how they answer. */
export const expertsElsewhere = {
  'experts.beyond': 'Experts of other groups',
  'experts.beyond.intro':
    'They chose to be listed for other groups. You decide for each question: whoever you ask reads it.',
  'experts.beyond.back': 'Experts of this group',
  'experts.open.beyond': 'Other groups can ask me too',
  'experts.open.beyond.hint':
    'Groups here that agree to it see your name, credential, and what you entered, without the name of this group.',
  'experts.me.beyond': 'Members of other groups that agree to it can ask you too.',
  'experts.ask.beyond':
    'An expert of another group gets a private message and can read this question, with your name unless you asked without it. They don’t see the thread. It’s a colleague’s opinion: no duty to the client, no supervision. Do you agree to show it to them?',
  'experts.request.beyond': 'From another group here. You can read the question, and nothing else of that group.',
  'experts.case': 'A question from another group',
  'experts.case.only':
    'You see the question, not its thread. It stays confidential: the agreement you accepted holds here too.',
  'experts.taken.beyond': 'You said you’d reply to another group',
  'experts.reply.intro': 'Your reply appears in that group’s thread with your name and credential.',
  'experts.reply.done': 'Your reply was posted.',
  'experts.reply.yours': 'Your reply',
  'experts.reply.hidden': 'Hidden, because it may identify a person',
  'experts.reply.maybeThere':
    'Done. We can’t tell whether your reply was posted in that group’s thread. If it was, it may still be there; an owner of that group can delete it.',
  'experts.reply.failed': 'Your reply to another group was not posted. You can take it down and reply again.',
  'experts.reply.held': 'Your reply to another group hasn’t been posted yet. Curbside will post it as soon as it can.',
  'experts.reply.unknown':
    'The connection broke while your reply to another group was being posted, so we can’t tell whether it’s in the thread.',
  'experts.reply.change': 'A change to your reply in another group hasn’t reached its thread.',
  'experts.replies': 'Your replies to other groups',
  'experts.replies.intro': 'You can take them down at any time, even when you can no longer open the question.',
  'experts.replies.none': 'You have no replies in other groups.',
  'refusal.closedElsewhere':
    'That group’s channel can’t take messages right now. Nothing was posted. Please try again later.',
  'experts.reply.removed': 'Your reply was taken down.',
  'experts.reply.goesLater':
    'Saved. That group’s channel can’t take changes right now. Curbside will take your reply down as soon as it can.',
  'experts.reply.remove.confirm': 'Take this reply down from the other group’s thread?',
  'reply.elsewhere': 'From another group',
};
