import { type Msg, say } from '../../../i18n/message.ts';
import {
  dateField,
  form,
  option,
  peopleField,
  pickField,
  refilled,
  switchField,
  textField,
} from '../../../view/build.ts';
import type { Field, Form, Values } from '../../../view/view.ts';
import { limits, topics } from '../model.ts';
import { cut } from './advice.ts';
import { type Chosen, chosenIn } from './closing-choices.ts';
import { modes, mostConsultants, riskFlags, textLimits } from './model.ts';

/** `shares`: the form can share the decision, which then has to be there. */
const text = (name: 'decision' | 'rationale', shares = false): Field =>
  textField(
    name,
    say(`record.${name}`),
    { lines: 3, max: textLimits[name] },
    { hint: say('record.finish.hint', { shares }) },
  );
const advice = (value: string): Field => {
  const hint = say(value.includes(cut) ? 'record.guidance.cut' : 'record.guidance.hint');
  return textField(
    'guidance',
    say('record.guidance'),
    { lines: 6, max: textLimits.guidance },
    { required: true, hint },
  );
};

const question = textField('question', say('record.question'), { lines: 2, ...limits.question }, { required: true });
const advisers = (hint: Msg): Field =>
  peopleField('advisers', say('record.advisers'), mostConsultants, { others: true, hint });
const afterAdvice = (of: RecordForm): readonly Field[] => [
  text('decision', of === 'close'),
  text('rationale'),
  advisers(say('record.advisers.hint')),
  textField('outsiders', say('record.outsiders'), { lines: 2, max: 900 }, { hint: say('record.outsiders.hint') }),
  textField(
    'minutes',
    say('record.minutes'),
    { max: 30 },
    { required: true, value: '15', hint: say('record.minutes.hint') },
  ),
  dateField('followUp', say('record.followUp')),
];
/** When it was: what is asked for first of something that Curbside did not see. */
const when: readonly Field[] = [
  dateField('date', say('record.on'), { required: true }),
  textField('time', say('record.at'), { max: 20 }, { hint: say('record.at.hint') }),
];
const elsewhere: readonly Field[] = [
  pickField(
    'mode',
    say('record.mode'),
    modes.filter((m) => m !== 'thread').map((mode) => option(mode, say('record.mode.name', { mode }))),
    { required: true, value: 'in_person' },
  ),
  pickField(
    'topic',
    say('record.topic'),
    topics.map((topic) => option(topic, say('topic.name', { topic }))),
    { value: 'case' },
  ),
];

export type RecordForm = 'close' | 'log' | 'edit' | 'editLog' | 'presented';

/** What somebody presented at a meeting, in short: the rest is written when the draft is finished. */
const presented: readonly Field[] = [
  question,
  textField(
    'guidance',
    say('meet.takeAways'),
    { lines: 6, max: textLimits.guidance },
    { required: true, hint: say('record.presented.hint') },
  ),
  dateField('followUp', say('record.followUp')),
];

/** The names of what is typed and picked where the rest was chosen before. */
export const shortNames: readonly string[] = ['guidance', 'decision', 'rationale', 'advisers', 'draft'];

/** What sending it does, with what was chosen, stands where it is sent: no platform's window names its button so. */
const short = (chosen: Chosen, values: Readonly<Record<string, string>>): readonly Field[] => [
  advice(values.guidance ?? ''),
  text('decision', chosen.share === 'yes'),
  text('rationale'),
  advisers(say('record.advisers.short')),
  switchField('draft', say('record.keepDraft'), {
    hint: say('record.locks', {
      minutes: Number(chosen.minutes),
      days: Number(chosen.inDays),
      shared: chosen.share === 'yes',
    }),
  }),
];

/**
 * The form of a record: on closing a thread (`close`), for something that happened elsewhere (`log`), after a meeting
 * (`presented`), or again while it is a draft. Values and errors of an earlier try are put back in.
 */
export function recordForm(
  of: RecordForm,
  to: Values,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const titles = {
    close: 'record.closeTitle',
    log: 'record.logTitle',
    edit: 'record.editTitle',
    editLog: 'record.editTitle',
    presented: 'record.presentedTitle',
  } as const;
  const shared = [advice(values.guidance ?? ''), ...afterAdvice(of)];
  const ends = switchField('draft', say('record.keepDraft'));
  const chosen = chosenIn(to);
  const fields =
    of === 'presented'
      ? presented
      : chosen !== null
        ? short(chosen, values)
        : of === 'close'
          ? [...shared, switchField('share', say('record.share')), ends]
          : of === 'edit'
            ? [question, ...shared, ends]
            : [...when, question, ...shared, ...elsewhere, ends];
  const blank = form({
    title: say(titles[of]),
    fields,
    submit: say(of === 'presented' ? 'word.save' : 'record.finish'),
    do: 'record.save',
    with: { ...to, form: of },
  });
  return refilled(blank, values, errors);
}

/** What fewer people need: facts, risk, steps, standards, charted. */
export function detailsForm(
  to: Values,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const fields = [
    textField('facts', say('record.facts'), { lines: 3, max: textLimits.facts }),
    pickField(
      'risk',
      say('record.risk'),
      riskFlags.map((risk) => option(risk, say('record.risk.name', { risk }))),
      { many: true },
    ),
    textField('actions', say('record.actions'), { lines: 3, max: 2100 }, { hint: say('record.actions.hint') }),
    textField('codes', say('record.codes'), { max: textLimits.codes }),
    switchField('charted', say('record.charted')),
  ];
  return refilled(
    form({
      title: say('record.detailsTitle'),
      fields,
      submit: say('record.save'),
      do: 'record.details.save',
      with: to,
    }),
    values,
    errors,
  );
}

export function amendForm(
  to: Values,
  values: Readonly<Record<string, string>> = {},
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const fields = [
    textField('text', say('record.amendText'), { lines: 3, min: 1, max: textLimits.amendment }, { required: true }),
    textField('reason', say('record.amendReason'), { min: 1, max: textLimits.reason }, { required: true }),
  ];
  return refilled(
    form({ title: say('record.amendTitle'), fields, submit: say('record.amend'), do: 'record.amend.save', with: to }),
    values,
    errors,
  );
}
