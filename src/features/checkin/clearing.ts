import type { Asked } from '../../runtime/context.ts';
import { communityData, retention } from '../../runtime/contributions.ts';
import { type Change, drop, put } from '../../runtime/decision.ts';
import type { Contribution } from '../../runtime/hooks.ts';
import { DueJobs } from '../../runtime/jobs.ts';
import { allOf } from '../../storage/find-all.ts';
import type { Doc, Kind } from '../../storage/kind.ts';
import { outlineOf } from '../../storage/sealing.ts';
import { dayMs } from '../../time/durations.ts';
import { Circles, Pictures } from './group-summary/model.ts';
import { Askables, Askings, Enrolments, Invites, Pulses, Results, Runs } from './model.ts';
import { myCheckins } from './own.ts';
import { Paces } from './send-slots.ts';

/** What somebody who left has for exporting their answers (docs/domain.md, story 21). */
const leaverDays = 30;

/** Answers, scores and half answered questions go by their age: nothing sealed is read for it. */
export const outlived: Contribution<'retention'> = (ctx) =>
  [outlineOf(Pulses), outlineOf(Results), outlineOf(Runs)].map((kind) => retention(kind, 'until', ctx.now));

/** Everything of check-ins in a community. */
export const ofCommunity: Contribution<'communityData'> = () => [
  ...[outlineOf(Enrolments), outlineOf(Pulses), outlineOf(Results), outlineOf(Runs)].map((kind) =>
    communityData(kind, 'owner'),
  ),
  communityData(Askables, 'group'),
  communityData(Pictures, 'group'),
  communityData(Circles, 'group'),
  communityData(Invites, 'id'),
  communityData(Askings, 'id'),
  communityData(Paces, 'id'),
];

/** The bot was removed: everybody's check-ins are off, should it come back; answers wait with the records. */
export async function switchedOff(ctx: Asked): Promise<Change[]> {
  return [
    ...(await all(ctx, outlineOf(Enrolments), 'owner')),
    ...(await all(ctx, outlineOf(Runs), 'owner')),
    ...(await all(ctx, Askables, 'group')),
    ...(await all(ctx, Invites, 'id')),
  ];
}

const all = async <T extends Doc>(ctx: Asked, kind: Kind<T>, index: string): Promise<Change[]> =>
  (await allOf(ctx.read, kind, index, { all: true })).map((d) => drop(kind, d.id));

/** Somebody left: nothing is asked of them any more, and their answers go after 30 days. */
export async function ofLeaver(ctx: Asked): Promise<Change[]> {
  const own = await myCheckins(ctx);
  const jobs = (await allOf(ctx.read, DueJobs, 'person', { equal: ctx.me })).filter((j) =>
    j.job.startsWith('checkin.'),
  );
  const agreed = await allOf(ctx.read, Askables, 'person', { equal: ctx.me });
  const until = ctx.now + leaverDays * dayMs;
  return [
    ...jobs.map((j) => drop(DueJobs, j.id)),
    ...agreed.map((a) => drop(Askables, a.id)),
    ...(own.enrolment ? [drop(Enrolments, own.enrolment.id)] : []),
    ...(own.run ? [drop(Runs, own.run.id)] : []),
    ...own.pulses.map((p) => put(Pulses, { ...p, until: Math.min(p.until, until) })),
    ...own.results.map((r) => put(Results, { ...r, until: Math.min(r.until, until) })),
  ];
}
