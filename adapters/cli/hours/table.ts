import {
  dateOfDay,
  hoursText,
  type Outcome,
  type Pack,
  type Rule,
  type Standing,
  type Verdict,
} from '../../../src/index.ts';
import { aligned, harmless } from '../terminal.ts';
import { atRiskOf } from './json.ts';
import type { HoursResult, ShownWarning } from './result.ts';
import { problemText } from './words.ts';

/** Longer lists end with how many more there are; --json has them all. */
const most = 12;

/** What `curbside hours` prints for a person: the same as with --json, in words. */
export const tableOf = (result: HoursResult): string =>
  [
    heading(result),
    totals(result),
    rules(result),
    atRisk(result),
    running(result),
    warnings(result.warnings),
    rejected(result),
    unchecked(result),
    sources(result),
  ]
    .flatMap((lines) => (lines.length === 0 ? [] : [lines.join('\n')]))
    .join('\n\n')
    .concat('\n');

function heading({ pack, asOf, read, counted, rejected: { length } }: HoursResult): string[] {
  return [
    `${pack.title}: ${pack.id}, version ${pack.version}, rules as of ${pack.asOf}`,
    'These rules are an example. Check with your board.',
    `Hours through ${asOf}. Rows: ${read} read, ${counted} counted, ${length} rejected.`,
  ];
}

function totals({ pack, standing }: HoursResult): string[] {
  const named = [
    ...pack.activities.map(({ id, label, partOf }): [string, string] => [id, `${partOf ? '  ' : ''}${label}`]),
    ['supervision', 'All supervision'] as [string, string],
    ['all', 'Everything'] as [string, string],
  ];
  const rows = named.map(([id, label]) => {
    const { logged = 0, signed = 0, likely = 0, paper = 0 } = standing.totals.get(id) ?? {};
    return [label, ...[logged, signed, likely, paper].map(hoursShown)];
  });
  const header = ['Hours', 'Logged', 'Signed', 'Likely to count', 'Signed on paper'];
  return [
    ...aligned([header, ...rows], new Set([1, 2, 3, 4])),
    'Likely to count: signed and not at risk. Signatures on paper are not checked by Curbside. Consultation is never part of these totals.',
  ];
}

const words = { met: 'Met', short: 'Short', over: 'Over', not_checked: 'No data' } as const;

function rules({ pack, standing }: HoursResult): string[] {
  const checked = standing.rules.filter((one) => isChecked(one));
  const lines = checked.flatMap(({ rule, outcome }) => [
    `${words[outcome.result].padEnd(7)}  ${rule.text}`,
    `         ${[amount(rule, outcome), cushion(rule, outcome), sourceOf(pack, rule)].filter((part) => part !== '').join(' · ')}`,
  ]);
  return ['Rules', ...lines];
}

/** Rules without a result that no row of hours could give one. */
const isChecked = ({ rule, outcome }: Standing['rules'][number]): boolean =>
  outcome.result !== 'not_checked' || ['units', 'period', 'ratio', 'percent', 'contacts'].includes(rule.kind)
    ? rule.status === 'primary' || rule.status === 'secondary'
    : false;

function amount(rule: Rule, { have, need, unit }: Outcome): string {
  if (have === null || need === null) return '';
  if (unit === 'minutes')
    return `${hoursShown(have)} ${isMost(rule, need) ? 'hours, at most' : 'of'} ${hoursShown(need)}${isMost(rule, need) ? '' : ' hours'}`;
  if (unit === 'percent') return `${Math.floor(have * 100) / 100}% (rule: ${need}%)`;
  if (unit !== 'count') return `${have} of ${need} ${unit}`;
  // What a format or another limit leaves no room for: counted are the sessions beyond it.
  if (need === 0) return have === 0 ? 'no session outside this rule' : `sessions outside this rule: ${have}`;
  return `${have} (rule: ${need})`;
}

/** How far above a least total somebody is, or how far below the most that counts. */
function cushion(rule: Rule, { result, have, need }: Outcome): string {
  if (rule.kind !== 'total' || result !== 'met' || have === null || need === null || have === need) return '';
  return isMost(rule, need) ? `${hoursShown(need - have)} before the limit` : `cushion ${hoursShown(have - need)}`;
}

const isMost = (rule: Rule, need: number): boolean =>
  (rule.kind === 'total' || rule.kind === 'period') && rule.maxHours !== undefined && rule.maxHours * 60 === need;

