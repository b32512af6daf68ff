import { type Msg, say } from '../../../i18n/message.ts';
import { form, option, pickField, quiet, textField } from '../../../view/build.ts';
import type { Form, Values } from '../../../view/view.ts';
import { limits, needs, topics, urgencies } from '../model.ts';

/** The form of a question. `values` are what it starts with: words after the command, or an earlier try. */
export function askForm(
  to: { do: string; with: Values },
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const rest = (name: string, more: { required?: boolean; hint?: Msg; start?: string } = {}) => ({
    value: values[name] ?? more.start,
    error: errors[name],
    required: more.required,
    hint: more.hint,
  });
  return form({
    title: say('ask.title'),
    fields: [
      textField(
        'question',
        say('ask.question'),
        { lines: 3, ...limits.question },
        rest('question', { required: true, hint: say('ask.question.hint') }),
      ),
      textField(
        'facts',
        say('ask.facts'),
        { lines: 5, max: limits.facts },
        rest('facts', { hint: say('ask.facts.hint') }),
      ),
      textField('tried', say('ask.tried'), { lines: 3, max: limits.tried }, rest('tried')),
      pickField(
        'need',
        say('ask.need'),
        needs.map((need) => option(need, say('need.name', { need }))),
        rest('need'),
      ),
      pickField(
        'urgency',
        say('ask.urgency'),
        urgencies.map((urgency) => option(urgency, say('urgency.name', { urgency }))),
        rest('urgency', { start: 'no_rush' }),
      ),
      pickField(
        'topic',
        say('ask.topic'),
        topics.map((topic) => option(topic, say('topic.name', { topic }))),
        rest('topic', { start: 'case' }),
      ),
    ],
    intro: [quiet(say('ask.promise'))],
    submit: say('ask.preview'),
    do: to.do,
    with: to.with,
  });
}
