import type { Action, Block, Card, Field, Form, Home, Mark, Msg, Span } from '../../../src/index.ts';

/** Views with every kind of block, field and span, and text that tries to be more than text. */
export const typed = '<!channel> <@U0CANARY7> *bold* _it_ `code` :tada: <https://example.org|click> @here & > done';

const word: Msg = { key: 'word.open' };
export const msg = (m: Msg = word): Span => ({ is: 'msg', msg: m });
export const act = (more: Partial<Action> = {}): Action => ({
  label: word,
  do: 'consult.show',
  with: { consultation: 'k7qx' },
  tone: 'plain',
  confirm: null,
  ...more,
});
export const body = (...spans: Span[]): Block => ({ is: 'text', style: 'body', spans });
export const quote = (text: string, marks: Mark[] = []): Block => ({ is: 'quote', label: word, text, marks });
export const card = (...blocks: Block[]): Card => ({ is: 'card', summary: { key: 'agreement.summary' }, blocks });

const option = (value: string, text = value) => ({ value, label: { typed: text }, hint: word });

export const everyBlock: readonly Block[] = [
  { is: 'text', style: 'title', spans: [msg()] },
  { is: 'text', style: 'title', spans: [msg(), { is: 'when', at: 1_700_000_000_000, style: 'date' }] },
  body(
    msg(),
    { is: 'person', who: 'p1', credential: typed },
    { is: 'colleague', name: typed, credential: typed },
    { is: 'colleague', name: null, credential: typed },
    { is: 'former', credential: typed },
    { is: 'day', date: '2026-03-09' },
    { is: 'clock', time: '14:30' },
    { is: 'place', channel: 'C0CASES' },
    { is: 'thread', label: word, channel: 'C0CASES', message: 'C0CASES/1700000000.000100' },
  ),
  {
    is: 'text',
    style: 'quiet',
    spans: [
      msg(),
      { is: 'when', at: 1_700_000_000_000, style: 'relative' },
      { is: 'person', who: 'p2', credential: null },
    ],
  },
  { is: 'text', style: 'urgent', spans: [msg()] },
  quote(typed, [{ start: 0, end: 10 }]),
  {
    is: 'facts',
    rows: [
      { label: word, value: [msg(), { is: 'when', at: 0, style: 'dateTime' }] },
      { label: word, value: [] },
    ],
  },
  {
    is: 'list',
    items: [
      { title: [msg()], detail: [{ is: 'person', who: 'nobody', credential: null }], quote: typed, actions: [act()] },
    ],
    empty: word,
  },
  { is: 'list', items: [], empty: word },
  {
    is: 'pick',
    label: word,
    options: [option('a', typed), option('b')],
    chosen: ['b'],
    many: false,
    do: 'consult.keep',
    with: { draft: 'd' },
  },
  {
    is: 'pick',
    label: word,
    options: [option('a'), option('b')],
    chosen: ['a', 'b'],
    many: true,
    do: 'consult.keep',
    with: { draft: 'd' },
  },
  {
    is: 'pick',
    label: word,
    options: Array.from({ length: 30 }, (_, i) => option(String(i))),
    chosen: ['3'],
    many: true,
    do: 'consult.keep',
    with: {},
  },
  {
    is: 'pick',
    label: word,
    options: Array.from({ length: 30 }, (_, i) => option(String(i))),
    chosen: [],
    many: false,
    do: 'consult.keep',
    with: {},
  },
  { is: 'pick', label: word, options: [], chosen: [], many: false, do: 'consult.keep', with: {} },
  { is: 'switch', label: { key: 'preview.attest' }, on: true, do: 'consult.attest', with: { draft: 'd' } },
  { is: 'switch', label: { key: 'privacy.miss' }, on: false, do: 'consult.attest', with: { draft: 'd' } },
  { is: 'actions', actions: [act({ tone: 'main' }), act({ tone: 'danger', confirm: word }), act()] },
  {
    is: 'copy',
    label: word,
    lines: [
      { label: word, spans: [msg()], typed: null },
      { label: null, spans: [], typed },
    ],
  },
  { is: 'rule' },
];

const base = { label: word, hint: word, required: false, value: '', error: null };
const everyField: readonly Field[] = [
  { ...base, is: 'text', name: 'question', lines: 3, min: 10, max: 500, suggest: null, required: true, value: typed },
  {
    ...base,
    is: 'text',
    name: 'credential',
    lines: 1,
    min: 0,
    max: 60,
    suggest: null,
    error: { key: 'field.required' },
  },
  { ...base, is: 'text', name: 'zone', lines: 1, min: 0, max: 64, suggest: 'zones', value: 'America/Chicago' },
  { ...base, is: 'pick', name: 'need', options: [option('ideas'), option('second')], many: false, value: 'second' },
  { ...base, is: 'pick', name: 'features', options: [option('a'), option('b')], many: true, value: 'a,b' },
  {
    ...base,
    is: 'pick',
    name: 'topic',
    options: Array.from({ length: 20 }, (_, i) => option(`t${i}`)),
    many: false,
    value: 't5',
  },
  {
    ...base,
    is: 'pick',
    name: 'tags',
    options: Array.from({ length: 120 }, (_, i) => option(`g${i}`)),
    many: true,
    value: 'g5,g6',
  },
  { ...base, is: 'people', name: 'owners', max: 3, others: false, value: 'p1,p2' },
  { ...base, is: 'scale', name: 'load', from: 1, to: 5, words: [word, word, word, word, word], value: '4' },
  { ...base, is: 'date', name: 'followUp', value: '2026-03-09' },
  { ...base, is: 'switch', name: 'share', value: 'yes' },
];

export const everyForm: Form = {
  is: 'form',
  title: { key: 'trouble.summary' },
  intro: everyBlock.slice(0, 4),
  fields: everyField,
  submit: word,
  do: 'consult.draft',
  with: { group: 'g1' },
};

export const everyCard: Card = card(...everyBlock);
export const everyHome: Home = { is: 'home', blocks: everyBlock };
