import { wordsFor } from '../../../i18n/file-words.ts';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import {
  action,
  actions,
  body,
  card,
  dateField,
  day,
  form,
  list,
  msg,
  option,
  pickField,
  quiet,
  quote,
  textField,
  title,
} from '../../../view/build.ts';
import type { Block, Card, Form, Item, Option, Span, Values } from '../../../view/view.ts';
import { topics } from '../model.ts';
import { templateOf, templatesOf } from '../templates/all.ts';
import { longestSearch, periods, type Search, statuses, type Wanted, wantedKey } from './model.ts';
import type { Part } from './texts.ts';

const topicOptions: readonly Option[] = [
  option('any', say('find.anyTopic')),
  ...topics.map((topic) => option(topic, say('topic.name', { topic }))),
];
const periodOptions = periods.map((period) => option(period, say('find.period', { period })));
const statusOptions = statuses.map((status) => option(status, say('find.status', { status })));

/** The search as a form: words, and what narrows it. */
export const searchForm = (ctx: Pick<Asked, 'files' | 'locale'>, group: string, wanted: Wanted | null): Form =>
  form({
    title: say('find.title'),
    fields: [
      textField('words', say('find.words'), { max: longestSearch }, { hint: say('find.hint'), value: wanted?.words }),
      pickField('topic', say('ask.topic'), topicOptions, { value: wanted?.topic ?? 'any' }),
      pickField('period', say('find.when'), periodOptions, { value: wanted?.period ?? 'any' }),
      pickField('structure', say('record.structure'), structureOptions(ctx), { value: wanted?.structure ?? 'any' }),
      dateField('since', say('find.since'), { hint: say('find.since.hint'), value: wanted?.since }),
      dateField('until', say('find.until'), { value: wanted?.until }),
      pickField('status', say('own.status'), statusOptions, { value: wanted?.status ?? 'any' }),
    ],
    submit: say('find.submit'),
    do: 'consult.find',
    with: { group, of: wantedKey },
  });

const structureOptions = (ctx: Pick<Asked, 'files' | 'locale'>): Option[] => [
  option('any', say('find.anyStructure')),
  ...templatesOf(ctx)
    .slice(0, 24)
    .map((t) => option(t.id, wordsFor(t.name, ctx.locale))),
];

const anew = (values: Values, first: boolean) =>
  action(say(first ? 'find.open' : 'find.change'), 'consult.find.form', values, first ? { tone: 'main' } : {});

/** What its buttons carry of a search. */
const valuesOf = ({ group, id }: Pick<Search, 'group' | 'id'>) => ({ group, of: wantedKey, search: id });

/** Memory holds no search of theirs. */
export const emptySearchCard = (group: string): Card =>
  card(say('find.title'), [
    title(say('find.title')),
    body(say('find.none')),
    actions(anew({ group, of: wantedKey }, true)),
  ]);

/** A large group, searched for the first time since a start. */
export const readingCard = (search: Search): Card =>
  card(say('find.title'), [
    title(say('find.title')),
    body(say('find.reading')),
    actions(action(say('find.show'), 'consult.found', valuesOf(search), { tone: 'main' })),
  ]);

interface Found {
  readonly items: readonly { readonly item: Item; readonly part: string | null }[];
  /** Each has all of the words. */
  readonly all: boolean;
  readonly page: number;
  readonly more: boolean;
  /** Nothing was ever asked in the group, as far as anybody can read. */
  readonly none: boolean;
}

export function foundCard(
  ctx: Pick<Asked, 'files' | 'locale'>,
  search: Search,
  { items, all, page, more, none }: Found,
): Card {
  const { group } = search;
  const to = (n: number) => ({ ...valuesOf(search), page: String(n) });
  return card(say('find.found'), [
    title(say('find.found')),
    ...soughtBlocks(ctx, search),
    ...(all || items.length === 0 ? [] : [quiet(say('find.some'))]),
    list(
      items.map(({ item, part }) => withPart(item, part)),
      say(none ? 'find.unused' : 'find.nothing'),
    ),
    actions(
      ...(none
        ? [action(say('home.ask'), 'consult.ask', { group }, { tone: 'main' })]
        : [anew(valuesOf(search), items.length === 0)]),
      ...(page > 0 ? [action(say('find.newer'), 'consult.found', to(page - 1))] : []),
      ...(more ? [action(say('find.more'), 'consult.found', to(page + 1))] : []),
    ),
  ]);
}

/** What was looked for, in this private answer alone: its summary, which a notification shows, has no word of it. */
function soughtBlocks(ctx: Pick<Asked, 'files' | 'locale'>, search: Search): Block[] {
  const { words, topic, period, status, structure, since, until } = search;
  const template = structure === 'any' ? null : templateOf(ctx, structure);
  const narrowed: Span[][] = [
    ...(topic === 'any' ? [] : [[msg(say('topic.name', { topic }))]]),
    ...(period === 'any' || since !== '' || until !== '' ? [] : [[msg(say('find.period', { period }))]]),
    ...(since === '' ? [] : [[msg(say('find.since')), day(since)]]),
    ...(until === '' ? [] : [[msg(say('find.until')), day(until)]]),
    ...(status === 'any' ? [] : [[msg(say('find.status', { status }))]]),
    ...(template === null ? [] : [[msg(wordsFor(template.name, ctx.locale))]]),
  ];
  const line = narrowed.flatMap((spans, i) => (i === 0 ? spans : [msg(say('word.dot')), ...spans]));
  return [...(words === '' ? [] : [quote(words, say('find.sought'))]), ...(line.length === 0 ? [] : [quiet(...line)])];
}

/** What stands in the question can be read there; elsewhere the reader is told where to look. */
const withPart = (item: Item, part: string | null): Item =>
  part === null || part === 'question'
    ? item
    : {
        ...item,
        detail: [
          ...item.detail,
          msg(say('word.dot')),
          msg(say('find.part', { part: part as Exclude<Part, 'question'> })),
        ],
      };
