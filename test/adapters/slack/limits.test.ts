import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderMessage, renderWindow } from '../../../adapters/slack/block-kit/render.ts';
import type { People } from '../../../adapters/slack/block-kit/render-context.ts';
import { clamp, limits, split } from '../../../adapters/slack/limits.ts';
import { type Block, type Field, type Msg, wordsOf } from '../../../src/index.ts';
import { problemsOfMessage, problemsOfView } from '../../wire/slack-block-kit.ts';
import { act, card, everyForm } from './views.ts';

const people: People = () => ({ name: 'n'.repeat(400), id: 'U1' });
const look = { locale: 'en', people };

/** No half of a character stands alone. */
function whole(text: string): boolean {
  try {
    return encodeURIComponent(text) !== '' || text === '';
  } catch {
    return false;
  }
}

test('clamped text is at most as long as allowed and says that it was cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 80 }), (text, max) => {
      const out = clamp(text, max);
      expect(out.length).toBeLessThanOrEqual(max);
      if (text.length <= max) expect(out).toBe(text);
      else expect(out.endsWith('…')).toBe(true);
      expect(whole(out)).toBe(whole(text));
    }),
  );
});

test('split text is whole again when joined, in pieces that fit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 4, max: 60 }), (text, max) => {
      const parts = split(text, max);
      expect(parts.join('')).toBe(text);
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(max);
        expect(whole(part)).toBe(whole(text));
      }
    }),
  );
});

const long = 'w'.repeat(5000);
const at = (n: number): { value: string; label: { typed: string }; hint: null } => ({
  value: String(n),
  label: { typed: `${n} ${long}` },
  hint: null,
});
const pick = (n: number, many: boolean): Block => ({
  is: 'pick',
  label: { key: 'word.open' },
  options: Array.from({ length: n }, (_, i) => at(i)),
  chosen: ['0'],
  many,
  do: 'a.b',
  with: {},
});
const field = (f: Partial<Field> & Pick<Field, 'is'>): Field =>
  ({
    name: 'f',
    label: { key: 'privacy.miss' },
    hint: { key: 'agreement.deidentify' },
    required: false,
    value: '',
    error: null,
    ...f,
  }) as Field;

test.each([
  ['header', limits.header, { is: 'text', style: 'title', spans: [{ is: 'person', who: 'p', credential: long }] }],
  ['context', limits.textObject, { is: 'text', style: 'quiet', spans: [{ is: 'person', who: 'p', credential: long }] }],
  [
    'context elements',
    limits.contextElements,
    {
      is: 'text',
      style: 'quiet',
      spans: Array.from({ length: 11 }, () => ({ is: 'day', date: '2026-03-09' }) as const),
    },
  ],
  ['option text', limits.optionText, pick(3, false)],
  ['radio buttons', limits.choices, pick(11, false)],
  ['checkboxes', limits.choices, pick(11, true)],
  ['select options', limits.selectOptions, pick(150, true)],
  ['buttons in a row', limits.actionsElements, { is: 'actions', actions: Array.from({ length: 60 }, () => act()) }],
  [
    'button text and confirmation',
    limits.buttonText,
    { is: 'actions', actions: [act({ label: { key: 'agreement.keeps' }, confirm: { key: 'privacy.anonymous' } })] },
  ],
  ['rich text', limits.richText, { is: 'quote', label: null, text: long, marks: [] }],
  [
    'copied text',
    limits.richText,
    { is: 'copy', label: { key: 'word.open' }, lines: [{ label: null, spans: [], typed: long }] },
  ],
] as [string, number, Block][])('%s of at most %i', (_what, _most, block) => {
  expect(problemsOfMessage(renderMessage(card(block), look))).toEqual([]);
  expect(problemsOfView({ ...renderWindow(card(block), look) })).toEqual([]);
});

test.each([
  [
    'a value longer than its limit',
    field({ is: 'text', lines: 1, min: 0, max: 10, suggest: null, value: long } as Field),
  ],
  ['a limit above Slack’s', field({ is: 'text', lines: 4, min: 0, max: 9000, suggest: null } as Field)],
  ['a zone nobody knows', field({ is: 'text', lines: 1, min: 0, max: 64, suggest: 'zones', value: long } as Field)],
  [
    'more options than a select has',
    field({
      is: 'pick',
      many: false,
      value: '140',
      options: Array.from({ length: 150 }, (_, i) => at(i)),
    } as unknown as Field),
  ],
  ['no options', field({ is: 'pick', many: false, options: [] } as unknown as Field)],
  ['more people than allowed', field({ is: 'people', max: 2, value: 'a,b,c,d' } as Field)],
  ['nobody allowed', field({ is: 'people', max: 0, value: 'a' } as Field)],
  ['a date that is none', field({ is: 'date', value: '2026-99-99' } as Field)],
  ['a long scale', field({ is: 'scale', from: 0, to: 400, words: [], value: '7' } as unknown as Field)],
])('a field with %s', (_what, one) => {
  expect(problemsOfView({ ...renderWindow({ ...everyForm, fields: [one] }, look) })).toEqual([]);
});

