import type { Format } from '../format.ts';

const roleWords = { supervisee: 'supervisee', supervisor: 'supervisor' } as const;
type Role = keyof typeof roleWords;
const competencyWords = {
  ethics_law: 'Ethics and law',
  confidentiality: 'Confidentiality and boundaries',
  assessment: 'Assessment and diagnosis',
  formulation: 'Case formulation',
  planning: 'Treatment planning',
  intervention: 'Relationship and intervention skills',
  risk: 'Risk and crisis',
  culture: 'Cultural humility and diversity',
  documentation: 'Documentation',
  use_of_supervision: 'Use of supervision and feedback',
  professionalism: 'Professionalism and self-care',
  scope: 'Scope and referral',
} as const;
const ratingWords = {
  '1': 'Insufficient (1)',
  '2': 'Developing (2)',
  '3': 'Expected for this stage (3)',
  '4': 'Above expected (4)',
  n: 'Not observed',
} as const;
const standardWords = {
  confidentiality: 'Confidentiality',
  documentation: 'Documentation',
  mandated_reporting: 'Mandated reporting',
  duty_to_protect: 'Duty to protect',
  scope: 'Scope of practice',
  telehealth: 'Telehealth',
  boundaries: 'Boundaries',
} as const;
/** What the other person did; their name stands before it. */
const letterWords = {
  started: 'started an evaluation in your supervision.',
  self: 'submitted a self-rating. It’s ready for you to read.',
  rated: 'submitted your evaluation. It’s ready for you to read.',
  read: 'read your evaluation and may have added a statement.',
} as const;
const stepWords = {
  self: 'Waiting for the supervisee’s self-rating.',
  rating: 'Waiting for the supervisor’s rating.',
  supervisee: 'Waiting for the supervisee to read it.',
  supervisor: 'Waiting for the supervisor to read it.',
  locked: 'Read by both, and locked.',
} as const;
const turnWords = {
  self: 'Your turn: rate yourself, then submit it.',
  rating: 'Your turn: rate, then submit it.',
  supervisee: 'Your turn: read it. You can add a statement.',
  supervisor: 'Your turn: read what was added, then confirm.',
  locked: 'Read by both, and locked.',
} as const;
const goalWords = { open: 'Open', met: 'Met' } as const;

