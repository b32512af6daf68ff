import { redact, scanned } from '../../../deidentify/index.ts';
import type { Asked } from '../../../runtime/context.ts';
import { entryLimits } from '../model.ts';

/** A note as it would be kept: identifiers, and words that may be some, are replaced; the rest is cut where it is too long. */
export function cleaned(
  notes: string,
  ctx: Pick<Asked, 'lexicon'>,
): { readonly text: string; readonly replaced: number } {
  if (notes === '') return { text: '', replaced: 0 };
  const short = notes.slice(0, entryLimits.topics);
  const { text, marks } = redact(short, scanned({ text: short }, ctx.lexicon).text ?? []);
  return { text: text.slice(0, entryLimits.topics), replaced: marks.length };
}
