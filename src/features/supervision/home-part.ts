import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import type { HomePart } from '../../runtime/contributions.ts';
import type { Contribution } from '../../runtime/hooks.ts';
import { action, actions, body, person } from '../../view/build.ts';
import type { Block } from '../../view/view.ts';
import { myAgreements } from './agreement/find.ts';
import { type Agreement, awaited, isSigned, otherIn } from './agreement/model.ts';
import { meetingWaits } from './meeting/own-data.ts';
import { Entries } from './model.ts';
import { waitingFor } from './waiting.ts';

const nothing: HomePart = { asks: [], waits: [], more: [], actions: [] };

/** Proposals to answer, entries to sign, entries that came back, and the way to log. */
export const homePart: Contribution<'homePart'> = async (ctx, group) => {
  if (!group.features.includes('supervision')) return nothing;
  const own = await myAgreements(ctx, 'supervisee');
  const supervised = await myAgreements(ctx, 'supervisor');
  const signs = supervised.some((a) => a.status === 'active' && isSigned(a));
  const logs = own.some((a) => a.status === 'active' && a.endsOn === null);
  return {
    ...nothing,
    waits: [
      ...[...own, ...supervised]
        .filter((a) => awaited(a) === ctx.me)
        .slice(0, 3)
        .flatMap((a) => proposed(a, ctx.me)),
      ...(signs ? await toSign(ctx, group.id) : []),
      ...(logs ? await returned(ctx, group.id) : []),
      ...(await meetingWaits(ctx, group.id)),
    ],
    actions: logs
      ? [
          action(say('supervision.log'), 'supervision.log', { group: group.id }),
          action(say('supervision.week'), 'supervision.week', { group: group.id }),
        ]
      : [],
  };
};

const proposed = (a: Agreement, me: string): Block[] => {
  const from = otherIn(a, me);
  return [
    body(say('supervision.letter.proposal', { role: a.proposedBy }), ...(from === null ? [] : [person(from)])),
    actions(action(say('supervision.review'), 'supervision.agreement', { group: a.group, agreement: a.id })),
  ];
};

async function toSign(ctx: Asked, group: string): Promise<Block[]> {
  const n = (await waitingFor(ctx, ctx.me)).length;
  if (n === 0) return [];
  const review = action(say('supervision.review'), 'supervision.sign', { group });
  return [body(say('supervision.waiting', { n, role: 'supervisor' })), actions(review)];
}

async function returned(ctx: Asked, group: string): Promise<Block[]> {
  const mine = (await ctx.read.find(Entries, 'returned', { equal: ctx.me }, { limit: 20 })).docs;
  const [first] = mine;
  return first === undefined
    ? []
    : [
        body(say('supervision.returned.home', { n: mine.length })),
        actions(action(say('word.open'), 'supervision.entry', { group, entry: first.id })),
      ];
}
