import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import type { HomePart } from '../../runtime/contributions.ts';
import type { Contribution } from '../../runtime/hooks.ts';
import { action, actions, body, person, quiet } from '../../view/build.ts';
import type { Action, Block } from '../../view/view.ts';
import { myAgreements } from './agreement/find.ts';
import { type Agreement, awaited, isSigned, otherIn } from './agreement/model.ts';
import { evaluationWaits } from './evaluation/own-data.ts';
import { waitingBlocks, withImport } from './imports/waiting.ts';
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
  const stage = stageOf(ctx, own, supervised);
  return {
    ...nothing,
    waits: [
      ...[...own, ...supervised]
        .filter((a) => awaited(a) === ctx.me)
        .slice(0, 3)
        .flatMap((a) => proposed(a, ctx.me)),
      ...(signs ? await toSign(ctx, group.id) : []),
      ...(stage.logs ? await returned(ctx, group.id) : []),
      ...waitingBlocks(
        await withImport(
          ctx,
          own.filter((a) => a.group === group.id && runs(a)),
        ),
      ),
      ...(await meetingWaits(ctx, group.id)),
      ...(await evaluationWaits(ctx, group.id)),
    ],
    more: [
      ...(stage.associate ? [quiet(say('home.stage', { stage: 'associate' }))] : []),
      ...(stage.supervises ? [quiet(say('home.stage', { stage: 'supervisor' }))] : []),
    ],
    actions: waysFor(stage, group.id),
  };
};

interface Stage {
  /** Before licensure, or gathering hours for it. */
  readonly associate: boolean;
  /** There is an agreement to log in. */
  readonly logs: boolean;
  readonly supervises: boolean;
}

const runs = (a: Agreement): boolean => a.status === 'active' && a.endsOn === null;

function stageOf(ctx: Asked, own: readonly Agreement[], supervised: readonly Agreement[]): Stage {
  return {
    associate: ctx.member?.licensed === false || own.some((a) => runs(a) && a.purpose !== 'growth'),
    logs: own.some(runs),
    supervises: supervised.some(runs),
  };
}

/** Where an associate, a licensed clinician and a supervisor go first. */
function waysFor({ associate, logs, supervises }: Stage, group: string): Action[] {
  const main = { tone: 'main' } as const;
  return [
    ...(logs ? [action(say('supervision.log'), 'supervision.log', { group }, associate ? main : {})] : []),
    ...(logs ? [action(say('supervision.week'), 'supervision.week', { group })] : []),
    ...(associate && !logs ? [action(say('supervision.propose'), 'supervision.pair', { group }, main)] : []),
    ...(supervises ? [action(say('supervision.mine.summary'), 'supervision.mine', { group }, main)] : []),
    ...(logs || supervises ? [action(say('meeting.list'), 'supervision.meetings', { group })] : []),
  ];
}

const proposed = (a: Agreement, me: string): Block[] => {
  const from = otherIn(a, me);
  return [
    body(
      from === null ? { is: 'former', credential: '', first: true } : person(from),
      say('supervision.letter.proposal', { role: a.proposedBy }),
    ),
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
