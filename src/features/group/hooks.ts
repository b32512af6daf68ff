import { say } from '../../i18n/message.ts';
import { communityData } from '../../runtime/contributions.ts';
import type { FeatureHooks } from '../../runtime/hooks.ts';
import { allOf } from '../../storage/find-all.ts';
import { action, actions, body, line, when } from '../../view/build.ts';
import { closed } from './closed-channel.ts';
import { botRemoved, erased, memberLeft, needsSuccessor } from './leaving.ts';
import { Members, Residents } from './model.ts';

const takeOver = [
  body(say('successor.none')),
  body(say('successor.takeOver')),
  actions(action(say('successor.setup'), 'curbside.setup')),
];

export const groupHooks: FeatureHooks = {
  onErased: [erased],
  onPersonLeft: [memberLeft],
  onBotRemoved: [botRemoved],
  onChannelClosed: [async (ctx, { group, why }) => closed(ctx, group, why)],
  // Whoever manages the platform finds it at home, too.
  homePart: (ctx, group) => ({
    asks: [],
    waits: group.ownerLeft && ctx.manages ? takeOver : [],
    more: [],
    actions: [],
  }),
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
  eraseObjection: needsSuccessor,
  communityData: () => [communityData(Residents, 'id', { person: (r) => r.id })],
};
