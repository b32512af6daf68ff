import { describe, expect, it } from 'vitest';
import type { Reader } from '../../../adapters/discord/components/text.ts';
import { renderModal } from '../../../adapters/discord/forms/modal.ts';
import { pagesOf } from '../../../adapters/discord/forms/pages.ts';
import type { Action, Form } from '../../../src/index.ts';
import { faults } from '../../wire/discord-schema.ts';
import { body, everyField, formOf, msg, textField } from './views.ts';

const reader: Reader = {
  locale: 'en',
  people: (ref) => ({ name: ref, userId: ref === 'ann' ? '200000000000000001' : null }),
};

const modals = (form: Form) => pagesOf(form, 'en').map((page) => renderModal(form, page, 'fsetup.save', reader));
const faultsOf = (form: Form): string[] =>
  modals(form).flatMap((data) => faults('POST', '/interactions/1/t/callback', { type: 9, data }));
const introduced = (form: Form): Form => ({ ...form, intro: [body({ is: 'msg', msg: msg('agreement.formIntro') })] });

describe('a form', () => {
  it('shows every kind of field within the limits', () => {
    const form = introduced(formOf(everyField()));
    expect(faultsOf(form)).toEqual([]);
    expect(
      modals(form).flatMap((m) => m.components.flatMap((c) => ('component' in c ? [c.component.type] : []))),
    ).toEqual([4, 21, 22, 3, 5, 21, 4, 23]);
  });

  it('opens with what it holds', () => {
    const shown = JSON.stringify(modals(formOf(everyField())));
    expect(shown).toContain('"default_values":[{"id":"200000000000000001","type":"user"}]');
    expect(shown).toContain('"value":"March 9, 2026"');
    expect(shown).toContain('"custom_id":"share","default":true');
    expect(shown).toContain('{"value":"v39","label":"Choice 39","default":true}');
  });

  it('puts five components on a page, the introduction among them', () => {
    const fields = Array.from({ length: 7 }, (_, i) => textField(`f${i}`));
    expect(pagesOf(formOf(fields), 'en').map((p) => p.fields.length)).toEqual([5, 2]);
    expect(pagesOf(introduced(formOf(fields)), 'en').map((p) => [p.intro !== null, p.fields.length])).toEqual([
      [true, 4],
      [false, 3],
    ]);
  });

  it('puts the introduction under the first field rather than open a second page for it', () => {
    const form = introduced(formOf(Array.from({ length: 5 }, (_, i) => textField(`f${i}`))));
    expect(pagesOf(form, 'en')).toHaveLength(1);
    expect(JSON.stringify(modals(form)[0]?.components[0])).toContain('Colleagues see your credential');
    const hinted = introduced(
      formOf(Array.from({ length: 5 }, (_, i) => textField(`f${i}`, { hint: msg('setup.quiet.hint') }))),
    );
    expect(pagesOf(hinted, 'en')).toHaveLength(2);
  });

  it('puts a short introduction behind the title, and a long one on the card before where there is one', () => {
    const five = Array.from({ length: 5 }, (_, i) => textField(`f${i}`, { hint: msg('setup.quiet.hint') }));
    const short: Form = { ...formOf(five), intro: [body({ is: 'msg', msg: msg('field.required') })] };
    expect(modals(short).map((m) => m.title)).toEqual(['Set up this group · Required.']);
    const opener: Action = { label: msg('word.open'), do: 'a.b', with: {}, tone: 'main', confirm: null };
    expect(pagesOf({ ...introduced(formOf(five)), opener }, 'en')).toHaveLength(1);
  });

  it('says what is wrong with a field in place of its hint, and a long label whole', () => {
    const [first] = modals(
      formOf([
        textField('a', { hint: msg('setup.quiet.hint'), error: msg('field.clock') }),
        textField('b', { label: msg('away.tell') }),
      ]),
    );
    expect(JSON.stringify(first)).toContain('Enter a time such as 6:00 PM, 8:30 am, or 18:00.');
    expect(JSON.stringify(first)).not.toContain('Reminders wait');
    expect(JSON.stringify(first)).toContain('"description":"Mention in my open questions that I may reply later"');
  });

  it('takes a value that is longer than its field', () => {
    expect(faultsOf(formOf([textField('a', { max: 10, value: 'x'.repeat(5000) })]))).toEqual([]);
  });

  it('stands without options or fields', () => {
    expect(
      faultsOf(
        formOf([
          {
            is: 'pick',
            name: 'p',
            label: msg('setup.features'),
            options: [],
            many: false,
            hint: null,
            required: true,
            value: '',
            error: null,
          },
        ]),
      ),
    ).toEqual([]);
    expect(pagesOf(formOf([]), 'en')).toHaveLength(1);
  });
});
