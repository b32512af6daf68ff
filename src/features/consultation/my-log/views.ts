import { type Msg, say } from '../../../i18n/message.ts';
import type { LinkedAccount } from '../../../ports/vault.ts';
import {
  action,
  actions,
  card,
  day,
  facts,
  form,
  item,
  list,
  msg,
  option,
  pickField,
  quiet,
  title,
} from '../../../view/build.ts';
import type { Action, Card, Form, Item, Option, Span } from '../../../view/view.ts';
import { sides } from '../../credit/model.ts';
import { topics } from '../model.ts';
import { recordItem } from '../record/views.ts';
import { platformIn } from './accounts-view.ts';
import { type LogEntry, totalsOf } from './entries.ts';
import { encoded, type Log, linkMark } from './filter.ts';
import { placeValues } from './model.ts';

/** So many stand on a card on every platform, with what is above and below them. */
const onPage = 7;
/** Years that can be chosen at once. */
const mostYears = 10;

/** Where the person looks at it. */
export interface Place {
  readonly group: string;
  readonly scope: string;
  readonly linked: readonly LinkedAccount[];
}

export function logCard(log: Log, { group, page: asked, scope, linked }: Place & { readonly page: number }): Card {
  const { entries, shown, filter, today } = log;
  const logged = new Set(entries.filter(({ side }) => side !== 'attended').map(({ date }) => date));
  const f = encoded(filter);
  const narrowed = Object.values(filter).some((part) => part !== null);
  const here = { group, ...(narrowed ? { f } : {}) };
  const pages = Math.max(1, Math.ceil(shown.length / onPage));
  const page = Math.min(asked, pages);
  const { drafts, ...totals } = totalsOf(shown);
  const rows = [
    ...(narrowed ? [[say('log.filtered'), ...spoken(log, { scope, linked })] as const] : []),
    ...sides.flatMap((side) =>
      totals[side].n === 0 ? [] : [[say(`log.${side}`), say('log.total', totals[side])] as const],
    ),
  ];
  const turn = (label: 'supervision.previous' | 'supervision.next', to: number): Action[] =>
    to < 1 || to > pages ? [] : [action(say(label), 'consult.records', { ...here, page: String(to) })];
  return card(say('records.summary'), [
    title(say('records.summary')),
    ...(rows.length === 0 ? [] : [facts(...rows)]),
    ...(drafts === 0 ? [] : [quiet(say('log.drafts', { n: drafts }))]),
    ...(linked.length === 0 ? [] : [quiet(say('log.includes', { n: linked.length }))]),
    list(
      shown.slice((page - 1) * onPage, page * onPage).map((entry) =>
        entryItem(entry, {
          ...{ group, today, place: placeValues({ ...(narrowed ? { f } : {}), page }) },
          twice: entry.side === 'attended' && !entry.recorded && logged.has(entry.date),
        }),
      ),
      say(narrowed && entries.length > 0 ? 'log.filter.none' : 'records.empty'),
    ),
    ...(pages === 1 ? [] : [quiet(say('log.page', { page, pages }))]),
    actions(
      ...turn('supervision.previous', page - 1),
      ...turn('supervision.next', page + 1),
      action(say('home.log'), 'consult.log', {}, { tone: 'main' }),
      ...(entries.length === 0 ? [] : [action(say('log.filter'), 'consult.records.filter', here)]),
      ...(narrowed ? [action(say('log.filter.clear'), 'consult.records', { group })] : []),
      ...(shown.length === 0 ? [] : [action(say('records.export'), 'consult.records.export', here)]),
      ...(entries.some(({ record }) => record?.imported)
        ? [action(say('import.log.past'), 'consult.imports', { group })]
        : []),
      ...(entries.length === 0 ? [action(say('import.log'), 'consult.import', { group })] : []),
      action(say(linked.length === 0 ? 'log.linkOne' : 'log.accounts'), 'consult.link', { group }),
    ),
  ]);
}

/** The filter in words. */
export function spoken({ filter, cycles }: Pick<Log, 'filter' | 'cycles'>, at: Omit<Place, 'group'>): Span[] {
  const { side, topic, period, where } = filter;
  const said: Msg[] = [
    ...(side === null ? [] : [say('log.side.name', { side })]),
    ...(topic === null ? [] : [say('topic.name', { topic })]),
    ...(period === null ? [] : [periodWords(period, cycles)]),
    ...(where === null ? [] : whereWords(where, at)),
  ];
  return said.flatMap((one, i) => (i === 0 ? [msg(one)] : [msg(say('word.dot')), msg(one)]));
}

