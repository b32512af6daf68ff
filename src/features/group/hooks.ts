import { say } from '../../i18n/message.ts';
import { communityData } from '../../runtime/contributions.ts';
import type { FeatureHooks } from '../../runtime/hooks.ts';
import { allOf } from '../../storage/find-all.ts';
import { line, when } from '../../view/build.ts';
import { closed } from './closed-channel.ts';
import { botRemoved, erased, memberLeft, soleOwner } from './leaving.ts';
import { Members, Residents } from './model.ts';

export const groupHooks: FeatureHooks = {
  onErased: [erased],
  onPersonLeft: [memberLeft],
  onBotRemoved: [botRemoved],
  onChannelClosed: [async (ctx, { group, why }) => closed(ctx, group, why)],
  statusCounts: async (ctx, group) => [
    { label: say('status.members'), n: await ctx.read.count(Members, 'group', { equal: group.id }) },
  ],
  ownCounts: async (ctx) => [
    { label: say('privacy.memberships'), n: await ctx.read.count(Members, 'person', { equal: ctx.me }) },
  ],
  exportLines: async (ctx) =>
    (await allOf(ctx.read, Members, 'person', { equal: ctx.me })).map((m) =>
      line(say('privacy.memberships'), when(m.agreed.at)),
    ),
  eraseObjection: soleOwner,
  communityData: () => [communityData(Residents, 'id', { person: (r) => r.id })],
};