/** A sentence of the product that is longer than anything takes. */
const wordy: Msg = { key: 'help.line', with: { command: long, word: '' } };
const sized = (size: number): Msg => {
  const of = (command: string): Msg => ({ key: 'help.line', with: { command, word: 'y' } });
  return of('x'.repeat(size - wordsOf('en', of('')).length));
};
const problems = (block: Block): string[] => [
  ...problemsOfMessage(renderMessage(card(block), look)),
  ...problemsOfView({ ...renderWindow(card(block), look) }),
];
const json = (block: Block): string => JSON.stringify(renderMessage(card(block), look).blocks);

test('words of the product are cut wherever Slack takes fewer', () => {
  const options = [{ value: 'a', label: { msg: wordy }, hint: wordy }];
  const every: Block[] = [
    { is: 'actions', actions: [act({ label: wordy, confirm: wordy })] },
    { is: 'text', style: 'title', spans: [{ is: 'msg', msg: sized(151) }] },
    { is: 'text', style: 'title', spans: [{ is: 'msg', msg: sized(150) }] },
    { is: 'text', style: 'quiet', spans: [{ is: 'msg', msg: wordy }] },
    { is: 'pick', label: wordy, options, chosen: [], many: true, do: 'a.b', with: {} },
    { is: 'switch', label: wordy, on: true, do: 'a.b', with: {} },
  ];
  expect(every.flatMap(problems)).toEqual([]);
  const asked = [
    field({ is: 'text', lines: 1, min: 0, max: 100, suggest: null, label: wordy, hint: wordy } as Field),
    field({ is: 'pick', name: 'g', many: false, options, label: wordy, hint: wordy } as unknown as Field),
    field({ is: 'switch', name: 'h', label: wordy, hint: wordy, error: wordy } as Field),
  ];
  const window = renderWindow({ ...everyForm, title: wordy, submit: wordy, fields: asked }, look);
  expect(problemsOfView({ ...window })).toEqual([]);
  expect(renderMessage({ ...card(), summary: wordy }, look).text).toHaveLength(4000);
});

test('a title of 24 characters is the window’s own, a longer one stands below the name of the app', () => {
  const titled = (size: number) => renderWindow({ ...everyForm, title: sized(size) }, look).title.text;
  expect([24, 25].map(titled)).toEqual([expect.stringContaining('xxx'), 'Curbside']);
});

/** Values that make up so many characters as JSON. */
const worth = (size: number) => ({ v: 'x'.repeat(size - '{"v":""}'.length) });

test.each([
  [
    'a button of 2,000 characters',
    2000,
    (n: number) => ({ is: 'actions', actions: [act({ with: worth(n) })] }) as Block,
  ],
  [
    'the route of a button of 255',
    255,
    (n: number) => ({ is: 'actions', actions: [act({ do: 'x'.repeat(n - 2) })] }) as Block,
  ],
  ['what a picker carries of 255', 255, (n: number) => ({ ...pick(3, true), with: worth(n - 2) }) as Block],
  [
    'what a switch carries of 255',
    255,
    (n: number) => ({ is: 'switch', label: { key: 'word.open' }, on: true, do: 'a.b', with: worth(n - 3) }) as Block,
  ],
  [
    'an option’s value of 150',
    150,
    (n: number) => ({ ...pick(1, true), options: [{ ...at(1), value: 'x'.repeat(n) }] }) as Block,
  ],
])('%s is carried whole, a longer one is not offered', (_what, most, of) => {
  for (let n = most - 4; n < most + 4; n++) expect(problems(of(n))).toEqual([]);
  const offers = (n: number) => json(of(n)).includes('"action_id"');
  expect([most, most + 1].map(offers)).toEqual([true, false]);
});

test('a form that carries more than 3,000 characters says what it does not hold, and is sent nowhere', () => {
  const carried = (n: number) => renderWindow({ ...everyForm, with: worth(n) }, look).private_metadata ?? '';
  for (let n = 2800; n < 3010; n++) expect(carried(n).length).toBeLessThanOrEqual(3000);
  expect(Math.max(...Array.from({ length: 200 }, (_, i) => carried(2800 + i).length))).toBe(3000);
});

test('a long page stays a margin below what Slack was seen to refuse', () => {
  const page = card(
    ...Array.from({ length: 20 }, () => ({ is: 'quote', label: null, text: 'w'.repeat(900), marks: [] }) as Block),
  );
  const size = JSON.stringify(renderMessage(page, look).blocks).length;
  expect(size).toBeLessThanOrEqual(12_000);
  expect(size).toBeGreaterThan(10_000);
  const longer = card(
    ...Array.from({ length: 90 }, () => ({ is: 'quote', label: null, text: 'w'.repeat(2900), marks: [] }) as Block),
  );
  const window = JSON.stringify(renderWindow(longer, look).blocks).length;
  expect(window).toBeLessThanOrEqual(80_000);
  expect(window).toBeGreaterThan(70_000);
});

test('a form with more fields than a window holds', () => {
  const fields = Array.from({ length: 140 }, (_, i) => field({ is: 'switch', name: `f${i}` }));
  expect(problemsOfView({ ...renderWindow({ ...everyForm, fields }, look) })).toEqual([]);
});
