import { wordsFor } from '../../../i18n/file-words.ts';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import {
  action,
  actions,
  body,
  card,
  dateField,
  form,
  list,
  msg,
  option,
  pickField,
  quiet,
  textField,
  title,
} from '../../../view/build.ts';
import type { Card, Form, Item, Option } from '../../../view/view.ts';
import { topics } from '../model.ts';
import { templatesOf } from '../templates/all.ts';
import { longestSearch, periods, statuses, type Wanted, wantedKey } from './model.ts';
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

const anew = (group: string, first: boolean) =>
  action(
    say(first ? 'find.open' : 'find.change'),
    'consult.find.form',
    { group, of: wantedKey },
    first ? { tone: 'main' } : {},
  );

/** Memory holds no search of theirs. */
export const emptySearchCard = (group: string): Card =>
  card(say('find.title'), [title(say('find.title')), body(say('find.none')), actions(anew(group, true))]);

/** A large group, searched for the first time since a start. */
export const readingCard = (group: string): Card =>
  card(say('find.title'), [
    title(say('find.title')),
    body(say('find.reading')),
    actions(action(say('find.show'), 'consult.found', { group, of: wantedKey }, { tone: 'main' })),
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

export function foundCard(wanted: Wanted, { items, all, page, more, none }: Found): Card {
  const { group } = wanted;
  const to = (n: number) => ({ group, of: wantedKey, page: String(n) });
  return card(say('find.found'), [
    title(say('find.found')),
    ...(all || items.length === 0 ? [] : [quiet(say('find.some'))]),
    list(
      items.map(({ item, part }) => withPart(item, part)),
      say(none ? 'find.unused' : 'find.nothing'),
    ),
    actions(
      ...(none
        ? [action(say('home.ask'), 'consult.ask', { group }, { tone: 'main' })]
        : [anew(group, items.length === 0)]),
      ...(page > 0 ? [action(say('find.newer'), 'consult.found', to(page - 1))] : []),
      ...(more ? [action(say('find.more'), 'consult.found', to(page + 1))] : []),
    ),
  ]);
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
