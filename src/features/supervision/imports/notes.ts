import type { Asked } from '../../../runtime/context.ts';
import { withoutIdentifiers } from '../../../runtime/identifiers.ts';
import { entryLimits } from '../model.ts';

/** A note as it would be kept: identifiers, and words that may be some, are replaced; the rest is cut where it is too long. */
export function cleaned(
  notes: string,
  ctx: Pick<Asked, 'lexicon'>,
): { readonly text: string; readonly replaced: number } {
  const { text, n } = withoutIdentifiers(notes, ctx);
  return { text: cut(text, entryLimits.topics), replaced: n };
}

/** Between words, and never inside a placeholder. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // One sign more tells whether a word ends there.
  const whole = text.slice(0, most + 1).replace(/\[[^\]]*$/, '');
  const start = /\s$/.test(whole) ? whole.trimEnd() : whole.replace(/\s*(?:\[[^\]]*\]\S*|\S+)$/, '');
  return start === '' ? text.slice(0, most) : start;
}
