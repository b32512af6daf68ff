import { type Field, type Form, plainSpans } from '../../../src/index.ts';
import { pieces } from '../components/blocks.ts';
import type { RenderContext } from '../components/render-context.ts';
import { words } from '../components/text.ts';
import { limits } from '../limits.ts';

/** One modal of a form. */
export interface Page {
  readonly fields: readonly Field[];
  /** The form's introduction, with markup, where it stands above the fields. */
  readonly intro: string | null;
  /** The same in plain words, where it stands under the first field. */
  readonly hint: string | null;
}

/**
 * A form as pages of five components at most. The introduction takes one of the five; where that alone would cost
 * another page it goes into the description of the first field instead, if there is room.
 */
export function pagesOf(form: Form, locale: string): Page[] {
  const text = introOf(form, locale);
  const asHint = introAsHint(form, locale);
  const most = limits.modalComponents;
  const out: Page[] = [];
  for (let at = 0; at < form.fields.length || out.length === 0; ) {
    const first = out.length === 0;
    const intro = first && text !== '' && asHint === null ? text : null;
    const size = intro === null ? most : most - 1;
    out.push({ fields: form.fields.slice(at, at + size), intro, hint: first ? asHint : null });
    at += size;
  }
  return out;
}

/** The introduction in plain words, when above the fields it would cost a page of its own and the first field can carry it. */
function introAsHint(form: Form, locale: string): string | null {
  const intro = introWords(form, locale);
  const n = form.fields.length;
  const costs = Math.ceil((n + 1) / limits.modalComponents) > Math.ceil(n / limits.modalComponents);
  const first = form.fields[0];
  const fits =
    costs &&
    intro !== '' &&
    first !== undefined &&
    first.hint === null &&
    words(first.label, locale).length <= limits.fieldLabel &&
    intro.length <= limits.fieldDescription;
  return fits ? intro : null;
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
