import { say } from '../../i18n/message.ts';
import { retention } from '../../runtime/contributions.ts';
import type { FeatureHooks } from '../../runtime/hooks.ts';
import { forget } from './agreement/end.ts';
import { activeAgreements } from './agreement/find.ts';
import { Agreements } from './agreement/model.ts';
import { draftsOutlived } from './evaluation/own-data.ts';
import { homePart } from './home-part.ts';
import { ExportCodes } from './leaving/model.ts';
import { afterClosing } from './meeting/bring.ts';
import { Entries } from './model.ts';
import { monthPart } from './month-part.ts';
import { erased, exportLines, left, ofCommunity, ownCounts } from './own-data.ts';

export const supervisionHooks: FeatureHooks = {
  onErased: [erased],
  onPersonLeft: [left],
  homePart,
  afterClosing,
  monthPart,
  helpTasks: () => [
    {
      label: say('supervision.task.hours'),
      routes: [
        'supervision.log',
        'supervision.week',
        'supervision.import',
        'supervision.totals',
        'supervision.documents',
      ],
    },
    {
      label: say('supervision.task.pair'),
      routes: ['supervision.pair', 'supervision.mine', 'supervision.meetings', 'supervision.packs'],
    },
    { label: say('supervision.task.sign'), routes: ['supervision.sign', 'supervision.notice', 'supervision.evaluate'] },
    // Where supervision is off, too: the hours are from somewhere else.
    { label: say('supervision.task.redeem'), routes: ['supervision.redeem'] },
  ],
  // That there are agreements and how much waits: for owners, and nothing of what is in them.
  statusCounts: async (ctx, group) => {
    if (!group.features.includes('supervision') || !group.owners.includes(ctx.me)) return [];
    const all = (await ctx.read.find(Agreements, 'group', { equal: group.id }, { limit: 1000 })).docs;
    const waiting = (await ctx.read.find(Entries, 'waiting', { all: true }, { limit: 1000 })).docs;
    return [
      { label: say('supervision.status.agreements'), n: all.length },
      {
        label: say('supervision.status.waiting'),
        n: waiting.filter((e) => all.some(({ id }) => id === e.agreement)).length,
      },
    ];
  },
  authorities: async (ctx) => (await activeAgreements(ctx, 'supervisee')).flatMap(({ supervisor }) => supervisor ?? []),
  ownCounts,
  exportLines,
  retention: (ctx) => [...draftsOutlived(ctx.now), retention(ExportCodes, 'until', ctx.now)],
  communityData: ofCommunity,
  cleanUpJobs: () => [forget.name],
};
