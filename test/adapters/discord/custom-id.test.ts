import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handles, read, token, written } from '../../../adapters/discord/components/custom-id.ts';
import { msg } from './views.ts';

const name = fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/);
const id = fc.stringMatching(/^[a-z2-7]{16}$/);

describe('what a button says', () => {
  it('comes back as it was written', () => {
    const tokens = fc.record({
      is: fc.constantFrom('do', 'form', 'page', 'done' as const),
      to: name,
      with: fc.dictionary(name, id, { maxKeys: 2, noNullPrototype: true }),
      scope: fc.option(
        id.map((x) => `discord.${x}`),
        { nil: null },
      ),
      confirm: fc.constant(null),
    });
    fc.assert(
      fc.property(tokens, (of) => {
        const text = written(of as never);
        if (text === null) return true;
        expect(text.length).toBeLessThanOrEqual(100);
        expect(read(text)).toEqual(of);
        return true;
      }),
    );
  });

  it('carries the question to ask first, or falls back to the general one', () => {
    const ask = token('ask', 'consult.discard', {
      with: { draft: 'abcdefghijklmnop' },
      confirm: msg('preview.discard.confirm'),
    });
    expect(read(written(ask) ?? '')).toEqual(ask);
    const long = token('ask', 'consult.discard', {
      with: { draft: 'abcdefghijklmnop' },
      scope: 'discord.abcdefghijklmnop',
      confirm: msg('a'.repeat(60)),
    });
    expect(read(written(long) ?? '')).toEqual({ ...long, confirm: null });
  });

  it('is told apart where two buttons say the same', () => {
    const handle = handles(null);
    const twice = [handle(token('do', 'a.b')), handle(token('do', 'a.b'))].map((h) => h.custom_id);
    expect(new Set(twice).size).toBe(2);
    expect(twice.map(read)).toEqual([token('do', 'a.b'), token('do', 'a.b')]);
  });

  it('is nothing when it is not ours', () => {
    for (const text of ['', '?', 'zfoo', '🙂']) expect(read(text)).toBeNull();
  });
});
