import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createComponentIds,
  customId,
  decodeCustomId,
  encodeCustomId,
} from '../../../adapters/discord/components/custom-id.ts';
import { shortCommand } from '../../../adapters/discord/components/short-names.ts';
import { routes } from '../../../src/index.ts';
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

  it('carries what the button says that answers yes, as long as there is room', () => {
    const ask = customId('confirm', 'consult.close', { with: { a: 'b' }, yes: msg('word.open') });
    expect(decodeCustomId(encodeCustomId(ask) ?? '')).toEqual(ask);
    const long = { ...ask, with: { a: 'b'.repeat(85) } };
    expect(decodeCustomId(encodeCustomId(long) ?? '')).toEqual({ ...long, yes: null });
  });

  it('falls back to the general question where its own can no longer be said', () => {
    for (const query of [
      '.c=a.dropped.sentence',
      '.c=toString',
      '.c=form.tooLong',
      '.c=form.tooLong&.w=null',
      '.c=form.tooLong&.w={',
    ])
      expect(decodeCustomId(`aconsult.close?${query}`), query).toMatchObject({ to: 'consult.close', confirm: null });
  });

  it('has short names for every command and what it is about, where there is no room for the full ones', () => {
    const [one, two, three, four] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(16)) as [
      string,
      string,
      string,
      string,
    ];
    const long = customId('command', 'supervision.document', {
      with: { group: one, agreement: two, document: 'experience-verification', format: 'pdf' },
      scope: `discord.${three}`,
    });
    const text = encodeCustomId(long) ?? '';
    expect(text.length).toBeLessThanOrEqual(100);
    expect(decodeCustomId(text)).toEqual(long);
    const answer = customId('confirm', 'meeting.swap.answer', {
      with: { group: one, meeting: two, from: four, yes: 'yes' },
      scope: `discord.${three}`,
    });
    expect(decodeCustomId(encodeCustomId(answer) ?? '')).toEqual(answer);
    const signs = customId('command', 'supervision.sign.all', {
      with: { group: one, agreement: two, upTo: '1772737920000', at: '1772737920001', n: '8', of: '10' },
      scope: `discord.${three}`,
    });
    expect(decodeCustomId(encodeCustomId(signs) ?? '')).toEqual(signs);
    expect(new Set(routes.map(({ name }) => shortCommand(name))).size).toBe(new Set(routes.map((r) => r.name)).size);
  });

  it('in short, names no command that is gone', () => {
    expect(decodeCustomId(`D${shortCommand('no.such.command')}?G=x`)).toBeNull();
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
