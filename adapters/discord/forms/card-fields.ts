import {
  type APIComponentInContainer,
  type APIUserSelectComponent,
  ButtonStyle,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord.js';
import type { Field, Option } from '../../../src/index.ts';
import { buttonRows, plainButton } from '../components/buttons.ts';
import { customId } from '../components/custom-id.ts';
import type { RenderContext } from '../components/render-context.ts';
import { numbered, optionsOf, scaleOptions, selectable } from '../components/select-menus.ts';
import { asTyped, words } from '../components/text.ts';
import { clamp, limits } from '../limits.ts';

/** Fields that a message can hold as well as a modal: everything but what is typed. */
export const standsOnCard = (field: Field): boolean => field.is !== 'text' && field.is !== 'date';

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
