import { scanAhead } from '../../../deidentify/index.ts';
import type { Asked } from '../../../runtime/context.ts';
import { withoutIdentifiers } from '../../../runtime/identifiers.ts';
import { cutBetweenWords } from '../../../runtime/pasted/cut.ts';
import { entryLimits } from '../model.ts';

/** Notes of many rows, scanned before the first is read. */
export const scanNotes = (rows: readonly { readonly notes: string }[], ctx: Pick<Asked, 'lexicon'>): void =>
  scanAhead(
    rows.flatMap(({ notes }) => (notes === '' ? [] : [{ text: notes }])),
    ctx.lexicon,
  );

/** A note as it would be kept: identifiers, and words that may be some, are replaced; the rest is cut where it is too long. */
export function cleaned(
  notes: string,
  ctx: Pick<Asked, 'lexicon'>,
): { readonly text: string; readonly replaced: number } {
  const { text, n } = withoutIdentifiers(notes, ctx);
  return { text: cutBetweenWords(text, entryLimits.topics), replaced: n };
}
