import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord.js';
import type { Field, Form } from '../../../src/index.ts';
import { customId, encodeCustomId } from '../components/custom-id.ts';
import { numbered, optionsOf, scaleOptions } from '../components/select-menus.ts';
import { type Reader, words } from '../components/text.ts';
import { clamp, limits } from '../limits.ts';
import type { KeptForm } from './kept-forms.ts';
import { choiceField, dateField, peopleField, switchField, textField } from './modal-components.ts';
import { modalTitle, type Page } from './pages.ts';

/** One page of a form as Discord's modal. Pure and total. `id` says what the submit means. */
export function renderModal(
  form: Form,
  page: Page,
  id: string,
  reader: Reader,
): APIModalInteractionResponseCallbackData {
  const intro: APITextDisplayComponent[] =
    page.intro === null ? [] : [{ type: ComponentType.TextDisplay, content: clamp(page.intro, limits.textInput) }];
  const labels = page.fields.map((field, i) => label(field, reader, i === 0 ? page.hint : null));
  return {
    custom_id: id,
    title: clamp(modalTitle(form, page.besideTitle, reader.locale), limits.modalTitle),
    components: [...intro, ...labels],
  };
}

/**
 * The page with this number (from 0) of a kept form. Its id says what the form is for as well, where there is room: what is
 * sent after a restart, when the form is kept no more, is taken all the same.
 */
export function renderKeptPage(kept: KeptForm, n: number, reader: Reader): APIModalInteractionResponseCallbackData {
  const page = kept.pages[n] ?? { fields: [], intro: null, hint: null, besideTitle: null };
  const { form, community } = kept;
  const whole = customId('form', form.do, { with: form.with, scope: community.carried, page: { kept: kept.id, n } });
  const id = encodeCustomId(whole) ?? encodeCustomId(customId('page', kept.id, { with: { n: String(n) } })) ?? kept.id;
  return renderModal(form, page, id, reader);
}

/** A field with its label. What is wrong with it takes the place of its hint; a label too long stands there whole. */
function label(field: Field, reader: Reader, intro: string | null): APILabelComponent {
  const name = words(field.label, reader.locale);
  const said = field.error ?? field.hint;
  const [head, rest] = inTwo(name);
  const below = said !== null ? words(said, reader.locale) : (rest ?? intro);
  return {
    type: ComponentType.Label,
    label: said === null ? head : clamp(name, limits.fieldLabel),
    ...(below === null ? {} : { description: clamp(below, limits.fieldDescription) }),
    component: control(field, reader),
  };
}

/**
 * A label that is too long stands whole in the description; one that is too long for that too begins in the label and
 * goes on there, because the words of a questionnaire must not be cut.
 */
function inTwo(name: string): readonly [head: string, rest: string | null] {
  if (name.length <= limits.fieldLabel) return [name, null];
  if (name.length <= limits.fieldDescription) return [clamp(name, limits.fieldLabel), name];
  const space = name.lastIndexOf(' ', limits.fieldLabel - 2);
  const at = space > 0 ? space : limits.fieldLabel - 2;
  return [`${name.slice(0, at)} …`, `… ${name.slice(at).trim()}`];
}

function control(field: Field, reader: Reader): APIComponentInLabel {
  switch (field.is) {
    case 'text':
      return textField(field, reader.locale);
    case 'date':
      return dateField(field, reader.locale);
    case 'pick': {
      const chosen = new Set(field.value === '' ? [] : field.value.split(','));
      return choiceField(field, field.many, field.options, chosen, (options) =>
        optionsOf(options, chosen, reader.locale),
      );
    }
    case 'scale': {
      const chosen = new Set([field.value]);
      return choiceField(field, false, scaleOptions(field), chosen, (options) =>
        numbered(options, chosen, reader.locale),
      );
    }
    case 'people':
      return peopleField(field, reader);
    case 'switch':
      return switchField(field);
  }
}
