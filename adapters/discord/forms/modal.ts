import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextDisplayComponent,
  ComponentType,
} from 'discord.js';
import { type Field, type Form, plainSpans } from '../../../src/index.ts';
import { pieces } from '../components/blocks.ts';
import { numbered, optionsOf, type RenderContext, scaleOptions } from '../components/controls.ts';
import { type Reader, words } from '../components/text.ts';
import { clamp, limits } from '../limits.ts';
import { choiceField, dateField, peopleField, switchField, textField } from './modal-components.ts';

/** One modal of a form. */
export interface Page {
  readonly fields: readonly Field[];
  /** Whether the form's introduction stands above the fields. */
  readonly intro: boolean;
}

/**
 * A form as pages of five components at most. The introduction takes one of the five; where that alone would cost
 * another page it goes into the description of the first field instead (see `renderModal`), if there is room.
 */
export function pagesOf(form: Form, locale: string): Page[] {
  const introText = introOf(form, locale);
  const most = limits.modalComponents;
  const fields = form.fields;
  const withIntro = introText !== '' && !introAsHint(form, locale);
  const out: Page[] = [];
  for (let at = 0; at < fields.length || out.length === 0; ) {
    const intro = withIntro && out.length === 0;
    const size = intro ? most - 1 : most;
    out.push({ fields: fields.slice(at, at + size), intro });
    at += size;
  }
  return out;
}

/** True when the introduction would cost a page of its own and the first field can carry it. */
function introAsHint(form: Form, locale: string): boolean {
  const intro = introWords(form, locale);
  const n = form.fields.length;
  const costs = Math.ceil((n + 1) / limits.modalComponents) > Math.ceil(n / limits.modalComponents);
  const first = form.fields[0];
  return (
    costs &&
    intro !== '' &&
    first !== undefined &&
    first.hint === null &&
    words(first.label, locale).length <= limits.fieldLabel &&
    intro.length <= limits.fieldDescription
  );
}

/** The same without markup: a description under a field is plain text. */
const introWords = (form: Form, locale: string): string =>
  form.intro
    .flatMap((b) => (b.is === 'text' ? [plainSpans(b.spans, { locale, zone: 'UTC', name: () => '' })] : []))
    .join(' ');

function introOf(form: Form, locale: string): string {
  const context: RenderContext = {
    locale,
    people: () => ({ name: '', userId: null }),
    componentId: () => ({ custom_id: '-' }),
  };
  return form.intro
    .flatMap((block) => pieces(block, context))
    .flatMap((piece) => (piece.is === 'text' ? [piece.text] : []))
    .join('\n');
}

/** One page of a form as Discord's modal. Pure and total. `customId` says what the submit means. */
export function renderModal(
  form: Form,
  page: Page,
  customId: string,
  reader: Reader,
): APIModalInteractionResponseCallbackData {
  const introText = introOf(form, reader.locale);
  const intro: APITextDisplayComponent[] = page.intro
    ? [{ type: ComponentType.TextDisplay, content: clamp(introText, limits.textInput) }]
    : [];
  const labels = page.fields.map((field) =>
    label(
      field,
      reader,
      field === form.fields[0] && introAsHint(form, reader.locale) ? introWords(form, reader.locale) : null,
    ),
  );
  return {
    custom_id: customId,
    title: clamp(words(form.title, reader.locale), limits.modalTitle),
    components: [...intro, ...labels],
  };
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
      return textField(field);
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
