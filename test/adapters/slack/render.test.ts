import { expect, test } from 'vitest';
import { render, renderMessage, renderWaiting, renderWindow } from '../../../adapters/slack/block-kit/render.ts';
import type { People } from '../../../adapters/slack/block-kit/render-context.ts';
import { limits } from '../../../adapters/slack/limits.ts';
import { problemsOfMessage, problemsOfView } from '../../wire/slack-block-kit.ts';
import { act, body, card, everyBlock, everyCard, everyForm, everyHome, msg, quote, typed } from './views.ts';

const people: People = (ref) => (ref.startsWith('p') ? { name: `Rowan ${typed}`, id: `U${ref}` } : null);
const look = { locale: 'en', people };

test('every kind of block fits a message, a window and the home tab', () => {
  expect(problemsOfMessage(renderMessage(everyCard, look))).toEqual([]);
  expect(problemsOfView({ ...renderWindow(everyCard, look) })).toEqual([]);
  expect(problemsOfView({ ...(render(everyHome, 'en', people) as object) })).toEqual([]);
});

test('every kind of field fits a window', () => {
  expect(problemsOfView({ ...renderWindow(everyForm, look) })).toEqual([]);
});

test('no button is red: red is for somebody at risk', () => {
  const { blocks } = renderMessage(card({ is: 'actions', actions: [act({ tone: 'danger' })] }), look);
  expect(JSON.stringify(blocks)).not.toContain('danger');
});

test('each block alone fits, and with a locale nobody knows', () => {
  for (const block of everyBlock) {
    expect(problemsOfMessage(renderMessage(card(block), { locale: 'xx-invalid-locale', people })), block.is).toEqual(
      [],
    );
  }
});

test('what somebody typed comes out as typed, and only where Slack parses nothing', () => {
  const { blocks } = renderMessage(card(quote(typed)), look);
  expect(blocks).toEqual([
    {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_section', elements: [{ type: 'text', text: 'Open', style: { bold: true } }] },
        { type: 'rich_text_quote', elements: [{ type: 'text', text: typed }] },
      ],
    },
  ]);
});

test('a name with a mention in it is only a name', () => {
  const { blocks } = renderMessage(card(body({ is: 'person', who: 'p1', credential: 'LMFT' })), look);
  const [block] = blocks as { elements: { elements: { type: string; text: string }[] }[] }[];
  expect(block?.elements[0]?.elements).toEqual([{ type: 'text', text: `Rowan ${typed}, LMFT` }]);
});

test('the heading of a part of a card is bold', () => {
  const part = { is: 'text', style: 'heading', spans: [msg({ key: 'mine.drafts' })] } as const;
  const { blocks } = renderMessage(card(part), look);
  const [block] = blocks as { elements: { elements: unknown[] }[] }[];
  expect(block?.elements[0]?.elements).toEqual([{ type: 'text', text: 'Drafts', style: { bold: true } }]);
});

test('the notification shows the summary alone', () => {
  const { text } = renderMessage(card(quote(typed)), look);
  expect(text).toBe('Group agreement');
});

test('a marked stretch stands out and the text stays whole', () => {
  const { blocks } = renderMessage(
    card(
      quote('[Client] moved to [School].', [
        { start: 18, end: 26 },
        { start: 0, end: 8 },
      ]),
    ),
    look,
  );
  const [block] = blocks as { elements: { elements: { text: string; style?: object }[] }[] }[];
  const parts = block?.elements[1]?.elements ?? [];
  expect(parts.map((p) => p.text).join('')).toBe('[Client] moved to [School].');
  expect(parts.filter((p) => p.style).map((p) => p.text)).toEqual(['[Client]', '[School]']);
});

test('marks out of range or over one another do not lose or repeat text', () => {
  const marks = [
    { start: -5, end: 3 },
    { start: 2, end: 900 },
    { start: 50, end: 60 },
  ];
  const { blocks } = renderMessage(card(quote('abcdefgh', marks)), look);
  const [block] = blocks as { elements: { elements: { text: string }[] }[] }[];
  expect((block?.elements[1]?.elements ?? []).map((p) => p.text).join('')).toBe('abcdefgh');
});

