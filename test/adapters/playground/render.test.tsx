import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FormView, type Reader, ViewBody } from '../../../adapters/playground/pages/render.tsx';
import { say } from '../../../src/i18n/message.ts';
import { everyBlock, everyField, everyForm, hostile } from './views.ts';

const reader: Reader = {
  me: 'p1',
  locale: 'en-US',
  zone: 'America/New_York',
  now: Date.parse('2026-03-05T19:05:00Z'),
  name: () => 'Rowan <i>Ellery</i>',
  people: [{ ref: 'somebody', name: 'Rowan <i>Ellery</i>' }],
  fileLink: (block) => `/file?block=${block}`,
  threadLink: (channel, message) => `/?channel=${channel}&thread=${message}`,
};
const card = (blocks: typeof everyBlock) => ({ is: 'card', summary: { key: 'word.open' }, blocks }) as const;
const htmlOf = (blocks: typeof everyBlock) =>
  String(<ViewBody reader={reader} view={card(blocks)} note={null} id="v" />);
const formHtml = () =>
  String(<FormView reader={reader} form={everyForm} note={{ key: 'form.pleaseCheck', with: { n: 2 } }} />);

const decoded = (html: string): string =>
  html.replace(
    /&(lt|gt|quot|amp|#39);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" })[name] ?? '',
  );

test('typed text comes out as typed in every block and field, and never as markup', () => {
  for (const html of [htmlOf(everyBlock), formHtml()]) {
    for (const tag of ['<script', '<img', '<b>', '<i>', '</textarea></blockquote>']) expect(html).not.toContain(tag);
  }
  for (const block of everyBlock.filter((b) => JSON.stringify(b).includes('alert'))) {
    const text = decoded(htmlOf([block]).replace(/<[^>]*>/g, ''));
    expect(text, block.is).toContain('<!channel> @everyone <@U1> **bold** [a](https://example.test)');
  }
});

test('any text in a quote, with any marks, reads back exactly', () => {
  const marks = fc.array(
    fc.record({ start: fc.integer({ min: -2, max: 40 }), end: fc.integer({ min: -2, max: 40 }) }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), marks, (text, marked) => {
      const html = htmlOf([{ is: 'quote', label: null, text, marks: marked }]);
      expect(decoded(html.replace(/<\/?(figure|blockquote|mark)[^>]*>/g, ''))).toBe(text);
    }),
  );
});

test('every field has a label of its own, its hint, its value and, where something is wrong, its error', () => {
  const html = formHtml();
  for (const field of everyField) {
    const id = `field-${field.name}`;
    expect(html).toContain(
      field.is === 'pick' || field.is === 'people' || field.is === 'scale' ? `<fieldset class="field` : `for="${id}"`,
    );
    expect(html).toContain(`id="${id}-hint"`);
    expect(html.includes(`id="${id}-error"`)).toBe(field.error !== null);
  }
  expect(html).toContain(`${hostile.length} of 500 characters`);
  expect(html.match(/ of \d+ characters/g)).toHaveLength(1);
  expect(html.match(/aria-invalid="true"/g)).toHaveLength(2);
  expect(html).toContain('Please fix the highlighted fields');
});

test('a date that is no date stays as it was typed; a leading line break survives', () => {
  expect(formHtml()).toContain('type="text" id="field-wrongDate"');
  const value = '\n\nsecond line';
  const form = { ...everyForm, fields: [{ ...everyField[0], value } as (typeof everyField)[number]] };
  expect(String(<FormView reader={reader} form={form} note={null} />)).toContain(`>\n${value}</textarea>`);
});

test('times are in the zone and words of the reader', () => {
  const html = htmlOf([everyBlock[1] as (typeof everyBlock)[number]]);
  expect(html).toContain('2:05 PM');
  expect(html).toContain('2 hours ago');
  expect(html).toContain('March 9, 2026');
  expect(html).toContain('2:30 PM');
  const german = String(
    <ViewBody
      reader={{ ...reader, locale: 'de', zone: 'Europe/Berlin' }}
      view={card([everyBlock[1] as (typeof everyBlock)[number]])}
      note={null}
      id="v"
    />,
  );
  expect(german).toContain('20:05');
  expect(german).toContain('14:30');
  expect(german).toContain('vor 2 Stunden');
});

test('an urgent line has an icon and its words, not colour alone', () => {
  const html = htmlOf([{ is: 'text', style: 'urgent', spans: [{ is: 'msg', msg: { key: 'urgent.title' } }] }]);
  expect(html).toContain('<svg');
  expect(html).toContain('Someone may be at risk');
});

test('a question before what cannot be undone goes with the button', () => {
  expect(htmlOf(everyBlock).match(/data-confirm=/g)).toHaveLength(1);
  expect(decoded(formHtml())).toContain(JSON.stringify({ id: hostile }));
});

test('a form that asks for others does not offer oneself', () => {
  const people = [
    { ref: 'p1', name: 'Imogen' },
    { ref: 'p2', name: 'Sibyl' },
  ];
  const of = (others: boolean) => {
    const fields = everyField.flatMap((f) => (f.is === 'people' ? [{ ...f, others }] : []));
    return String(<FormView reader={{ ...reader, people }} form={{ ...everyForm, fields }} note={null} />);
  };
  expect(of(false)).toContain('Imogen');
  expect(of(true)).not.toContain('Imogen');
  expect(of(true)).toContain('Sibyl');
});

test('a list with cells is a table: a caption, a header for each column and row, the actions in one more', () => {
  const html = htmlOf(everyBlock.filter((block) => block.is === 'list' && block.table !== undefined));
  expect(html).toContain('<caption>Why these were removed</caption>');
  expect(html.match(/<th scope="col">/g)).toHaveLength(3);
  expect(html.match(/<th scope="row">/g)).toHaveLength(1);
  expect(html).toMatch(/<tbody>.*data-do="some.route".*<\/tbody>/);
  expect(html).not.toContain('<ul');
});

test('a command in a text stays on one line and can be pressed; what happened a moment ago is “just now”', () => {
  const help = { is: 'msg', msg: say('help.line', { command: 'meeting', word: 'bring' }) } as const;
  const now = { is: 'when', at: reader.now - 1000, style: 'relative' } as const;
  const html = htmlOf([{ is: 'text', style: 'body', spans: [help, now] }]);
  expect(html).toContain('data-fill="/meeting bring"');
  expect(html).toContain('>just now</time>');
});

test('a page of something names what it is a page of', () => {
  const form = { ...everyForm, title: say('checkin.monthly.page', { page: 1, pages: 4 }), of: say('word.dot') };
  expect(String(<FormView reader={reader} form={form} note={null} />)).toMatch(/>· · Page 1 of 4<\/h2>/);
});
