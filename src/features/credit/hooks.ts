import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { communityData } from '../../runtime/contributions.ts';
import { drop } from '../../runtime/decision.ts';
import type { FeatureHooks } from '../../runtime/hooks.ts';
import { allOf } from '../../storage/find-all.ts';
import { outlineOf } from '../../storage/sealing.ts';
import { day, line } from '../../view/build.ts';
import { type Advice, Advised } from './model.ts';
import { renewalPacksOf } from './packs.ts';
import { cycleAround } from './totals.ts';

const mine = (ctx: Asked): Promise<Advice[]> => allOf(ctx.read, Advised, 'owner', { equal: ctx.me });

export const creditHooks: FeatureHooks = {
  renewalCycles: (ctx, today) =>
    renewalPacksOf(ctx).map((pack) => ({ id: pack.id, title: pack.title, ...cycleAround(pack, today) })),
  ownCounts: async (ctx) => [{ label: say('credit.count'), n: (await mine(ctx)).length }],
  exportLines: async (ctx) =>
    (await mine(ctx)).flatMap((a) => [
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
  onErased: [async (ctx) => ({ changes: (await mine(ctx)).map((a) => drop(Advised, a.id)) })],
  communityData: () => [communityData(outlineOf(Advised), 'owner')],
};
