import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import type { Contribution } from '../../runtime/hooks.ts';
import { query, slash } from '../../runtime/route.ts';
import { dateOf, isoWeek } from '../../time/time.ts';
import { action, actions, body, card, quiet, title } from '../../view/build.ts';
import type { Action, Block } from '../../view/view.ts';
import type { Group } from '../group/model.ts';
import { monthIsOpen, openAsking } from './asking.ts';
import { common } from './enrollment/start.ts';
import type { Enrolment, PulseValue } from './model.ts';
import { Results } from './model.ts';
import { monthOf, myEnrolment, myPulse, myRun, resultId } from './own.ts';
import { soundsLikeCrisis } from './peer-support/crisis.ts';
import { crisisCard } from './peer-support/views.ts';
import { answerActions, questionBlocks } from './prompt-view.ts';
import { monthlyWindowMs } from './schedule.ts';
import { startCard } from './views.ts';

/**
 * `/checkin now`: the question of this week, whether or not it was asked; before opting in, what check-ins are. There is
 * no text to write here. Should somebody write that they do not want to live, lines are shown and nothing is kept.
 */
export const checkinNow = query({
  ...common,
  name: 'checkin.now',
  ack: 'private',
  slash: slash('checkin', 'now', 'checkin.help.now', [
    { name: 'words', help: 'checkin.words', is: 'words', choices: [] },
  ]),
  input: z.object({ group: z.string().optional(), words: z.string().max(4000).optional() }),
  show: async (input, ctx) => {
    const group = groupOf(ctx).id;
    if (input.words && soundsLikeCrisis(input.words)) return crisisCard(ctx, group);
    const e = await myEnrolment(ctx);
    if (e === null) return startCard(group, ctx.checkins, ctx.asksInGroup);
    const { week } = isoWeek(dateOf(ctx.now, e.zone));
    const before = await myPulse(ctx, week);
    return card(say('checkin.summary'), [
      title(say('checkin.question')),
      ...(before ? [quiet(say('checkin.answered', { value: before.value as PulseValue }))] : []),
      actions(...answerActions({ group })),
      quiet(say('checkin.private')),
      actions(
        ...(await monthlyAction(ctx, e, group)),
        action(say('checkin.results'), 'checkin.history', { group }),
        action(say('checkin.mine.title'), 'checkin.mine', { group }),
      ),
    ]);
  },
});

/** The monthly questions: to go on with, or to begin when this month has no scores yet. */
async function monthlyAction(ctx: Asked, e: Enrolment, group: string): Promise<Action[]> {
  if (e.monthly === null) return [];
  const done = await ctx.read.get(Results, await resultId(ctx, e.monthly, monthOf(ctx.now, e.zone)));
  return done !== null && (await myRun(ctx)) === null
    ? []
    : [action(say('checkin.mine.monthly'), 'checkin.monthly', { group })];
}

/** On the home page: the question while it is open, for people who take part; nothing about it for anybody else. */
export const homePart: Contribution<'homePart'> = async (ctx, group) => {
  if (!group.features.includes('checkin')) return { asks: [], waits: [], more: [], actions: [] };
  const summary = action(say('checkin.summary'), 'checkin.now', { group: group.id });
  return { asks: await openQuestions(ctx, group), waits: [], more: [], actions: [summary] };
};

async function openQuestions(ctx: Asked, group: Group): Promise<Block[]> {
  const e = await myEnrolment(ctx);
  if (e === null) return [];
  const open = openAsking(ctx.now, e, group.quiet);
  const asks = open !== null && open.week !== e.skipped && (await myPulse(ctx, open.week)) === null;
  const month = e.monthly !== null && monthIsOpen(ctx.now, e, group.quiet, monthlyWindowMs);
  const monthly = month || (await myRun(ctx)) !== null ? await monthlyAction(ctx, e, group.id) : [];
  if (!asks && monthly.length === 0) return [];
  return [
    body(say('checkin.mine.title')),
    ...(asks ? questionBlocks({ group: group.id, week: open.week }) : []),
    ...(monthly.length > 0 ? [actions(...monthly)] : []),
    quiet(say('checkin.private')),
  ];
}
