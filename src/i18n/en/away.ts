/** Days away: what a person sets, and what others see of it. */
export const away = {
  'away.help': 'Set the days you’re away, or say that you’re back',
  'away.title': 'Away',
  'away.set': 'Away',
  'away.who':
    'Others take your turns and parts while you’re away, and messages to you wait. Your group can see that you take no part then, but not why.',
  'away.from': 'First day away',
  'away.until': 'First day back',
  'away.until.hint': 'Leave this empty to be away until you say you’re back.',
  'away.order': 'First day back: choose a day after the first day away.',
  'away.past': 'This day has passed. Choose today or later.',
  'away.tell': 'Mention in my open questions that I may reply later',
  'away.tell.hint': 'Only in questions under your name.',
  'away.thread': 'The person who asked may reply later.',
  'away.saved': 'Your days away were saved.',
  'away.over': 'Welcome back. You’re not away anymore.',
  'away.none': 'You’re not away.',
  'away.now': 'You’re away from',
  'away.back': 'back on',
  'away.open': 'until you say you’re back',
  'away.end': 'I’m back',
  'away.change': 'Change my days away',
};
