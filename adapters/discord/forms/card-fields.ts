import {
  type APIComponentInContainer,
  type APIUserSelectComponent,
  ButtonStyle,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js';
import { type Field, type Option, shownDate } from '../../../src/index.ts';
import { buttonRows, plainButton } from '../components/buttons.ts';
import { customId } from '../components/custom-id.ts';
import type { RenderContext } from '../components/render-context.ts';
import { numbered, optionsOf, scaleOptions, selectable } from '../components/select-menus.ts';
import { asTyped, words } from '../components/text.ts';
import { clamp, limits } from '../limits.ts';

/** Fields that a message can hold as well as a modal: everything but what is typed. */
export const standsOnCard = (field: Field): boolean => field.is !== 'text' && field.is !== 'date';

/** How much of a typed value is shown where only a glance at it is needed. */
const glanceLength = 80;

/** What a field holds, in words, for somebody who did not open its page. */
export function fieldText(field: Field, context: RenderContext): string {
  const { locale } = context;
  const labels = (all: readonly Option[]): string[] =>
    field.value
      .split(',')
      .flatMap((value) => all.find((o) => o.value === value) ?? [])
      .map(({ label }) => ('msg' in label ? words(label.msg, locale) : label.typed));
  if (field.is === 'people') {
    // Names of those who were only picked are not looked up: Discord shows them, and a private message notifies nobody.
    const users = (field.value === '' ? [] : field.value.split(',')).flatMap((ref) => context.people(ref).userId ?? []);
    return users.map((user) => `<@${user}>`).join(', ') || '–';
  }
  const said = (): string => {
    switch (field.is) {
      case 'pick':
        return labels(field.options).join(', ');
      case 'scale':
        return labels(scaleOptions(field)).join(', ');
      case 'switch':
        return words(field.value === 'yes' ? { key: 'word.yes' } : { key: 'word.no' }, locale);
      case 'date':
        return shownDate(field.value, locale);
      case 'text':
        return field.value;
    }
  };
  return asTyped(clamp(said().replaceAll('\n', ' '), glanceLength) || '–');
}

/** A field of a kept form as it stands on a private card: choosing is kept at once, nothing is sent yet. */
export function cardField(field: Field, form: string, context: RenderContext): APIComponentInContainer[] {
  const id = customId('field', form, { with: { f: field.name } });
  const label = words(field.label, context.locale);
  const chosen = new Set(field.value === '' ? [] : field.value.split(','));
  const drawn = (all: readonly Option[], how: typeof optionsOf) => how(selectable(all, chosen), chosen, context.locale);
  const mark = field.required ? ` ${words({ key: 'field.requiredMark' }, context.locale)}` : '';
  const heading = { type: ComponentType.TextDisplay, content: `**${asTyped(label)}**${mark}` } as const;
  switch (field.is) {
    case 'pick':
      return [heading, select(field, drawn(field.options, optionsOf), field.many, id, context)];
    case 'scale':
      return [heading, select(field, drawn(scaleOptions(field), numbered), false, id, context)];
    case 'people':
      return [heading, { type: ComponentType.ActionRow, components: [people(field, id, context)] }];
    case 'switch': {
      const on = field.value === 'yes';
      const flip = customId('field', form, { with: { f: field.name, v: on ? 'no' : 'yes' } });
      return buttonRows([
        plainButton(`${on ? '☑' : '☐'} ${label}`, flip, on ? ButtonStyle.Success : ButtonStyle.Secondary, context),
      ]);
    }
    default:
      return [];
  }
}

function select(
  field: Field,
  options: ReturnType<typeof optionsOf>,
  many: boolean,
  id: ReturnType<typeof customId>,
  context: RenderContext,
): APIComponentInContainer {
  const some = options.length > 0 ? options : [{ value: '-', label: '—' }];
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        ...context.componentId(id),
        placeholder: clamp(words(field.label, context.locale), limits.selectPlaceholder),
        min_values: field.required ? 1 : 0,
        max_values: many ? some.length : 1,
        options: some,
      },
    ],
  };
}

function people(
  field: Extract<Field, { is: 'people' }>,
  id: ReturnType<typeof customId>,
  context: RenderContext,
): APIUserSelectComponent {
  const most = Math.min(Math.max(field.max, 1), limits.peopleSelect);
  const ids = (field.value === '' ? [] : field.value.split(',')).flatMap((ref) => context.people(ref).userId ?? []);
  return {
    type: ComponentType.UserSelect,
    ...context.componentId(id),
    min_values: field.required ? 1 : 0,
    max_values: most,
    default_values: [...new Set(ids)]
      .slice(0, most)
      .map((user) => ({ id: user, type: SelectMenuDefaultValueType.User })),
  };
}
