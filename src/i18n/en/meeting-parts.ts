/** Who has a part in a meeting: what they are told before it, and when it becomes theirs or somebody else’s. */
export const meetingParts = {
  'meet.stage': ({ stage }: { stage: 'starting' | 'running' | 'done' }) =>
    ({
      starting: 'The meeting is starting',
      running: 'The meeting is under way',
      done: 'The meeting has ended',
    })[stage],
  'meet.now': 'Now: consultation meeting until',
  'meet.turn.presents': 'You present on',
  'meet.turn.facilitates': 'You facilitate on',
  'meet.turn.presents.summary': 'You present at a planned meeting',
  'meet.turn.facilitates.summary': 'You facilitate a planned meeting',
  'meet.turn.prepare': 'Bring a question, set a theme, swap, or pass.',
  'meet.turn.ready': ({ what }: { what: 'question' | 'theme' | 'held' }) =>
    ({
      question: 'Your question is on the agenda.',
      theme: 'Your theme is on the agenda.',
      held: 'Your turn is kept for what you present.',
    })[what],
  'meet.turn.agenda': 'The agenda lists the parts and their minutes. At the meeting, you start the clock.',
  'meet.turn.over': ({ was }: { was: 'presents' | 'facilitates' }) =>
    ({ presents: 'You no longer present on', facilitates: 'You no longer facilitate on' })[was],
  'meet.turn.over.summary': 'Your part in a meeting was handed off',
  'meet.turn.keeps': 'You come first next time.',
  'meet.turn.goes': ({ what }: { what: 'question' | 'theme' }) =>
    ({
      question: 'Your question leaves the agenda and stays open.',
      theme: 'Your theme leaves the agenda.',
    })[what],
  'meet.pass': 'Pass this time',
  'meet.pass.confirm': ({ what }: { what: 'question' | 'theme' | 'turn' }) =>
    ({
      question: 'Pass this time? Your question leaves the agenda and stays open. The next person in turn presents.',
      theme: 'Pass this time? Your theme leaves the agenda. The next person in turn presents.',
      turn: 'Pass this time? No reason is needed. The next person in turn presents.',
    })[what],
  'meet.passed': ({ what, next }: { what: 'question' | 'theme' | 'turn'; next: 'given' | 'open' }) =>
    [
      'You passed.',
      ...{
        question: ['Your question left the agenda and stays open.'],
        theme: ['Your theme left the agenda.'],
        turn: [],
      }[what],
      next === 'given' ? 'The next person in turn presents and gets a message.' : 'Nobody has the turn yet.',
    ].join(' '),
  'meet.absent': 'I can’t make it',
  'meet.absent.confirm': ({ what }: { what: 'question' | 'theme' | 'turn' }) =>
    ({
      question:
        'Hand off your part in this meeting? Your question leaves the agenda and stays open. You come first next time.',
      theme: 'Hand off your part in this meeting? Your theme leaves the agenda. You come first next time.',
      turn: 'Hand off your part in this meeting? You keep your place and come first next time.',
    })[what],
  'meet.absent.done': ({ what, next }: { what: 'question' | 'theme' | 'turn'; next: 'given' | 'open' }) =>
    [
      next === 'given' ? 'A colleague has your part and gets a message.' : 'Nobody has your part yet.',
      ...{
        question: ['Your question left the agenda and stays open.'],
        theme: ['Your theme left the agenda.'],
        turn: [],
      }[what],
      'You keep your place.',
    ].join(' '),
};
