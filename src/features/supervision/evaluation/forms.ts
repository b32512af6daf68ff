import { type Msg, say } from '../../../i18n/message.ts';
import { body, dateField, form, option, pickField, refilled, textField, typedOption } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import type { Role } from '../agreement/model.ts';
import { type Competency, competencies, needsComment, ratings, standards } from './competencies.ts';
import { type Evaluation, evaluationLimits, type RatingDraft, valueIn } from './model.ts';

type Values = Readonly<Record<string, string>>;
type Errors = Readonly<Record<string, Msg>>;

interface About {
  readonly group: string;
  readonly evaluation: string;
}

/** Every area with the words of the scale. None must be rated at once: what is left out stays as it was. */
export function ratingForm(about: About, values: Values, errors: Errors = {}): Form {
  const blank = form({
    title: say('evaluation.ratings'),
    intro: [body(say('evaluation.ratings.intro'))],
    fields: competencies.map((competency) =>
      pickField(
        competency,
        say('evaluation.competency', { competency }),
        ratings.map((value) => option(value, say('evaluation.rating', { value }))),
      ),
    ),
    submit: say('evaluation.save'),
    do: 'supervision.evaluation.rate.save',
    with: { ...about },
  });
  return refilled(blank, values, errors);
}

/** A comment for each rating, first those that need one. */
export function commentForm(about: About, draft: RatingDraft, role: Role, values: Values, errors: Errors = {}): Form {
  const needed = (competency: Competency): boolean =>
    role === 'supervisor' && needsComment(valueIn(draft.ratings, competency));
  const rated = competencies.filter((one) => valueIn(draft.ratings, one) !== null);
  const blank = form({
    title: say('evaluation.comments'),
    fields: [...rated.filter(needed), ...rated.filter((one) => !needed(one))].map((competency) =>
      textField(
        competency,
        say('evaluation.competency', { competency }),
        { lines: 2, max: evaluationLimits.comment },
        {
          required: needed(competency),
          hint: say('evaluation.comment.hint', { value: valueIn(draft.ratings, competency) ?? 'n' }),
        },
      ),
    ),
    submit: say('evaluation.save'),
    do: 'supervision.evaluation.comment.save',
    with: { ...about },
  });
  return refilled(blank, values, errors);
}

/** The longest that the lines of goals can be. */
export const goalsLength = evaluationLimits.goals * (evaluationLimits.goal + 1);

/** What was gone through together and when, and the goals: those of before that are met, and new ones. */
export function standardsForm(e: Evaluation, group: string, values: Values, errors: Errors = {}): Form {
  const carried = e.goals.filter((goal) => goal.carried);
  const blank = form({
    title: say('evaluation.standards.title'),
    fields: [
      pickField(
        'standards',
        say('evaluation.standards'),
        standards.map((standard) => option(standard, say('evaluation.standard', { standard }))),
        { many: true, hint: say('evaluation.standards.hint') },
      ),
      dateField('reviewedOn', say('evaluation.reviewedOn')),
      ...(carried.length === 0
        ? []
        : [
            pickField(
              'met',
              say('evaluation.met'),
              carried.map(({ id, text }) => typedOption(id, text)),
              { many: true },
            ),
          ]),
      textField(
        'goals',
        say('evaluation.goals.new'),
        { lines: 4, max: goalsLength },
        { hint: say('evaluation.goals.hint') },
      ),
    ],
    submit: say('evaluation.save'),
    do: 'supervision.evaluation.standards.save',
    with: { group, evaluation: e.id },
  });
  return refilled(blank, values, errors);
}

/** The supervisee says that they read it, and what they have to say to it. */
export function readForm(about: About, values: Values, errors: Errors = {}): Form {
  const blank = form({
    title: say('evaluation.read'),
    intro: [body(say('evaluation.read.intro'))],
    fields: [
      textField(
        'statement',
        say('evaluation.statement'),
        { lines: 4, max: evaluationLimits.statement },
        { hint: say('evaluation.statement.hint') },
      ),
    ],
    submit: say('evaluation.read.do'),
    do: 'supervision.evaluation.read.save',
    with: { ...about },
  });
  return refilled(blank, values, errors);
}
