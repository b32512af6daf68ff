const topicWords = {
  case: 'a case',
  treatment_strategy: 'treatment strategy',
  ethics: 'ethics',
  specialised_knowledge: 'specialised knowledge',
} as const;
const urgencyWords = {
  no_rush: 'no rush',
  this_week: 'this week',
  today: 'today',
  risk: 'someone may be at risk',
} as const;
const needWords = {
  ideas: 'ideas',
  second_opinion: 'a second opinion',
  reality_check: 'a reality check',
  referral: 'a referral or resource',
} as const;
type Topic = keyof typeof topicWords;
type Urgency = keyof typeof urgencyWords;
type Need = keyof typeof needWords;

/** Asking, previewing, the thread, replying, closing. */
export const consultation = {
  'ask.help': 'ask your colleagues about a case',
  'ask.words': 'your question, to start with',
  'ask.title': 'Ask your colleagues',
  'ask.question': 'Your question',
  'ask.question.hint': 'How do I respond when …',
  'ask.facts': 'Facts that matter',
  'ask.facts.hint': 'Ages, setting, history. No names needed.',
  'ask.tried': 'What I have tried',
  'ask.need': 'What would help',
  'ask.urgency': 'How soon',
  'ask.topic': 'What it is about',
  'ask.promise': 'Curbside shows you what colleagues will see before anything is posted.',
  'ask.preview': 'Show preview',
  'topic.name': ({ topic }: { topic: Topic }) => topicWords[topic],
  'urgency.name': ({ urgency }: { urgency: Urgency }) => urgencyWords[urgency],
  'need.name': ({ need }: { need: Need }) => needWords[need],
  'line.category': ({ topic, urgency }: { topic: Topic; urgency: Urgency }) =>
    `Question on ${topicWords[topic]} · ${urgencyWords[urgency]}`,
  'line.wanted': ({ need }: { need: Need }) => `Would help: ${needWords[need]}`,
  'line.byColleague': 'Asked by a colleague',
  'line.by': 'Asked by',
  'line.anonymous': 'a colleague',
  'line.hidden': 'The text is hidden while the person who asked mends it.',
  'line.closed': 'Closed',
  'line.removed': 'Taken down.',
  'line.openThread': 'The case is in the thread.',
  'case.summary': 'The case',
  'case.reply': 'Reply',
  'case.flag': 'Something identifies a person',
  'case.flag.confirm':
    'The text is hidden at once, and its author is asked to mend it. Nobody learns who pressed this.',
  'case.more': 'More',
  'case.tried': 'Tried so far',
  'urgent.title': 'Someone may be at risk',
  'urgent.text':
    'If someone is in danger now, call emergency services, your supervisor or on-call person, and follow your duty-to-protect policy. Do not wait for this thread.',
  'preview.summary': 'Preview of your post',
  'preview.title': 'This is what colleagues will see',
  'preview.taken': ({ n }: { n: number }) => `Taken out (${n})`,
  'preview.times': ({ n }: { n: number }) => `(${n} times)`,
  'preview.checkWords': ({ n }: { n: number }) =>
    n === 1
      ? 'Please check one word. It stays replaced unless you tick it: keep, not about a client'
      : `Please check ${n} words. They stay replaced unless you tick them: keep, not about a client`,
  'preview.nothingFound': 'No common identifiers found. You remain responsible for what you post.',
  'preview.ownRecord':
    'No common identifiers found in what remains. Only you see your record; you remain responsible for what it says.',
  'preview.remains': 'No common identifiers found in what remains. You remain responsible for what you post.',
  'preview.attest': 'I know of nothing here by which a colleague could recognise this person',
  'preview.asMe': 'Post as me',
  'preview.anonymously': 'Post anonymously',
  'preview.anonymouslyStill': 'Post anonymously all the same',
  'preview.edited': 'Post the new text',
  'preview.outcome': 'Share with the group',
  'preview.amendment': 'This is what your record will say',
  'preview.addAmendment': 'Add the amendment',
  'preview.reply': 'Post reply',
  'preview.replyMe': 'Post reply as me',
  'preview.replyColleague': 'Post reply as a colleague',
  'preview.replyAsker': 'Post reply as the person who asked',
  'preview.edit': 'Edit',
  'preview.why': 'Why?',
  'preview.hide': 'Hide a word',
  'preview.always': 'Always keep in our group',
  'preview.together':
    'Together these details could point at one person. Could one of them be left out, or said more generally?',
  'hide.title': 'Hide a word',
  'hide.words': 'Words to take out, one a line',
  'hide.hint': 'A name or a phrase, as it stands in your text. It is taken out wherever it stands.',
  'hide.submit': 'Hide',
  'hide.missing': ({ n }: { n: number }) =>
    n === 1
      ? 'One line does not stand in your text. Please write it as it stands there.'
      : `${n} lines do not stand in your text. Please write them as they stand there.`,
  'preview.whyTitle': 'Why these were taken out',
  'preview.whyText':
    'Each of these can point to a person. What is certain is replaced and cannot be kept; a doubtful word can, if it is not about a client.',
  'preview.discard': 'Discard',
  'preview.discard.confirm': 'Discard this draft? It cannot be brought back.',
  'preview.discarded': 'The draft is discarded. Nothing was posted.',
  'preview.small': ({ members }: { members: number }) =>
    members === 1
      ? 'You are the only member so far: anybody who joins will know that it was you.'
      : `This group has ${members} members. Colleagues may guess who asked. Do you still want to post anonymously?`,
  'preview.delay':
    'An anonymous post appears 1 to 20 minutes later, at a random moment, so that its time does not point at you.',
  'preview.noDelay':
    'As someone may be at risk, it appears at once, also when you post anonymously; its time may point at you.',
  'preview.restored':
    'What you typed is no longer in memory; this is the text without identifiers that was kept. You can post it, or edit it.',
  'preview.changed': 'The draft has changed since; this is the newest preview. Nothing was posted.',
  'posted.named': 'Your question is on its way to the channel. Replies appear in its thread.',
  'posted.waits': 'Saved. The channel does not take messages right now; this follows as soon as it does.',
  'posted.anonymous':
    'Your question is on its way and will appear within 20 minutes. Answers wait for you here and under /consult mine; nothing is sent to you directly.',
  'posted.anonymousNow':
    'On its way to the channel now, as someone may be at risk. Answers wait for you here and under /consult mine; nothing is sent to you directly.',
  'posted.edited': 'The new text is on its way.',
  'posted.reply': 'Your reply is on its way to the thread.',
  'posted.outcome': 'The outcome is on its way to the group.',
  'posted.already': 'This was already posted.',
  'own.summary': 'Your question',
  'own.asked': 'Asked',
  'own.status': 'State',
  'own.appears': 'Appears',
  'own.state': ({ status, own }: { status: 'open' | 'hidden' | 'closed' | 'removed'; own: boolean }) =>
    ({
      open: 'open',
      hidden: own ? 'hidden until you mend it' : 'hidden while its author mends it',
      closed: 'closed',
      removed: 'taken down',
    })[status],
  'own.replies': ({ n }: { n: number }) => (n === 0 ? 'No replies yet' : n === 1 ? 'One reply' : `${n} replies`),
  'own.waiting': ({ n }: { n: number }) => (n === 1 ? 'One reply waits for you' : `${n} replies wait for you`),
  'own.anonymous': 'You asked this anonymously. Colleagues see “a colleague”.',
  'own.now': 'Post it now',
  'own.back': 'Take it back',
  'own.again': 'Try again',
  'own.unknown':
    'The connection broke while the case was being posted, so we cannot tell whether it reached its thread. Is it there?',
  'own.unknownLine':
    'We cannot tell whether the line reached the channel, and without it there is no thread. Post it again; if it is there already, delete the first one.',
  'own.maybeThere':
    'Done here. We cannot tell whether the message had reached the thread: look, and delete it there if it has.',
  'own.postAgain': 'Post again',
  'own.isThere': 'It is there',
  'own.mend': 'A colleague saw something that identifies a person. The text is hidden. Change it and post it again.',
  'own.edit': 'Edit',
  'own.remove': 'Take down',
  'own.back.late': 'It has appeared meanwhile. You can take it down below.',
  'own.remove.confirm': 'Take down the case and the replies given through Curbside? The text goes back to your drafts.',
  'own.removed': 'It is being taken down. The text is back in your drafts for 7 days.',
  'own.takenBack': 'It was not posted. The text is back in your drafts.',
  'own.close': 'Close',
  'own.closeRecord': 'Close and write the record',
  'own.logThis': 'Log this',
  'own.closed': 'The consultation is closed.',
  'own.hidden':
    'Thank you. The text is being hidden; its author finds it so and is asked to mend it. Nobody learns that it was you.',
  'own.flagged': 'It is hidden already, or gone. Its author has been asked to mend it.',
  'mend.summary': 'Something you posted needs mending',
  'mend.text':
    'A colleague saw something that may identify a person in what you posted. The text is hidden. Nobody is told who noticed, and nobody blames you.',
  'mend.open': 'Open it',
  'reply.title': 'Reply',
  'reply.text': 'Your reply',
  'reply.check': 'Checked for identifiers like a case. It posts at once when nothing is found.',
  'reply.as': 'Reply as',
  'reply.asMe': 'myself, with my name',
  'reply.asColleague': 'a colleague, without my name',
  'reply.asAsker': 'Your reply will appear as “the person who asked”.',
  'reply.circle': ({ left }: { left: number }) =>
    left <= 1
      ? 'The person who asked is one of few. A reply under your name shows that it was not you, and makes the circle smaller.'
      : `${left} members could have asked this. Each colleague who replies by name makes the circle smaller; “a colleague” keeps it as it is.`,
  'reply.send': 'Reply',
  'reply.summary': 'A reply',
  'reply.theAsker': 'The person who asked',
  'reply.colleague': 'A colleague',
  'reply.remove.confirm': 'Take this reply down? It cannot be brought back.',
  'reply.removed': 'Your reply is being taken down.',
  'reply.hidden': 'This reply is hidden while its author mends it.',
  'list.help': 'open questions of this group',
  'list.summary': 'Open questions',
  'list.empty': 'No open questions. /consult ask starts one.',
  'mine.help': 'my questions, drafts and what waits for me',
  'mine.summary': 'Yours',
  'mine.drafts': 'Drafts',
  'mine.noDrafts': 'No drafts.',
  'mine.draft': ({ purpose }: { purpose: 'case' | 'edit' | 'reply' | 'editReply' | 'outcome' | 'amendment' }) =>
    ({
      case: 'A question',
      edit: 'A change to a question',
      reply: 'A reply',
      editReply: 'A change to a reply',
      outcome: 'An outcome to share',
      amendment: 'An amendment to a record',
    })[purpose],
  'mine.questions': 'Questions',
  'mine.noQuestions': 'You have asked nothing yet. /consult ask starts a question.',
  'close.help': 'close one of my questions',
  'close.summary': 'Which question do you want to close?',
  'close.none': 'You have no open questions.',
  'check.summary': 'Identifiers in this message',
  'check.nothing': 'No common identifiers found.',
  'check.advice': 'If it is yours, please edit or delete it. If not, tell its author privately; only you see this.',
  'check.remain': 'The filter does not find everything. Nothing of the message was kept.',
  'nudge.summary': 'A question waits for an answer',
  'nudge.text': 'A question has no reply yet.',
  'nudge.over': 'A question that waited for an answer',
  'nudge.why': ({ why }: { why: 'answered' | 'closed' }) =>
    why === 'answered' ? 'It has been answered since.' : 'It has been closed since.',
  'nudge.answered': 'Already answered',
  'nudge.thanks': 'Thank you. No more reminders for this question.',
  'mute.action': 'Stop anonymous posts by this author',
  'mute.confirm':
    'Whoever wrote this can no longer post anonymously here. You do not learn who it is, and neither does anybody else.',
  'mute.undo': 'Allow anonymous posts by this author again',
  'mute.done': 'Done. Nobody learns who it is.',
  'mute.unmaskMember': 'Nobody can find out who asked, owners included.',
  'mute.unmask':
    'Nobody can find out who asked, owners included. You can hide the text, or stop anonymous posts by this author.',
  'outcome.title': 'What to share',
  'outcome.text': 'What the group should know',
  'outcome.summary': 'How it ended',
  'closedLine.summary': 'A consultation is closed',
  'closedLine.text': 'This consultation is closed.',
  'closedLine.outcome': 'What the person who asked shares',
};
