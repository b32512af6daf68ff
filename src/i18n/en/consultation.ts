import type { Format } from '../format.ts';

const urgent = (call: string) =>
  `If someone is in danger now, ${call}. Contact your supervisor or on-call person, and follow your duty-to-protect policy. Don’t wait for an answer here.`;

const topicWords = {
  case: 'Case',
  treatment_strategy: 'Treatment strategy',
  ethics: 'Ethics',
  specialised_knowledge: 'Specialized knowledge',
  addiction: 'Addiction',
} as const;
const questionWords = {
  case: 'Case question',
  treatment_strategy: 'Treatment question',
  ethics: 'Ethics question',
  specialised_knowledge: 'Question for a specialist',
  addiction: 'Addiction question',
} as const;
const urgencyWords = {
  no_rush: 'No rush',
  this_week: 'This week',
  today: 'Today',
  risk: 'Someone may be at risk',
} as const;
const urgencyLines = {
  no_rush: 'No rush',
  this_week: 'Needs an answer this week',
  today: 'Needs an answer today',
  risk: 'Someone may be at risk',
} as const;
const needWords = {
  ideas: 'Ideas',
  second_opinion: 'A second opinion',
  reality_check: 'A reality check',
  referral: 'A referral or resource',
} as const;
const wantedWords = {
  ideas: 'ideas',
  second_opinion: 'a second opinion',
  reality_check: 'a reality check',
  referral: 'a referral or resource',
} as const;
const placeholderWords = {
  client: 'Client',
  family: 'Family member',
  colleague: 'Colleague',
  organization: 'Employer or organization',
  place: 'Place',
  date: 'Date',
  vehicle: 'Vehicle',
  other: 'Something else',
} as const;
type Topic = keyof typeof topicWords;
type Urgency = keyof typeof urgencyWords;
type Need = keyof typeof needWords;

