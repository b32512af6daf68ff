import { say } from '../../i18n/message.ts';
import type { CheckinSettings } from '../../ports/checkins.ts';
import { action, actions, body, card, chart, day, facts, item, list, quiet, title, when } from '../../view/build.ts';
import type { Action, Block, Card, Span, Values } from '../../view/view.ts';
import { type Enrolment, helps, keep, type Pulse, type PulseValue, type Result } from './model.ts';
import type { Asking } from './schedule.ts';
import { instrumentOf } from './settings.ts';
import { comparison, mondayOf, pointsOf } from './weekly/trend.ts';

/**
 * What check-ins are, before anything is switched on. `choosesWay`: where a platform takes no private messages to many people,
 * everybody says for themself whether they want one.
 */
export function startCard(group: string, settings: CheckinSettings, choosesWay: boolean): Card {
  const monthly = settings.instruments[0];
  const tone = (instrument: string) => (instrument === 'none' ? ({ tone: 'main' } as const) : {});
  const start = (label: 'checkin.start.weekly' | 'checkin.start.monthly', instrument: string): Action[] =>
    choosesWay
      ? [
          action(
            say(label, { by: 'direct' }),
            'checkin.start',
            { group, monthly: instrument, by: 'direct' },
            tone(instrument),
          ),
          action(say(label, { by: 'home' }), 'checkin.start', { group, monthly: instrument, by: 'home' }),
        ]
      : [action(say(label, { by: null }), 'checkin.start', { group, monthly: instrument }, tone(instrument))];
  return card(say('checkin.summary'), [
    title(say('checkin.start.title')),
    body(say('checkin.start.what')),
    body(say('checkin.start.who')),
    body(say('checkin.start.group')),
    body(say('checkin.start.kept', { days: keep.usual })),
    quiet(say('checkin.start.operator')),
    body(say('checkin.start.leave')),
    actions(...start('checkin.start.weekly', 'none'), ...(monthly ? start('checkin.start.monthly', monthly.id) : [])),
    actions(
      action(say('checkin.coffee'), 'coffee.list', { group }),
      action(say('checkin.person'), 'crisis.lines', { group }),
    ),
  ]);
}

/** How my check-ins stand, and what can be changed. */
export function mineCard(
  e: Enrolment,
  settings: CheckinSettings,
  group: string,
  of: { readonly next: Asking | 'gone' | null; readonly failed: boolean },
): Card {
  const { next, failed } = of;
  const none = say(next === 'gone' ? 'checkin.mine.gone' : 'checkin.mine.none');
  const monthly = e.monthly === null ? null : instrumentOf(settings, e.monthly);
  return card(say('checkin.summary'), [
    title(say('checkin.mine.title')),
    facts(
      [say('checkin.mine.next'), ...(next === null || next === 'gone' ? [none] : [when(next.at)])],
      ...(e.away ? [[say('checkin.mine.away'), ...awayWords(e.away)] as const] : []),
      [say('checkin.mine.how'), say('checkin.mine.by', { by: e.by })],
      [say('checkin.mine.monthly'), monthly ? say('checkin.text', { text: monthly.name }) : say('checkin.mine.off')],
      [say('checkin.mine.kept'), say('checkin.mine.days', { n: e.keepDays })],
    ),
    ...(failed ? [body(say('checkin.mine.failed'))] : []),
    quiet(say('checkin.private')),
    ...(e.groups.includes(group) ? [] : [actions(action(say('checkin.count'), 'checkin.start', { group }))]),
    actions(
      ...(e.away ? [action(say('checkin.back'), 'checkin.resume', { group }, { tone: 'main' })] : []),
      action(say('checkin.now'), 'checkin.now', { group }, e.away ? {} : { tone: 'main' }),
      action(say('checkin.change'), 'checkin.schedule', { group }),
      action(say('checkin.results'), 'checkin.history', { group }),
      ...(e.away ? [] : [action(say('checkin.pause'), 'checkin.pause', { group })]),
      action(say('checkin.dates'), 'checkin.away', { group }),
      action(say('away.set'), 'curbside.away', { group }),
      action(say('checkin.stop'), 'checkin.stop', { group }),
    ),
  ]);
}

const awayWords = (away: NonNullable<Enrolment['away']>) => [
  say('checkin.mine.awayFrom'),
  day(away.from),
  ...(away.until === null
    ? [say('word.dot'), say('checkin.mine.awayOpen')]
    : [say('word.dot'), say('checkin.mine.awayUntil'), day(away.until)]),
];

/** Right after an answer: thanks first, then only the person's own past, and one small choice. */
export function afterCard(pulse: Pulse, pulses: readonly Pulse[], group: string): Card {
  const trend = comparison(pulses, pulse.week);
  const ids = { group, week: pulse.week };
  return card(say('checkin.summary'), [
    title(trend ? say('checkin.compared', { trend }) : say('checkin.thanks')),
    ...chartOf(pulses),
    body(say('checkin.helpful')),
    actions(...helps.map((help) => action(say('checkin.helps', { help }), 'checkin.helps', { ...ids, help }))),
    actions(
      action(say('checkin.coffee'), 'coffee.list', { group }),
      action(say('checkin.person'), 'crisis.lines', { group }),
      action(say('checkin.hide'), 'checkin.hide', { ...ids, on: 'yes' }),
      remove({ ...ids }),
    ),
    quiet(say('checkin.private'), say('checkin.diagnosis')),
  ]);
}

