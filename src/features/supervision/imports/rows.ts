import type { CsvRecord } from '../../../runtime/pasted/csv.ts';
import { hoursIn, lengthIn } from '../../../runtime/pasted/lengths.ts';
import { readDate } from '../../../time/typed-date.ts';
import { readCount } from '../../../time/typed-text.ts';
import { readTime } from '../../../time/typed-time.ts';
import { entryLimits } from '../model.ts';
import type { Columns } from './columns.ts';

/** One entry that a row would become, in the row's own words; a row with two lengths becomes two. */
export interface Raw {
  readonly line: number;
  readonly date: string | null;
  /** Whole minutes; null where the length means nothing or is out of bounds. */
  readonly minutes: number | null;
  readonly start: string | null;
  readonly activity: string;
  readonly site: string;
  readonly supervisor: string;
  readonly notes: string;
  readonly format: string;
  readonly groupSize: number | null;
  /** Void, or left out for a reason, where it comes from: it counts nowhere there, and is not brought back here. */
  readonly dropped: boolean;
  /** What stands in the cells of its date and its length, so that it can be found in the table. */
  readonly typed: { readonly date: string; readonly length: string };
}

/** Reads the rows of a table. Words stay words here: what they mean is the owner's to say. */
export const rawRows = (
  rows: readonly CsvRecord[],
  columns: Columns,
  about: { readonly today: string; readonly locale: string },
): Raw[] => rows.flatMap((row) => rawOf(row, columns, about));

function rawOf({ line, values }: CsvRecord, columns: Columns, about: { today: string; locale: string }): Raw[] {
  const at = (column: keyof Columns): string => {
    const place = columns[column];
    return place === undefined ? '' : (values[place] ?? '').trim();
  };
  const date = readDate(at('date'), { ...about, toward: 'past' });
  const start = readTime(at('start'), about.locale);
  const common = {
    line,
    date: typeof date === 'string' ? date : null,
    start: start?.sure ? start.time : null,
    ...{ site: at('site'), supervisor: at('supervisor'), notes: at('notes') },
    ...{ format: at('format'), groupSize: readCount(at('groupSize')) },
    dropped: at('status').toLowerCase() === 'void' || at('excluded') !== '',
    typed: {
      date: at('date'),
      length: at('minutes') || at('hours') || [at('start'), at('end')].filter((text) => text !== '').join(' – '),
    },
  };
  const activity = [at('activity') || at('type'), at('modality')].filter((word) => word !== '');
  const parts = (['restricted', 'unrestricted'] as const).filter((part) => Number(at(part)) > 0);
  if (parts.length > 0)
    return parts.map((part) => ({
      ...common,
      activity: [...activity, part].join(', '),
      minutes: hoursIn(at(part), entryLimits.minutes),
    }));
  return [{ ...common, activity: activity.join(', '), minutes: lengthIn(at, about.locale, entryLimits.minutes) }];
}
