import { say } from '../../i18n/message.ts';
import type { FeatureHooks } from '../../runtime/hooks.ts';
import { ofCommunity, ofLeaver, outlived, waitsNoMore } from './clearing.ts';
import { erased } from './erased.ts';
import { homePart } from './overview/home-part.ts';
import { openIn } from './overview/list.ts';
import { monthPart } from './overview/month-part.ts';
import { yearsPart } from './overview/years.ts';
import { exportLines, ownCounts } from './own-data.ts';
import { followUpsPaused, threadsTold } from './paused.ts';
import { atMeetings } from './templates/at-meetings.ts';
import { preferencesPart } from './templates/export-part.ts';
import { erasedFromSessions, leavesSessions } from './templates/leaving.ts';
import { questionText, replyFromElsewhere, replyTakenBack } from './thread/from-elsewhere.ts';
import { idleName } from './thread/idle.ts';
import { keptName } from './thread/kept.ts';
import { messageGone } from './thread/message-gone.ts';
import { undeliveredLetters } from './thread/undelivered.ts';
import { unlink } from './thread/unlink.ts';

export const consultationHooks: FeatureHooks = {
  onAway: [followUpsPaused, threadsTold],
  onErased: [erased, erasedFromSessions],
  onPersonLeft: [ofLeaver, leavesSessions],
  onBotRemoved: [waitsNoMore],
  onMessageGone: [messageGone],
  onReplyFromElsewhere: [replyFromElsewhere],
  onReplyTakenBack: [replyTakenBack],
  onUndelivered: [async (ctx, { row }) => ({ sends: await undeliveredLetters(ctx, row) })],
  homePart,
  questionText,
  monthPart,
  helpTasks: () => [
    { label: say('help.task.ask'), routes: ['consult.ask', 'consult.structures', 'experts.find', 'experts.me'] },
    {
      label: say('help.task.follow'),
      routes: ['curbside.home', 'curbside.month', 'consult.mine', 'consult.list', 'consult.find', 'consult.choose'],
    },
    {
      label: say('help.task.meet'),
      routes: [
        ...['meeting.next', 'meeting.agenda', 'meeting.bring', 'meeting.swap', 'meeting.pass'],
        ...['meeting.series', 'meeting.calendar'],
      ],
    },
    {
      label: say('help.task.record'),
      routes: [
        'consult.log',
        'consult.records',
        'consult.link',
        'consult.import',
        'credit.statement',
        'credit.advised',
      ],
    },
  ],
  groupExport: async (ctx, group) =>
    group.features.includes('consultation') ? [await preferencesPart(ctx, group.id), await yearsPart(ctx)] : [],
  statusCounts: async (ctx, group) => [{ label: say('status.open'), n: (await openIn(ctx, group.id)).length }],
  ownCounts,
  exportLines,
  meetingStructures: atMeetings,
  retention: outlived,
  communityData: ofCommunity,
  cleanUpJobs: () => [unlink.name, idleName, keptName],
};
