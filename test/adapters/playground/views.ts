import type { Action, Block, Field, Form, Msg } from '../../../src/index.ts';

/** Typed text that would do harm, or change shape, anywhere it is not shown as typed. */
export const hostile = `<script>alert('x')</script> <img src=x onerror=alert(1)> <!channel> @everyone <@U1> **bold** [a](https://example.test) "quoted" & 'so' </textarea></blockquote>`;

const word: Msg = { key: 'word.open' };
const action = (confirm: Msg | null): Action => ({
  label: word,
  do: 'some.route',
  with: { id: '"><b>' },
  tone: 'main',
  confirm,
});
const spans = [
  { is: 'msg', msg: word },
  { is: 'person', who: 'somebody', credential: hostile },
  { is: 'colleague', name: hostile, credential: hostile },
  { is: 'colleague', name: null, credential: hostile },
  { is: 'former', credential: hostile },
  { is: 'when', at: Date.parse('2026-03-05T19:05:00Z'), style: 'dateTime' },
  { is: 'when', at: Date.parse('2026-03-05T17:05:00Z'), style: 'relative' },
  { is: 'day', date: '2026-03-09' },
  { is: 'clock', time: '14:30' },
  { is: 'place', channel: 'case-consultation' },
  { is: 'thread', label: word, channel: 'case-consultation', message: 'm1' },
] as const;
const options = [
  { value: 'a', label: { typed: hostile }, hint: word },
  { value: 'b', label: { msg: word }, hint: null },
];

/** One block of every kind, with hostile text wherever a person's words can stand. */
export const everyBlock: readonly Block[] = [
  { is: 'text', style: 'title', spans },
  { is: 'text', style: 'body', spans },
  { is: 'text', style: 'quiet', spans },
  { is: 'text', style: 'urgent', spans },
  {
    is: 'quote',
    label: word,
    text: hostile,
    marks: [
      { start: 0, end: 8 },
      { start: 4, end: 9_999 },
      { start: 9, end: 12 },
    ],
  },
  { is: 'facts', rows: [{ label: word, value: spans }] },
  { is: 'list', items: [{ title: spans, detail: spans, quote: hostile, actions: [action(null)] }], empty: word },
  { is: 'list', items: [], empty: word },
  {
    is: 'list',
    items: [{ title: [], detail: [], quote: null, actions: [action(null)], cells: [{ typed: hostile }, word] }],
    empty: word,
    table: { caption: { key: 'preview.whyTitle' }, columns: [word, word], actions: word },
  },
  { is: 'pick', label: word, options, chosen: ['a'], many: true, do: 'some.route', with: {} },
  { is: 'pick', label: word, options, chosen: [], many: false, do: 'some.route', with: {} },
  { is: 'switch', label: word, on: true, do: 'some.route', with: {} },
  { is: 'actions', actions: [action(null), action(word)] },
  {
    is: 'copy',
    label: word,
    lines: [
      { label: word, spans, typed: null },
      { label: null, spans: [], typed: hostile },
    ],
  },
  { is: 'rule' },
];

const field = (name: string, value: string, error: Msg | null = null) => ({
  name,
  label: word,
  hint: word,
  required: true,
  value,
  error,
});

/** One field of every kind. */
export const everyField: readonly Field[] = [
  { is: 'text', ...field('long', hostile), lines: 4, min: 0, max: 500, suggest: null },
  { is: 'text', ...field('short', hostile, word), lines: 1, min: 0, max: 60, suggest: null },
  { is: 'text', ...field('zone', 'UTC'), lines: 1, min: 0, max: 60, suggest: 'zones' },
  { is: 'pick', ...field('one', 'a', word), options, many: false },
  { is: 'pick', ...field('many', 'a,b'), options, many: true },
  { is: 'people', ...field('people', 'somebody'), max: 3, others: false },
  { is: 'scale', ...field('scale', '2'), from: 1, to: 3, words: [word, word, word] },
  { is: 'date', ...field('date', '2026-03-05') },
  { is: 'date', ...field('wrongDate', hostile, word) },
  { is: 'switch', ...field('switch', 'yes') },
];

export const everyForm: Form = {
  is: 'form',
  title: word,
  intro: everyBlock,
  fields: everyField,
  submit: word,
  do: 'some.save',
  with: { id: hostile },
};