/** Asking, previewing, and one’s own question. */
export const consultation = {
  'ask.help': 'Ask your colleagues about a case',
  'ask.words': 'Your question, to start with',
  'ask.title': 'Ask your colleagues',
  'ask.facts': 'Relevant background',
  'ask.need': 'What would help?',
  'ask.urgency': 'When do you need input?',
  'ask.topic': 'Topic',
  'ask.promise': 'Before anything is posted, Curbside shows you what colleagues will see.',
  'ask.goesTo': 'It will be posted in',
  'ask.preview': 'Show preview',
  'topic.name': ({ topic }: { topic: Topic }) => topicWords[topic],
  'urgency.name': ({ urgency }: { urgency: Urgency }) => urgencyWords[urgency],
  'need.name': ({ need }: { need: Need }) => needWords[need],
  'line.category': ({ topic, urgency }: { topic: Topic; urgency: Urgency }) =>
    `${questionWords[topic]} · ${urgencyLines[urgency]}`,
  'line.wanted': ({ need }: { need: Need }) => `Looking for ${wantedWords[need]}`,
  'line.byColleague': 'Asked by a colleague',
  'line.by': 'Asked by',
  'line.anonymous': 'a colleague',
  'line.hidden': 'The text is hidden until its author edits it.',
  'line.closed': 'Closed',
  'line.outcome': 'The outcome is in the thread.',
  'line.removed': 'Taken down.',
  'line.openThread': 'The case is in the thread.',
  'case.summary': 'The case',
  'case.reply': 'Reply',
  'case.flag': 'Report an identifier',
  'case.flag.yes': 'Hide it',
  'case.flag.outcome': 'Does it say anything that may identify a person? It will be removed from the thread for good.',
  'case.flag.words': 'Which words?',
  'case.flag.hint': 'Exactly as written, one per line. Only the author sees them.',
  'case.close': 'Close',
  'case.flag.confirm':
    'The text is hidden right away, and its author sees this on their own page. Nobody learns who reported it.',
  'case.more': 'More',
  'case.tried': 'What I’ve tried',
  'urgent.title': 'Someone may be at risk',
  'urgent.text': urgent('call your local emergency number (in the US, call 911, or call or text 988)'),
  'urgent.text.us': urgent('call 911, or call or text 988'),
  'urgent.text.uk': urgent('call 999 or 112'),
  'urgent.text.au': urgent('call 000'),
  'urgent.text.other': urgent('call your local emergency number'),
  'preview.summary': 'Preview of your post',
  'preview.title': 'This is what colleagues will see',
  'preview.checkWords': ({ n, phrases }: { n: number; phrases: boolean }, { plural }: Format) =>
    plural(n, {
      one: `We weren’t sure about one ${phrases ? 'phrase' : 'word'}. Check it to keep it (only if it isn’t about a client).`,
      other: `We weren’t sure about # ${phrases ? 'words or phrases' : 'words'}. Check those to keep (only if they aren’t about a client).`,
    }),
  'preview.nothingFound': 'No common identifiers found. You remain responsible for what you post.',
  'preview.ownRecord':
    'No common identifiers found in what remains. Only you can see your record, and you remain responsible for what it says.',
  'preview.remains': 'No common identifiers found in what remains. You remain responsible for what you post.',
  'preview.foreign':
    'Curbside was made for English. In other languages it removes phone numbers, emails, links, dates, addresses, and ID numbers, and names only where they are clear. It doesn’t look for other names, employers, or phrases that single someone out, such as “the mayor of …”. Read every line yourself.',
  'preview.otherPart': 'Not in English',
  'preview.readOther': 'I’ve read the parts that aren’t in English word by word. Nothing in them identifies anyone.',
  'preview.unsure': 'Check that hidden words are still hidden',
  'preview.unsureText':
    'Words in this text were hidden or reported before the edit, and we couldn’t match all of them to the new text. Read every line, and hide those words again where you see them. Then you can post.',
  'preview.looked': 'I checked the text',
  'preview.attest': 'I’ve read this. To my knowledge, nothing here would let a colleague identify the client.',
  'preview.asMe': 'Post as me',
  'preview.anonymously': 'Post anonymously',
  'preview.anonymouslyStill': 'Post anonymously anyway',
  'preview.edited': 'Post the new text',
  'preview.outcome': 'Share with the group',
  'preview.amendment': 'This is what your record will say',
  'preview.addAmendment': 'Add amendment',
  'preview.reply': 'Post reply',
  'preview.replyMe': 'Post reply as me',
  'preview.replyColleague': 'Post reply as a colleague',
  'preview.replyAsker': 'Post reply as the person who asked',
  'preview.edit': 'Edit',
  'preview.why': 'Why?',
  'preview.hide': 'Hide a word',
  'preview.always': 'Always keep in our group',
  'preview.together':
    'Together, these details could point to one person. Consider leaving one out or making it more general.',
  'earlier.with': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: 'Together with your earlier post, this could point to one person. Consider leaving one detail out. Your post of:',
      other:
        'Together with your earlier posts, this could point to one person. Consider leaving one detail out. Your posts of:',
    }),
  'earlier.tells': 'Together they mention:',
  'earlier.onlyYou': 'Only you see this. It was worked out just now, and nothing was saved.',
  'earlier.anonymous':
    'Only you see this. Your anonymous posts were found with your own key, in memory, and nothing was saved.',
  'hide.title': 'Hide a word',
  'hide.words': 'Words to hide, one per line',
  'hide.hint': 'A name or phrase, exactly as written. It is hidden everywhere it appears.',
  'hide.submit': 'Hide',
  'placeholder.name': ({ name }: { name: keyof typeof placeholderWords }) => placeholderWords[name],
  'preview.whyTitle': 'Why these were removed',
  'preview.whyText':
    'Each of these can point to a person. Clear identifiers are always replaced. You can keep a word we weren’t sure about if it isn’t about a client.',
  'preview.discard': 'Discard',
  'preview.discard.confirm': 'Discard this draft? This can’t be undone.',
  'preview.discarded': 'The draft was discarded. Nothing was posted.',
  'preview.small': ({ members }: { members: number }, { plural }: Format) =>
    plural(members, {
      1: 'You are the only member so far, so anyone who joins will know you asked.',
      other: 'This group has # members, so colleagues may guess who asked.',
    }),
  'preview.smallAgain': 'Do you still want to post anonymously?',
  'preview.delay':
    'An anonymous post appears 1 to 20 minutes later, at a random time, so that the timing doesn’t point to you.',
  'preview.noDelay':
    'Because someone may be at risk, this posts immediately, even anonymously. The timing could hint at you.',
  'preview.restored':
    'The text you typed is no longer in memory. This is the de-identified version that was kept. You can post it or edit it.',
  'preview.changed': 'The draft has changed. This is the latest preview. Nothing was posted.',
  'posted.named': 'Your question was posted under your name in',
  'posted.openThread': 'Open the thread',
  'posted.waits': 'Saved. The channel can’t take messages right now. Curbside will post this as soon as it can.',
  'posted.anonymous': 'Your question will be posted anonymously at',
  'posted.anonymousNow': 'Because someone may be at risk, your question was posted right away, anonymously, in',
  'posted.anonymousSoon': 'Your question was posted anonymously in',
  'posted.noMessages': 'We won’t message you about answers; you’ll find them on your home page and in /consult mine.',
  'posted.edited': 'The new text replaces the old one in the thread.',
  'posted.reply': 'Your reply was posted.',
  'posted.outcome': 'The outcome was posted in the thread.',
  'posted.already': 'This was already posted.',
  'own.summary': 'Your question',
  'own.asked': 'Asked',
  'own.status': 'Status',
  'own.appears': 'Appears',
  'own.state': ({ status, own }: { status: 'open' | 'hidden' | 'closed' | 'removed'; own: boolean }) =>
    ({
      open: 'Open',
      hidden: own ? 'Hidden until you edit it' : 'Hidden until its author edits it',
      closed: 'Closed',
      removed: 'Taken down',
    })[status],
  'own.replies': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { 0: 'No replies yet', one: '1 reply', other: '# replies' }),
  'own.waiting': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '1 new reply for you', other: '# new replies for you' }),
  'own.anonymous': 'You asked this anonymously. Colleagues see “a colleague”.',
  'own.now': 'Post it now',
  'own.back': 'Take it back',
  'own.again': 'Try again',
  'own.unknown':
    'The connection broke while the case was being posted, so we can’t tell whether it’s in its thread. Is it there?',
  'own.unknownLine':
    'We can’t tell whether your question was posted in the channel, and there is no thread without it. Post it again. If it turns out to be there already, delete the first one.',
  'own.maybeThere':
    'Done. We can’t tell whether the message was posted in the thread. Please look, and delete it there if it was.',
  'own.postAgain': 'Post again',
  'own.isThere': 'It’s there',
  'own.againDone': 'Curbside is posting it again.',
  'own.thereDone': 'Thank you. It’s marked as posted.',
  'own.mend': 'The text is hidden, because something in it may identify a person. It stays hidden until you edit it.',
  'own.marked': 'The highlighted words are what was reported.',
  'own.edit': 'Edit',
  'own.remove': 'Take down',
  'own.back.late': 'It was posted in the meantime. You can take it down below.',
  'own.remove.confirm':
    'Take down the case and the replies posted through Curbside? The text goes back to your drafts.',
  'own.removed': 'Your question was taken down. The text is in your drafts for 7 days.',
  'own.takenBack': 'Your question was not posted. The text is in your drafts.',
  'own.open': 'View',
  'own.asOf': 'As of',
  'own.close': 'Close consultation',
  'own.reopen': 'Reopen',
  'own.reopened': 'You reopened the consultation.',
  'own.reopens': 'The consultation opens again at',
  'own.keepClosed': 'Keep it closed',
  'own.closeRecord': 'Close and document',
  'own.logThis': 'Log this',
  'own.closed': 'You closed the consultation. You can reopen it for 24 hours.',
  'own.hidden':
    'Thank you. The text is hidden. Its author sees this on their own page. Nobody learns that you reported it.',
  'own.outcomeGone': 'Thank you. The outcome is removed from the thread. Nobody learns that you reported it.',
  'own.flagged': 'This text is already hidden or gone. Its author sees this on their own page.',
};
