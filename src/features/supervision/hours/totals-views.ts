import { say } from '../../../i18n/message.ts';
import {
  action,
  actions,
  body,
  card,
  chart,
  day,
  facts,
  heading,
  item,
  list,
  quiet,
  title,
} from '../../../view/build.ts';
import type { Action, Block, Card, Item } from '../../../view/view.ts';
import { approvedLeave } from '../agreement/details-model.ts';
import { type Agreement, canSign, type Role, roleIn } from '../agreement/model.ts';
import { calculate, type Standing } from '../rules/calculate.ts';
import { dateOfDay, dayOf, periodAround } from '../rules/calendar.ts';
import type { HoursEntry } from '../rules/entry.ts';
import { isStated } from '../rules/gate.ts';
import { type Ledger, ledgerOf } from '../rules/ledger.ts';
import { groups, type Pack } from '../rules/pack.ts';
import { isVerified } from '../rules/rule.ts';
import { hoursText } from '../rules/totals.ts';
import type { Verdict } from '../rules/verdict.ts';
import { warningsOf } from '../rules/warnings.ts';
import { progressItems } from './progress-views.ts';
import { shortNow } from './short-views.ts';

export interface TotalsOf {
  readonly agreement: Agreement;
  readonly pack: Pack;
  readonly entries: readonly HoursEntry[];
  /** How many of them were logged under other rules, in a category that these don’t have. */
  readonly moved: number;
  /** How many fit no category of these, and are left out. */
  readonly left: number;
  /** Logged minutes of drafts and of entries that were returned. */
  readonly unfinished: number;
  readonly today: string;
  readonly locale: string;
}

const text = (words: string) => say('supervision.text', { text: words });
/** What is left of a minute counts in no total. */
const whole = Math.floor;
const hours = (minutes: number) => say('supervision.length', { minutes: whole(minutes) });
const shownWeeks = 12;
const most = { atRisk: 5, warnings: 3 } as const;

/** Where somebody stands: three totals, what is short while it can still be made up, what is at risk, what was not checked. */
export function totalsCard(of: TotalsOf, me: string): Card {
  const { agreement: a, pack, today } = of;
  const ledger = ledgerOf(pack, of.entries);
  const standing = calculate(ledger, today, approvedLeave(a.leave));
  const ids = { group: a.group, agreement: a.id };
  const unchecked = standing.rules.filter(
    ({ outcome, rule }) => outcome.result === 'not_checked' && !isVerified(rule),
  ).length;
  const gates = standing.rules.filter(
    ({ rule, outcome }) =>
      rule.kind === 'gate' && isVerified(rule) && isStated(rule) && outcome.result === 'not_checked',
  ).length;
  return card(say('supervision.totals.summary'), [
    title(say('supervision.totals.summary')),
    quiet(text(pack.title)),
    sums(standing, pack),
    ...unfinishedLine(of.unfinished),
    ...chartOf(ledger, today),
    ...listOf(say('supervision.short.title'), shortNow(standing, today)),
    ...listOf(say('supervision.atRisk.title'), atRiskItems(standing)),
    ...listOf(say('supervision.progress.title'), progressItems({ standing, ledger, today, locale: of.locale })),
    ...listOf(say('supervision.warnings.title'), warningItems(ledger)),
    quiet(say('supervision.totals.noConsultation')),
    ...(of.moved === 0 ? [] : [quiet(say('supervision.otherPack.moved', { n: of.moved }))]),
    ...(of.left === 0 ? [] : [body(say('supervision.otherPack.left', { n: of.left }))]),
    quiet(say('supervision.totals.example'), day(pack.asOf)),
    ...(gates === 0 || of.entries.length === 0 ? [] : [quiet(say('supervision.totals.gates', { n: gates }))]),
    ...(unchecked === 0 ? [] : [quiet(say('supervision.totals.unchecked', { n: unchecked }))]),
    actions(
      ...ways(a, roleIn(a, me) ?? 'supervisee', pack),
      action(say('supervision.rules'), 'supervision.rules', ids),
      ...(gates === 0 ? [] : [action(say('supervision.details'), 'supervision.details', ids)]),
      action(say('supervision.otherPack'), 'supervision.otherPack', ids),
    ),
  ]);
}

const listOf = (name: ReturnType<typeof say>, items: readonly Item[]): Block[] =>
  items.length === 0 ? [] : [heading(name), list(items, name)];

function ways(a: Agreement, role: Role, pack: Pack | null): Action[] {
  const ids = { group: a.group, agreement: a.id };
  return [
    ...(role === 'supervisee'
      ? [action(say('supervision.log'), 'supervision.log', ids, { tone: 'main' })]
      : canSign(a)
        ? [action(say('supervision.sign'), 'supervision.sign', ids, { tone: 'main' })]
        : []),
    action(say('supervision.entries'), 'supervision.entries', ids),
    ...(role === 'supervisee' && pack?.effective.by === 'application'
      ? [action(say('supervision.applying'), 'supervision.applying', ids)]
      : []),
  ];
}

