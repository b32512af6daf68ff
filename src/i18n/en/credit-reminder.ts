/** The reminder of a renewal that somebody sets for themselves. */
export const creditReminder = {
  'credit.reminder': 'Renewal reminder',
  'credit.reminder.none': 'Curbside sends no reminders about renewals unless you set one.',
  'credit.reminder.set': 'Remind me',
  'credit.reminder.on': 'Renewal reminder:',
  'credit.reminder.change': 'Change reminder',
  'credit.reminder.remove': 'Remove reminder',
  'credit.reminder.intro': 'You’ll get one private message. Nobody else is told.',
  'credit.reminder.intro.home':
    'Your messages are off, so you’ll see it once on your Curbside home page. Nobody else is told.',
  'credit.reminder.date': 'Remind me on',
  'credit.reminder.date.hint':
    'Any day after today. 60 days before your cycle ends leaves time to ask colleagues to confirm.',
  'credit.reminder.save': 'Set reminder',
  'credit.reminder.range': ({ years }: { years: number }) =>
    `Remind me on: enter a date after today and within ${years} years.`,
  'credit.reminder.saved': 'Your reminder is set.',
  'credit.reminder.removed': 'Your reminder was removed.',
  'credit.reminder.summary': 'The reminder you set',
  'credit.reminder.says':
    'You asked to be reminded of your renewal. Your consultation statement has what you logged so far.',
  'credit.reminder.once': 'This reminder was sent once and is deleted. You can set another one in your statement.',
  'credit.reminder.done': 'Done',
  'credit.reminder.count': 'Renewal reminders',
};
