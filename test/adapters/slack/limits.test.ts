import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clamp, limits, split } from '../../../adapters/slack/limits.ts';
import type { People } from '../../../adapters/slack/pen.ts';
import { renderMessage, renderWindow } from '../../../adapters/slack/render.ts';
import type { Block, Field } from '../../../src/index.ts';
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
      spans: Array.from({ length: 14 }, () => ({ is: 'day', date: '2026-03-09' }) as const),
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

test('a form with more fields than a window holds', () => {
  const fields = Array.from({ length: 140 }, (_, i) => field({ is: 'switch', name: `f${i}` }));
  expect(problemsOfView({ ...renderWindow({ ...everyForm, fields }, look) })).toEqual([]);
});
