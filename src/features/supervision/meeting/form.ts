import { type Msg, say } from '../../../i18n/message.ts';
import { body, dateField, form, option, pickField, refilled, textField } from '../../../view/build.ts';
import type { Field, Form } from '../../../view/view.ts';
import type { Agreement, Role } from '../agreement/model.ts';
import { focuses, type Meeting, meetingLimits, ownActions } from './model.ts';

/** The longest that the lines of actions can be. */
export const actionsLength = meetingLimits.actions * (meetingLimits.action + 1);

/** My part of a note. A new one has its day, last because it is rarely another than today. */
export function meetingForm(
  a: Agreement,
  role: Role,
  meeting: string | null,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const text = (name: 'topics' | 'feedback' | 'directives', hint: Msg): Field =>
    textField(name, say('meeting.field', { field: name }), { lines: 3, max: meetingLimits.text }, { hint });
  const fields: Field[] = [
    pickField(
      'focus',
      say('meeting.focus'),
      focuses.map((focus) => option(focus, say('meeting.focus.name', { focus }))),
      { many: true },
    ),
    text('topics', say('meeting.topics.hint')),
    text('feedback', say('meeting.feedback.hint', { role })),
    ...(role === 'supervisor' ? [text('directives', say('meeting.directives.hint'))] : []),
    textField(
      'actions',
      say('meeting.field', { field: 'actions' }),
      { lines: 3, max: actionsLength },
      { hint: say('meeting.actions.hint') },
    ),
    ...(meeting === null ? [dateField('date', say('meeting.date'), { required: true })] : []),
  ];
  const blank = form({
    title: say('meeting.title'),
    intro: [body(say('meeting.intro'))],
    fields,
    submit: say('meeting.save'),
    do: 'supervision.meeting.save',
    with: { group: a.group, agreement: a.id, ...(meeting === null ? {} : { meeting }) },
  });
  return refilled(blank, values, errors);
}

/** What I wrote in a note, as the values of its form. */
export function valuesOf(m: Meeting, role: Role): Record<string, string> {
  const part = m.parts[role];
  return {
    focus: part?.focus.join(',') ?? '',
    topics: part?.topics ?? '',
    feedback: part?.feedback ?? '',
    directives: part?.directives ?? '',
    actions: ownActions(m, role)
      .map(({ text }) => text)
      .join('\n'),
  };
}
