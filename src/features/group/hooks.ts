import { say } from '../../i18n/message.ts';
import { communityData, retention } from '../../runtime/contributions.ts';
import type { FeatureHooks } from '../../runtime/hooks.ts';
import { allOf } from '../../storage/find-all.ts';
import { dayMs } from '../../time/durations.ts';
import { action, actions, body, line, when } from '../../view/build.ts';
import { auditAction, ownAuditLines, unnamedInAudit } from './audit.ts';
import { awayPart } from './away.ts';
import { closed } from './closed-channel.ts';
import { botRemoved, erased, memberLeft, needsSuccessor } from './leaving.ts';
import { AuditEntries, auditDays, Members, Residents } from './model.ts';

const takeOver = [
  body(say('successor.none')),
  body(say('successor.takeOver')),
  actions(action(say('successor.setup'), 'curbside.setup')),
];

export const groupHooks: FeatureHooks = {
  onErased: [erased, unnamedInAudit],
  onPersonLeft: [memberLeft],
  onBotRemoved: [botRemoved],
  onChannelClosed: [async (ctx, { group, why }) => closed(ctx, group, why)],
  // Whoever manages the platform finds it at home, too.
  homePart: (ctx, group) => ({
    asks: [],
    waits: [...(group.ownerLeft && ctx.manages ? takeOver : []), ...awayPart(ctx, group.id)],
    more: [],
    actions: group.owners.includes(ctx.me) ? [auditAction(group.id)] : [],
  }),
  statusCounts: async (ctx, group) => [
    { label: say('status.members'), n: await ctx.read.count(Members, 'group', { equal: group.id }) },
  ],
  ownCounts: async (ctx) => [
    { label: say('privacy.memberships'), n: await ctx.read.count(Members, 'person', { equal: ctx.me }) },
  ],
  exportLines: async (ctx) => [
    ...(await allOf(ctx.read, Members, 'person', { equal: ctx.me })).map((m) =>
      line(say('privacy.memberships'), when(m.agreed.at)),
    ),
    ...(await ownAuditLines(ctx, null)),
  ],
  eraseObjection: needsSuccessor,
  retention: (ctx) => [retention(AuditEntries, 'at', ctx.now - auditDays * dayMs)],
  communityData: () => [
    communityData(Residents, 'id', { person: (r) => r.id }),
    communityData(AuditEntries, 'group', { person: (e) => e.who, group: (e) => e.group }),
  ],
};