/** Supervision: evaluation. */
export const supervisionEvaluation = {
  'evaluation.help': 'Evaluate a supervisee’s work together, self-rating first',
  'evaluation.title': 'Evaluation',
  'evaluation.list': 'Evaluations',
  'evaluation.list.none': 'There are no evaluations yet.',
  'evaluation.none': 'Nothing is rated yet.',
  'evaluation.pairOnly': 'Only the two of you can see this. It is kept apart from consultation and check-ins.',
  'evaluation.home': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: 'An evaluation is waiting for you.', other: '# evaluations are waiting for you.' }),
  'evaluation.due.letter': 'An evaluation is due in your supervision.',
  'evaluation.letter': ({ about }: { about: keyof typeof letterWords }) => letterWords[about],
  'evaluation.step': ({ step, mine }: { step: keyof typeof stepWords; mine: boolean }) =>
    mine ? turnWords[step] : stepWords[step],

  'evaluation.start': 'Start evaluation',
  'evaluation.start.title': 'Start an evaluation',
  'evaluation.start.intro': 'The supervisee rates themselves first, then the supervisor. We let the other person know.',
  'evaluation.from': 'First day',
  'evaluation.to': 'Last day',
  'evaluation.period.error': 'Last day: choose a day on or after the first day.',
  'evaluation.next': 'Next evaluation',
  'evaluation.next.hint': 'Both of you are reminded on this day.',
  'evaluation.next.error': 'Next evaluation: choose a day after today.',
  'evaluation.delete': 'Delete evaluation',
  'evaluation.delete.confirm': 'Delete this evaluation? This can’t be undone.',
  'evaluation.deleted': 'The evaluation was deleted.',

  'evaluation.competency': ({ competency }: { competency: keyof typeof competencyWords }) =>
    competencyWords[competency],
  'evaluation.rating': ({ value }: { value: keyof typeof ratingWords }) => ratingWords[value],
  'evaluation.unrated': 'Not rated yet',
  'evaluation.mine': 'Yours:',
  'evaluation.self': 'Self:',
  'evaluation.supervisor': 'Supervisor:',
  'evaluation.rate': 'Rate',
  'evaluation.ratings': 'Ratings',
  'evaluation.ratings.intro': 'Rate what you can now, and the rest later. Nobody else sees it until you submit it.',
  'evaluation.save': 'Save',
  'evaluation.saved': 'Saved. The other person can’t see it until you submit it.',
  'evaluation.draft': 'Your draft. Only you can see it until you submit it. It’s kept for 60 days after each change.',
  'evaluation.missing': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '1 area isn’t rated yet.', other: '# areas aren’t rated yet.' }),
  'evaluation.unexplained': ({ n }: { n: number }, { plural }: Format) =>
    plural(n, { one: '1 low rating needs a comment.', other: '# low ratings need a comment.' }),
  'evaluation.comments': 'Comments',
  'evaluation.comments.none': 'There are no comments.',
  'evaluation.commentsBy': ({ role }: { role: Role }) =>
    role === 'supervisee' ? 'Self-rating comments' : 'Supervisor’s comments',
  'evaluation.comment.hint': ({ value }: { value: keyof typeof ratingWords }) =>
    value === 'n' ? 'Not observed. No client facts.' : `Rated ${ratingWords[value]}. No client facts.`,
  'evaluation.comment.needed': 'Needs a comment',
  'evaluation.hand': 'Submit',
  'evaluation.hand.confirm': ({ role }: { role: Role }) =>
    role === 'supervisee'
      ? 'Submit your self-rating? Your supervisor will see it, and you can’t change it afterward.'
      : 'Submit your rating? Your supervisee will see it, and you can’t change it afterward.',
  'evaluation.handed': 'Submitted. We let the other person know.',

  'evaluation.standards': 'Standards reviewed',
  'evaluation.standards.title': 'Standards and goals',
  'evaluation.standards.hint': 'What you went through together.',
  'evaluation.standard': ({ standard }: { standard: keyof typeof standardWords }) => standardWords[standard],
  'evaluation.reviewedOn': 'Reviewed on',
  'evaluation.reviewedOn.error': 'Reviewed on: choose today or an earlier day.',
  'evaluation.goals': 'Goals',
  'evaluation.goals.new': 'New goals',
  'evaluation.goals.hint': 'One per line. Open ones are carried to the next evaluation.',
  'evaluation.goals.long': 'Goals: enter up to 200 characters per line.',
  'evaluation.goals.many': 'Goals: up to 5 can be open at once. Mark some as met, or leave some out.',
  'evaluation.goal': ({ state }: { state: keyof typeof goalWords }) => goalWords[state],
  'evaluation.met': 'Earlier goals that are met',
  'evaluation.carried': 'From an earlier evaluation',

  'evaluation.statement': 'Supervisee’s statement',
  'evaluation.statement.hint': 'No client facts. It can’t be changed afterward.',
  'evaluation.read': 'Add statement and confirm',
  'evaluation.read.intro': 'This confirms that you have read the evaluation. It doesn’t mean that you agree.',
  'evaluation.read.do': 'I have read this',
  'evaluation.read.confirm': 'Confirm that you’ve read this, including any statement? This locks the evaluation.',
  'evaluation.read.saved': 'Confirmed.',
  'evaluation.readBy': ({ role }: { role: Role }) => `Read by the ${roleWords[role]}`,

  'refusal.noEvaluation': 'This evaluation isn’t here, or isn’t yours. Run /supervision evaluate to see yours.',
  'refusal.notEvaluated':
    'Evaluation needs a confirmed agreement between two people who both use Curbside. Run /supervision records to see yours.',
  'refusal.evaluationOpen': 'An evaluation is already open. Run /supervision evaluate to see it.',
  'refusal.evaluationBegun': 'A rating was already submitted, so this evaluation can’t be deleted.',
  'refusal.evaluationIncomplete':
    'Nothing was submitted. Every area needs a rating first, and a supervisor’s low ratings need a comment.',
  'refusal.evaluationTurn': 'It’s the other person’s turn, or this evaluation can’t be changed anymore.',
  'refusal.rateFirst': 'Rate first. Then you can add comments.',
};
