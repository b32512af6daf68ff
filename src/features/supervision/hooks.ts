import { say } from '../../i18n/message.ts';
import { retention } from '../../runtime/contributions.ts';
import type { FeatureHooks } from '../../runtime/hooks.ts';
import { forget } from './agreement/end.ts';
import { Agreements } from './agreement/model.ts';
import { homePart } from './home-part.ts';
import { ExportCodes } from './leaving/model.ts';
import { Entries } from './model.ts';
import { erased, exportLines, left, ofCommunity, ownCounts } from './own-data.ts';

export const supervisionHooks: FeatureHooks = {
  onErased: [erased],
  onPersonLeft: [left],
  homePart,
  helpTasks: () => [
    {
      label: say('supervision.task.hours'),
      routes: ['supervision.log', 'supervision.totals', 'supervision.documents'],
    },
    { label: say('supervision.task.pair'), routes: ['supervision.pair', 'supervision.mine'] },
    { label: say('supervision.task.sign'), routes: ['supervision.sign', 'supervision.notice'] },
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
  ownCounts,
  retention: (ctx) => [retention(ExportCodes, 'until', ctx.now)],
  exportLines,
  communityData: ofCommunity,
  cleanUpJobs: () => [forget.name],
};
