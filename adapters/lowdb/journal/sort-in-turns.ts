import { setImmediate as turn } from 'node:timers/promises';
import type { Doc } from '../../../src/index.ts';

/** So many are sorted or merged before others have their turn: a millisecond or two. */
const atOnce = 4096;

/** Sorts documents by id, in place. Sorting 200,000 at once would keep everybody waiting for a tenth of a second or longer. */
export async function sortInTurns(docs: Doc[]): Promise<void> {
  let from = docs;
  for (let start = 0; start < docs.length; start += atOnce) {
    const run = docs.slice(start, start + atOnce).sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const [i, doc] of run.entries()) docs[start + i] = doc;
    if (docs.length > atOnce) await turn();
  }
  let into: Doc[] = docs.length > atOnce ? new Array<Doc>(docs.length) : [];
  for (let width = atOnce; width < docs.length; width *= 2) {
    for (let start = 0; start < docs.length; start += 2 * width) await merge(from, into, start, width);
    [from, into] = [into, from];
  }
  for (let i = 0; from !== docs && i < docs.length; i += 1) docs[i] = from[i] as Doc;
}

/** Merges two sorted runs of this width that lie beside each other. */
async function merge(from: readonly Doc[], into: Doc[], start: number, width: number): Promise<void> {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let [left, right] = [start, middle];
  for (let at = start; at < end; at += 1) {
    const [one, other] = [from[left] as Doc, from[right] as Doc];
    const takeLeft = left < middle && (right >= end || one.id < other.id);
    into[at] = takeLeft ? one : other;
    if (takeLeft) left += 1;
    else right += 1;
    if ((at - start) % atOnce === atOnce - 1) await turn();
  }
}
