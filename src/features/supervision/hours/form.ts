import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { shownTime } from '../../../runtime/typed-fields.ts';
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
import type { Block, Field, Form, Option } from '../../../view/view.ts';
import { todayIn } from '../agreement/find.ts';
import { type Agreement, canSign } from '../agreement/model.ts';
import { entryLimits, formats, observedWays, type SupervisionEntry } from '../model.ts';
import { activityName, packOf } from '../packs.ts';
import type { Pack } from '../rules/pack.ts';
import { choicesIn, modalityBeside } from './input.ts';

/** What the form is for: a new entry, one that is not signed yet, or the correction of a signed one. */
export type EntryForm = { readonly as: 'new' } | { readonly as: 'edit' | 'correct'; readonly entry: string };

/** The form of an entry, in the order of a quick one: what is rarely needed stands last. */
export function entryForm(
  ctx: Pick<Asked, 'packs' | 'now'>,
  a: Agreement,
  of: EntryForm,
  values: Readonly<Record<string, string>>,
  errors: Readonly<Record<string, Msg>> = {},
  notes: readonly Block[] = [],
): Form {
  const pack = packOf(ctx, a.pack);
  const choices = choicesIn(a, pack);
  const kinds = choices.map((choice): Option => {
    const { value, activity } = choice;
    const hint = modalityBeside(choice, choices);
    const label = pack?.activities.find(({ id }) => id === activity.id)?.label;
    return label === undefined ? option(value, activityName(activity.id, pack), hint) : typedOption(value, label, hint);
  });
  const needsStart = pack?.entryFields.includes('start') ?? false;
  const overlaps = values.overlap === 'yes' || errors.start?.key === 'supervision.start.overlap';
  const start: Field[] = [
    textField(
      'start',
      say('supervision.start'),
      { max: 20 },
      { required: needsStart, hint: say(needsStart ? 'supervision.start.needed.hint' : 'supervision.start.hint') },
    ),
    ...(overlaps ? [switchField('overlap', say('supervision.overlap.keep'))] : []),
  ];
  const fields: Field[] = [
    dateField('date', say('supervision.date'), { required: true, value: todayIn(ctx, a) }),
    ...(needsStart || overlaps ? start : []),
    textField(
      'minutes',
      say('supervision.minutes'),
      { max: 30 },
      { required: true, hint: say('supervision.minutes.hint', { step: pack?.roundTo ?? 1 }) },
    ),
    pickField('kind', say('supervision.activity'), kinds, { required: true }),
    pickField(
      'site',
      say('supervision.site'),
      a.sites.map((site, i) => typedOption(String(i), site)),
      { required: true, value: '0' },
    ),
    ...(canSign(a)
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
    ...(needsStart || overlaps ? [] : start),
    ...extraFields(a, pack),
  ];
  const titles = {
    new: 'supervision.log.title',
    edit: 'supervision.edit.title',
    correct: 'supervision.correct.title',
  } as const;
  const blank = form({
    title: say(titles[of.as]),
    intro: of.as === 'correct' ? [body(say('supervision.correct.intro'))] : notes,
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

/** What only some boards ask, and what was said in a session. */
function extraFields(a: Agreement, pack: Pack | null): Field[] {
  const observed = pack?.entryFields.includes('observed') || a.methods.some((m) => m === 'live' || m === 'recording');
  const typed = (name: 'topics' | 'feedback' | 'directives', hint: Msg) =>
    textField(name, say(`supervision.${name}`), { lines: 3, max: entryLimits[name] }, { hint });
  return [
    ...(observed
      ? [
          textField('observed', say('supervision.observed'), { max: 20 }, { hint: say('supervision.observed.hint') }),
          pickField(
            'observedHow',
            say('supervision.observedHow'),
            observedWays.map((how) => option(how, say('supervision.observedHow.name', { how }))),
            { value: 'live' },
          ),
        ]
      : []),
    ...(pack?.entryFields.includes('restricted')
      ? [switchField('restricted', say('supervision.restricted'), { hint: say('supervision.restricted.hint') })]
      : []),
    typed('topics', say('supervision.topics.hint')),
    typed('feedback', say('supervision.feedback.hint')),
    typed('directives', say('supervision.directives.hint')),
  ];
}

/** An entry as the values of its form. */
export const valuesOf = (e: SupervisionEntry, a: Agreement, locale: string): Record<string, string> => ({
  date: e.date,
  ...repeated(e, a),
  start: e.start === null ? '' : shownTime(e.start, locale),
  topics: e.topics,
  feedback: e.feedback,
  directives: e.directives,
  observed: e.observed === null ? '' : String(e.observed.minutes),
  observedHow: e.observed?.how ?? 'live',
  restricted: e.restricted ? 'yes' : 'no',
});

/** What is likely the same again: everything but the day, the time and what it was about. */
export const repeated = (e: SupervisionEntry, a: Agreement): Record<string, string> => ({
  minutes: String(e.minutes),
  kind: e.modality === null ? e.activity : `${e.activity}.${e.modality}`,
  site: String(Math.max(0, a.sites.indexOf(e.site))),
  format: e.format ?? 'in_person',
  groupSize: e.groupSize === null ? '' : String(e.groupSize),
});