const periodWords = (period: string, cycles: Log['cycles']): Msg => {
  const cycle = cycles.find(({ id }) => id === period);
  return cycle === undefined
    ? say('supervision.text', { text: period })
    : say('log.period.cycle', { title: cycle.title });
};

function whereWords(where: string, { scope, linked }: Omit<Place, 'group'>): Msg[] {
  if (where === 'group') return [say('log.where.group')];
  if (where === 'here') return [say('log.where.here', { platform: platformIn(scope) })];
  const link = linked.find(({ id }) => linkMark(id) === where);
  return link === undefined ? [] : [say('log.where.linked', { platform: platformIn(link.scope) })];
}

interface Beside {
  readonly group: string;
  readonly today: string;
  /** Where in the log it is opened from. */
  readonly place: Readonly<Record<string, string>>;
  /** Another entry of that day may be the same time. */
  readonly twice: boolean;
}

function entryItem(entry: LogEntry, { group, today, place, twice }: Beside): Item {
  const { record, origin } = entry;
  const from: Span[] = origin === null ? [] : [msg(say('log.from', { platform: platformIn(origin.scope) }))];
  if (record !== null) {
    const plain = recordItem(record, today, place);
    if (origin === null) return plain;
    const ids = { group, link: origin.link, record: record.id, ...place };
    return {
      ...plain,
      detail: [...plain.detail, ...from],
      actions: [action(say('word.open'), 'record.elsewhere', ids)],
    };
  }
  const said: Msg[] = [
    say('record.length', { minutes: entry.minutes }),
    ...(entry.mode === null ? [] : [say('record.mode.name', { mode: entry.mode })]),
    ...(entry.topic === null ? [] : [say('topic.name', { topic: entry.topic })]),
    ...(twice ? [say('log.sameDay')] : []),
  ];
  const detail = [...said.map((one) => msg(one)), ...from];
  const credentials = entry.credentials.filter(Boolean).join(', ');
  return item([day(entry.date), msg(say('word.dot')), msg(say(`log.${entry.side}`))], {
    detail: detail.flatMap((one, i) => (i === 0 ? [one] : [msg(say('word.dot')), one])),
    ...(credentials === '' ? {} : { quote: credentials }),
    // What was logged with another account is changed there.
    actions: origin === null ? [action(say('word.open'), ...opens(entry, { group, ...place }))] : [],
  });
}

/** Where it can be changed or removed. */
const opens = ({ side, id }: LogEntry, values: Record<string, string>): [string, Record<string, string>] =>
  side === 'advised'
    ? ['credit.advised.show', { ...values, advice: id }]
    : ['meeting.attended.own', { ...values, attendance: id }];

export function filterForm(log: Log, { group, scope, linked }: Place): Form {
  const { entries, filter, cycles } = log;
  const years = [...new Set(entries.map(({ date }) => date.slice(0, 4)))].slice(0, mostYears);
  const periods: Option[] = [
    option('any', say('log.period.all')),
    ...years.map((year) => ({ value: year, label: { typed: year }, hint: null })),
    ...cycles.map(({ id, title: name }) => option(id, say('log.period.cycle', { title: name }))),
  ].slice(0, 25);
  const places: Option[] = [
    option('any', say('log.where.all')),
    option('group', say('log.where.group')),
    ...(linked.length === 0 ? [] : [option('here', say('log.where.here', { platform: platformIn(scope) }))]),
    ...linked.map(({ id, scope: far }) => option(linkMark(id), say('log.where.linked', { platform: platformIn(far) }))),
  ];
  return form({
    title: say('log.filter.title'),
    fields: [
      pickField(
        'side',
        say('log.side'),
        (['any', ...sides] as const).map((side) => option(side, say('log.side.name', { side }))),
        { value: filter.side ?? 'any' },
      ),
      pickField('period', say('log.period'), periods, { value: filter.period ?? 'any' }),
      pickField(
        'topic',
        say('record.topic'),
        [option('any', say('find.anyTopic')), ...topics.map((topic) => option(topic, say('topic.name', { topic })))],
        { value: filter.topic ?? 'any' },
      ),
      pickField('where', say('log.where'), places, { value: filter.where ?? 'any' }),
    ],
    submit: say('log.filter.show'),
    do: 'consult.records.narrow',
    with: { group },
  });
}
