import { folded } from '../../../runtime/pasted/table.ts';
import type { Agreement } from '../agreement/model.ts';
import type { Choice } from '../hours/input.ts';
import type { Making } from '../hours/make.ts';
import { formats, type SupervisionEntry } from '../model.ts';
import type { Pack } from '../rules/pack.ts';
import type { ImportMap, NameAbout } from './model.ts';
import type { Raw } from './rows.ts';

/** Why a row is not saved. Nothing of it is guessed. */
export type RowIssue =
  | 'date'
  | 'future'
  | 'before'
  | 'after'
  | 'length'
  | 'noSite'
  | 'noSupervisor'
  | 'noActivity'
  | 'activity'
  | 'site'
  | 'supervisor'
  | 'leftOut'
  | 'dropped'
  | 'logged';

/** A row with what it would become, or why it becomes nothing. `issue` null: it is ready. */
export interface Row {
  readonly raw: Raw;
  readonly issue: RowIssue | null;
  readonly making: Omit<Making, 'submit'> | null;
}

export interface Meaning {
  readonly agreement: Agreement;
  readonly pack: Pack | null;
  readonly choices: readonly Choice[];
  readonly names: ImportMap['names'];
  /** What the platform calls the supervisor, or what the supervisee entered. */
  readonly supervisorNames: readonly string[];
  readonly today: string;
}

/** In place of a name: all rows are of the supervisor of this agreement. */
export const thisSupervisor = '*';

/** What a word of the table means here: what its owner said, or what is called the same. Null where nobody knows. */
export function meaningOf(about: NameAbout, name: string, of: Meaning): string | null {
  const said = of.names.find((n) => n.agreement === of.agreement.id && n.about === about && n.name === folded(name));
  if (said !== undefined) return said.means;
  const word = folded(name);
  if (about === 'site') {
    const at = of.agreement.sites.findIndex((site) => folded(site) === word);
    return at < 0 ? null : String(at);
  }
  if (about === 'supervisor' && name === thisSupervisor) return 'this';
  if (about === 'supervisor') return of.supervisorNames.some((one) => folded(one) === word) ? 'this' : null;
  return activityMeant(word, of);
}

/** By the activity's id or label, alone or with its modality; `direct` alone is the first of its group. */
function activityMeant(word: string, { choices, pack }: Meaning): string | null {
  const called = ({ value, activity, modality }: Choice): string[] => {
    const label = pack?.activities.find(({ id }) => id === activity.id)?.label ?? activity.group;
    return [
      value,
      `${activity.id}${modality ?? ''}`,
      label,
      `${label}${modality ?? ''}`,
      `${activity.group}${modality ?? ''}`,
    ];
  };
  return choices.find((choice) => called(choice).some((name) => folded(name) === word))?.value ?? null;
}

/** Each row as what it would become. `logged` are entries that are there already: each of them answers for one row. */
export function rowsOf(raws: readonly Raw[], of: Meaning, logged: readonly SupervisionEntry[]): Row[] {
  const left = new Map<string, number>();
  for (const e of logged) left.set(keyOf(e), (left.get(keyOf(e)) ?? 0) + 1);
  return raws.map((raw): Row => {
    const read = readRow(raw, of);
    if (typeof read === 'string') return { raw, issue: read, making: null };
    const key = keyOf({ ...read, activity: read.choice.activity.id, modality: read.choice.modality });
    const there = left.get(key) ?? 0;
    if (there > 0) left.set(key, there - 1);
    return { raw, issue: there > 0 ? 'logged' : null, making: read };
  });
}

const keyOf = (e: Pick<SupervisionEntry, 'date' | 'minutes' | 'activity' | 'modality' | 'site' | 'start'>): string =>
  JSON.stringify([e.date, e.minutes, e.activity, e.modality, e.site, e.start]);

function readRow(raw: Raw, of: Meaning): RowIssue | Omit<Making, 'submit'> {
  const { agreement: a, choices, today } = of;
  const { date, minutes } = raw;
  if (raw.dropped) return 'dropped';
  if (date === null) return 'date';
  if (date > today) return 'future';
  if (date < a.startsOn) return 'before';
  if (a.endsOn !== null && date > a.endsOn) return 'after';
  if (minutes === null) return 'length';
  if (raw.activity === '') return 'noActivity';
  if (raw.site === '') return 'noSite';
  if (raw.supervisor === '') return 'noSupervisor';
  const [kind, place, who] = [
    meaningOf('activity', raw.activity, of),
    meaningOf('site', raw.site, of),
    meaningOf('supervisor', raw.supervisor, of),
  ];
  if (kind === '' || place === '' || who === '') return 'leftOut';
  const choice = choices.find(({ value }) => value === kind);
  const site = a.sites[Number(place ?? Number.NaN)];
  if (choice === undefined) return 'activity';
  if (site === undefined) return 'site';
  if (who === null) return 'supervisor';
  const { start } = raw;
  return { choice, date, minutes, start, site, groupSize: groupSizeOf(raw), format: formatOf(raw.format) };
}

const groupSizeOf = ({ groupSize }: Raw): number | null => (groupSize !== null && groupSize >= 3 ? groupSize : null);

const formatOf = (typed: string): (typeof formats)[number] | null =>
  formats.find((format) => folded(format) === folded(typed)) ?? null;

/** The words of the table that nobody said a meaning of yet, in the order in which they come. */
export function unknownNames(
  rows: readonly Row[],
  of: Meaning,
): { readonly about: NameAbout; readonly name: string }[] {
  const found = new Map<string, { about: NameAbout; name: string }>();
  for (const { raw } of rows.filter(({ issue }) => issue !== null && nameAbouts.some((about) => about === issue)))
    for (const about of nameAbouts) {
      const name = raw[about];
      if (name !== '' && meaningOf(about, name, of) === null) found.set(`${about} ${folded(name)}`, { about, name });
    }
  return [...found.values()];
}

const nameAbouts = ['activity', 'site', 'supervisor'] as const;
