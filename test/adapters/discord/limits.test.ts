import { describe, expect, it } from 'vitest';
import { render } from '../../../adapters/discord/components/render.ts';
import { renderModal } from '../../../adapters/discord/forms/modal.ts';
import { pagesOf } from '../../../adapters/discord/forms/pages.ts';
import { clamp } from '../../../adapters/discord/limits.ts';
import type { Block, Form, Msg } from '../../../src/index.ts';
import { platformRoom } from '../../../src/ports/chat.ts';
import { faults, inside, messageFaults } from '../../wire/discord-schema.ts';
import { act, cardOf, formOf, quoted, textField, typedOptions } from './views.ts';

/** A sentence of the product that is longer than anything takes. */
const long: Msg = { key: 'help.line', with: { command: 'x'.repeat(5000), word: 'y' } };
const reader = { locale: 'en', people: () => ({ name: 'Rowan', userId: '200000000000000001' }) };

const drawn = (...blocks: Block[]) => render(cardOf(...blocks), reader);
const all = (...blocks: Block[]) => drawn(...blocks).components.flatMap((c) => inside(c as never));
const wrong = (...blocks: Block[]) => messageFaults({ components: drawn(...blocks).components, flags: 1 << 15 }, true);
const modal = (form: Form) => pagesOf(form, 'en').map((page) => renderModal(form, page, 'fa.b', reader));
const wrongIn = (form: Form) =>
  modal(form).flatMap((data) => faults('POST', '/interactions/1/t/callback', { type: 9, data }));
const ofType = (type: number, ...blocks: Block[]) => all(...blocks).filter((c) => c.type === type);

describe('what Discord takes', () => {
  it('holds 40 components and 4,000 characters', () => {
    const many: Block[] = Array.from({ length: 30 }, () => ({ is: 'actions', actions: [act('a.b'), act('c.d')] }));
    expect(all(...many).length).toBeLessThanOrEqual(40);
    expect(wrong(...many)).toEqual([]);
    expect(wrong({ is: 'text', style: 'body', spans: [{ is: 'msg', msg: long }] }, quoted('z'.repeat(9000)))).toEqual(
      [],
    );
  });

  it('holds five buttons in a row, each with 80 characters', () => {
    const row: Block = { is: 'actions', actions: Array.from({ length: 12 }, () => act('a.b', {}, { label: long })) };
    expect(ofType(1, row).map((r) => r.components?.length)).toEqual([5, 5, 2]);
    expect(new Set(ofType(2, row).map((b) => b.label?.length))).toEqual(new Set([80]));
    expect(ofType(2, row).every((b) => b.label?.endsWith('…'))).toBe(true);
    expect(wrong(row)).toEqual([]);
  });

  it('holds a switch whose label is longer than a button', () => {
    const block: Block = { is: 'switch', label: long, on: true, do: 'a.b', with: {} };
    expect(ofType(2, block).map((b) => b.label)).toEqual(['☑ Yes']);
    expect(wrong(block)).toEqual([]);
  });

  it('holds 25 options in a select, the chosen ones among them', () => {
    const block: Block = {
      is: 'pick',
      label: long,
      options: typedOptions(60).map((o) => ({ ...o, hint: long, label: { msg: long } })),
      chosen: ['v59'],
      many: false,
      do: 'a.b',
      with: {},
    };
    const [select] = ofType(3, block);
    expect(select?.options?.map((o) => o.value)).toContain('v59');
    expect(select?.options).toHaveLength(25);
    expect(faults('POST', '/channels/1/messages', { components: drawn(block).components, flags: 1 << 15 })).toEqual([]);
  });

  it('leaves out an option whose value has more than 100 characters: cut, it would be another', () => {
    const options = [100, 101].map((n) => ({ value: 'v'.repeat(n), label: { typed: 'Choice' }, hint: null }));
    const block: Block = { is: 'pick', label: long, options, chosen: [], many: true, do: 'a.b', with: {} };
    expect(ofType(3, block)[0]?.options?.map((o) => o.value.length)).toEqual([100]);
  });

  it('holds a picture’s alternative text of 1,024 characters', () => {
    const some: Msg = { key: 'help.line', with: { command: 'x'.repeat(1500), word: 'y' } };
    const chart = { is: 'chart', label: some, points: [], from: 1, to: 5, low: some, high: some, alt: some } as const;
    const pictures = new Map([[chart as Block, { name: 'chart.png', data: Buffer.alloc(1) }]]);
    const { components } = render(cardOf(chart), reader, null, null, pictures);
    const [shown] = components.flatMap((c) => inside(c as never)).filter((c) => c.type === 12) as never[];
    expect(JSON.stringify(shown)).toContain('…');
    expect(faults('POST', '/channels/1/messages', { components, flags: 1 << 15 })).toEqual([]);
  });

  it('holds ids of 100 characters', () => {
    const ids = ofType(2, {
      is: 'actions',
      actions: [
        act('a.b', { id: 'x'.repeat(70) }),
        act('a.b', { id: 'x'.repeat(92) }),
        act('a.b', { id: 'x'.repeat(93) }),
      ],
    });
    expect(ids.every((b) => (b.custom_id?.length ?? 0) <= 100)).toBe(true);
    expect(ids.map((b) => (b as { disabled?: boolean }).disabled ?? false)).toEqual([false, false, true]);
  });

  it('holds a modal with a title of 45 characters, five components, labels and hints', () => {
    const form = formOf(
      [
        textField('a', { label: long, hint: long }),
        ...Array.from({ length: 11 }, (_, i) => textField(`f${i}`, { label: long })),
      ],
      { title: long, intro: [{ is: 'text', style: 'body', spans: [{ is: 'msg', msg: long }] }] },
    );
    expect(wrongIn(form)).toEqual([]);
    expect(modal(form).every((m) => m.components.length <= 5 && m.title.length === 45)).toBe(true);
  });

  it('holds choices: radios from two to ten, then a select; people up to 25', () => {
    const kinds = [1, 2, 10, 11, 30].map((n) => {
      const form = formOf([
        {
          is: 'pick',
          name: 'p',
          label: long,
          options: typedOptions(n),
          many: false,
          hint: null,
          required: true,
          value: '',
          error: null,
        },
      ]);
      expect(wrongIn(form)).toEqual([]);
      return modal(form).flatMap((m) => m.components.flatMap((c) => ('component' in c ? c.component.type : [])))[0];
    });
    expect(kinds).toEqual([3, 21, 21, 3, 3]);
    expect(
      wrongIn(
        formOf([
          {
            is: 'people',
            name: 'p',
            label: long,
            max: 99,
            others: false,
            hint: null,
            required: true,
            value: '',
            error: null,
          },
        ]),
      ),
    ).toEqual([]);
  });

  it('shows on one page what features count on', () => {
    const fields = Array.from({ length: platformRoom.formFields }, (_, i) => textField(`f${i}`));
    expect(pagesOf(formOf(fields), 'en')).toHaveLength(1);
    expect(pagesOf(formOf([...fields, textField('more')]), 'en')).toHaveLength(2);
  });

  it('cuts visibly, and never inside a character', () => {
    expect(clamp('abc', 3)).toBe('abc');
    expect(clamp('abcd', 3)).toBe('ab…');
    expect(clamp('a🙂🙂', 3)).toBe('a…');
  });
});
