import {
  type APICheckboxComponent,
  type APICheckboxGroupComponent,
  type APIRadioGroupComponent,
  type APIStringSelectComponent,
  type APITextInputComponent,
  type APIUserSelectComponent,
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import { type Field, type Option, shownDate, shownZone } from '../../../src/index.ts';
import { type optionsOf, selectable } from '../components/select-menus.ts';
import { type Reader, words } from '../components/text.ts';
import { clamp, limits } from '../limits.ts';
import { say } from '../words/index.ts';

/**
 * The controls of a modal. Discord has no date picker: a date is typed. It blocks a submit that breaks `min_length`,
 * `max_length` or `required` with its own words, so these say no more than the field itself does.
 */
export function textField(field: Extract<Field, { is: 'text' }>, locale: string): APITextInputComponent {
  const value = field.suggest === 'zones' ? shownZone(field.value, locale) : field.value;
  const most = Math.min(limits.textInput, Math.max(field.max, value.length));
  return {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: field.lines > 1 ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.required,
    max_length: Math.max(1, most),
    ...(field.required && field.min > 0 ? { min_length: Math.min(field.min, most) } : {}),
    ...(value === '' ? {} : { value: clamp(value, limits.textInput) }),
  };
}

/** Room for whatever way to write a date the core reads. */
const dateLength = 30;

export function dateField(field: Extract<Field, { is: 'date' }>, locale: string): APITextInputComponent {
  return {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: TextInputStyle.Short,
    required: field.required,
    max_length: dateLength,
    placeholder: words(say('discord.datePlaceholder'), locale),
    ...(field.value === '' ? {} : { value: clamp(shownDate(field.value, locale), dateLength) }),
  };
}

type Choice = APIRadioGroupComponent | APICheckboxGroupComponent | APIStringSelectComponent;

/** Radios or checkboxes while Discord has room for them (radios: 2 to 10 options), else a select. */
export function choiceField(
  field: { readonly name: string; readonly required: boolean },
  many: boolean,
  all: readonly Option[],
  chosen: ReadonlySet<string>,
  drawn: (options: readonly Option[]) => ReturnType<typeof optionsOf>,
): Choice {
  const options = drawn(selectable(all, chosen));
  const base = { custom_id: field.name, required: field.required };
  if (!many && options.length >= limits.radioLeast && options.length <= limits.groupOptions) {
    return { type: ComponentType.RadioGroup, ...base, options: onlyOneDefault(options) };
  }
  if (many && options.length >= 1 && options.length <= limits.groupOptions) {
    return {
      type: ComponentType.CheckboxGroup,
      ...base,
      options,
      min_values: field.required ? 1 : 0,
      max_values: options.length,
    };
  }
  // A select refuses to be empty: one entry that means nothing stands in for no options at all.
  const some = options.length > 0 ? options : [{ value: '-', label: '—' }];
  return {
    type: ComponentType.StringSelect,
    ...base,
    options: many ? some : onlyOneDefault(some),
    min_values: field.required ? 1 : 0,
    max_values: many ? some.length : 1,
  };
}

function onlyOneDefault<O extends { default?: boolean }>(options: readonly O[]): O[] {
  const first = options.findIndex((o) => o.default);
  return options.map((o, i) => (o.default && i !== first ? { ...o, default: false } : o));
}

export function peopleField(field: Extract<Field, { is: 'people' }>, reader: Reader): APIUserSelectComponent {
  const most = Math.min(Math.max(field.max, 1), limits.peopleSelect);
  const ids = (field.value === '' ? [] : field.value.split(',')).flatMap((ref) => reader.people(ref).userId ?? []);
  const defaults = [...new Set(ids)]
    .slice(0, most)
    .map((id) => ({ id, type: SelectMenuDefaultValueType.User as const }));
  return {
    type: ComponentType.UserSelect,
    custom_id: field.name,
    required: field.required,
    min_values: field.required ? 1 : 0,
    max_values: most,
    ...(defaults.length > 0 ? { default_values: defaults } : {}),
  };
}

export const switchField = (field: Extract<Field, { is: 'switch' }>): APICheckboxComponent => ({
  type: ComponentType.Checkbox,
  custom_id: field.name,
  default: field.value === 'yes',
});
