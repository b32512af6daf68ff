import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { shownDate, shownTime } from '../../../runtime/typed-fields.ts';
import {
  body,
  dateField,
  form,
  option,
  pickField,
  refilled,
  switchField,
  textField,
  typedOption,
} from '../../../view/build.ts';
import type { Field, Form, Option } from '../../../view/view.ts';
import { type Agreement, isSigned } from '../agreement/model.ts';
import { entryLimits, formats, type SupervisionEntry } from '../model.ts';
import { activityName, packOf } from '../packs.ts';
import { choicesIn } from './input.ts';

/** What the form is for: a new entry, one that is not signed yet, or the correction of a signed one. */
export type EntryForm = { readonly as: 'new' } | { readonly as: 'edit' | 'correct'; readonly entry: string };

/** The form of an entry, in the order of a quick one: what is rarely needed stands last. */
export function entryForm(
  ctx: Pick<Asked, 'packs'>,
  a: Agreement,
  of: EntryForm,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
): Form {
  const pack = packOf(ctx, a.pack);
  const choices = choicesIn(a, pack);
  const kinds = choices.map(({ value, activity, modality }): Option => {
    const hint = modality === null ? null : say('supervision.modality', { modality });
    const label = pack?.activities.find(({ id }) => id === activity.id)?.label;
    return label === undefined ? option(value, activityName(activity.id, pack), hint) : typedOption(value, label, hint);
  });
  const fields: Field[] = [
    dateField('date', say('supervision.date'), { required: true, value: 'today' }),
    textField(
      'minutes',
      say('supervision.minutes'),
      { max: 30 },
      { required: true, hint: say('supervision.minutes.hint') },
    ),
    pickField('kind', say('supervision.activity'), kinds, { required: true }),
    pickField(
      'site',
      say('supervision.site'),
      a.sites.map((site, i) => typedOption(String(i), site)),
      { required: true, value: '0' },
    ),
    ...(isSigned(a)
      ? [switchField('submit', say('supervision.submit'), { hint: say('supervision.submit.hint'), value: 'yes' })]
      : []),
    pickField(
      'format',
      say('supervision.format'),
      formats.map((format) => option(format, say('supervision.format.name', { format }))),
      { value: 'in_person', hint: say('supervision.format.hint') },
    ),
    ...(a.modalities.includes('group')
      ? [textField('groupSize', say('supervision.groupSize'), { max: 3 }, { hint: say('supervision.groupSize.hint') })]
      : []),
    textField('start', say('supervision.start'), { max: 20 }, { hint: say('supervision.start.hint') }),
    textField(
      'topics',
      say('supervision.topics'),
      { lines: 3, max: entryLimits.topics },
      { hint: say('supervision.topics.hint') },
    ),
  ];
  const titles = {
    new: 'supervision.log.title',
    edit: 'supervision.edit.title',
    correct: 'supervision.correct.title',
  } as const;
  const blank = form({
    title: say(titles[of.as]),
    intro: of.as === 'correct' ? [body(say('supervision.correct.intro'))] : [],
    fields,
    submit: say('supervision.log.save'),
    do: 'supervision.log.save',
    with: {
      group: a.group,
      agreement: a.id,
      ...(of.as === 'new' ? {} : { entry: of.entry }),
      ...(of.as === 'correct' ? { correct: 'yes' } : {}),
    },
  });
  return refilled(blank, values, errors);
}

/** An entry as the values of its form. */
export const valuesOf = (e: SupervisionEntry, a: Agreement, locale: string): Record<string, string> => ({
  date: shownDate(e.date, locale),
  ...repeated(e, a),
  start: e.start === null ? '' : shownTime(e.start, locale),
  topics: e.topics,
});

/** What is likely the same again: everything but the day, the time and what it was about. */
export const repeated = (e: SupervisionEntry, a: Agreement): Record<string, string> => ({
  minutes: String(e.minutes),
  kind: e.modality === null ? e.activity : `${e.activity}.${e.modality}`,
  site: String(Math.max(0, a.sites.indexOf(e.site))),
  format: e.format ?? 'in_person',
  groupSize: e.groupSize === null ? '' : String(e.groupSize),
});
