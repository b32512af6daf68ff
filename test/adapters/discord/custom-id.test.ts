import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createComponentIds,
  customId,
  decodeCustomId,
  encodeCustomId,
} from '../../../adapters/discord/components/custom-id.ts';
import { msg } from './views.ts';

const name = fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/);
const id = fc.stringMatching(/^[a-z2-7]{16}$/);

describe('what a button says', () => {
  it('comes back as it was written', () => {
    const tokens = fc.record({
      is: fc.constantFrom('command', 'form', 'page', 'submit' as const),
      to: name,
      with: fc.dictionary(name, id, { maxKeys: 2, noNullPrototype: true }),
      scope: fc.option(
        id.map((x) => `discord.${x}`),
        { nil: null },
      ),
      confirm: fc.constant(null),
      yes: fc.constant(null),
      page: fc.constantFrom(null, { kept: 'aZ09-_bcd', n: 3 }),
    });
    fc.assert(
      fc.property(tokens, (of) => {
        const text = encodeCustomId(of as never);
        if (text === null) return true;
        expect(text.length).toBeLessThanOrEqual(100);
        expect(decodeCustomId(text)).toEqual(of);
        return true;
      }),
    );
  });

  it('has room for two ids, days and a format where it is written in short words, and reads them back', () => {
    const ids = { group: 'abcdefghijklmnop', agreement: 'qrstuvwxyz234567' };
    for (const [to, values] of [
      ['supervision.document', { ...ids, document: 'bacb-monthly-verification', format: 'json', period: '2026-03-01' }],
      ['supervision.sign.all', { ...ids, upTo: '1772737920000', n: '8', of: '100' }],
      [
        'credit.statement',
        { group: ids.group, pack: 'us-wa-certified-counselor', from: '2025-03-06', to: '2026-03-05' },
      ],
    ] as const) {
      const of = customId('command', to, { with: values, scope: 'discord.1427370123456789012' });
      expect(decodeCustomId(encodeCustomId(of) ?? '')).toEqual(of);
    }
  });

  it('in short words, too, whatever is carried comes back as it was', () => {
    const value = fc.oneof(
      id,
      fc.date({ min: new Date(0), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)),
      fc.integer({ min: 1e12, max: 4e12 }).map(String),
      fc.constantFrom('1969-12-31', '2026-02-30', 'a-V', '*a', '_a', 'x-verification'),
      fc.string({ maxLength: 12 }),
    );
    const names = fc.constantFrom('group', 'agreement', 'from', 'to', 'upTo', 'x');
    fc.assert(
      fc.property(fc.dictionary(names, value, { minKeys: 3, maxKeys: 5, noNullPrototype: true }), (values) => {
        const of = customId('command', 'supervision.sign.all', { with: values });
        const text = encodeCustomId(of);
        if (text !== null) expect(decodeCustomId(text)).toEqual(of);
      }),
    );
  });

  it('carries what the button says that answers yes, as long as there is room', () => {
    const ask = customId('confirm', 'consult.close', { with: { a: 'b' }, yes: msg('word.open') });
    expect(decodeCustomId(encodeCustomId(ask) ?? '')).toEqual(ask);
    const long = { ...ask, with: { a: 'b'.repeat(80) } };
    expect(decodeCustomId(encodeCustomId(long) ?? '')).toEqual({ ...long, yes: null });
  });

  it('carries the question to ask first, or falls back to the general one', () => {
    const ask = customId('confirm', 'consult.discard', {
      with: { draft: 'abcdefghijklmnop' },
      confirm: msg('preview.discard.confirm'),
    });
    expect(decodeCustomId(encodeCustomId(ask) ?? '')).toEqual(ask);
    const long = customId('confirm', 'consult.discard', {
      with: { draft: 'abcdefghijklmnop' },
      scope: 'discord.abcdefghijklmnop',
      confirm: msg('a'.repeat(60)),
    });
    expect(decodeCustomId(encodeCustomId(long) ?? '')).toEqual({ ...long, confirm: null });
  });

  it('is told apart where two buttons say the same', () => {
    const componentId = createComponentIds(null);
    const twice = [componentId(customId('command', 'a.b')), componentId(customId('command', 'a.b'))].map(
      (h) => h.custom_id,
    );
    expect(new Set(twice).size).toBe(2);
    expect(twice.map(decodeCustomId)).toEqual([customId('command', 'a.b'), customId('command', 'a.b')]);
  });

  it('is nothing when it is not ours', () => {
    for (const text of ['', '?', 'zfoo', '🙂']) expect(decodeCustomId(text)).toBeNull();
  });
});
