import type { Action, Block, Card, Field, Form, Msg, Option } from '../../../src/index.ts';

/** Views of the tests' own, odder than any screen. */
export const msg = (key: string): Msg => ({ key }) as Msg;

export const cardOf = (...blocks: Block[]): Card => ({ is: 'card', summary: msg('home.summary'), blocks });
export const body = (...spans: Extract<Block, { is: 'text' }>['spans']): Block => ({
  is: 'text',
  style: 'body',
  spans,
});
export const quoted = (text: string, marks: { start: number; end: number }[] = []): Block => ({
  is: 'quote',
  label: null,
  text,
  marks,
});
export const act = (to: string, values: Record<string, string> = {}, rest: Partial<Action> = {}): Action => ({
  label: msg('word.open'),
  do: to,
  with: values,
  tone: 'plain',
  confirm: null,
  ...rest,
});
export const typedOptions = (n: number): Option[] =>
  Array.from({ length: n }, (_, i) => ({ value: `v${i}`, label: { typed: `Choice ${i}` }, hint: null }));

const fieldBase = { hint: null, required: false, value: '', error: null } as const;
export const textField = (name: string, rest: Partial<Extract<Field, { is: 'text' }>> = {}): Field => ({
  is: 'text',
  name,
  label: msg('setup.zone'),
  lines: 1,
  min: 0,
  max: 100,
  suggest: null,
  ...fieldBase,
  ...rest,
});
export const formOf = (fields: Field[], rest: Partial<Form> = {}): Form => ({
  is: 'form',
  title: msg('setup.title'),
  intro: [],
  fields,
  submit: msg('setup.save'),
  do: 'setup.save',
  with: {},
  ...rest,
});

/** Each kind of field once. */
export const everyField = (): Field[] => [
  textField('question', { lines: 4, min: 10, max: 500, required: true }),
  {
    is: 'pick',
    name: 'few',
    label: msg('setup.features'),
    options: typedOptions(4),
    many: false,
    ...fieldBase,
    required: true,
    value: 'v1',
  },
  {
    is: 'pick',
    name: 'many',
    label: msg('setup.features'),
    options: typedOptions(4),
    many: true,
    ...fieldBase,
    value: 'v0,v3',
  },
  {
    is: 'pick',
    name: 'long',
    label: msg('setup.features'),
    options: typedOptions(40),
    many: true,
    ...fieldBase,
    value: 'v39',
  },
  { is: 'people', name: 'who', label: msg('setup.owners'), max: 12, others: false, ...fieldBase, value: 'ann,bob' },
  {
    is: 'scale',
    name: 'heavy',
    label: msg('setup.features'),
    from: 1,
    to: 5,
    words: [1, 2, 3, 4, 5].map(() => msg('word.yes')),
    ...fieldBase,
    value: '3',
  },
  { is: 'date', name: 'on', label: msg('setup.zone'), ...fieldBase, value: '2026-03-09' },
  { is: 'switch', name: 'share', label: msg('setup.weekends'), ...fieldBase, value: 'yes' },
];

/** Each kind of block at once. */
export const everyBlock = (): Block[] => [
  { is: 'text', style: 'title', spans: [{ is: 'msg', msg: msg('home.summary') }] },
  body(
    { is: 'msg', msg: msg('help.intro') },
    { is: 'person', who: 'ann', credential: 'LMFT' },
    { is: 'colleague', name: null, credential: 'LMFT' },
    { is: 'colleague', name: 'Juno Marsh', credential: 'PhD' },
    { is: 'former', credential: 'LMFT' },
    { is: 'when', at: 1_773_043_200_000, style: 'relative' },
    { is: 'day', date: '2026-03-09' },
    { is: 'clock', time: '14:30' },
    { is: 'place', channel: '1200000000000000001' },
    {
      is: 'thread',
      label: msg('word.open'),
      channel: '1200000000000000001',
      message: '1200000000000000001/1200000000000000002',
    },
  ),
  { is: 'text', style: 'quiet', spans: [{ is: 'msg', msg: msg('guide.board') }] },
  { is: 'text', style: 'urgent', spans: [{ is: 'msg', msg: msg('guide.board') }] },
  {
    is: 'quote',
    label: msg('guide.need'),
    text: '[Client], 15, moved to [School].',
    marks: [
      { start: 0, end: 8 },
      { start: 23, end: 31 },
    ],
  },
  { is: 'facts', rows: [{ label: msg('status.owners'), value: [{ is: 'person', who: 'ann', credential: null }] }] },
  {
    is: 'list',
    empty: msg('home.nothing'),
    items: [
      {
        title: [{ is: 'msg', msg: msg('home.mine') }],
        detail: [{ is: 'msg', msg: msg('home.group') }],
        quote: 'A line',
        actions: [act('consult.show', { consultation: 'abcdefghijklmnop' })],
      },
      { title: [{ is: 'msg', msg: msg('home.mine') }], detail: [], quote: null, actions: [act('a'), act('b')] },
      { title: [{ is: 'msg', msg: msg('home.mine') }], detail: [], quote: null, actions: [] },
    ],
  },
  { is: 'list', empty: msg('home.nothing'), items: [] },
  {
    is: 'pick',
    label: msg('setup.features'),
    options: typedOptions(3),
    chosen: ['v1'],
    many: true,
    do: 'review.keep',
    with: { draft: 'abcdefghijklmnop' },
  },
  {
    is: 'pick',
    label: msg('setup.features'),
    options: typedOptions(3),
    chosen: [],
    many: false,
    do: 'review.keep',
    with: { draft: 'abcdefghijklmnop' },
  },
  { is: 'pick', label: msg('setup.features'), options: [], chosen: [], many: false, do: 'review.none', with: {} },
  { is: 'switch', label: msg('setup.weekends'), on: false, do: 'review.attest', with: { draft: 'abcdefghijklmnop' } },
  {
    is: 'actions',
    actions: [
      act('consult.post', {}, { tone: 'main' }),
      act('consult.discard', {}, { tone: 'danger', confirm: msg('privacy.erase.confirm') }),
    ],
  },
  { is: 'rule' },
  {
    is: 'chart',
    label: msg('home.mine'),
    points: [
      { date: '2026-03-02', value: 2 },
      { date: '2026-03-09', value: null },
    ],
    from: 1,
    to: 5,
    low: msg('word.no'),
    high: msg('word.yes'),
    alt: msg('help.intro'),
  },
  {
    is: 'copy',
    label: msg('privacy.copy'),
    lines: [
      { label: msg('status.zone'), spans: [{ is: 'day', date: '2026-03-09' }], typed: null },
      { label: null, spans: [], typed: 'As typed ``` here' },
    ],
  },
];