/** Logged, signed, likely to count: of all, and of each activity that has any. What was signed on paper stands by itself. */
function sums(standing: Standing, pack: Pack): Block {
  const paper = standing.totals.get('all')?.paper ?? 0;
  const rows = pack.activities.flatMap(({ id, label }) => {
    const total = standing.totals.get(id);
    if (total === undefined || total.logged === 0) return [];
    const { logged, signed, likely } = total;
    return [
      [
        text(label),
        say('supervision.three', { logged: whole(logged), signed: whole(signed), likely: whole(likely) }),
      ] as const,
    ];
  });
  return facts(
    [say('supervision.totals.logged'), hours(standing.minutes.logged)],
    [say('supervision.totals.signed'), hours(standing.minutes.signed)],
    [say('supervision.totals.likely'), hours(standing.minutes.likely)],
    ...(paper === 0 ? [] : [[say('supervision.totals.paper'), hours(paper)] as const]),
    ...rows,
  );
}

/** Why a document to hand in comes to less. */
const unfinishedLine = (minutes: number): Block[] =>
  minutes === 0 ? [] : [quiet(say('supervision.totals.unfinished', { minutes }))];

/** Logged hours of the last weeks that are over, from the first with any: the week that goes on would look like a drop. */
function chartOf(ledger: Ledger, today: string): Block[] {
  const week = periodAround(dayOf(today), 'week', ledger.pack.weekStartsOn).from;
  const points = Array.from({ length: shownWeeks }, (_, i) => week - 7 * (shownWeeks - i)).map((from) => ({
    date: dateOfDay(from),
    value: (ledger.periods.week.get(from)?.rows ?? []).reduce((sum, { entry }) => sum + entry.minutes, 0) / 60,
  }));
  const first = points.findIndex(({ value }) => value > 0);
  const shown = first < 0 ? [] : points.slice(first);
  if (shown.length < 2) return [];
  const to = Math.max(1, Math.ceil(Math.max(...shown.map(({ value }) => value))));
  const values = shown.map(({ value }) => hoursText(value * 60)).join(', ');
  return [
    chart({
      label: say('supervision.chart'),
      points: shown,
      from: 0,
      to,
      low: hours(0),
      high: hours(to * 60),
      alt: say('supervision.chart.alt', { weeks: shown.length, values }),
    }),
  ];
}

const siteOf = ({ site }: Verdict) => (site === null ? {} : { quote: site });

/** Weeks and months that are over and fell short or went beyond, the latest first. */
function atRiskItems({ rules }: Standing): Item[] {
  return rules
    .flatMap(({ rule, outcome }) =>
      outcome.verdicts.filter(({ atRisk }) => atRisk.length > 0).map((verdict) => ({ rule, verdict })),
    )
    .sort((x, y) => y.verdict.to - x.verdict.to)
    .slice(0, most.atRisk)
    .map(({ rule, verdict }) => {
      const minutes = verdict.atRisk.reduce((sum, share) => sum + share.minutes, 0);
      return item(
        [
          day(dateOfDay(verdict.from)),
          say('supervision.to'),
          day(dateOfDay(verdict.to)),
          say('word.dot'),
          hours(minutes),
        ],
        {
          detail: [text(rule.text)],
          ...siteOf(verdict),
        },
      );
    });
}

const warningItems = (ledger: Ledger): Item[] =>
  warningsOf(ledger)
    .slice(-most.warnings)
    .map(({ about, from, site }) =>
      item([say('supervision.warning', { about })], { detail: [day(from)], quote: site }),
    );

/** Without rules: what was logged and signed, and nothing judged. */
export function plainTotalsCard(a: Agreement, entries: readonly HoursEntry[], unfinished: number, me: string): Card {
  const live = entries.filter(({ status }) => status !== 'void');
  const sum = (of: readonly HoursEntry[]) => of.reduce((minutes, e) => minutes + e.minutes, 0);
  const signed = live.filter(({ status }) => status === 'signed');
  const paper = sum(live.filter(({ status }) => status === 'paper'));
  return card(say('supervision.totals.summary'), [
    title(say('supervision.totals.summary')),
    facts(
      [say('supervision.totals.logged'), hours(sum(live))],
      [say('supervision.totals.signed'), hours(sum(signed))],
      ...(paper === 0 ? [] : [[say('supervision.totals.paper'), hours(paper)] as const]),
      ...groups.map(
        (type) => [say('supervision.type', { type }), hours(sum(live.filter((e) => e.type === type)))] as const,
      ),
    ),
    ...unfinishedLine(unfinished),
    quiet(say('supervision.totals.noPack')),
    quiet(say('supervision.totals.noConsultation')),
    actions(...ways(a, roleIn(a, me) ?? 'supervisee', null)),
  ]);
}