const remove = (values: Values): Action =>
  action(say('checkin.delete'), 'checkin.delete', values, { tone: 'danger', confirm: say('checkin.delete.confirm') });

/** The private line, with its words for people who do not see it. */
export function chartOf(pulses: readonly Pulse[]): Block[] {
  const points = pointsOf(pulses);
  if (points.length < 2) return [];
  const values = points.map((p) => p.value ?? '–').join(', ');
  return [
    chart({
      label: say('checkin.chart'),
      points,
      from: 1,
      to: 5,
      low: say('checkin.low'),
      high: say('checkin.high'),
      alt: say('checkin.chart.alt', { weeks: points.length, values }),
    }),
  ];
}

/** Entries on one page of the history: with the chart and the buttons they fit one message on every platform. */
const onPage = 8;

/** My answers and scores, newest first, page by page. Each opens on its own, to be hidden or deleted. */
export function historyCard(
  of: { readonly pulses: readonly Pulse[]; readonly results: readonly Result[] },
  settings: CheckinSettings,
  group: string,
  asked: number,
): Card {
  const all = [
    ...of.results.map((r) => ({ at: r.at, entry: (at: Values) => resultItem(r, settings, at) })),
    ...of.pulses.map((p) => ({ at: p.at, entry: (at: Values) => pulseItem(p, at) })),
  ].sort((a, b) => b.at - a.at);
  const pages = Math.max(1, Math.ceil(all.length / onPage));
  const page = Math.min(asked, pages);
  const shown = all.slice((page - 1) * onPage, page * onPage);
  const turn = (label: 'checkin.history.newer' | 'checkin.history.older', to: number): Action[] =>
    to < 1 || to > pages ? [] : [action(say(label), 'checkin.history', { group, page: String(to) })];
  return card(say('checkin.summary'), [
    title(say('checkin.history.title')),
    ...(page === 1 ? chartOf(of.pulses) : []),
    quiet(say('checkin.history.own'), say('checkin.private')),
    list(
      shown.map(({ entry }) => entry(page === 1 ? { group } : { group, page: String(page) })),
      say('checkin.history.none'),
    ),
    ...(pages === 1 ? [] : [quiet(say('checkin.monthly.page', { page, pages }))]),
    actions(
      ...turn('checkin.history.newer', page - 1),
      ...turn('checkin.history.older', page + 1),
      action(say('privacy.export'), 'privacy.export'),
      action(say('checkin.coffee'), 'coffee.list', { group }),
      action(say('checkin.change'), 'checkin.schedule', { group }),
    ),
  ]);
}

const resultItem = (r: Result, settings: CheckinSettings, at: Values) =>
  item([...nameOf(settings, r), { is: 'msg', msg: say('word.dot') }, when(r.at, 'date')], {
    ...(r.hidden ? { detail: [say('checkin.entry.hidden')] } : {}),
    actions: [open('checkin.result', { ...at, instrument: r.instrument, month: r.month })],
  });

const pulseItem = (p: Pulse, at: Values) =>
  item([say('checkin.week'), day(mondayOf(p.week))], {
    detail: [p.hidden ? say('checkin.entry.hidden') : answerOf(p)],
    actions: [open('checkin.entry', { ...at, week: p.week })],
  });

const open = (to: string, values: Values): Action => action(say('word.open'), to, values);

export const answerOf = (p: Pulse) => say('checkin.answer', { value: p.value as PulseValue });

export const nameOf = (settings: CheckinSettings, r: Result): Span[] => {
  const text = instrumentOf(settings, r.instrument)?.name ?? r.instrument;
  return [{ is: 'msg', msg: say('checkin.text', { text }) }];
};

/** One weekly answer. */
export function entryCard(p: Pulse, at: Values): Card {
  const ids = { ...at, week: p.week };
  return card(say('checkin.summary'), [
    title(say('checkin.week'), day(mondayOf(p.week))),
    body(p.hidden ? say('checkin.entry.hidden') : answerOf(p)),
    ...(p.help !== null && !p.hidden ? [quiet(say('checkin.helpful'), say('checkin.helps', { help: p.help }))] : []),
    actions(
      action(say(p.hidden ? 'checkin.unhide' : 'checkin.hide'), 'checkin.hide', {
        ...ids,
        on: p.hidden ? 'no' : 'yes',
      }),
      remove(ids),
      action(say('word.back'), 'checkin.history', at),
    ),
  ]);
}

/** Before it ends: this is the question, and one press answers it. */
export const stopCard = (group: string): Card =>
  card(say('checkin.stop.title'), [
    title(say('checkin.stop.title')),
    body(say('checkin.stop.text')),
    actions(
      action(say('checkin.stop.do'), 'checkin.leave', { group }, { tone: 'main' }),
      action(say('checkin.pause'), 'checkin.pause', { group }),
    ),
  ]);
