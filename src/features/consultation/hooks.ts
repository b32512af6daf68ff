import { say } from '../../i18n/message.ts';
import { communityData, retention } from '../../runtime/contributions.ts';
import { drop } from '../../runtime/decision.ts';
import type { FeatureHooks, Hook } from '../../runtime/hooks.ts';
import { DueJobs } from '../../runtime/jobs.ts';
import { allOf } from '../../storage/find-all.ts';
import { outlineOf } from '../../storage/sealing.ts';
import { dayMs } from '../../time/durations.ts';
import { type Author, Consultations, Drafts, draftDays, Replies } from './model.ts';
import { homePart } from './overview/home-part.ts';
import { openIn } from './overview/list.ts';
import { erased, exportLines, ownCounts } from './own-data.ts';
import { followUpsPaused, threadsTold } from './paused.ts';
import { Records } from './record/model.ts';
import { unlink } from './thread/close.ts';
import { messageGone } from './thread/message-gone.ts';
import { undeliveredLetters } from './thread/undelivered.ts';

/** Whoever left every group is reminded of no follow-up; their records stay theirs. */
const noReminders: Hook<'onPersonLeft'> = async (ctx, { group }) => {
  if (group !== null) return {};
  const jobs = await allOf(ctx.read, DueJobs, 'at', { all: true });
  const mine = jobs.filter((j) => j.input.person === ctx.me && j.job === 'record.followUp');
  return { changes: mine.map((j) => drop(DueJobs, j.id)) };
};

const nameOf = (author: Author): string | null => (author.as === 'me' ? author.person : null);

export const consultationHooks: FeatureHooks = {
  onPaused: [followUpsPaused, threadsTold],
  onErased: [erased],
  onPersonLeft: [noReminders],
  onMessageGone: [messageGone],
  onUndelivered: [async (ctx, { row }) => ({ sends: await undeliveredLetters(ctx, row) })],
  homePart,
  statusCounts: async (ctx, group) => [{ label: say('status.open'), n: (await openIn(ctx, group.id)).length }],
  ownCounts,
  exportLines,
  retention: (ctx) => [retention(outlineOf(Drafts), 'at', ctx.now - draftDays * dayMs)],
  communityData: () => [
    communityData(Consultations, 'group', { person: (c) => nameOf(c.author), group: (c) => c.group }),
    communityData(Replies, 'consultation', { person: (r) => nameOf(r.author), group: (r) => r.group }),
    communityData(outlineOf(Drafts), 'owner'),
    communityData(outlineOf(Records), 'owner'),
  ],
  cleanUpJobs: () => [unlink.name],
};
