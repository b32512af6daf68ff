import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../../../adapters/discord/components/render.ts';
import type { Reader } from '../../../adapters/discord/components/text.ts';
import type { Block, Card } from '../../../src/index.ts';
import { inside, messageFaults } from '../../wire/discord-schema.ts';
import { act, body, cardOf, everyBlock, msg, quoted, typedOptions } from './views.ts';

const reader: Reader = {
  locale: 'en-US',
  people: (ref) => ({ name: ref === 'ann' ? 'Ann *the* [best](https://x.example)' : 'Bob', userId: '1' }),
};

const drawn = (view: Card, note = null, scope: string | null = null) => render(view, reader, note, scope);
const textOf = (view: Card): string =>
  drawn(view)
    .components.flatMap((c) => inside(c as never))
    .flatMap((c) => c.content ?? [])
    .join('\n');
const overflowFaults = (view: Card): string[] =>
  drawn(view).overflow.flatMap((content) =>
    messageFaults({ components: [{ type: 10, content }], flags: 1 << 15 }, true),
  );
const faultsOf = (view: Card): string[] => messageFaults({ components: drawn(view).components, flags: 1 << 15 }, true);

describe('a card', () => {
  it('shows every kind of block within the limits', () => {
    const view = cardOf(...everyBlock());
    expect(faultsOf(view)).toEqual([]);
    const shown = textOf(view);
    expect(shown).toContain('### Your Curbside page');
    expect(shown).toContain('<t:1773043200:R>');
    expect(shown).toContain('March 9, 2026');
    expect(shown).toContain('> **\\[Client\\]**, 15, moved to **\\[School\\]**.');
    expect(shown).toContain('⚠️ **');
    expect(shown).toContain('Nothing needs your attention.');
  });

  it('sets off the heading of a part in bold', () => {
    const part: Block = { is: 'text', style: 'heading', spans: [{ is: 'msg', msg: msg('mine.drafts') }] };
    expect(textOf(cardOf(body({ is: 'msg', msg: msg('mine.noDrafts') }), part))).toBe('No drafts.\n\n**Drafts**');
  });

  it('is red only for somebody at risk', () => {
    const accent = (view: Card) => (drawn(view).components[0] as { accent_color: number }).accent_color;
    expect(accent(cardOf({ is: 'text', style: 'urgent', spans: [] }))).toBe(0xb3261e);
    expect(accent(cardOf(body()))).not.toBe(0xb3261e);
    const deed = cardOf({ is: 'actions', actions: [act('consult.discard', {}, { tone: 'danger' })] });
    const styles = JSON.stringify(drawn(deed).components).match(/"style":\d/g);
    expect(styles).toEqual(['"style":2']);
  });

  it('shows names as plain text', () => {
    expect(textOf(cardOf(body({ is: 'person', who: 'ann', credential: null })))).toBe(
      'Ann \\*the\\* \\[best\\](https\\://x.example)',
    );
  });

  it('shortens a long quotation with a mark and keeps every control', () => {
    const view = cardOf(quoted('word '.repeat(3000)), {
      is: 'actions',
      actions: [act('consult.post'), act('consult.edit')],
    });
    expect(faultsOf(view)).toEqual([]);
    expect(textOf(view)).toContain('…');
    expect(JSON.stringify(drawn(view))).toContain('consult.edit');
  });

  it('leaves out entries that do not fit, and says how many', () => {
    const items = Array.from({ length: 60 }, () => ({
      title: [{ is: 'msg', msg: msg('home.mine') }] as const,
      detail: [],
      quote: null,
      actions: [act('consult.show', { consultation: 'abcdefghijklmnop' })],
    }));
    const view = cardOf(
      { is: 'list', items, empty: msg('home.nothing') },
      { is: 'actions', actions: [act('home.more')] },
    );
    expect(faultsOf(view)).toEqual([]);
    const shown = (JSON.stringify(drawn(view)).match(/consult\.show/g) ?? []).length;
    expect(textOf(view)).toContain(`${60 - shown} more are not shown here.`);
    expect(JSON.stringify(drawn(view))).toContain('home.more');
  });

  it('puts a text to copy that does not fit into messages of its own, whole', () => {
    const typed = Array.from({ length: 400 }, (_, i) => `Line ${i} of the record`).join('\n');
    const { components, overflow } = drawn(
      cardOf(body(), { is: 'copy', label: msg('privacy.copy'), lines: [{ label: null, spans: [], typed }] }),
    );
    expect(messageFaults({ components, flags: 1 << 15 }, true)).toEqual([]);
    expect(overflow.length).toBeGreaterThan(1);
    for (const content of overflow)
      expect(messageFaults({ components: [{ type: 10, content }], flags: 1 << 15 }, true)).toEqual([]);
    expect(overflow.map((block) => block.replace(/^```\n|\n```$/g, '')).join('')).toBe(typed);
  });

  it.each(['```'.repeat(3000), '🙂'.repeat(5000), 'x'.repeat(9000)])(
    'keeps a text to copy whole, whatever it is made of',
    (typed) => {
      const view = cardOf({ is: 'copy', label: msg('privacy.copy'), lines: [{ label: null, spans: [], typed }] });
      expect(overflowFaults(view)).toEqual([]);
      const shown = drawn(view)
        .overflow.map((block) => block.slice(4, -4).replaceAll('\u200b', ''))
        .join('');
      expect(shown).toBe(typed);
    },
  );

  it('stays within the limits whatever it holds', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 3000 });
    const block: fc.Arbitrary<Block> = fc.oneof(
      texts.map((t) => quoted(t, [{ start: 0, end: Math.min(3, t.length) }])),
      fc.integer({ min: 0, max: 40 }).map(
        (n): Block => ({
          is: 'pick',
          label: msg('setup.features'),
          options: typedOptions(n),
          chosen: [`v${n - 1}`],
          many: n % 2 === 0,
          do: 'a.b',
          with: {},
        }),
      ),
      fc.integer({ min: 0, max: 12 }).map(
        (n): Block => ({
          is: 'actions',
          actions: Array.from({ length: n }, () => act('a.b', { id: 'abcdefghijklmnop' })),
        }),
      ),
      texts.map(
        (t): Block => ({ is: 'copy', label: msg('privacy.copy'), lines: [{ label: null, spans: [], typed: t }] }),
      ),
      fc.array(texts, { maxLength: 30 }).map(
        (all): Block => ({
          is: 'list',
          empty: msg('home.nothing'),
          items: all.map((t) => ({ title: [], detail: [], quote: t, actions: [act('x.y')] })),
        }),
      ),
      fc.constantFrom(...everyBlock()),
    );
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 12 }),
        (blocks) => [...faultsOf(cardOf(...blocks)), ...overflowFaults(cardOf(...blocks))].length === 0,
      ),
      { numRuns: 150 },
    );
  });
});

describe('buttons', () => {
  it('carry ids and enumerated words, and the community in direct messages', () => {
    const view = cardOf({ is: 'actions', actions: [act('consult.show', { consultation: 'abcdefghijklmnop' })] });
    expect(JSON.stringify(drawn(view, null, 'discord.qrstuvwxyz234567'))).toContain(
      '"custom_id":"dconsult.show?consultation=abcdefghijklmnop&.s=qrstuvwxyz234567"',
    );
  });

  it('that Discord has no room for are shown, but cannot be pressed', () => {
    const view = cardOf({ is: 'actions', actions: [act('consult.show', { consultation: 'a'.repeat(120) })] });
    expect(faultsOf(view)).toEqual([]);
    expect(JSON.stringify(drawn(view))).toContain('"disabled":true');
  });
});
