import type { Range, Read } from '../ports/store.ts';
import type { Doc, Kind } from './kind.ts';

/** Every document of a kind under an index, page by page: what must be complete may not stop at a first page. */
export async function allOf<T extends Doc>(read: Read, kind: Kind<T>, index: string, range: Range): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const page = await read.find(kind, index, range, { limit: 1000, ...(after ? { after } : {}) });
    all.push(...page.docs);
    after = page.next;
  } while (after);
  return all;
}
