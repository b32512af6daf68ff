import { z } from 'zod';
import { type DueChange, decided, show } from '../../../runtime/decision.ts';
import { due } from '../../../runtime/jobs.ts';
import { command } from '../../../runtime/route.ts';
import { allOf } from '../../../storage/find-all.ts';
import { Id } from '../../../storage/kind.ts';
import { always, dayMs } from '../../../time/durations.ts';
import { Groups } from '../../group/model.ts';
import { Consultations } from '../model.ts';
import { preferencesOf } from '../templates/preferences.ts';
import { takingDown } from './taking-down.ts';

/** Questions that go in one turn, so that no transaction grows without end. */
const atOnce = 20;
const yearMs = 365.25 * dayMs;

export const keptName = 'consult.kept';

/** Daily, in a group that keeps closed questions for some years only. */
export const keepLater = (group: string, at: number): DueChange => ({
  schedule: due(keptName, group, 'daily', at, always, { group }),
});

/** Closed questions that have stood for the group's years are taken down, with their threads; records stay their owners'. */
export const kept = command({
  name: keptName,
  who: 'timer',
  ack: 'silent',
  input: z.object({ group: Id }),
  decide: async (input, ctx) => {
    const nothing = show('curbside.home');
    const group = await ctx.read.get(Groups, input.group);
    const { keepYears } = await preferencesOf(ctx.read, input.group);
    if (group === null || keepYears === null) return decided(nothing);
    // The bot was removed: its threads can be cleared once it is back, and without it everything goes in 30 days.
    if (group.gone === 'uninstalled') return decided(nothing, { due: [keepLater(group.id, ctx.now + dayMs)] });
    const all = await allOf(ctx.read, Consultations, 'group', { equal: `${group.id} closed` });
    const over = all.filter((c) => c.closedAt !== null && c.closedAt + keepYears * yearMs <= ctx.now);
    const gone = await Promise.all(over.slice(0, atOnce).map((c) => takingDown(ctx, c)));
    return decided(nothing, {
      changes: gone.flatMap(({ changes }) => changes),
      sends: gone.flatMap(({ sends }) => sends),
      due: [...gone.flatMap((one) => one.due), keepLater(group.id, ctx.now + (over.length > atOnce ? 0 : dayMs))],
      ...(gone.length > 0 ? { compact: 'daily' as const } : {}),
    });
  },
});
