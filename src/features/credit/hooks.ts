import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { communityData, retention } from '../../runtime/contributions.ts';
import { type Change, drop } from '../../runtime/decision.ts';
import type { FeatureHooks } from '../../runtime/hooks.ts';
import { allOf } from '../../storage/find-all.ts';
import { outlineOf } from '../../storage/sealing.ts';
import { day, line, typedLine, when } from '../../view/build.ts';
import { askBlocks } from './confirm-views.ts';
import { askedOfMe, myAsks } from './confirmable.ts';
import { Confirmations, Declined } from './confirmation-model.ts';
import { type Advice, Advised } from './model.ts';
import { Nameable } from './naming.ts';
import { renewalPacksOf } from './packs.ts';
import { CreditReflections, myReflections } from './reflections.ts';
import { cycleAround } from './totals.ts';

const mine = (ctx: Asked): Promise<Advice[]> => allOf(ctx.read, Advised, 'owner', { equal: ctx.me });

/** Asks of colleagues that one home page shows. */
const mostAsks = 3;

/** What is mine, and what names me to others: a confirmation that I gave goes with my name. */
async function erased(ctx: Asked): Promise<Change[]> {
  const given = await allOf(ctx.read, Confirmations, 'to', { equal: ctx.me });
  const declined = await allOf(ctx.read, Declined, 'owner', { equal: ctx.me });
  return [
    ...(await mine(ctx)).map((a) => drop(Advised, a.id)),
    ...[...(await myReflections(ctx)).values()].map((r) => drop(CreditReflections, r.id)),
    ...[...(await myAsks(ctx)), ...given].map((c) => drop(Confirmations, c.id)),
    ...declined.map((d) => drop(Declined, d.id)),
    drop(Nameable, ctx.me),
  ];
}

export const creditHooks: FeatureHooks = {
  renewalCycles: (ctx, today) =>
    renewalPacksOf(ctx).map((pack) => ({ id: pack.id, title: pack.title, ...cycleAround(pack, today) })),
  ownCounts: async (ctx) => [{ label: say('credit.count'), n: (await mine(ctx)).length }],
  exportLines: async (ctx) => [
    ...(await mine(ctx)).flatMap((a) => [
      line(
        say('credit.side.name', { side: 'advised' }),
        day(a.on.date),
        say('word.comma'),
        say('record.length', { minutes: a.minutes }),
        say('word.comma'),
        say('topic.name', { topic: a.topic }),
      ),
      ...a.colleagues.filter(Boolean).map((typed) => ({ label: null, spans: [], typed })),
    ]),
    ...[...(await myReflections(ctx)).values()].map((r) => typedLine(say('credit.reflection'), r.text)),
    ...(await myAsks(ctx)).flatMap((c) =>
      c.confirmed === null ? [] : [line(say('credit.confirmedBy'), day(c.date), say('word.dot'), when(c.confirmed.at))],
    ),
  ],
  homePart: async (ctx, group) => ({
    asks: [],
    waits: group.features.includes('consultation') ? askBlocks((await askedOfMe(ctx)).slice(0, mostAsks)) : [],
    more: [],
    actions: [],
  }),
  onErased: [async (ctx) => ({ changes: await erased(ctx) })],
  retention: (ctx) => [retention(Confirmations, 'until', ctx.now)],
  communityData: () => [
    communityData(outlineOf(Advised), 'owner'),
    communityData(outlineOf(CreditReflections), 'owner'),
    communityData(outlineOf(Declined), 'owner'),
    communityData(Nameable, 'id', { person: (n) => n.id }),
    communityData(Confirmations, 'from', { group: (c) => c.group }),
  ],
};
