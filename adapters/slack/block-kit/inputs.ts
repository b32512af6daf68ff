import type { types } from '@slack/bolt';
import { type Field, type PersonRef, shownZone } from '../../../src/index.ts';
import { clamp, limits } from '../limits.ts';
import { say } from '../words/index.ts';
import { cutLabels, optionsOf } from './choices.ts';
import { plain, type RenderContext } from './render-context.ts';
import { paragraph, textElement } from './rich-text.ts';

type Element = types.InputBlock['element'];

/**
 * A field as an input block, followed by what is wrong with it. The block id ends in the number of the try: Slack keeps
 * what was typed for a block whose id it knows, and would not show a value that Curbside corrected.
 */
export function inputBlocks(field: Field, tries: number, context: RenderContext): types.KnownBlock[] {
  const element = elementFor(field, context);
  const wrong = field.error === null ? [] : [errorBlock(context.words(field.error))];
  if (element === null) return [paragraph([textElement(context.words(field.label), { bold: true })]), ...wrong];
  const whole =
    field.is === 'pick' ? cutLabels(field.options, context).map((text) => paragraph([textElement(text)])) : [];
  return [
    ...whole,
    {
      type: 'input',
      block_id: inputId(field.name, tries),
      label: plain(context.words(field.label), limits.inputLabel),
      element,
      optional: !field.required,
      ...(field.hint === null ? {} : { hint: plain(context.words(field.hint), limits.inputHint) }),
    },
    ...wrong,
  ];
}

const inputId = (name: string, tries: number): string => `${name.slice(0, limits.blockId - 8)}~${tries}`;
export const nameOfInput = (id: string): string => id.slice(0, id.lastIndexOf('~'));

/** What kind of field an element is, told when it comes back: a switch and a pick of several look alike to Slack. */
export type ElementKind = 'text' | 'one' | 'many' | 'people' | 'date' | 'switch' | 'zones';

function elementFor(field: Field, context: RenderContext): Element | null {
  switch (field.is) {
    case 'text':
      return field.suggest === 'zones' ? zonePicker(field.value, context) : textInput(field);
    case 'pick':
      return picker(optionsOf(field.options, context), field.value.split(','), field.many, context);
    case 'scale':
      return picker(scaleOptions(field, context), [field.value], false, context);
    case 'people':
      return peoplePicker(field, context);
    case 'date':
      return {
        type: 'datepicker',
        action_id: kind('date'),
        ...(isDate(field.value) ? { initial_date: field.value } : {}),
      };
    case 'switch': {
      const option = { text: plain(context.words({ key: 'word.yes' }), limits.optionText), value: 'yes' };
      return {
        type: 'checkboxes',
        action_id: kind('switch'),
        options: [option],
        ...(field.value === 'yes' ? { initial_options: [option] } : {}),
      };
    }
  }
}

const kind = (k: ElementKind): ElementKind => k;

/** Slack refuses an input whose value is longer than its limit, so the limit gives way; the core says what is too long. */
function textInput(field: Extract<Field, { is: 'text' }>): types.PlainTextInput {
  const value = clamp(field.value, limits.inputText);
  return {
    type: 'plain_text_input',
    action_id: kind('text'),
    multiline: field.lines > 1,
    // Slack marks what is optional, counts down near the end, and says what is too short or empty before it sends.
    ...(field.required && field.min > 1 && (value === '' || value.length >= field.min)
      ? { min_length: Math.min(field.min, limits.inputText) }
      : {}),
    max_length: Math.max(1, Math.min(limits.inputText, Math.max(field.max, value.length))),
    ...(value === '' ? {} : { initial_value: value }),
  };
}

function zonePicker(value: string, context: RenderContext): types.ExternalSelect {
  const placeholder = plain(context.words(say('slack.zones')));
  const known =
    value === '' || value.length > limits.optionText ? {} : { initial_option: zoneOption(value, context.locale) };
  return { type: 'external_select', action_id: kind('zones'), min_query_length: 2, placeholder, ...known };
}

/** A zone to choose, or the one chosen: its IANA name under the words that people know it by. */
export const zoneOption = (zone: string, locale: string): types.PlainTextOption => ({
  text: plain(shownZone(zone, locale), limits.optionText),
  value: zone,
});

function picker(
  options: types.PlainTextOption[],
  values: readonly string[],
  many: boolean,
  context: RenderContext,
): Element | null {
  const chosen = options.filter((o) => o.value !== undefined && values.includes(o.value));
  const [first] = chosen;
  if (options.length === 0) return null;
  const few = options.length <= limits.choices;
  const placeholder = plain(context.words({ key: 'field.choose' }));
  if (many) {
    const initial = first ? { initial_options: chosen } : {};
    return few
      ? { type: 'checkboxes', action_id: kind('many'), options, ...initial }
      : { type: 'multi_static_select', action_id: kind('many'), options, placeholder, ...initial };
  }
  const initial = first ? { initial_option: first } : {};
  return few
    ? { type: 'radio_buttons', action_id: kind('one'), options, ...initial }
    : { type: 'static_select', action_id: kind('one'), options, placeholder, ...initial };
}

function scaleOptions(field: Extract<Field, { is: 'scale' }>, context: RenderContext): types.PlainTextOption[] {
  const numbers = Array.from(
    { length: Math.max(0, Math.min(field.to - field.from + 1, limits.selectOptions)) },
    (_, i) => field.from + i,
  );
  return numbers.map((n, i) => {
    const word = field.words[i];
    return { text: plain(word ? `${n} ${context.words(word)}` : String(n), limits.optionText), value: String(n) };
  });
}

function peoplePicker(field: Extract<Field, { is: 'people' }>, context: RenderContext): types.MultiUsersSelect {
  const ids = field.value.split(',').flatMap((ref: PersonRef) => (ref === '' ? [] : (context.people(ref)?.id ?? [])));
  const most = Math.max(1, field.max);
  return {
    type: 'multi_users_select',
    action_id: kind('people'),
    max_selected_items: most,
    ...(ids.length > 0 ? { initial_users: ids.slice(0, most) } : {}),
  };
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

const errorBlock = (text: string): types.KnownBlock => ({ type: 'context', elements: [plain(`↑ ${text}`)] });
