import type { Format } from '../format.ts';

const answers = {
  1: 'Light',
  2: 'Manageable',
  3: 'Heavy in places',
  4: 'Heavy most days',
  5: 'More than I can carry',
} as const;
const helpWords = {
  rest: 'Rest',
  consult: 'A consultation',
  lighter: 'A lighter schedule',
  talk: 'Someone to talk to',
  nothing: 'Nothing right now',
} as const;
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const levelWords = { 2: '2 or lower', 2.5: '2.5', 3: '3', 3.5: '3.5', 4: '4 or higher' } as const;
const countWords = { '6to9': '6 to 9', '10to14': '10 to 14', '15more': '15 or more' } as const;
const trendWords = {
  heavier: 'Heavier than last time.',
  same: 'About the same as last time.',
  lighter: 'Lighter than last time.',
} as const;
const comparedWords = {
  heavier: 'Thank you. Your last four weeks were heavier than the four before.',
  same: 'Thank you. Your last four weeks were about the same as the four before.',
  lighter: 'Thank you. Your last four weeks were lighter than the four before.',
} as const;
const scoreWords = {
  higher: 'higher than last time',
  same: 'the same as last time',
  lower: 'lower than last time',
} as const;
type Answer = keyof typeof answers;

/** Check-ins: what is asked, what only the person sees, the group summary, and reaching a person. */
export const checkin = {
  'checkin.task.answer': 'Check in on how work feels',
  'checkin.task.change': 'Change, pause, or stop your check-ins',
  'checkin.help.now': 'Answer your own check-in; nobody else sees it',
  'checkin.help.schedule': 'Choose when and how you are asked, and how long answers are kept',
  'checkin.help.history': 'See, hide, or delete your own answers',
  'checkin.help.pause': 'Pause your check-ins until you resume',
  'checkin.help.stop': 'End your check-ins and delete your answers',
  'checkin.help.group': 'See what the group as a whole said, when it can be shown',
  'checkin.words': 'Optional; what you type here is not kept',
  'checkin.summary': 'Your check-in',

  'checkin.start.title': 'Check in with yourself',
  'checkin.start.what':
    'Once a week, you get one question: how heavy has work felt? You answer it with one tap. If you like, once a month you also get a longer set of questions about burnout and satisfaction. It’s private, and skipping is fine.',
  'checkin.start.who':
    'Who sees what. Only you see your answers. Owners, supervisors, and moderators can’t see them, or whether you take part.',
  'checkin.start.group':
    'The group. Every four weeks, weekly answers from at least 6 people become one rounded figure for the whole group. It is often withheld. If nearly everyone compared notes, they could still work out the remaining answers; no rule prevents that.',
  'checkin.start.kept': ({ days: n }: { days: number }, { plural }: Format) =>
    `What is kept. Your answers, for ${plural(n, { one: '# day', other: '# days' })} (you can choose 30 to 365), encrypted under a key of your own.`,
  'checkin.start.operator':
    'The person who runs this server could technically read the database. Curbside has no command for that.',
  'checkin.start.leave': 'How to leave. Pause or stop at any time. Stopping deletes what is kept.',
  'checkin.start.weekly': ({ by }: { by: 'direct' | 'home' | null }) =>
    ({
      none: 'Start with the weekly question',
      direct: 'Weekly question, by direct message',
      home: 'Weekly question, on my page',
    })[by ?? 'none'],
  'checkin.start.monthly': ({ by }: { by: 'direct' | 'home' | null }) =>
    ({
      none: 'Start with weekly and monthly questions',
      direct: 'Weekly and monthly, by direct message',
      home: 'Weekly and monthly, on my page',
    })[by ?? 'none'],
  'checkin.start.done': 'You turned on check-ins. You can change when and how at any time.',

  'checkin.asked.over': ({ how }: { how: 'answered' | 'skipped' }) =>
    how === 'answered'
      ? 'You’ve answered for this week. To change it, run /checkin now.'
      : 'You’ve skipped this week. To answer after all, run /checkin now.',
  'checkin.question': 'How heavy has work felt this week?',
  'checkin.answer': ({ value }: { value: Answer }) => `${value} ${answers[value]}`,
  'checkin.low': answers[1] as string,
  'checkin.high': answers[5] as string,
  'checkin.private': 'Only you see your answers.',
  'checkin.skip': 'Skip',
  'checkin.pause': 'Pause',
  'checkin.stop': 'Stop check-ins',
  'checkin.skipped': 'Skipped. That’s all for this week.',
  'checkin.closed': 'That week’s question has closed. Nothing was kept.',
  'checkin.answered': ({ value }: { value: Answer }) =>
    `This week you said: ${value} ${answers[value]}. A new answer replaces it.`,
  'checkin.reminder': 'This is the one reminder you asked for.',
  'checkin.channelGone':
    'Your group’s channel is gone, so we’ve stopped asking your weekly question. Your answers are kept, and you can answer here at any time. If the channel comes back, we’ll ask again.',
  'checkin.invite': 'Check in with yourself',
  'checkin.invite.text':
    'Weekly check-in: how heavy has work felt this week? The button opens the question for you alone; nobody sees who presses it.',
  'checkin.invite.open': 'Answer privately',

  'checkin.thanks': 'Thank you.',
  'checkin.compared': ({ trend }: { trend: keyof typeof comparedWords }) => comparedWords[trend],
  'checkin.diagnosis': 'This is not a diagnosis.',
  'checkin.helpful': 'What would help?',
  'checkin.helps': ({ help }: { help: keyof typeof helpWords }) => helpWords[help],
  'checkin.helps.noted': 'Saved. Only you see it.',
  'checkin.chart': 'Your weekly answers',
  'checkin.chart.alt': ({ weeks, values }: { weeks: number; values: string }, { plural }: Format) =>
    `A line of ${plural(weeks, { one: '# week', other: '# weeks' })}, oldest first: ${values}. 1 is light, 5 is more than I can carry.`,
  'checkin.coffee': 'Invite a colleague for coffee',
  'checkin.person': 'Reach a person now',
  'checkin.results': 'My results',

  'checkin.mine.title': 'Your check-ins',
  'checkin.mine.next': 'Next question',
  'checkin.mine.none': 'None scheduled',
  'checkin.mine.gone': 'None, because your group’s channel is gone. You can answer here at any time.',
  'checkin.mine.away': 'Paused',
  'checkin.mine.awayOpen': 'until you resume',
  'checkin.mine.awayFrom': 'from',
  'checkin.mine.awayUntil': 'back on',
  'checkin.mine.how': 'Delivery',
  'checkin.mine.by': ({ by }: { by: 'direct' | 'home' }) =>
    by === 'direct' ? 'Direct message' : 'On your Curbside page only',
  'checkin.mine.kept': 'Kept for',
  'checkin.mine.days': ({ n }: { n: number }, { plural }: Format) => plural(n, { one: '# day', other: '# days' }),
  'checkin.mine.monthly': 'Monthly questions',
  'checkin.mine.off': 'Off',
  'checkin.mine.failed':
    'We couldn’t deliver your last question as a direct message. You’ll find it on your Curbside page.',
  'checkin.count': 'Include my answers in this group’s summary',
  'checkin.now': 'Answer now',
  'checkin.change': 'Schedule',
  'checkin.back': 'Resume',
  'checkin.dates': 'Pause until a date',

  'checkin.schedule.title': 'Schedule',
  'checkin.schedule.day': 'Day',
  'checkin.schedule.dayName': ({ day }: { day: number }) => days[day - 1] ?? '',
  'checkin.schedule.time': 'Time',
  'checkin.schedule.time.hint': 'Your local time, such as 3:00 PM.',
  'checkin.schedule.weekend': 'This group is quiet on weekends. Choose Monday to Friday.',
  'checkin.schedule.zone': 'Your time zone',
  'checkin.schedule.by': 'How we ask you',
  'checkin.schedule.direct': 'Direct message',
  'checkin.schedule.home': 'On my Curbside page only',
  'checkin.schedule.remind': 'Remind me once, a day later',
  'checkin.schedule.monthly': 'Monthly questions',
  'checkin.schedule.monthlyNone': 'None',
  'checkin.schedule.extra': 'Also ask monthly',
  'checkin.schedule.extra.hint': 'Off unless you choose them.',
  'checkin.schedule.keep': 'Keep answers for (days)',
  'checkin.schedule.keep.error': 'Days: enter a whole number from 30 to 365.',
  'checkin.schedule.save': 'Save',
  'checkin.schedule.saved': 'Your schedule was saved.',

  'checkin.paused': 'Check-ins are paused until you resume.',
  'checkin.pausedUntil': 'Check-ins are paused on these days and start again by themselves.',
  'checkin.resumed': 'Welcome back. You turned check-ins on again.',
  'checkin.away.title': 'Pause check-ins',
  'checkin.away.own':
    'Only you know. It changes nothing else: to be left out of meetings and messages too, use /curbside away.',
  'checkin.away.from': 'First day paused',
  'checkin.away.until': 'First day back',
  'checkin.away.until.hint': 'Leave this empty to pause until you resume.',
  'checkin.away.order': 'First day back: choose a day after the first day paused.',
  'checkin.away.past': 'This day has passed. Choose today or later.',
  'checkin.away.save': 'Pause',

  'checkin.stop.title': 'Stop your check-ins?',
  'checkin.stop.text':
    'You won’t be asked anymore, and your answers are deleted. Group summaries already shown don’t change, and neither does your setting for coffee invitations.',
  'checkin.stop.do': 'Stop and delete',
  'checkin.stop.none': 'You have no check-ins here.',
  'checkin.stopped': 'Your check-ins have ended and your answers were deleted. Thank you.',

  'checkin.history.title': 'Your own answers',
  'checkin.history.none': 'No answers yet.',
  'checkin.history.newer': 'Newer',
  'checkin.history.older': 'Older',
  'checkin.history.own': 'Compared only with your own past answers.',
  'checkin.week': 'Week of',
  'checkin.entry.hidden': 'Hidden',
  'checkin.hide': 'Hide',
  'checkin.unhide': 'Show again',
  'checkin.delete': 'Delete',
  'checkin.delete.confirm': 'Delete this answer? This can’t be undone.',
  'checkin.hidden': 'Hidden from your own pages. It still counts in the group summary; delete it to leave it out.',
  'checkin.shown': 'This answer is shown again.',
  'checkin.deleted': 'The answer was deleted.',

  'checkin.text': ({ text }: { text: string }) => text,
  'checkin.monthly.open': ({ name }: { name: string }) => `Monthly questions: ${name}`,
  'checkin.monthly.time': ({ n, pages }: { n: number; pages: number }, { plural }: Format) =>
    `${plural(n, { one: '# item', other: '# items' })} on ${plural(pages, { one: '# page', other: '# pages' })}, about four minutes or less. You can skip an item, but its scale won’t have a score.`,
  'checkin.monthly.start': 'Begin',
  'checkin.monthly.goOn': 'Continue',
  'checkin.monthly.toPage': ({ page }: { page: number }) => `Page ${page}`,
  'checkin.monthly.finish': 'See my result',
  'checkin.monthly.discard': 'Discard',
  'checkin.monthly.discard.confirm': 'Discard these answers? Nothing is kept.',
  'checkin.monthly.discarded': 'Your answers were discarded. Nothing was kept.',
  'checkin.monthly.page': ({ page, pages }: { page: number; pages: number }) => `Page ${page} of ${pages}`,
  'checkin.monthly.have': ({ have, n }: { have: number; n: number }) => `${have} of ${n} items answered.`,
  'checkin.monthly.save': 'Next',
  'checkin.score': ({ score, from, to }: { score: number; from: number; to: number }) => `${score} (${from} to ${to})`,
  'checkin.score.band': ({ band }: { band: string }) => `in the range its authors call ${band}`,
  'checkin.score.none': 'No score, because an item was skipped',
  'checkin.score.before': ({ change }: { change: keyof typeof scoreWords }) => scoreWords[change],
  'checkin.score.hint': 'Use this to reflect. It isn’t a target.',

  'privacy.checkins': 'Check-in answers and scores (only you can open them)',

  'refusal.noMonthly': 'You have no monthly questions right now. You can turn them on in /checkin schedule.',
  'refusal.noCoffee': 'This message is no longer here. Nothing was sent. You can write it again.',
  'refusal.notAskable': 'This person can’t be invited here right now. Nothing was sent.',

  'checkin.group.title': 'How the group is doing',
  'checkin.group.what': 'The whole group’s weekly answers over four closed weeks. Nothing about any individual.',
  'checkin.group.weeks': 'Four weeks ending',
  'checkin.group.withheld': 'Not enough answers to show a summary this time.',
  'checkin.group.level': ({ level }: { level: keyof typeof levelWords }) =>
    `How heavy, from 1 (light) to 5 (more than I can carry): ${levelWords[level]}.`,
  'checkin.group.count': ({ count }: { count: keyof typeof countWords }) => `${countWords[count]} people answered.`,
  'checkin.group.trend': ({ trend }: { trend: keyof typeof trendWords }) => trendWords[trend],
  'checkin.group.none': 'No four-week period has closed yet.',
  'checkin.group.often': 'The summary is often withheld, so that it doesn’t reveal any one answer.',
  'checkin.group.ask': 'Ask in the channel once a week',
  'checkin.group.askNot': 'Stop asking in the channel',
  'checkin.group.asks': 'We ask in the channel every week, on',
  'checkin.group.asksNot': 'We don’t ask in the channel. People can still run /checkin now.',
  'checkin.group.asked': 'We’ll ask in the channel once a week from now on.',
  'checkin.group.askedNot': 'We no longer ask in the channel.',
};
