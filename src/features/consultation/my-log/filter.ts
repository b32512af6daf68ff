import type { RenewalCycle } from '../../../runtime/contributions.ts';
import { type Side, sides } from '../../credit/model.ts';
import { topics } from '../model.ts';
import type { LogEntry } from './entries.ts';

/** What of a log is shown. */
export interface Filter {
  readonly side: Side | null;
  readonly topic: (typeof topics)[number] | null;
  /** A year, or the cycle of a body by its id. */
  readonly period: string | null;
  /** `group`: the one at hand. `here`: the account at hand. Else the beginning of a link's id. */
  readonly where: string | null;
}

/** A log with what it can be narrowed by. */
export interface Log {
  readonly entries: readonly LogEntry[];
  readonly shown: readonly LogEntry[];
  readonly filter: Filter;
  readonly cycles: readonly RenewalCycle[];
  readonly today: string;
}

/** Discord's buttons hold 100 characters: of a link so many letters tell it from four others. */
export const linkMark = (link: string): string => link.slice(0, 6);

/** A filter as buttons carry it: `ad.e.2026.group`; a minus sign for what is not narrowed. */
export const encoded = ({ side, topic, period, where }: Filter): string =>
  [side?.slice(0, 2), topic?.slice(0, 1), period, where].map((part) => part ?? '-').join('.');

/** The same read again. What means nothing here narrows nothing. */
export function decoded(text: string | undefined): Filter {
  const [side = '-', topic = '-', period = '-', where = '-'] = (text ?? '').split('.');
  return {
    side: sides.find((one) => one.slice(0, 2) === side) ?? null,
    topic: topics.find((one) => one.slice(0, 1) === topic) ?? null,
    period: /^[a-z0-9-]{2,40}$/.test(period) ? period : null,
    where: /^[a-z0-9]{1,16}$/i.test(where) ? where : null,
  };
}

/** The days of a period; both null for all time. */
export function daysOf(
  { period }: Pick<Filter, 'period'>,
  cycles: readonly RenewalCycle[],
): { readonly from: string | null; readonly to: string | null } {
  if (period !== null && /^\d{4}$/.test(period)) return { from: `${period}-01-01`, to: `${period}-12-31` };
  const cycle = cycles.find(({ id }) => id === period);
  return { from: cycle?.from ?? null, to: cycle?.to ?? null };
}

/** What fits. */
export function filtered(
  entries: readonly LogEntry[],
  filter: Filter,
  at: { readonly group: string; readonly cycles: readonly RenewalCycle[] },
): LogEntry[] {
  const { side, topic, where } = filter;
  const { from, to } = daysOf(filter, at.cycles);
  const isThere = ({ origin, group }: LogEntry): boolean =>
    where === null ||
    (where === 'here' ? origin === null : where === 'group' ? origin === null && group === at.group : false) ||
    (origin !== null && linkMark(origin.link) === where);
  return entries.filter(
    (e) =>
      (side === null || e.side === side) &&
      (topic === null || e.topic === topic) &&
      (from === null || e.date >= from) &&
      (to === null || e.date <= to) &&
      isThere(e),
  );
}
