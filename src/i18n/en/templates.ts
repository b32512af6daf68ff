import type { Format } from '../format.ts';

const urgencyLines = {
  no_rush: 'No rush',
  this_week: 'Needs an answer this week',
  today: 'Needs an answer today',
  risk: 'Someone may be at risk',
} as const;

/** Structures of a question, and their steps in the thread. The words of each are in its file (data/templates). */
export const templates = {
  'template.text': ({ text }: { text: string }) => text,
  'line.structure': ({ name, urgency }: { name: string; urgency: keyof typeof urgencyLines }) =>
    `${name} · ${urgencyLines[urgency]}`,
  'ask.pace': 'Pace of the steps',
  'pace.name': ({ pace }: { pace: 'days' | 'minutes' }) =>
    pace === 'days' ? 'Over several days, whenever there’s time' : 'Live, minute by minute',
  'preview.namedOnly': 'This structure posts under your name, because its turns would show who asked.',
  'preview.anonymousOnly': 'In this group, questions are asked without a name.',
  'preview.noAnonymous': 'In this group, questions are asked under your name.',
  'duty.source': ({ source, year }: { source: string; year: number }) => `Source: ${source} (${year}).`,
  'preview.part2':
    '42 CFR Part 2 protects records of substance-use programs: don’t name a program, and don’t confirm that anyone attends one.',
  'preview.client':
    'This mentions a client. This structure isn’t for questions about clients, so please leave the client out.',
  'preview.clientOrCase': 'This mentions a client. Ask it as a case question, or leave the client out.',
  'preview.asCase': 'Ask as a case question',
  'preferences.help': 'Choose structures, step times, and anonymity for this group',
  'preferences.title': 'How this group consults',
  'preferences.offered': 'Structures offered',
  'preferences.count': ({ n, of }: { n: number; of: number }) => `${n} of ${of}`,
  'preferences.hours': 'Hours per step, over several days',
  'preferences.hoursIs': ({ hours }: { hours: number }, { plural }: Format) =>
    plural(hours, { one: '# hour', other: '# hours' }),
  'preferences.hours.error': 'Hours per step: enter a whole number from 1 to 168.',
  'preferences.anonymity': 'Names on questions',
  'preferences.anonymity.name': ({ may }: { may: 'allow' | 'require' | 'forbid' }) =>
    ({
      allow: 'Each person chooses',
      require: 'Questions are asked without a name',
      forbid: 'Questions and replies have a name',
    })[may],
  'preferences.duty': 'Jurisdiction for duty to protect',
  'preferences.topics': 'Structures by topic',
  'preferences.topics.intro': 'What a question opens with. Members can still choose another structure.',
  'preferences.topics.usual': 'No preference',
  'preferences.retention': 'Closed questions',
  'preferences.retention.is': ({ years }: { years: number | null }, { plural }: Format) =>
    years === null
      ? 'Kept until someone takes them down'
      : plural(years, { one: 'Taken down after # year', other: 'Taken down after # years' }),
  'preferences.retention.hint': 'Members’ own records stay theirs.',
  'structures.byTopic': 'By topic, as this group prefers:',
  'preview.topic': 'In this group, questions on this topic open with:',
  'preview.topic.use': 'Use this structure',
  'preferences.change': 'Change',
  'preferences.times': 'Minutes per step',
  'preferences.minutes.error': 'Enter a whole number of minutes from 1 to 240.',
  'structures.help': 'Choose a structure, such as a case presentation',
  'structures.summary': 'Choose a structure',
  'structures.none': 'This group offers no structures.',
  'structures.use': 'Use this',
  'structures.named': 'Posted under your name.',
  'structures.minutes': ({ minutes }: { minutes: number }, { plural }: Format) =>
    plural(minutes, { one: '# minute live, or over several days.', other: '# minutes live, or over several days.' }),
  'structures.needs': ({ members }: { members: number }) => `It needs at least ${members} members.`,
  'record.structure': 'Structure',
  'idle.notice':
    'Nobody has written here for a while. This consultation closes automatically in a week unless someone replies.',
  'lookBack.ask': 'Did it change what you do?',
  'lookBack.answer': ({ changed }: { changed: 'yes' | 'partly' | 'no' | 'notYet' }) =>
    ({ yes: 'Yes', partly: 'Partly', no: 'No', notYet: 'Not yet' })[changed],
  'lookBack.changed': 'Changed what I do',
  'lookBack.when': 'When do you want to look back at this?',
  'lookBack.in': ({ days }: { days: number }) => `In ${days} days`,
  'lookBack.saved': 'Saved in your record. Only you see it.',
  'lookBack.set': 'The follow-up date is set.',
  'step.summary': 'A step of this consultation',
  'step.title': ({ n, of, name }: { n: number; of: number; name: string }) => `Step ${n} of ${of}: ${name}`,
  'step.turn': 'Turn',
  'step.everyone': 'Everyone',
  'step.until': 'Until',
  'step.open': 'Open',
  'step.over': 'This step is over.',
  'step.listen': 'In this step, please listen and don’t post:',
  'step.listenReply': 'This step is for listening. Reply only if the group needs something from you now.',
  'step.waits': 'Time’s up for this step. The session continues once someone takes the open parts.',
  'step.take': ({ part }: { part: string }) => `Take part as: ${part}`,
  'step.write': ({ what }: { what: string }) => `Write: ${what}`,
  'step.next': 'Next step',
  'step.finish': 'Finish',
  'step.longer': 'More time',
  'step.ended': 'That was the last step',
  'step.endedText': 'can close the consultation and document it now. What was written in the steps is filled in.',
  'step.presenterLeft': 'The person who presented has left the group, so this session ends here.',
  'step.nextDone': 'The next step is in the thread.',
  'step.lastDone': 'The last step is over. The button that closes the consultation is in the thread.',
  'step.nextSoon': 'This step ends in 1 to 5 minutes, at a random time, so that the timing doesn’t point to you.',
  'step.longerDone': 'This step has more time now.',
  'step.overNow': 'This step has already ended. The latest one is in the thread.',
  'step.partDone': 'You’ve taken this part. The step in the thread shows your name.',
  'refusal.namedStructure':
    'This structure can’t be used anonymously, because its turns would show who asked. Post as yourself, or choose another structure.',
  'refusal.anonymousOnly':
    'In this group, questions are asked without a name. Nothing was posted. Open the preview again.',
  'refusal.noAnonymous':
    'In this group, questions are asked under your name. Nothing was posted. Open the preview again.',
  'refusal.notYourTurn': 'It isn’t your turn. The step in the thread shows whose it is.',
  'refusal.partsOpen': 'Someone needs to take the open parts first. The step in the thread shows which.',
  'refusal.presenterHasPart': 'You’re presenting in this session, so the other parts are for colleagues.',
  'refusal.partTaken': 'Someone else has already taken this part.',
  'refusal.onePart': 'You already have a part in this session.',
  'refusal.stepGone': 'There is nothing to write for this step now. Use Reply instead.',
};
