import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { communityData, retention } from '../../runtime/contributions.ts';
import { type Change, drop } from '../../runtime/decision.ts';
import type { FeatureHooks } from '../../runtime/hooks.ts';
import { allOf } from '../../storage/find-all.ts';
import { outlineOf } from '../../storage/sealing.ts';
import { day, line, typedLine, when } from '../../view/build.ts';
import type { Block, Line } from '../../view/view.ts';
import { askBlocks } from './confirm-views.ts';
import { askedOfMe, givenByMe, myAsks } from './confirmable.ts';
import { Confirmations, Declined } from './confirmation-model.ts';
import { type Advice, Advised } from './model.ts';
import { Nameable } from './naming.ts';
import { renewalPacksOf } from './packs.ts';
import { CreditReflections, myReflections } from './reflections.ts';
import { dueBlocks, remindedOnReturn } from './remind.ts';
import { jobName, myReminder, noJob, type Reminder, Reminders, reminderId } from './reminder-model.ts';
import { removedFromLog } from './removed.ts';
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
    drop(Reminders, await reminderId(ctx)),
  ];
}

const reminderLines = (own: Reminder | null): Line[] =>
  own === null ? [] : [line(say('credit.reminder'), day(own.date))];

/** What colleagues ask of me, and a reminder of mine that was not sent. */
const waiting = async (ctx: Asked, group: string): Promise<Block[]> => [
  ...dueBlocks(group, await myReminder(ctx), ctx.now),
  ...askBlocks((await askedOfMe(ctx)).slice(0, mostAsks)),
];

export const creditHooks: FeatureHooks = {
  renewalCycles: (ctx, today) =>
    renewalPacksOf(ctx).map((pack) => ({ id: pack.id, title: pack.title, ...cycleAround(pack, today) })),
  ownCounts: async (ctx) => [
    { label: say('credit.count'), n: (await mine(ctx)).length },
    { label: say('credit.reminder.count'), n: (await myReminder(ctx)) === null ? 0 : 1 },
  ],
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
    ...reminderLines(await myReminder(ctx)),
    ...(await myAsks(ctx)).flatMap((c) =>
      c.confirmed === null ? [] : [line(say('credit.confirmedBy'), day(c.date), say('word.dot'), when(c.confirmed.at))],
    ),
    ...(await givenByMe(ctx)).flatMap((c) =>
      c.confirmed === null
        ? []
        : [
            line(
              say('credit.confirm.gave'),
              day(c.date),
              say('word.comma'),
              say('record.length', { minutes: c.minutes }),
              say('word.dot'),
              when(c.confirmed.at),
            ),
          ],
    ),
  ],
  homePart: async (ctx, group) => ({
    asks: [],
    waits: group.features.includes('consultation') ? await waiting(ctx, group.id) : [],
    more: [],
    actions: [],
  }),
  onErased: [async (ctx) => ({ changes: await erased(ctx), due: [noJob(await reminderId(ctx))] })],
  onLogRemoved: [removedFromLog],
  onAway: [remindedOnReturn],
  retention: (ctx) => [retention(Confirmations, 'until', ctx.now), retention(outlineOf(Reminders), 'until', ctx.now)],
  communityData: () => [
    communityData(outlineOf(Advised), 'owner'),
    communityData(outlineOf(CreditReflections), 'owner'),
    communityData(outlineOf(Declined), 'owner'),
    communityData(outlineOf(Reminders), 'owner', { job: jobName }),
    communityData(Nameable, 'id', { person: (n) => n.id }),
    communityData(Confirmations, 'from', { group: (c) => c.group }),
  ],
};
