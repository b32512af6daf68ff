import { z } from 'zod';
import type { Context } from '../../../runtime/context.ts';
import { decided, drop, put, show } from '../../../runtime/decision.ts';
import { command } from '../../../runtime/route.ts';
import { allOf } from '../../../storage/find-all.ts';
import { outlineOf } from '../../../storage/sealing.ts';
import { dayMs } from '../../../time/durations.ts';
import { countOf, levelOf, mayShow } from '../../checkin/group-summary/model.ts';
import { Groups, Members, memberSince } from '../../group/model.ts';
import {
  type CheckAnswer,
  CheckAnswers,
  type CheckPicture,
  CheckPictures,
  checkId,
  GroupChecks,
  questions,
  subjectOf,
} from './model.ts';
import { checkClosedCard } from './views.ts';

/** Who joined later than this before it was asked does not count: nobody adds accounts to learn a colleague's answer. */
const countsAfterMs = 28 * dayMs;
/** Periods of the release rules. */
const periodMs = 28 * dayMs;

/**
 * Closes a group check: what it came to is kept under the release rules of the group summary (docs/domain.md, Group summary), and
 * the answers go. Each check has answers of its own, and comes twelve weeks or more after the last one, so that none is
 * compared with another.
 */
export const releaseCheck = command({
  name: 'meeting.check.release',
  who: 'timer',
  ack: 'silent',
  reads: 'answers',
  input: z.object({ group: z.string(), at: z.coerce.number() }),
  decide: async ({ group, at }, ctx) => {
    const check = checkId(group, at);
    const state = await ctx.read.get(GroupChecks, group);
    const isThere = ((await ctx.read.get(Groups, group))?.gone ?? 'uninstalled') !== 'uninstalled';
    const answers = await countedIn(ctx, group, check, at);
    const candidate = {
      group,
      period: Math.floor(at / periodMs),
      people: new Set(answers.map(({ owner }) => owner)),
    };
    const may = mayShow(candidate, [], ctx.checkins.least);
    const picture: CheckPicture = { id: check, group, at, shown: may ? shownOf(answers) : null };
    const all = await allOf(ctx.read, outlineOf(CheckAnswers), 'check', { equal: check });
    return decided(show('curbside.home'), {
      changes: [
        put(CheckPictures, picture),
        ...all.map(({ id }) => drop(CheckAnswers, id)),
        ...(state === null ? [] : [put(GroupChecks, { ...state, closesAt: null, row: null })]),
      ],
      sends:
        state?.row == null || !isThere
          ? []
          : [{ edit: state.row, view: checkClosedCard(group), subject: subjectOf(group) }],
      compact: 'daily',
    });
  },
});

async function countedIn(ctx: Context, group: string, check: string, at: number): Promise<CheckAnswer[]> {
  const members = await allOf(ctx.read, Members, 'group', { equal: group });
  const since = new Map(members.map((m) => [m.person, memberSince(m)]));
  const found: CheckAnswer[] = [];
  let after: string | undefined;
  do {
    const page = await ctx.openAll(
      CheckAnswers,
      'check',
      { equal: check },
      { limit: 1000, ...(after ? { after } : {}) },
    );
    found.push(...page.docs);
    after = page.next;
  } while (after);
  return found.filter((a) => !a.guest && (since.get(a.owner) ?? Number.POSITIVE_INFINITY) + countsAfterMs <= at);
}

function shownOf(all: readonly CheckAnswer[]): CheckPicture['shown'] {
  const levels = Object.fromEntries(questions.map((q) => [q, levelOf(all.map(({ answers }) => answers[q]))]));
  return { count: countOf(all.length), levels: levels as NonNullable<CheckPicture['shown']>['levels'] };
}