test('a quote longer than one element is split, and every character is there', () => {
  const long = Array.from({ length: 900 }, (_, i) => `word${i}`).join(' ');
  const { blocks } = renderMessage(card(quote(long)), look);
  const [block] = blocks as { elements: { type: string; elements: { text: string }[] }[] }[];
  const quotes = (block?.elements ?? []).filter((e) => e.type === 'rich_text_quote');
  expect(quotes.length).toBeGreaterThan(1);
  expect(quotes.flatMap((q) => q.elements.map((e) => e.text)).join('')).toBe(long);
});

test('too many blocks are cut with a visible mark, and the buttons stay', () => {
  const many = card(...Array.from({ length: 80 }, () => body(msg())), { is: 'actions', actions: [act()] });
  const message = renderMessage(many, look);
  expect(message.blocks).toHaveLength(limits.messageBlocks);
  expect(problemsOfMessage(message)).toEqual([]);
  expect(JSON.stringify(message.blocks)).toContain('The rest doesn’t fit here. …');
  expect(message.blocks.at(-1)?.type).toBe('actions');
});

test('too much text is cut with a visible mark', () => {
  const message = renderMessage(card(...Array.from({ length: 12 }, () => quote('long '.repeat(600)))), look);
  expect(problemsOfMessage(message)).toEqual([]);
  expect(JSON.stringify(message.blocks)).toContain('The rest doesn’t fit here. …');
});

test('a form shown again has new block ids, so that a corrected value is seen', () => {
  const ids = (tries: number) =>
    renderWindow(everyForm, look, { over: false, tries, channel: null, card: null }).blocks.flatMap((b) =>
      b.type === 'input' ? [b.block_id] : [],
    );
  expect(ids(0).filter((id) => ids(1).includes(id))).toEqual([]);
});

test('an error stands right after its field', () => {
  const { blocks } = renderWindow(everyForm, look);
  const at = blocks.findIndex((b) => b.type === 'input' && b.block_id === 'credential~0');
  expect(JSON.stringify(blocks[at + 1])).toContain('Required.');
});

test('a window over a form goes back to it; any other closes all', () => {
  const over = renderWindow(everyCard, look, { over: true, tries: 0, channel: null, card: null });
  const alone = renderWindow(everyCard, look);
  expect([over.close?.text, over.clear_on_close]).toEqual(['Back', false]);
  expect([alone.close?.text, alone.clear_on_close]).toEqual(['Close', true]);
});

test('a window remembers ids only', () => {
  const { private_metadata } = renderWindow(everyForm, look, { over: false, tries: 0, channel: 'C1', card: null });
  expect(JSON.parse(private_metadata ?? '')).toEqual({
    card: null,
    do: 'consult.draft',
    with: { group: 'g1' },
    over: false,
    tries: 0,
    channel: 'C1',
  });
});

test('ids too long for Slack leave a button out rather than break the message', () => {
  const big = act({ with: { id: 'x'.repeat(3000) } });
  const message = renderMessage(card(body(msg()), { is: 'actions', actions: [big, act()] }), look);
  expect(problemsOfMessage(message)).toEqual([]);
  expect(JSON.stringify(message.blocks)).not.toContain('xxxx');
});

test('an empty card is still a message', () => {
  expect(problemsOfMessage(renderMessage(card(), look))).toEqual([]);
  expect(problemsOfView({ ...renderWindow(card(), look) })).toEqual([]);
  expect(problemsOfView({ ...renderWaiting(look, { over: true, tries: 0, channel: null, card: null }, 'x') })).toEqual(
    [],
  );
});

test('instants are left to Slack, in the reader’s own zone', () => {
  const { blocks } = renderMessage(card(body({ is: 'when', at: 1_700_000_000_000, style: 'relative' })), look);
  expect(JSON.stringify(blocks)).toContain('"type":"date","timestamp":1700000000,"format":"{ago}"');
});

test('a small line names the channel and links the thread, as any other line does', () => {
  const spans = [
    { is: 'place', channel: 'C0CASES' },
    { is: 'place', channel: '!channel' },
    { is: 'thread', label: { key: 'posted.openThread' }, channel: 'C0CASES', message: 'C0CASES/1700000000.000001' },
  ] as const;
  const { blocks } = renderMessage(card({ is: 'text', style: 'quiet', spans }), look);
  const [block] = blocks as { elements: { type: string; text: string }[] }[];
  expect(block?.elements.map(({ text }) => text)).toEqual([
    '<#C0CASES>',
    'a channel',
    '<https://slack.com/app_redirect?channel=C0CASES&message_ts=1700000000.000001|Open the thread>',
  ]);
});
