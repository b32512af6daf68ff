import { z } from 'zod';
import type { Asked } from '../../runtime/context.ts';
import { type Change, type DueChange, drop, put } from '../../runtime/decision.ts';
import { type DueRow, due } from '../../runtime/jobs.ts';
import { Outbox, rowsOf } from '../../runtime/outbox/model.ts';
import { always } from '../../time/durations.ts';
import { addDays, dateOf, isoWeek } from '../../time/time.ts';
import { type Group, Groups } from '../group/model.ts';
import { groupThatAsks } from './asking-group.ts';
import { type AskedOnce, Askings, askingId, type Enrolment } from './model.ts';
import { myPulse, subjectOf } from './own.ts';
import { type Asking, askingIn, isAway, nextAsking, type Plan, weeklyWindowMs } from './schedule.ts';

/** Jobs decide themselves what lateness means, so that one missed week does not end the asking. */
/** All that a timer needs to ask somebody: it opens nothing sealed. */
export const AskInput = z.object({
  person: z.string(),
  group: z.string(),
  subject: z.string(),
  week: z.string(),
  at: z.coerce.number(),
  day: z.coerce.number(),
  time: z.string(),
  zone: z.string(),
  from: z.string().default(''),
  until: z.string().default(''),
  remind: z.enum(['yes', 'no']),
  monthly: z.enum(['yes', 'no']),
  opensMonth: z.enum(['yes', 'no']),
  /** They know that the channel of their group is gone. */
  told: z.enum(['yes', 'no']).default('no'),
});
export type AskInput = z.output<typeof AskInput>;

const yes = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');

export const planOf = (input: AskInput): Plan => ({
  day: input.day,
  time: input.time,
  zone: input.zone,
  away: input.from === '' ? null : { from: input.from, until: input.until === '' ? null : input.until },
});

/** The job of one asking: one for each person and ISO week. */
export function askJob(input: Omit<z.input<typeof AskInput>, 'week' | 'at' | 'opensMonth'>, asking: Asking): DueRow {
  const whole = { ...input, week: asking.week, at: asking.at, opensMonth: yes(asking.opensMonth) };
  const text = Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, String(value)]));
  return due('checkin.ask', input.subject, asking.week, asking.at, always, text);
}

/**
 * What asking becomes after a change of mind or an answer: the waiting question and reminder go, and the next one is
 * scheduled, in no week that was asked or answered already. People who look at their home page only have no job at all.
 * `answering`: the week whose answer is being given right now and is not written yet.
 */
export async function askedAnew(ctx: Asked, e: Enrolment, answering: string | null = null): Promise<DueChange[]> {
  const subject = await subjectOf(ctx);
  const off: DueChange[] = [
    { cancel: 'checkin.ask', subject },
    { cancel: 'checkin.remind', subject },
  ];
  const group = await planGroup(ctx, e);
  if (e.by === 'home' || group === null) return off;
  const { week } = isoWeek(dateOf(ctx.now, e.zone));
  const done = e.skipped === week || answering === week;
  const over = done || (await askingOf(ctx, week)) !== null || (await myPulse(ctx, week)) !== null;
  const next = nextAsking(ctx.now, e, group.quiet, over ? week : null);
  if (next === null) return off;
  const input = {
    person: e.owner,
    group: group.id,
    subject,
    day: e.day,
    time: e.time,
    zone: e.zone,
    from: e.away?.from ?? '',
    until: e.away?.until ?? '',
    remind: yes(e.remind),
    monthly: yes(e.monthly !== null),
  };
  return [...off, { schedule: askJob(input, next) }];
}

/**
 * Questions and reminders that wait to be sent: a pause or a change of plan overtakes them. From the first day away on,
 * where one is named, they are not sent any more.
 */
export async function unsent(ctx: Asked, until = ctx.now): Promise<Change[]> {
  const rows = (await rowsOf(ctx.read, await subjectOf(ctx))).filter((r) => r.op === 'post' && r.status === 'pending');
  return rows.map((r) =>
    until <= ctx.now
      ? drop(Outbox, r.id)
      : put(Outbox, { ...r, notAfter: Math.min(until, r.notAfter ?? Number.POSITIVE_INFINITY) }),
  );
}

/** Whose quiet hours a plan keeps. Where the channel is gone it stays planned, for the day it is back. */
async function planGroup(ctx: Asked, e: Enrolment): Promise<Group | null> {
  const found = await groupThatAsks(ctx.read, e.owner, e.group);
  return found === 'gone' || found === null ? ctx.read.get(Groups, e.group) : found;
}

/** The question that I was sent in this week, or null. */
const askingOf = async (ctx: Asked, week: string): Promise<AskedOnce | null> =>
  ctx.read.get(Askings, askingId(await subjectOf(ctx), week));

/** True while the window of a question that was sent is open, whatever was changed about later ones since. */
export async function sentAndOpen(ctx: Asked, week: string): Promise<boolean> {
  const sent = await askingOf(ctx, week);
  return sent !== null && ctx.now < sent.at + weeklyWindowMs;
}

/** When I am asked next, for "next time" on my page; whatever way I am asked. `gone`: the channel is, so nobody asks. */
export async function nextFor(ctx: Asked, e: Enrolment): Promise<Asking | 'gone' | null> {
  const found = await groupThatAsks(ctx.read, e.owner, e.group);
  if (found === 'gone' && e.by === 'direct') return found;
  const group = await planGroup(ctx, e);
  if (group === null) return null;
  const { week } = isoWeek(dateOf(ctx.now, e.zone));
  return nextAsking(ctx.now, e, group.quiet, (await myPulse(ctx, week)) === null ? null : week);
}

/**
 * The asking whose window is open at this moment, or null. In the days after a Sunday that is still last week's.
 */
export function openAsking(now: number, plan: Plan, quiet: Group['quiet'], windowMs = weeklyWindowMs): Asking | null {
  const today = dateOf(now, plan.zone);
  if (isAway(today, plan.away)) return null;
  const found = [0, -7].map((days) => askingIn(addDays(today, days), plan, quiet));
  return found.find((a) => a !== null && a.at <= now && now < a.at + windowMs) ?? null;
}

/** The monthly questions are open for a week from the first asking of a month on. */
export const monthIsOpen = (now: number, plan: Plan, quiet: Group['quiet'], windowMs: number): boolean =>
  openAsking(now, plan, quiet, windowMs)?.opensMonth ?? false;
