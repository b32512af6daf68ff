import { communityData, retention } from '../../runtime/contributions.ts';
import { drop, put } from '../../runtime/decision.ts';
import type { Contribution, Hook } from '../../runtime/hooks.ts';
import { DueJobs } from '../../runtime/jobs.ts';
import { allOf } from '../../storage/find-all.ts';
import { outlineOf } from '../../storage/sealing.ts';
import { dayMs } from '../../time/durations.ts';
import { type Author, Consultations, Drafts, draftDays, Replies } from './model.ts';
import { LinkTries } from './my-log/model.ts';
import { GroupYears } from './overview/years-model.ts';
import { Records } from './record/model.ts';
import { Preferences } from './templates/preferences.ts';
import { Sessions } from './templates/session.ts';
import { Bars } from './thread/bar-model.ts';
import { Delayed, stoppedDays } from './thread/delayed.ts';
import { idleName } from './thread/idle.ts';
import { keptName } from './thread/kept.ts';
import { unlinkLater } from './thread/unlink.ts';

/** Drafts go by their age: their text stays closed to everybody but their author. */
export const outlived: Contribution<'retention'> = (ctx) => [
  retention(outlineOf(Drafts), 'at', ctx.now - draftDays * dayMs),
  retention(Bars, 'until', ctx.now),
  retention(Delayed, 'stopped', ctx.now - stoppedDays * dayMs),
  retention(LinkTries, 'last', ctx.now - dayMs),
];

/** Everything of consultation in a community. Records and drafts go with all of it: only their owners can tell their group. */
export const ofCommunity: Contribution<'communityData'> = () => [
  communityData(Consultations, 'group', { person: (c) => nameOf(c.author), group: (c) => c.group, job: idleName }),
  communityData(Replies, 'consultation', { person: (r) => nameOf(r.author), group: (r) => r.group }),
  communityData(Bars, 'group', { group: (b) => b.group }),
  communityData(Delayed, 'group', { group: (d) => d.group }),
  communityData(Sessions, 'all', { group: (s) => s.group }),
  communityData(Preferences, 'all', { group: (p) => p.id, job: keptName }),
  communityData(GroupYears, 'group', { group: (y) => y.group }),
  communityData(outlineOf(Drafts), 'owner'),
  communityData(outlineOf(Records), 'owner'),
  communityData(LinkTries, 'id', { person: (t) => t.id }),
];

const nameOf = (author: Author): string | null => (author.as === 'me' ? author.person : null);

/** Whoever left every group is reminded of no follow-up; their records stay theirs. */
export const ofLeaver: Hook<'onPersonLeft'> = async (ctx, { group }) => {
  if (group !== null) return {};
  const mine = await allOf(ctx.read, DueJobs, 'person', { equal: ctx.me });
  return { changes: mine.filter((j) => j.job === 'record.followUp').map((j) => drop(DueJobs, j.id)) };
};

/**
 * The bot is gone: what somebody without a name had on the way does not happen should it come back. A question that they closed
 * is closed all the same, so that its token is replaced in time.
 */
export const waitsNoMore: Hook<'onBotRemoved'> = async (ctx) => {
  const waiting = await allOf(ctx.read, Delayed, 'group', { all: true });
  const closes = waiting.filter(({ act, stopped }) => act.is === 'close' && stopped === null);
  const closed = (
    await ctx.read.getMany(
      Consultations,
      closes.map((d) => d.consultation),
    )
  ).filter((c) => c?.status === 'open');
  return {
    changes: [
      ...waiting.map((d) => drop(Delayed, d.id)),
      ...closed.flatMap((c) => (c ? [put(Consultations, { ...c, status: 'closed', closedAt: ctx.now })] : [])),
    ],
    due: closed.flatMap((c) => (c ? unlinkLater(c, ctx.now) : [])),
  };
};
