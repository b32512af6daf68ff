import type { Asked } from '../../runtime/context.ts';
import { allOf } from '../../storage/find-all.ts';
import { dayMs } from '../../time/durations.ts';
import { dateOf } from '../../time/time.ts';
import {
  Askables,
  type Enrolment,
  Enrolments,
  type Pulse,
  Pulses,
  type Result,
  Results,
  type Run,
  Runs,
} from './model.ts';

/** Ids that only the person can make again: there is one of each, however often it is written. */
export const subjectOf = async (ctx: Asked): Promise<string> => `checkin.${await ctx.mine('checkin')}`;
export const pulseId = (ctx: Asked, week: string): Promise<string> => ctx.mine(`checkin pulse ${week}`);
export const resultId = (ctx: Asked, instrument: string, month: string): Promise<string> =>
  ctx.mine(`checkin result ${instrument} ${month}`);
const runId = (ctx: Asked): Promise<string> => ctx.mine('checkin run');
export const enrolmentId = (ctx: Asked): Promise<string> => ctx.mine('checkin enrolment');

/** My enrolment, or null. Everything here is sealed: for anybody else it reads as not there. */
export const myEnrolment = async (ctx: Asked): Promise<Enrolment | null> =>
  ctx.read.get(Enrolments, await enrolmentId(ctx));

export const myPulse = async (ctx: Asked, week: string): Promise<Pulse | null> =>
  ctx.read.get(Pulses, await pulseId(ctx, week));

/** All my weekly answers, oldest first. */
export const myPulses = async (ctx: Asked): Promise<Pulse[]> =>
  (await allOf(ctx.read, Pulses, 'owner', { equal: ctx.me })).sort((a, b) => a.week.localeCompare(b.week));

/** All my monthly scores, oldest first. */
export const myResults = async (ctx: Asked): Promise<Result[]> =>
  (await allOf(ctx.read, Results, 'owner', { equal: ctx.me })).sort((a, b) => a.at - b.at);

/** My half answered monthly questions, while they are open. */
export async function myRun(ctx: Asked): Promise<Run | null> {
  const run = await ctx.read.get(Runs, await runId(ctx));
  return run !== null && run.until > ctx.now ? run : null;
}

export async function newRun(ctx: Asked, of: Pick<Run, 'instrument' | 'subscales'>, until: number): Promise<Run> {
  return { id: await runId(ctx), owner: ctx.me, ...of, answers: {}, startedAt: ctx.now, until };
}

/** Everything of mine that check-ins keep. */
export async function myCheckins(ctx: Asked) {
  return {
    enrolment: await myEnrolment(ctx),
    pulses: await myPulses(ctx),
    results: await myResults(ctx),
    run: await ctx.read.get(Runs, await runId(ctx)),
    askable: await allOf(ctx.read, Askables, 'person', { equal: ctx.me }),
  };
}

/** When an answer goes: whole days, so that the date tells no more than it must. */
export const keptUntil = (at: number, days: number): number => (Math.floor(at / dayMs) + 1 + days) * dayMs;

/** The month of an instant where the person is, `2026-03`. */
export const monthOf = (at: number, zone: string): string => dateOf(at, zone).slice(0, 7);
