import { say } from '../../i18n/message.ts';
import { communityData, retention } from '../../runtime/contributions.ts';
import type { FeatureHooks } from '../../runtime/hooks.ts';
import { allOf } from '../../storage/find-all.ts';
import { outlineOf } from '../../storage/sealing.ts';
import { dayMs } from '../../time/durations.ts';
import { action, line, when } from '../../view/build.ts';
import { meetAgain } from './back.ts';
import { CheckAnswers, CheckPictures, GroupChecks, keptPicturesMs } from './check/model.ts';
import { releaseCheck } from './check/release.ts';
import { dealAgain } from './dealing.ts';
import { FollowUps } from './follow-up-model.ts';
import { Guests } from './guest-model.ts';
import { homePart } from './home-part.ts';
import { away, erased, left } from './leaving.ts';
import { Attendances, GroupMeetings, isTaken, keptMs, SeriesOf } from './model.ts';
import { plannedIn } from './planning.ts';
import { isAwayAt } from './rota.ts';
import { SwapAsks } from './swap-model.ts';
import { undeliveredOpening } from './undelivered.ts';

export const meetingHooks: FeatureHooks = {
  homePart,
  onUndelivered: [async (ctx, { row }) => ({ sends: await undeliveredOpening(ctx, row) })],
  questionWays: async (ctx, { id, group }) => {
    const slots = (await plannedIn(ctx)).flatMap((m) => m.slots);
    const isThere = slots.some(({ consultation }) => consultation === id);
    if (isThere || slots.every(isTaken)) return [];
    return [action(say('meet.bringThis'), 'meeting.put', { group, consultation: id })];
  },
  ownCounts: async (ctx) => [
    { label: say('meet.own'), n: (await allOf(ctx.read, Attendances, 'owner', { equal: ctx.me })).length },
  ],
  exportLines: async (ctx) => [
    ...(await allOf(ctx.read, Attendances, 'owner', { equal: ctx.me })).map((a) =>
      line(
        say('meet.attended'),
        when(a.at, 'date'),
        say('word.dot'),
        say('meet.minutes', { n: a.minutes }),
        say('word.dot'),
        say('meet.attend.own'),
        say('meet.minutes', { n: a.ownMinutes }),
      ),
    ),
    ...(await allOf(ctx.read, CheckAnswers, 'owner', { equal: ctx.me })).map((a) =>
      line(say('meet.check'), say('meet.check.given', a.answers)),
    ),
    ...(await allOf(ctx.read, FollowUps, 'person', { equal: ctx.me })).map((f) =>
      line(say('meet.followUps'), { is: 'day', date: f.on }),
    ),
    ...(await allOf(ctx.read, Guests, 'person', { equal: ctx.me })).map((g) =>
      line(say('meet.guest.summary'), when(g.at, 'date')),
    ),
  ],
  onErased: [(ctx) => erased(ctx)],
  onPersonLeft: [(ctx, { group, gone }) => left(ctx, { group: group?.id ?? null, gone })],
  onGroupSetup: [meetAgain],
  onMemberJoined: [dealAgain],
  cleanUpJobs: () => [releaseCheck.name],
  onAway: [
    async (ctx, { away: days, zone }) => (days === null ? {} : away(ctx, (at) => isAwayAt({ ...days, zone }, at))),
  ],
  retention: (ctx) => [
    retention(GroupMeetings, 'at', ctx.now - keptMs, { messages: true }),
    retention(SeriesOf, 'endedAt', ctx.now - keptMs),
    retention(SwapAsks, 'until', ctx.now),
    retention(Guests, 'at', ctx.now - 2 * dayMs),
    retention(CheckPictures, 'at', ctx.now - keptPicturesMs),
  ],
  communityData: () => [
    communityData(SeriesOf, 'group', { group: (s) => s.group }),
    communityData(GroupMeetings, 'series', { group: (m) => m.group }),
    communityData(SwapAsks, 'meeting', { group: (s) => s.group }),
    communityData(Guests, 'meeting', { person: (g) => g.person, group: (g) => g.group }),
    communityData(FollowUps, 'person', { group: (f) => f.group }),
    communityData(GroupChecks, 'id', { group: (c) => c.id }),
    communityData(CheckPictures, 'group', { group: (p) => p.group }),
    communityData(outlineOf(Attendances), 'owner'),
    communityData(outlineOf(CheckAnswers), 'owner'),
  ],
};
