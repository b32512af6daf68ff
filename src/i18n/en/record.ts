import type { Format } from '../format.ts';

const modeWords = {
  thread: 'In writing, online',
  in_person: 'In person',
  video: 'Video',
  phone: 'Phone',
  other: 'Other',
} as const;
const riskWords = {
  self_harm: 'Self-harm',
  harm_to_others: 'Harm to others',
  abuse_report: 'Abuse report',
  none: 'None',
  not_stated: 'Not stated',
} as const;
const missingWords = { question: 'the question', decision: 'your decision', rationale: 'your rationale' } as const;
type Missing = keyof typeof missingWords;
type Mode = keyof typeof modeWords;
type Risk = keyof typeof riskWords;

/** The consultation record: writing, finishing, amending, copying. */
export const record = {
  'log.help': 'Log a consultation that happened elsewhere',
  'records.help': 'See your consultation records',
  'record.closeTitle': 'Close and document',
  'record.logTitle': 'Log a consultation',
  'record.presentedTitle': 'Takeaways',
  'record.presented.hint':
    'What the group advised and what you take with you. Checked for identifiers, and kept as a draft that only you see.',
  'record.editTitle': 'Your record',
  'record.question': 'Question',
  'record.guidance': 'Advice received',
  'record.guidance.hint': 'Include advice you didn’t follow.',
  'record.guidance.cut': 'Shortened to fit where marked […]. Include advice you didn’t follow.',
  'record.replyMark': ({ n }: { n: number }) => `Reply ${n}`,
  'record.decision': 'Your decision',
  'record.rationale': 'Rationale (including advice not followed)',
  'record.finish.hint': ({ shares }: { shares: boolean }) =>
    `Needed to lock the record${shares ? ' and to share the decision' : ''}. Without it, a draft is saved.`,
  'record.decision.share':
    'Your decision: enter what to share, or turn off “Share the decision with the group.” Then it can stay empty.',
  'record.advisers': 'Colleagues consulted',
  'record.advisers.hint': 'At least one, here or under “Someone else.”',
  'record.advisers.short': 'At least one. For a colleague from outside, use “More fields” instead.',
  'record.outsiders': 'Someone else',
  'record.outsiders.hint': 'Name and credential, one per line: Juno Marsh, PhD',
  'record.outsiders.credential':
    'Someone else: add the credential after the comma. If there is none, send this as it is.',
  'record.outsiders.error': 'Colleagues consulted: enter from 1 to 12 people.',
  'record.advisers.self': 'Colleagues consulted: enter the people who advised you, not yourself.',
  'record.outsiders.long': 'Enter one name per line (at most 80 characters), followed by a comma and the credential.',
  'record.minutes': 'Minutes',
  'record.duration': 'Duration',
  'record.minutes.hint': 'From 1 to 480, or a length such as 1.5h or 1h 15m',
  'record.followUp': 'Follow-up date',
  'record.followUp.order': 'Follow-up date: choose a day after the consultation.',
  'record.followUp.far': 'Follow-up date: this is more than ten years ahead. Check the year.',
  'record.keepDraft': 'Save as a draft, to add risk, next steps, or standards',
  'record.locks': ({ minutes, days, shared }: { minutes: number; days: number; shared: boolean }, { plural }: Format) =>
    `Otherwise it’s locked now: ${plural(minutes, { one: '# minute', other: '# minutes' })}, ${
      days === 0 ? 'no follow-up' : `follow-up in ${plural(days / 7, { one: '# week', other: '# weeks' })}`
    }, ${shared ? 'decision shared' : 'not shared'}.`,
  'record.share': 'Share the decision with the group',
  'record.on': 'Date',
  'record.on.missing': 'Date: enter the day of the consultation, such as Mar 9, 2026, or “today”.',
  'record.on.future': 'Date: this day is in the future. Enter the day of the consultation.',
  'record.on.old': 'Date: this is more than ten years ago. Check the year.',
  'record.at': 'Time',
  'record.at.hint': 'Such as 2:30 PM or 14:30.',
  'record.mode': 'Format',
  'record.mode.name': ({ mode }: { mode: Mode }) => modeWords[mode],
  'record.topic': 'Topic',
  'record.save': 'Save details',
  'record.details': 'Add details',
  'record.detailsTitle': 'Details',
  'record.facts': 'Relevant background',
  'record.risk': 'Risk',
  'record.risk.name': ({ risk }: { risk: Risk }) => riskWords[risk],
  'record.actions': 'Next steps',
  'record.actions.hint': 'One per line, at most 10.',
  'record.actions.error': 'Next steps: enter at most 10 lines of up to 200 characters.',
  'record.codes': 'Standards consulted',
  'record.charted': 'I’ve noted this in my own chart',
  'record.summary': 'Consultation record',
  'record.changed': 'This record has changed. This is the current version, so please choose again.',
  'record.saved': 'Saved as a draft. It isn’t final until you finish it.',
  'record.savedClosed': 'The consultation was closed. The record is a draft until you finish it.',
  'record.savedShare': ({ why }: { why: 'asked' | 'missing' | 'words' }) =>
    ({
      asked: 'The consultation was closed, and the record was saved as a draft. Below is what the group will see.',
      missing:
        'The consultation was closed. The record isn’t locked, because something is missing. Below is what the group will see.',
      words:
        'The consultation was closed. The record isn’t locked, because you need to check some words first. Below is what the group will see.',
    })[why],
  'record.toFinish': ({ missing }: { missing: readonly Missing[] }, { list }: Format) =>
    `To finish it, choose Edit and add ${list(missing.map((field) => missingWords[field]))}.`,
  'record.taken': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, {
      one: '1 identifier was removed before saving.',
      other: '# identifiers were removed before saving.',
    }),
  'record.state': 'Status',
  'record.state.name': ({ status }: { status: 'draft' | 'final' }) => (status === 'draft' ? 'Draft' : 'Final'),
  'record.case': 'Case',
  'record.caseRef': ({ ref }: { ref: string }) => ref,
  'record.late': '(late entry)',
  'record.written': 'Written',
  'record.length': ({ minutes }: { minutes: number }, { plural }: Format) =>
    plural(minutes, { one: '# minute', other: '# minutes' }),
  'record.disclaimer':
    'Consultation is advice between colleagues. It is not supervision. You remain responsible for the client’s care.',
  'record.finish': 'Finish and lock',
  'record.lockedClosed':
    'The consultation was closed, and the record is locked. To correct or add something, amend it.',
  'record.lockedShare':
    'The consultation was closed, and the record is locked. You can find it with /consult records. Below is what the group will see.',
  'record.lookFirst': 'Saved as a draft, because some words were replaced. Check them, then choose “Finish and lock.”',
  'record.readFirst': 'Saved as a draft for you to check. Read it, then choose “Finish and lock.”',
  'record.namesLeft': 'Names left in, because a colleague who advised has them. Choose “Edit” if one is a client’s.',
  'record.finished': 'The record is locked. To correct or add something, amend it.',
  'record.edit': 'Edit',
  'record.amend': 'Amend',
  'record.amendTitle': 'Add an amendment',
  'record.amendText': 'What to add',
  'record.amendReason': 'Reason',
  'record.amended': 'The amendment was added.',
  'record.amendment': 'Amendment',
  'record.copy': 'Copy for my chart',
  'note.label': 'Consultation note',
  'note.title': 'Consultation with colleagues',
  'note.draft': 'Draft: not final, and it may change.',
  'note.leftOut':
    'Advice of colleagues who aren’t checked under “Colleagues consulted” is left out. To include it, edit the record and check them.',
  'note.late': 'Late entry, written',
  'note.colleagues': 'Colleagues consulted',
  'note.decision': 'Decision',
  'note.rationale': 'Rationale',
  'note.followUp': 'Follow-up',
  'note.responsibility': 'Responsibility',
  'note.responsible':
    'This was advice from colleagues, not supervision. Decisions and responsibility for the client’s care remain with the treating clinician.',
  'record.discard': 'Delete',
  'record.discard.confirm': 'Delete this record? This can’t be undone.',
  'record.discarded': 'The record was deleted.',
  'records.summary': 'My records',
  'records.empty': 'No records yet. Close a question with a record, or run /consult log.',
  'followUp.summary': 'A follow-up is due',
  'followUp.text': 'Follow-up due. You set it for',
  'followUp.open': 'Open record',
  'followUp.due': 'Follow-up due',
};
