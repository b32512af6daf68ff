import type { Read } from '../../../ports/store.ts';
import type { LinkedAccount } from '../../../ports/vault.ts';
import type { Elsewhere } from '../../../runtime/route.ts';
import { allOf } from '../../../storage/find-all.ts';
import { dateOf } from '../../../time/time.ts';
import { Advised, type Side } from '../../credit/model.ts';
import { Groups } from '../../group/model.ts';
import { Attendances } from '../../meetings/model.ts';
import { type ConsultationRecord, Records } from '../record/model.ts';
import { withoutName } from '../record/without-name.ts';

/** The account in another community that something was logged in. */
export interface Origin {
  readonly link: string;
  readonly scope: string;
}

/** One thing in somebody's own log. */
export interface LogEntry {
  /** Of the record, the advice or the attendance. */
  readonly id: string;
  readonly side: Side;
  readonly date: string;
  /** What sorts two of a day (ms). */
  readonly at: number;
  readonly minutes: number;
  readonly mode: ConsultationRecord['mode'] | null;
  readonly topic: ConsultationRecord['topic'] | null;
  readonly group: string;
  /** Null where it was logged with the account that asks. */
  readonly origin: Origin | null;
  /** Of what I asked. */
  readonly record: ConsultationRecord | null;
  /** Of a question without a name, or of one that is gone. */
  readonly anonymous: boolean;
  /** Of a meeting: a record has the time on my own case, so it is not counted twice. */
  readonly recorded: boolean;
  /** Of colleagues whom I advised; '' where one is not known. */
  readonly credentials: readonly string[];
}

/** Everything in one community of the person whose documents `read` opens, the newest first. */
export async function entriesOf(read: Read, me: string, origin: Origin | null = null): Promise<LogEntry[]> {
  const mine = { equal: me };
  const records = await allOf(read, Records, 'owner', mine);
  const hidden = await withoutName(read, records);
  const advised = await allOf(read, Advised, 'owner', mine);
  const attended = await allOf(read, Attendances, 'owner', mine);
  const groups = await read.getMany(
    Groups,
    attended.map(({ group }) => group),
  );
  return newestFirst([
    ...records.map(
      (r): LogEntry => ({
        ...{
          id: r.id,
          side: 'asked',
          date: r.on.date,
          at: r.writtenAt,
          minutes: r.minutes,
          mode: r.mode,
          topic: r.topic,
        },
        ...{ group: r.group, origin, record: r, anonymous: hidden.has(r.id), credentials: [] },
        recorded: false,
      }),
    ),
    ...advised.map(
      (a): LogEntry => ({
        ...{
          id: a.id,
          side: 'advised',
          date: a.on.date,
          at: a.writtenAt,
          minutes: a.minutes,
          mode: a.mode,
          topic: a.topic,
        },
        ...{ group: a.group, origin, record: null, anonymous: false, credentials: a.colleagues },
        recorded: false,
      }),
    ),
    ...attended.map(
      (a, i): LogEntry => ({
        ...{ id: a.id, side: 'attended', date: dateOf(a.at, groups[i]?.zone ?? 'UTC'), at: a.at, minutes: a.minutes },
        ...{ mode: null, topic: null, group: a.group, origin, record: null, anonymous: false, credentials: [] },
        recorded: a.ownRecorded && a.ownMinutes > 0,
      }),
    ),
  ]);
}

/** A linked account with what was logged there. */
export interface LinkedLog {
  readonly account: LinkedAccount;
  readonly entries: readonly LogEntry[];
}

/**
 * What a query of mine reads of each linked account. Not what was asked there without a name: should the account be another
 * person's, linked by a trick, it would tell them whose the question is.
 */
export async function entriesElsewhere({ account, read }: Elsewhere): Promise<LinkedLog> {
  const all = await entriesOf(read, account.ref, { link: account.id, scope: account.scope });
  return { account, entries: all.filter(({ anonymous }) => !anonymous) };
}

export const newestFirst = (entries: readonly LogEntry[]): LogEntry[] =>
  [...entries].sort((a, b) => b.date.localeCompare(a.date) || b.at - a.at);

/** Minutes and number on each side. A record that is not finished counts nowhere yet. */
export function totalsOf(entries: readonly LogEntry[]) {
  const finished = entries.filter(({ record }) => record?.status !== 'draft');
  const on = (side: Side) => {
    const its = finished.filter((e) => e.side === side);
    return { n: its.length, minutes: its.reduce((sum, { minutes }) => sum + minutes, 0) };
  };
  return {
    ...{ asked: on('asked'), advised: on('advised'), attended: on('attended') },
    drafts: entries.length - finished.length,
  };
}