/** `3,000.00` */
const hoursShown = (minutes: number): string => hoursText(minutes).replace(/\B(?=(\d{3})+\.)/g, ',');

function sourceOf(pack: Pack, { source, status }: Rule): string {
  const from = pack.sources.find(({ id }) => id === source);
  return `source ${source} (${statuses[status]}), read ${from?.read ?? pack.asOf}`;
}

const statuses: Readonly<Record<Rule['status'], string>> = {
  primary: "the board's own text",
  secondary: 'not the board itself',
  gk: 'general knowledge',
  unsure: 'sources differ or are old',
};

function atRisk(result: HoursResult): string[] {
  const rows = atRiskOf(result).map(({ from, to, site, minutes, rule }) => [
    from === to ? `  ${from}` : `  ${from} to ${to}`,
    hoursShown(minutes),
    site === null ? 'all sites' : harmless(site),
    `rule ${rule}`,
  ]);
  return rows.length === 0 ? [] : ['At risk, in hours', ...cut(aligned(rows, new Set([1])))];
}

/** What is short, or too much, so far in the period that contains the as-of date. */
function running({ standing }: HoursResult): string[] {
  const lines = standing.rules.flatMap(({ rule, outcome }) =>
    outcome.open.filter(({ result }) => result !== 'met').map((verdict) => runningLine(rule, verdict, outcome)),
  );
  return lines.length === 0 ? [] : ['Still open', ...cut(lines)];
}

function runningLine(rule: Rule, { to, site, result, have, need }: Verdict, { unit }: Outcome): string {
  const where = site === null ? '' : ` at ${harmless(site)}`;
  const inHours = unit === 'minutes' || rule.kind === 'units';
  const [so, bound] = inHours
    ? [hoursShown(have), `${hoursShown(need)} hours`]
    : [String(Math.floor(have * 100) / 100), String(need)];
  return result === 'short'
    ? `  By ${dateOfDay(to)}${where}: ${so} of ${bound} so far. ${rule.text}`
    : `  Through ${dateOfDay(to)}${where}: ${so} already, at most ${bound}. ${rule.text}`;
}

function warnings(all: readonly ShownWarning[]): string[] {
  if (all.length === 0) return [];
  const texts = [...new Set(all.map(({ text }) => text))];
  const lines = texts.map((text) => `  ${text}${datesOf(all.filter((warning) => warning.text === text))}`);
  return ['Warnings', ...lines];
}

function datesOf(same: readonly ShownWarning[]): string {
  const dates = [...new Set(same.flatMap(({ from }) => from ?? []))];
  if (dates.length === 0) return '';
  const more = dates.length > 5 ? `, and ${dates.length - 5} more days` : '';
  return ` (${same.length} ${same.length === 1 ? 'row' : 'rows'}: ${dates.slice(0, 5).join(', ')}${more})`;
}

const rejected = ({ rejected: rows }: HoursResult): string[] =>
  rows.length === 0
    ? []
    : [
        'Rejected rows, counted nowhere',
        ...cut(rows.map(({ line, field, problem }) => `  line ${line}, ${field}: ${problemText(problem)}`)),
      ];

function unchecked({ standing, pack }: HoursResult): string[] {
  const rest = standing.rules.filter((one) => !isChecked(one));
  const windows = standing.rules.flatMap(({ rule }) =>
    rule.kind === 'span' && rule.windowYears !== undefined
      ? [`  Only hours from the ${rule.windowYears} years before the application count (rule ${rule.id}).`]
      : [],
  );
  const lines = [...rest.map(({ rule }) => `  ${rule.text} (${sourceOf(pack, rule)})`), ...windows];
  return lines.length === 0 ? [] : ['Not checked by Curbside', ...lines];
}

/** Where each source that a rule names was read. */
function sources({ pack }: HoursResult): string[] {
  const named = new Set(pack.rules.map(({ source }) => source));
  const rows = pack.sources.filter(({ id }) => named.has(id)).map(({ id, url }) => [`  ${id}`, url]);
  return rows.length === 0 ? [] : ['Sources', ...aligned(rows, new Set())];
}

const cut = (lines: readonly string[]): string[] =>
  lines.length <= most
    ? [...lines]
    : [...lines.slice(0, most), `  and ${lines.length - most} more; --json lists them all`];
