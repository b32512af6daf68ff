import { describe, expect, it } from 'vitest';
import { clamp, limits } from '../../../adapters/discord/limits.ts';
import { pagesOf, renderModal } from '../../../adapters/discord/modal.ts';
import { render } from '../../../adapters/discord/render.ts';
import type { Block, Form, Msg } from '../../../src/index.ts';
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
    expect(all(...many).length).toBeLessThanOrEqual(limits.components);
    expect(wrong(...many)).toEqual([]);
    expect(wrong({ is: 'text', style: 'body', spans: [{ is: 'msg', msg: long }] }, quoted('z'.repeat(9000)))).toEqual(
      [],
    );
  });

  it('holds five buttons in a row, each with 80 characters', () => {
    const row: Block = { is: 'actions', actions: Array.from({ length: 12 }, () => act('a.b', {}, { label: long })) };
    expect(ofType(1, row).map((r) => r.components?.length)).toEqual([5, 5, 2]);
    expect(ofType(2, row).every((b) => b.label?.length === limits.buttonLabel && b.label.endsWith('…'))).toBe(true);
  });

  it('holds a switch whose label is longer than a button', () => {
    const block: Block = { is: 'switch', label: long, on: true, do: 'a.b', with: {} };
    expect(ofType(2, block).map((b) => b.label)).toEqual(['☑']);
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
    expect(select?.options).toHaveLength(limits.selectOptions);
    expect(faults('POST', '/channels/1/messages', { components: drawn(block).components, flags: 1 << 15 })).toEqual([]);
  });

  it('holds ids of 100 characters', () => {
    const ids = ofType(2, {
      is: 'actions',
      actions: [
        act('a.b', { id: 'x'.repeat(70) }),
        act('a.b', { id: 'x'.repeat(90) }),
        act('a.b', { id: 'x'.repeat(95) }),
      ],
    });
    expect(ids.every((b) => (b.custom_id?.length ?? 0) <= limits.customId)).toBe(true);
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
    expect(
      modal(form).every((m) => m.components.length <= limits.modalComponents && m.title.length === limits.modalTitle),
    ).toBe(true);
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

  it('cuts visibly, and never inside a character', () => {
    expect(clamp('abc', 3)).toBe('abc');
    expect(clamp('abcd', 3)).toBe('ab…');
    expect(clamp('a🙂🙂', 3)).toBe('a…');
  });
});
