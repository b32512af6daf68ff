import { type Field, type Form, type Msg, plainSpans } from '../../../src/index.ts';
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
  /** The same in plain words, where it stands behind the title. */
  readonly besideTitle: string | null;
}

/**
 * A form as pages of five components at most. The introduction takes one of the five; where that alone would cost
 * another page it goes behind the title instead, or into the description of the first field, if there is room. One that
 * finds none and stands on the card from which the form is opened is left out here. So are fields that the answer offers too,
 * where they would cost a page.
 */
export function pagesOf(whole: Form, locale: string): Page[] {
  const all = dividedOf(whole, locale);
  const now = whole.fields.filter((field) => field.later === undefined || field.error !== null);
  const fewer = now.length === whole.fields.length ? all : dividedOf({ ...whole, fields: now }, locale);
  return fewer.length < all.length ? fewer : all;
}

function dividedOf(form: Form, locale: string): Page[] {
  const text = introOf(form, locale);
  const short = costsPage(form) ? introWords(form, locale) : '';
  const besideTitle = fitsTitle(form, short, locale) ? short : null;
  const asHint = besideTitle === null && fitsHint(form, short, locale) ? short : null;
  const elsewhere = besideTitle !== null || asHint !== null || (short !== '' && form.opener !== undefined);
  const most = limits.modalComponents;
  const out: Page[] = [];
  for (let at = 0; at < form.fields.length || out.length === 0; ) {
    const first = out.length === 0;
    const intro = first && text !== '' && !elsewhere ? text : null;
    const size = roomFor(form.fields, at, intro === null ? most : most - 1);
    const row = rowOf(form.fields[at]);
    const beside = first
      ? { hint: asHint, besideTitle }
      : { hint: null, besideTitle: row === null ? null : words(row, locale) };
    out.push({ fields: form.fields.slice(at, at + size), intro, ...beside });
    at += size;
  }
  return out;
}

/** How many fields the page that begins here holds: a row of a table has pages of its own. */
function roomFor(fields: readonly Field[], at: number, most: number): number {
  const row = keyOf(fields[at]);
  const other = fields.slice(at, at + most).findIndex((field) => keyOf(field) !== row);
  return other < 0 ? most : other;
}

const rowOf = (field: Field | undefined): Msg | null => (field?.is === 'text' ? (field.cell?.row ?? null) : null);
const keyOf = (field: Field | undefined): string => JSON.stringify(rowOf(field));

/** Whether the introduction alone would make one page more. */
const costsPage = ({ intro, fields: { length: n } }: Form): boolean =>
  intro.length > 0 && Math.ceil((n + 1) / limits.modalComponents) > Math.ceil(n / limits.modalComponents);

/** The title of a modal with what stands behind it. */
export const modalTitle = (form: Form, beside: string | null, locale: string): string =>
  [words(form.title, locale), ...(beside === null ? [] : [beside])].join(` ${words({ key: 'word.dot' }, locale)} `);

const fitsTitle = (form: Form, intro: string, locale: string): boolean =>
  intro !== '' && modalTitle(form, intro, locale).length <= limits.modalTitle;

function fitsHint({ fields: [first] }: Form, intro: string, locale: string): boolean {
  return (
    intro !== '' &&
    first !== undefined &&
    first.hint === null &&
    words(first.label, locale).length <= limits.fieldLabel &&
    intro.length <= limits.fieldDescription
  );
}

/** Whether the introduction stands in the form itself, so that no card before it needs to show it. */
export const introStands = ([first]: readonly Page[]): boolean =>
  first !== undefined && (first.intro ?? first.hint ?? first.besideTitle) !== null;

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
