import type { Asked } from '../../../runtime/context.ts';
import { isRefusal, type Refusal } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { allOf } from '../../../storage/find-all.ts';
import { addDays } from '../../../time/time.ts';
import { agreementOf, todayIn } from '../agreement/find.ts';
import { type Agreement, graceDays, type Role, roleIn } from '../agreement/model.ts';
import {
  type AgendaItem,
  AgendaItems,
  isLocked,
  type Meeting,
  Meetings,
  type Reflection,
  Reflections,
} from './model.ts';

export interface FoundMeeting {
  readonly meeting: Meeting;
  readonly agreement: Agreement;
  readonly role: Role;
}

/** The note of a meeting of mine. To everybody else it reads as not there. */
export async function meetingOf(ctx: Asked, id: string, as?: Role): Promise<FoundMeeting | Refusal> {
  const meeting = await ctx.read.get(Meetings, id);
  if (meeting === null) return refusal('noMeeting');
  const agreement = await agreementOf(ctx, meeting.agreement, as);
  if (isRefusal(agreement)) return as === undefined ? refusal('noMeeting') : agreement;
  return { meeting, agreement, role: roleIn(agreement, ctx.me) ?? 'supervisee' };
}

/** The same where it can still be written: it is not locked, and its agreement is not long over. */
export async function openMeetingOf(ctx: Asked, id: string): Promise<FoundMeeting | Refusal> {
  const found = await meetingOf(ctx, id);
  if (isRefusal(found)) return found;
  return isLocked(found.meeting) || isOver(ctx, found.agreement) ? refusal('meetingLocked') : found;
}

/** Whether the time in which things are finished after the last day is over too. */
export const isOver = (ctx: Pick<Asked, 'now'>, a: Agreement): boolean =>
  a.endsOn !== null && todayIn(ctx, a) > addDays(a.endsOn, graceDays);

/** The notes of an agreement of mine, the newest first. */
export const meetingsIn = async (ctx: Pick<Asked, 'read'>, a: Pick<Agreement, 'id'>): Promise<Meeting[]> =>
  (await allOf(ctx.read, Meetings, 'agreement', { equal: a.id })).sort((x, y) => y.date.localeCompare(x.date));

/** The notes of the agreement whose place this one took: what is open in them goes on here. */
export const meetingsBefore = async (ctx: Pick<Asked, 'read'>, a: Pick<Agreement, 'replaces'>): Promise<Meeting[]> =>
  a.replaces === null ? [] : meetingsIn(ctx, { id: a.replaces });

/** What was taken to supervision and waits for the next meeting. */
export const agendaIn = (ctx: Pick<Asked, 'read'>, a: Pick<Agreement, 'id'>): Promise<AgendaItem[]> =>
  allOf(ctx.read, AgendaItems, 'agreement', { equal: a.id });

/** All that I reflected on for myself, the latest meeting first. */
export const myReflections = async (ctx: Asked): Promise<Reflection[]> =>
  (await allOf(ctx.read, Reflections, 'owner', { equal: ctx.me })).sort((x, y) => y.date.localeCompare(x.date));
