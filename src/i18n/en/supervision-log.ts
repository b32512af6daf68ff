import type { Format } from '../format.ts';
import { length } from './length.ts';

const flagWords = {
  overlap: ['This overlaps another entry.', 'Overlaps another entry'],
  twice: ['Another entry that day has the same activity, minutes, and site.', 'Appears twice'],
  longDay: ['More than 12 hours are logged on this day.', 'More than 12 hours that day'],
  late: ['Logged more than 7 days after its date.', 'Logged more than 7 days later'],
  sameMinutes: ['The same minutes were logged on 10 days in a row.', 'Same minutes 10 days in a row'],
} as const;
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const weekday = (day: number): string => weekdays[day] ?? '';
const plainWords = {
  direct: 'Time with clients',
  indirect: 'Other professional work',
  supervision: 'Supervision',
} as const;
/** `1 more hour`, `45 more minutes`, `1 h 15 min more` */
const more = (minutes: number, format: Format): string => {
  const { plural } = format;
  if (minutes % 60 === 0) return plural(minutes / 60, { one: '1 more hour', other: '# more hours' });
  return minutes < 60
    ? plural(minutes, { one: '1 more minute', other: '# more minutes' })
    : `${length(minutes, format)} more`;
};
const observedWords = { live: 'Observed live', recording: 'Observed by recording' } as const;

/** Logging hours: what only some boards ask, and what is worth a look. */
export const supervisionLog = {
  'supervision.flag': ({ flag }: { flag: keyof typeof flagWords }) => `Check this: ${lowerFirst(flagWords[flag][0])}`,
  'supervision.flag.short': ({ flag }: { flag: keyof typeof flagWords }) => flagWords[flag][1],
  'supervision.start.needed': 'Start time: these rules ask for it. Enter a time such as 2:30 PM.',
  'supervision.start.needed.hint': 'Such as 2:30 PM. These rules ask for it.',
  'supervision.overlap.keep': 'It overlaps another entry, and both are right',
  'supervision.observed': 'Minutes observed',
  'supervision.observed.hint': 'Such as 15 or 1h. How long your supervisor watched your work.',
  'supervision.observed.error': 'Minutes observed: enter a length from 1 minute to the length of the entry.',
  'supervision.observedHow': 'How they observed',
  'supervision.observedHow.name': ({ how }: { how: keyof typeof observedWords }) => observedWords[how],
  'supervision.restricted': 'Restricted activities',
  'supervision.restricted.hint': 'For supervised time. Turn on if the session was about restricted activities.',
  'supervision.feedback': 'Feedback',
  'supervision.feedback.hint': 'What your supervisor said about your work. No client facts.',
  'supervision.directives': 'Directives',
  'supervision.directives.hint': 'What your supervisor asked you to do. No client facts.',

  'supervision.repeat': 'Log the same for today',
  'refusal.noRepeat': 'There’s no entry here that can be logged again for today. Use Log hours.',
  'supervision.submit.all': ({ n }: { n: number }) => `Submit ${n} drafts`,
  'supervision.submitted': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      0: 'There were no drafts to submit.',
      one: '1 entry was submitted for signature.',
      other: '# entries were submitted for signature.',
    }),

  'supervision.week': 'Log a week',
  'supervision.help.week': 'Log a week of hours in one table',
  'supervision.week.title': 'Log a week',
  'supervision.week.intro':
    'Hours for each day, such as 3 or 1.5, or minutes such as 90m. Leave a day empty if you didn’t work.',
  'supervision.week.which': 'Week',
  'supervision.week.of': ({ back }: { back: number }) =>
    back === 0 ? 'This week' : back === 1 ? 'Last week' : `${back} weeks ago`,
  'supervision.week.days': ({ first, last }: { first: string; last: string }) => `${first} to ${last}`,
  'supervision.weekday': ({ day }: { day: number }) => weekday(day),
  'supervision.week.kind': 'Kind of supervision',
  'supervision.week.cell': ({ day, label }: { day: number; label: string }) => `${weekday(day)} · ${label}`,
  'supervision.week.plainCell': ({ day, type }: { day: number; type: keyof typeof plainWords }) =>
    `${weekday(day)} · ${plainWords[type]}`,
  'supervision.week.cell.words': 'Enter hours such as 3 or 1.5, or minutes such as 90m.',
  'supervision.week.cell.none': 'Enter more than 0, or leave this empty.',
  'supervision.week.cell.many': 'That’s more than a day usually holds. Enter hours such as 3, or minutes such as 15m.',
  'supervision.week.cell.step': ({ step }: { step: number }) => `Enter steps of ${step} minutes, such as 1.25 or 75m.`,
  'supervision.week.cell.future': 'This day is in the future.',
  'supervision.week.cell.before': 'This day is before the agreement starts.',
  'supervision.week.cell.after': 'This day is after the agreement’s last day.',
  'supervision.week.empty': 'Enter hours for at least one day.',
  'supervision.week.supervision': 'Supervision',
  'supervision.week.supervision.hint': 'Hours of the session, such as 1 or 1.5, or minutes such as 90m.',
  'supervision.week.day': 'Day of supervision',
  'supervision.week.save': 'Save week',
  'supervision.week.saved': (
    { n, minutes, submitted, signed }: { n: number; minutes: number; submitted: boolean; signed: boolean },
    format: Format,
  ) => {
    const time = length(minutes, format);
    const what = format.plural(n, { one: `1 entry (${time})`, other: `# entries (${time})` });
    if (!signed) return `Logged: ${what}.`;
    return submitted ? `Submitted for signature: ${what}.` : `Saved as drafts: ${what}. They aren’t submitted yet.`;
  },
  'supervision.week.summary': 'Week of',

  'supervision.short.supervision': (
    { minutes, weekday: day, sited }: { minutes: number; weekday: number | null; sited: boolean },
    format: Format,
  ) => `${more(minutes, format)} of individual supervision${sited ? ' at the site below' : ''}${until(day)}`,
  'supervision.short.minutes': (
    { minutes, weekday: day, sited }: { minutes: number; weekday: number | null; sited: boolean },
    format: Format,
  ) => `${more(minutes, format)}${sited ? ' at the site below' : ''}${until(day)}`,
  'supervision.short.percent': (
    { have, need, weekday: day }: { have: number; need: number; weekday: number | null },
    { number }: Format,
  ) => `${number(Math.floor(have * 100) / 100)}% of ${number(need)}% so far. ${ends(day)}`,
  'supervision.short.count': ({ more, weekday: day }: { more: number; weekday: number | null }, { plural }: Format) =>
    plural(more, {
      0: `An observed session${until(day)}`,
      one: `1 more session${until(day)}`,
      other: `# more sessions${until(day)}`,
    }),
  'supervision.over': ({ weekday: day }: { weekday: number | null }) => `Above the limit. ${ends(day)}`,
};

/** By when: the date follows, except on the last day itself. */
const until = (day: number | null): string => (day === null ? ': today is the last day' : ` by ${weekday(day)},`);
const ends = (day: number | null): string =>
  day === null ? 'Today is the last day' : `The period ends on ${weekday(day)},`;

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
