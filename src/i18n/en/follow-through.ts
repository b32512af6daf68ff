import type { Format } from '../format.ts';

/** Messages about answers, and what to do when an identifier was posted. */
export const followThrough = {
  'heard.answers': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '1 reply to your question from', other: '# replies to your question from' }),
  'heard.followUp': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: '1 follow-up from the person who asked, in a thread from',
      other: '# follow-ups from the person who asked, in a thread from',
    }),
  'messages.stop': 'Stop these messages',
  'messages.switch': 'Message me about replies to me and my part in meetings',
  'messages.on':
    'You get a direct message when someone replies to you, when your part in a meeting changes, and the day before it.',
  'messages.off':
    'You won’t get messages about replies or your part in meetings anymore. You’ll find replies in /consult mine, and your part in /meeting next.',
  'exposure.open': 'I posted an identifier',
  'exposure.title': 'If an identifier was posted',
  'exposure.visible': 'The text can still be read in the thread. Hide it first, then see what else to do.',
  'exposure.hide': 'Hide it now',
  'exposure.hidden': 'What you posted is hidden in the thread. You can edit it and post it again.',
  'exposure.gone': 'What you posted was taken down.',
  'exposure.notifications':
    'Curbside’s notifications show only a category, never the text. The app may still show the old text in an open window, a phone notification, search, or email until it catches up.',
  'exposure.who': '1. Who may have seen it',
  'exposure.whoText': ({ members }: { members: number }, { plural }: Format) =>
    plural(members, {
      one: 'Everyone who can read the channel. One person has joined this group.',
      other: 'Everyone who can read the channel. # people have joined this group.',
    }),
  'exposure.ask': '2. Ask them',
  'exposure.askText':
    'Ask whoever read it to delete copies and screenshots and not to pass it on. Don’t repeat the identifier when you ask.',
  'exposure.tell': '3. Tell whoever handles privacy in your practice',
  'exposure.tellText':
    'They decide with you whether your client or an authority needs to be told. Deadlines can be short, so do it today.',
  'exposure.note': '4. Write it down outside Curbside',
  'exposure.noteText':
    'In your practice’s incident log: what was posted, when, who could read it, and what you did. Start with the lines below.',
  'exposure.copy': 'For your incident log',
  'exposure.posted': 'Posted',
  'exposure.hiddenAt': 'Hidden',
  'exposure.readers': 'Could be read by',
  'exposure.readersText': ({ members }: { members: number }, { plural }: Format) =>
    plural(members, { one: 'one member of a consultation group', other: '# members of a consultation group' }),
};
