import { type Msg, say } from '../../../i18n/message.ts';
import { form, msg, option, pickField, place, quiet, textField } from '../../../view/build.ts';
import type { Ref } from '../../../view/references.ts';
import type { Block, Field, Form, Values } from '../../../view/view.ts';
import { needs, paces, topics, urgencies } from '../model.ts';
import { quickId } from '../templates/all.ts';
import type { CaseForm } from '../templates/fields.ts';

/** Where a question goes that is asked outside of its group's channel: there, its author sees no other group. */
export const goesTo = (channel: Ref | null): Block[] =>
  channel === null ? [] : [quiet(say('ask.goesTo'), place(channel), msg(say('word.period')))];

/** The form of a question. `values` are what it starts with: words after the command, or an earlier try. */
export function askForm(
  of: CaseForm,
  to: { do: string; with: Values; channel?: Ref | null },
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  // Of a draft or a question, what is left out stays as it is; a new one has what the form would begin with.
  const waits = (value: string | undefined, start: string | undefined): boolean =>
    value === undefined || value === start || 'draft' in to.with || 'consultation' in to.with;
  const pick = (
    name: string,
    label: Msg,
    options: readonly (readonly [string, Msg])[],
    start?: string,
    later?: true,
  ): Field =>
    pickField(
      name,
      label,
      options.map(([value, words]) => option(value, words)),
      { value: values[name] ?? start, error: errors[name], ...(later && waits(values[name], start) ? { later } : {}) },
    );
  return form({
    title: of.title ?? say('ask.title'),
    fields: [
      ...of.fields.map(({ id, label, hint, min, max, lines, required }) =>
        textField(id, label, { lines, min, max }, { value: values[id], error: errors[id], hint, required }),
      ),
      ...(of.asksNeed
        ? [
            pick(
              'need',
              say('ask.need'),
              needs.map((need) => [need, say('need.name', { need })]),
            ),
          ]
        : []),
      pick(
        'urgency',
        say('ask.urgency'),
        urgencies.map((urgency) => [urgency, say('urgency.name', { urgency })]),
        'no_rush',
        true,
      ),
      ...(of.asksTopic
        ? [
            pick(
              'topic',
              say('ask.topic'),
              topics.map((topic) => [topic, say('topic.name', { topic })]),
              'case',
              true,
            ),
          ]
        : []),
      ...(of.asksPace
        ? [
            pick(
              'pace',
              say('ask.pace'),
              paces.map((pace) => [pace, say('pace.name', { pace })]),
              'days',
            ),
          ]
        : []),
    ],
    intro: [quiet(say('ask.promise')), ...goesTo(to.channel ?? null)],
    submit: say('ask.preview'),
    do: to.do,
    // The quick one needs no word: some platforms have little room for what a form carries.
    with: of.template === quickId ? to.with : { ...to.with, template: of.template },
  });
}
