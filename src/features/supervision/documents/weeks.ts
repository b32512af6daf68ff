import { say } from '../../../i18n/message.ts';
import { day } from '../../../view/build.ts';
import {
  column,
  heading,
  hoursWords,
  nothing,
  paragraph,
  signatures,
  table,
  typed,
  words,
} from '../../../view/build-document.ts';
import type { DocumentBlock, DocumentColumn, Words } from '../../../view/document.ts';
import { counted, minutesOf } from '../hours/counted.ts';
import type { SupervisionEntry } from '../model.ts';
import { activitiesOf, activityName } from '../packs.ts';
import { dateOfDay, dayOf, periodAround } from '../rules/calendar.ts';
import { partyWords } from './frame.ts';
import type { Source } from './source.ts';

interface Week {
  readonly from: string;
  readonly entries: readonly SupervisionEntry[];
}

/** The weeks of a log in order, as the pack's weeks begin. */
function weeksOf(entries: readonly SupervisionEntry[], startsOn: number): Week[] {
  const weeks = new Map<string, SupervisionEntry[]>();
  for (const entry of entries) {
    const from = dateOfDay(periodAround(dayOf(entry.date), 'week', startsOn).from);
    weeks.set(from, [...(weeks.get(from) ?? []), entry]);
  }
  return [...weeks].map(([from, of]) => ({ from, entries: of })).sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * One row a week and a column for each activity of the pack, one part for each site, with a place for a signature in every row:
 * as logs are kept (docs/domain.md, Supervision). `onPage`: weeks of one table; `paged`: each
 * table has a page of its own, also the first one, unless it is short enough for the page that begins with whose log it is.
 */
export function weekTables(source: Source, onPage: number, paged = false): DocumentBlock[] {
  const all = counted(source.entries);
  const sites = [...new Set(all.map(({ site }) => site))].sort();
  if (sites.length === 0) return [paragraph(say('documents.nothing'))];
  return sites.flatMap((site, i) => [
    ...(i === 0 && !(paged && isLong(source, all, site)) ? [] : [{ is: 'newPage' } as const]),
    heading(2, say('supervision.site')),
    { is: 'paragraph', style: 'body', text: typed(site) } as const,
    ...siteTables(
      source,
      all.filter((e) => e.site === site),
      onPage,
    ),
    signatures(
      [say('supervision.party', { role: 'supervisee' }), partyWords(source, 'supervisee')],
      [say('supervision.party', { role: 'supervisor' }), partyWords(source, 'supervisor')],
    ),
  ]);
}

/** Weeks that stand below the facts at the head of a log. */
const besideHead = 5;

const isLong = (source: Source, all: readonly SupervisionEntry[], site: string): boolean =>
  weeksOf(
    all.filter((e) => e.site === site),
    source.pack?.weekStartsOn ?? 1,
  ).length > besideHead;

function siteTables(source: Source, entries: readonly SupervisionEntry[], onPage: number): DocumentBlock[] {
  const weeks = weeksOf(entries, source.pack?.weekStartsOn ?? 1);
  const tables: DocumentBlock[] = [];
  for (let i = 0; i < weeks.length; i += onPage) {
    const part = weeks.slice(i, i + onPage);
    if (i > 0) tables.push({ is: 'newPage' });
    tables.push(weekTable(source, part));
  }
  return tables;
}

function weekTable(source: Source, weeks: readonly Week[]): DocumentBlock {
  const activities = activitiesOf(source.pack);
  // Supervision first, as on the boards' own logs.
  const inOrder = [...activities].sort((a, b) => Number(b.group === 'supervision') - Number(a.group === 'supervision'));
  const columns: DocumentColumn[] = [
    column(say('documents.weekOf'), { weight: 1.5, head: true }),
    ...inOrder.map(({ id }) => column(activityName(id, source.pack), { align: 'right', weight: 1.2 })),
    column(say('documents.total'), { align: 'right' }),
    column(say('supervision.totals.signed'), { align: 'right' }),
    column(say('documents.signHere'), { weight: 2 }),
  ];
  const cellsOf = (entries: readonly SupervisionEntry[]): Words[] => [
    ...inOrder.map((activity) =>
      hoursWords(minutesOf(entries.filter((e) => isPart(e.activity, activity.id, activities)))),
    ),
    hoursWords(minutesOf(entries)),
    hoursWords(minutesOf(entries.filter(({ status }) => status === 'signed'))),
    nothing,
  ];
  return table(
    say('documents.hoursByWeek'),
    columns,
    weeks.map((week) => [words(day(week.from)), ...cellsOf(week.entries)]),
    [words(say('documents.total')), ...cellsOf(weeks.flatMap(({ entries }) => entries))],
  );
}

/** Whether an activity is another, or a part of it: "A1 of which" is inside A too. */
export function isPart(
  id: string,
  of: string,
  activities: readonly { readonly id: string; readonly partOf?: string | undefined }[],
): boolean {
  for (let at: string | undefined = id; at !== undefined; at = activities.find((one) => one.id === at)?.partOf)
    if (at === of) return true;
  return false;
}
