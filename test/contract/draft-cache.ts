import { beforeEach, describe, expect, test } from 'vitest';
import type { DraftCache } from '../../src/index.ts';

/** What every adapter of the port `DraftCache` must do. `pass` moves its clock on (ms). */
export function draftCacheContract(name: string, open: () => { drafts: DraftCache; pass(ms: number): void }): void {
  describe(`draft cache: ${name}`, () => {
    let drafts: DraftCache;
    let pass: (ms: number) => void;
    beforeEach(() => {
      ({ drafts, pass } = open());
    });

    test('gives back what was put last, to its owner only', async () => {
      const raw = { fields: { text: 'Grüße' }, keep: ['a'], hide: [] };
      await drafts.put('ada', 'd', 'first');
      await drafts.put('ada', 'd', raw);
      expect(await drafts.get('ada', 'd')).toEqual(raw);
      expect(await drafts.get('ben', 'd')).toBeNull();
      expect(await drafts.get('ada', 'e')).toBeNull();
    });

    test('dropping takes one piece of one owner, and is no error when nothing is there', async () => {
      await drafts.put('ada', 'd', 'a');
      await drafts.put('ben', 'd', 'b');
      await drafts.drop('ada', 'd');
      await drafts.drop('ada', 'none');
      expect(await drafts.get('ada', 'd')).toBeNull();
      expect(await drafts.get('ben', 'd')).toBe('b');
    });

    test('a piece is gone 30 minutes after it was put', async () => {
      await drafts.put('ada', 'd', 'a');
      pass(30 * 60_000 - 1);
      expect(await drafts.get('ada', 'd')).toBe('a');
      pass(1);
      expect(await drafts.get('ada', 'd')).toBeNull();
    });
  });
}
