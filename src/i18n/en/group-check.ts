const words = { 1: 'Not at all', 2: 'Rarely', 3: 'Partly', 4: 'Mostly', 5: 'Fully' } as const;
const keepWords = { 1: 'Change', 2: 'Probably change', 3: 'Undecided', 4: 'Probably keep', 5: 'Keep' } as const;
const levelWords = { 2: '2 or lower', 2.5: 'about 2.5', 3: 'about 3', 3.5: 'about 3.5', 4: '4 or higher' } as const;

/** The check of a group every twelve weeks: how it works, about nobody. */
export const groupCheck = {
  'meet.check': 'Group check',
  'meet.check.ask': 'How is this group working? Five short questions about structure, none about a person.',
  'meet.check.private': 'Your answers are private. Skipping is fine.',
  'meet.check.until': 'Open until',
  'meet.check.answer': 'Answer privately',
  'meet.check.results': 'Results',
  'meet.check.closed': 'This group check is closed.',
  'meet.check.send': 'Send answers',
  'meet.check.saved': 'Your answers were saved. You can change them until it closes.',
  'meet.check.question': ({ question }: { question: 'cases' | 'room' | 'size' | 'time' | 'rotation' }) =>
    ({
      cases: 'We kept to cases',
      room: 'There was room for everyone',
      size: 'Size of the group',
      time: 'Time and length',
      rotation: 'Rotation of roles',
    })[question],
  'meet.check.word': ({ n }: { n: number }) => words[n as keyof typeof words],
  'meet.check.keepWord': ({ n }: { n: number }) => keepWords[n as keyof typeof keepWords],
  'meet.check.level': ({ level }: { level: keyof typeof levelWords }) => `${levelWords[level]} of 5`,
  'meet.check.what': 'Rounded averages from 1 (change, or not at all) to 5 (keep, or fully), once six people answered.',
  'meet.check.none': 'No group check has closed yet. One opens every 12 weeks.',
  'meet.check.of': 'Group check of',
  'meet.check.given': (a: { cases: number; room: number; size: number; time: number; rotation: number }) =>
    `Cases ${a.cases}, room ${a.room}, size ${a.size}, time ${a.time}, rotation ${a.rotation}`,
};
