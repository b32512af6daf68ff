import { redact, scanned } from '../deidentify/index.ts';
import { say } from '../i18n/message.ts';
import type { Asked } from './context.ts';
import type { FieldProblem } from './field-errors.ts';

/** A text without what may identify somebody, and how many places were replaced. A route that asks this `scans`. */
export function withoutIdentifiers(
  typed: string,
  ctx: Pick<Asked, 'lexicon'>,
): { readonly text: string; readonly n: number } {
  if (typed === '') return { text: '', n: 0 };
  const { text, marks } = redact(typed, scanned({ text: typed }, ctx.lexicon).text ?? []);
  return { text, n: marks.length };
}

/** A short field that others read, or that goes into files: what is left of it is put into the field, to be looked at. */
export function identifiersIn(typed: string, ctx: Pick<Asked, 'lexicon'>): FieldProblem | null {
  const { text, n } = withoutIdentifiers(typed, ctx);
  return n === 0 ? null : { msg: say('field.identifiers', { n }), offer: text };
}
