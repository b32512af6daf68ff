import type { Asked, Context } from '../../../runtime/context.ts';
import { type Change, drop, put } from '../../../runtime/decision.ts';
import { eventHour, SeenEvents } from '../../../runtime/idempotency.ts';
import { allOf } from '../../../storage/find-all.ts';
import { type ConsultationRecord, Records } from './model.ts';

/** All my records, the newest first. */
export const allMyRecords = async (ctx: Asked): Promise<ConsultationRecord[]> =>
  (await allOf(ctx.read, Records, 'owner', { equal: ctx.me })).sort(newestFirst);

/** Those of them that are to be finished, or have a follow-up in one of these months (`2026-03`). */
export const myWaitingRecords = async (ctx: Asked, months: readonly string[]): Promise<ConsultationRecord[]> =>
  (await allOf(ctx.read, Records, 'waits', { anyOf: ['draft', ...months] })).sort(newestFirst);

const newestFirst = (a: ConsultationRecord, b: ConsultationRecord): number =>
  b.on.date.localeCompare(a.on.date) || b.writtenAt - a.writtenAt;

const goneId = (record: string): string => `gone ${record}`;

/** Deletes a record, and remembers for a day that it is gone: the form that made it may still stand open elsewhere. */
export const deletion = (ctx: Context, { id }: ConsultationRecord): Change[] => [
  drop(Records, id),
  put(SeenEvents, { id: goneId(id), at: eventHour(ctx.now), box: null }),
];

export const wasDeleted = async (ctx: Asked, record: string): Promise<boolean> =>
  (await ctx.read.get(SeenEvents, goneId(record))) !== null;
