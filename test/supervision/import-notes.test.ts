import { expect, it } from 'vitest';
import { loadLexicon } from '../../adapters/node/lexicon.ts';
import { cleaned } from '../../src/features/supervision/imports/notes.ts';

const lexicon = loadLexicon();

it('a note is checked as a whole and cut afterward: no part of an identifier is left at the end', () => {
  const filler = 'We talked about pacing and about how the session ends. ';
  for (const identifier of ['margaret.thornton@example.org', '415-555-0134', 'Tobias Krenwinkel'])
    for (let before = 470; before <= 500; before += 3) {
      const { text } = cleaned(`${filler.repeat(12).slice(0, before)} Write to ${identifier} about it.`, { lexicon });
      expect(text.length).toBeLessThanOrEqual(500);
      expect(text).not.toMatch(/marg|thorn|415|555|Tob|Kren|\[[^\]]*$/i);
    }
});
