import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DraftCache } from '../../src/index.ts';

/** An empty cache of an adapter under test. `pass` moves its clock on (ms). */
export interface OpenDrafts {
  readonly drafts: DraftCache;
  pass(ms: number): void;
  dispose?(): Promise<void>;
}

/** What every adapter of the port `DraftCache` must do. */
export function draftCacheContract(name: string, open: () => OpenDrafts | Promise<OpenDrafts>): void {
  describe(`draft cache: ${name}`, () => {
    let opened: OpenDrafts;
    let drafts: DraftCache;
    const pass = (ms: number): void => opened.pass(ms);
    beforeEach(async () => {
      opened = await open();
      drafts = opened.drafts;
    });
    afterEach(() => opened.dispose?.());

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
