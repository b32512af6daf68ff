import type { types } from '@slack/bolt';

type Blocks = readonly types.KnownBlock[];

/**
 * At most `most` blocks and `chars` characters of JSON. What goes first is what only shows, from the end; buttons and
 * inputs stay as long as they can, so that a long page is still one that a person can act on. A mark says where it was cut.
 */
export function fit(blocks: Blocks, most: number, chars: number, mark: types.KnownBlock): types.KnownBlock[] {
  const sizes = blocks.map((block) => JSON.stringify(block).length + 1);
  const keep = blocks.map(() => true);
  let count = blocks.length;
  let size = sizes.reduce((sum, n) => sum + n, 2);
  if (count <= most && size <= chars) return [...blocks];
  count += 1;
  size += JSON.stringify(mark).length + 1;
  const lastFirst = blocks.map((_, i) => i).reverse();
  const order = [...lastFirst.filter((i) => !acts(blocks[i])), ...lastFirst.filter((i) => acts(blocks[i]))];
  let cut = blocks.length;
  for (const i of order) {
    if (count <= most && size <= chars) break;
    keep[i] = false;
    cut = Math.min(cut, i);
    count -= 1;
    size -= sizes[i] ?? 0;
  }
  return blocks.flatMap((block, i) => [...(i === cut ? [mark] : []), ...(keep[i] ? [block] : [])]);
}

const acts = (block: types.KnownBlock | undefined): boolean => block?.type === 'actions' || block?.type === 'input';
