import { folded } from '../../../runtime/pasted/table.ts';

/** What a column of somebody's table can be. */
export const targets = [
  'date',
  'minutes',
  'hours',
  'start',
  'end',
  'activity',
  'modality',
  'site',
  'supervisor',
  'notes',
  'format',
  'groupSize',
  'restricted',
  'unrestricted',
  'type',
  'status',
  'excluded',
] as const;
export type Target = (typeof targets)[number];

/** Which column (counted from 0) holds what. A missing one is not in the table. */
export type Columns = { readonly [T in Target]?: number };

/** Programs whose tables are known by the names of their columns. Their authors may change those: own columns are named once. */
export const sources = ['auto', 'trackYourHours', 'time2track', 'ripley', 'curbside'] as const;
export type Source = (typeof sources)[number];

type Names = { readonly [T in Target]?: readonly string[] };

const usual: Names = {
  date: ['date', 'activitydate', 'sessiondate', 'dateofservice', 'servicedate', 'day'],
  minutes: ['minutes', 'mins', 'durationminutes', 'durationmin', 'lengthminutes'],
  hours: ['hours', 'hrs', 'duration', 'totalhours', 'hoursworked', 'time', 'length'],
  start: ['start', 'starttime', 'timein', 'begin'],
  end: ['end', 'endtime', 'timeout', 'finish'],
  activity: ['activity', 'activitytype', 'category', 'type', 'hourtype', 'hourstype', 'experiencetype'],
  modality: ['modality', 'supervisiontype', 'sessiontype', 'individualgroup'],
  site: ['site', 'worksite', 'setting', 'worksetting', 'location', 'organization', 'agency', 'employer', 'clinic'],
  supervisor: ['supervisor', 'supervisorname', 'supervisedby'],
  notes: ['notes', 'note', 'comments', 'comment', 'description', 'topics', 'summary', 'details'],
  format: ['format', 'howyoumet'],
  groupSize: ['groupsize', 'superviseesinthegroup'],
  type: ['type'],
  status: ['status'],
  excluded: ['excluded'],
};

const own: Readonly<Record<Exclude<Source, 'auto'>, Names>> = {
  trackYourHours: {
    hours: ['hours', 'time'],
    activity: ['category', 'hourscategory', 'experience'],
    site: ['worksetting', 'site'],
  },
  time2track: {
    activity: ['activitytype', 'activity'],
    site: ['treatmentsetting', 'setting', 'site'],
    hours: ['hours', 'duration'],
  },
  ripley: {
    activity: ['hourtype', 'type'],
    modality: ['supervisiontype', 'individualgroup', 'supervisionformat'],
    site: ['organization'],
    restricted: ['restricted', 'restrictedhours'],
    unrestricted: ['unrestricted', 'unrestrictedhours'],
  },
  curbside: { activity: ['activity', 'type'], minutes: ['minutes'] },
};

/** The columns that a table has by the names that a program gives them, its own first, then usual ones. */
export function columnsIn(header: readonly string[], source: Source): Columns {
  const names = header.map(folded);
  const first = source === 'auto' ? {} : own[source];
  const taken = new Set<number>();
  const found: { [T in Target]?: number } = {};
  for (const target of targets) {
    const at = [...(first[target] ?? []), ...(usual[target] ?? [])]
      .map((name) => names.indexOf(name))
      .find((i) => i >= 0 && !taken.has(i));
    if (at === undefined) continue;
    found[target] = at;
    taken.add(at);
  }
  return found;
}

/** Whether a row of such a table can say when it was and how long. */
export const isEnough = ({ date, minutes, hours, start, end, restricted, unrestricted }: Columns): boolean =>
  date !== undefined &&
  ((minutes ?? hours ?? restricted ?? unrestricted) !== undefined || (start !== undefined && end !== undefined));

/** A table is the same again when its columns are called the same. */
export const signatureOf = (header: readonly string[]): string => header.map(folded).join('|').slice(0, 2000);
