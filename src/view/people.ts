import { spansOfDocument } from './document-spans.ts';
import type { PersonRef } from './references.ts';
import type { Block, Span, View } from './view.ts';

/** Everybody a view names, and everybody picked in its fields, each once. */
export function peopleOfView(view: View): { readonly named: Set<PersonRef>; readonly picked: Set<PersonRef> } {
  const blocks = view.is === 'form' ? view.intro : view.blocks;
  const picked = view.is === 'form' ? view.fields.flatMap((f) => (f.is === 'people' ? f.value.split(',') : [])) : [];
  const named = blocks.flatMap(spansIn).flatMap((span) => (span.is === 'person' ? [span.who] : []));
  return { named: new Set(named), picked: new Set(picked.filter((ref) => ref !== '')) };
}

function spansIn(block: Block): readonly Span[] {
  switch (block.is) {
    case 'text':
      return block.spans;
    case 'facts':
      return block.rows.flatMap((row) => row.value);
    case 'list':
      return block.items.flatMap((item) => [...item.title, ...item.detail]);
    case 'copy':
      return block.lines.flatMap((line) => line.spans);
    case 'file':
      return spansOfDocument(block.document);
    default:
      return [];
  }
}
