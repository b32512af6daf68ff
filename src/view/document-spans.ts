import type { Document } from './document.ts';
import type { Span } from './span.ts';

/** Every span of a document, wherever it stands in it: for whoever has to know the people that it names. */
export function spansOfDocument(document: Document): Span[] {
  const found: Span[] = [];
  const walk = (part: unknown): void => {
    if (Array.isArray(part)) for (const one of part) walk(one);
    else if (typeof part === 'object' && part !== null) {
      if ('spans' in part && 'typed' in part) found.push(...(part.spans as readonly Span[]));
      else for (const one of Object.values(part)) walk(one);
    }
  };
  walk([document.about, document.blocks, document.footer, document.sheet, document.data]);
  return found;
}
