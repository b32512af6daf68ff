import { communityData, retention } from '../../runtime/contributions.ts';
import { drop } from '../../runtime/decision.ts';
import type { Contribution, Hook } from '../../runtime/hooks.ts';
import { DueJobs } from '../../runtime/jobs.ts';
import { allOf } from '../../storage/find-all.ts';
import { outlineOf } from '../../storage/sealing.ts';
import { dayMs } from '../../time/durations.ts';
import { type Author, Consultations, Drafts, draftDays, Replies } from './model.ts';
import { LinkTries } from './my-log/model.ts';
import { Records } from './record/model.ts';
import { Preferences } from './templates/preferences.ts';
import { Sessions } from './templates/session.ts';

/** Drafts go by their age: their text stays closed to everybody but their author. */
export const outlived: Contribution<'retention'> = (ctx) => [
  retention(outlineOf(Drafts), 'at', ctx.now - draftDays * dayMs),
  retention(LinkTries, 'last', ctx.now - dayMs),
];

/** Everything of consultation in a community. Records and drafts go with all of it: only their owners can tell their group. */
export const ofCommunity: Contribution<'communityData'> = () => [
  communityData(Consultations, 'group', { person: (c) => nameOf(c.author), group: (c) => c.group }),
  communityData(Replies, 'consultation', { person: (r) => nameOf(r.author), group: (r) => r.group }),
  communityData(Sessions, 'all', { group: (s) => s.group }),
  communityData(Preferences, 'all', { group: (p) => p.id }),
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
