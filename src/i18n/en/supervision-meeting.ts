import type { Format } from '../format.ts';
import { arrives, type Waits } from './arrives.ts';

const focusWords = {
  case: 'Case discussion',
  development: 'Professional development',
  ethics: 'Ethics',
  reflection: 'Self-reflection',
  identity: 'Therapist identity',
} as const;
const fieldWords = { topics: 'Topics', feedback: 'Feedback', directives: 'Directives', actions: 'Actions' } as const;
const textWords = {
  ...fieldWords,
  reflection: 'Reflection',
  comment: 'Comment',
  goals: 'Goals',
  statement: 'Statement',
  concerns: 'Concerns and remediation plan',
  frequency: 'Meeting frequency',
  credential: 'Supervisor’s credential and state',
  emergency: 'In an emergency',
  fee: 'Fee',
  outside: 'Supervisor who doesn’t use Curbside',
} as const;
const agendaWords = {
  case: 'A case',
  treatment_strategy: 'Treatment strategy',
  ethics: 'Ethics',
  specialised_knowledge: 'Specialized knowledge',
  addiction: 'Addiction',
} as const;
const statusWords = { open: 'Open', locked: 'Locked' } as const;
const actionWords = { open: 'Open', done: 'Done', moved: 'Carried to a later meeting' } as const;

/** Supervision: notes of meetings, private reflections, and what goes between supervision and consultation. */
export const supervisionMeeting = {
  'supervision.identifiers.in': ({ field, n }: { field: keyof typeof textWords; n: number }, { plural }: Format) =>
    plural(n, {
      one: `${textWords[field]}: 1 possible identifier was replaced. Read what is left, then save again.`,
      other: `${textWords[field]}: # possible identifiers were replaced. Read what is left, then save again.`,
    }),

  'meeting.help': 'Write or read the notes of your supervision meetings',
  'meeting.title': 'Meeting note',
  'meeting.list': 'Meeting notes',
  'meeting.new': 'New note',
  'meeting.none': 'There are no meeting notes yet.',
  'meeting.pairOnly':
    'Only the two of you can see these notes. They aren’t a clinical record, so leave out client facts.',
  'meeting.intro': 'Your part of the note. Both of you can read it. No client facts.',
  'meeting.focus': 'Focus',
  'meeting.focus.name': ({ focus }: { focus: keyof typeof focusWords }) => focusWords[focus],
  'meeting.field': ({ field }: { field: keyof typeof fieldWords }) => fieldWords[field],
  'meeting.topics.hint': 'What you talked about. Checked for identifiers before anything is saved.',
  'meeting.feedback.hint': ({ role }: { role: 'supervisee' | 'supervisor' }) =>
    role === 'supervisor' ? 'Feedback you gave.' : 'Feedback you took from it, or would like to give.',
  'meeting.directives.hint': 'What you asked your supervisee to do or not to do.',
  'meeting.actions.hint': 'One per line. Open ones are carried to the next meeting.',
  'meeting.actions.long': 'Actions: enter up to 200 characters per line.',
  'meeting.actions.many': 'Actions: up to 10 can be open at once. Mark some as done, or leave some out.',
  'meeting.actions.open': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '1 open action', other: '# open actions' }),
  'meeting.date': 'Date of the meeting',
  'meeting.date.future': 'Date of the meeting: this day is in the future. Enter the day you met.',
  'meeting.date.taken': 'Date of the meeting: this day already has a note. Open it in the list to change it.',
  'meeting.save': 'Save note',
  'meeting.saved': 'Saved. Both of you can read it.',
  'meeting.open': 'Both of you can write until you both finish the note, or the next one begins.',
  'meeting.waits': 'You finished this note. It locks once the other person does too, or the next one begins.',
  'meeting.finishedBy': 'Finished by the other person. Read it, add your part if you like, then finish it too:',
  'meeting.locked': 'Locked since',
  'meeting.status': ({ status }: { status: keyof typeof statusWords }) => statusWords[status],
  'meeting.blank': 'Nobody has written in this note yet.',
  'meeting.by': 'Written by',
  'meeting.action': ({ state }: { state: keyof typeof actionWords }) => actionWords[state],
  'meeting.carried': 'From an earlier meeting',
  'meeting.done': 'Mark actions as done',
  'meeting.write': 'Write my part',
  'meeting.edit': 'Edit my part',
  'meeting.finish': 'Finish note',
  'meeting.changed': 'Nothing was finished: the note changed since you opened it. This is how it stands now.',
  'meeting.finished': 'Finished.',
  'meeting.letter': 'finished a note on your supervision meeting. It’s ready for you to read and finish.',
  'meeting.delete': 'Delete note',
  'meeting.delete.confirm': 'Delete this note? This can’t be undone.',
  'meeting.deleted': 'The note was deleted.',
  'meeting.home': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: '1 supervision meeting note is ready for you to read and finish.',
      other: '# supervision meeting notes are ready for you to read and finish.',
    }),

  'meeting.agenda': 'Brought from consultation',
  'meeting.agenda.topic': ({ topic }: { topic: keyof typeof agendaWords }) => agendaWords[topic],
  'meeting.agenda.next': 'For the next meeting',
  'meeting.agenda.from': 'From a consultation',
  'meeting.agenda.remove': 'Remove',
  'meeting.agenda.removed': 'Removed from the agenda.',

  'meeting.reflection.title': 'Private reflection',
  'meeting.reflection.intro': 'Only you can read this. Your supervisor never learns that it exists.',
  'meeting.reflection.hint': 'No client facts. Checked for identifiers before anything is saved.',
  'meeting.reflection.save': 'Save for myself',
  'meeting.reflection.saved': 'Saved. Only you can read your reflection.',
  'meeting.reflection.yours': 'Your private reflection (only you can read it)',
  'meeting.reflection.delete.confirm': 'Delete this reflection? This can’t be undone.',
  'meeting.reflection.deleted': 'The reflection was deleted.',
  'meeting.reflect': 'Add private reflection',
  'meeting.reflect.edit': 'Edit private reflection',
  'meeting.reflections': 'Private reflections',
  'meeting.reflections.intro': 'Only you can read these.',
  'meeting.reflections.none': 'You have no private reflections.',

  'bridge.suggest': 'Suggest asking the group',
  'bridge.suggest.confirm':
    'Suggest asking the group? Your supervisee gets a private message and decides. Nothing shows that it was suggested.',
  'bridge.suggest.sent': ({ waits }: { waits: Waits }) =>
    `${arrives('Your supervisee', waits)} Whether they ask is up to them.`,
  'bridge.suggested':
    'Your supervisor suggests asking your consultation group about something you talked about. It’s up to you, and nothing shows that it was suggested.',
  'bridge.bring': 'Take it to supervision',
  'bridge.bring.topic': 'Your supervisor will see this topic and nothing about the case:',
  'bridge.bring.named': 'It’s added to the agenda of your next supervision meeting.',
  'bridge.bring.anonymous':
    'It’s added to the agenda of your next supervision meeting. You asked without your name: if your supervisor is in this group, the topic could hint that this question was yours.',
  'bridge.bring.do': 'Add to agenda',
  'bridge.brought': 'It’s on the agenda of your next supervision meeting.',

  'refusal.noMeeting': 'This meeting note isn’t here, or isn’t yours. Run /supervision meeting to see yours.',
  'refusal.meetingLocked': 'This can’t be changed anymore. You can still read it.',
  'refusal.meetingShared': 'The other person wrote in this note too, so it can’t be deleted.',
  'refusal.noSupervision': 'You have no supervision agreement yet. Run /supervision pair to propose one.',
};
