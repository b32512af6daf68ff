import { expect, it } from 'vitest';
import { createKeptForms, type KeptForm } from '../../../adapters/discord/forms/kept-forms.ts';
import { msg } from './views.ts';

const form: KeptForm['form'] = {
  is: 'form',
  title: msg('ask.title'),
  intro: [],
  fields: [],
  submit: msg('ask.preview'),
  do: 'consult.draft',
  with: {},
};
const community = { guild: '1', scope: 'discord.a', carried: null };

it('many open forms of one person push out none of another', () => {
  const forms = createKeptForms({ now: () => 0 });
  const bens = forms.keep({ owner: 'ben', locale: 'en', community, form, pages: [] });
  const adas = Array.from({ length: 2000 }, () =>
    forms.keep({ owner: 'ada', locale: 'en', community, form, pages: [] }),
  );
  expect(forms.find(bens.id, 'ben')).not.toBeNull();
  expect(adas.filter(({ id }) => forms.find(id, 'ada') !== null)).toEqual(adas.slice(-10));
});

it('filling in a form keeps it among the newest and costs no other', () => {
  const forms = createKeptForms({ now: () => 0 });
  const [first, ...rest] = Array.from({ length: 10 }, () =>
    forms.keep({ owner: 'ada', locale: 'en', community, form, pages: [] }),
  );
  for (let i = 0; i < 50; i++) forms.fill(first as KeptForm, 0, {});
  for (const { id } of rest) expect(forms.find(id, 'ada')).not.toBeNull();
  forms.keep({ owner: 'ada', locale: 'en', community, form, pages: [] });
  expect(forms.find(first?.id ?? '', 'ada')).not.toBeNull();
});
