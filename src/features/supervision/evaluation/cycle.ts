import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { type DueChange, decided, put, show } from '../../../runtime/decision.ts';
import { DueJobs, due } from '../../../runtime/jobs.ts';
import { command } from '../../../runtime/route.ts';
import { always } from '../../../time/durations.ts';
import { dateOf, instantOf, monthsFrom } from '../../../time/time.ts';
import { action, actions, body, card } from '../../../view/build.ts';
import { Groups } from '../../group/model.ts';
import { type Agreement, Agreements, roles } from '../agreement/model.ts';
import { packOf } from '../packs.ts';
import { evaluationsIn } from './find.ts';
import type { Evaluation } from './model.ts';

/** Evaluation is for two people who are both here. */
export const isEvaluated = (a: Agreement): boolean =>
  a.status === 'active' && Boolean(a.supervisor) && a.supervisee !== '';

/** How many months the rules of an agreement leave between evaluations; null where they say nothing (docs/packs.md). */
export const cycleOf = (ctx: Pick<Asked, 'packs'>, a: Pick<Agreement, 'pack'>): number | null =>
  packOf(ctx, a.pack)?.deadlines.some(({ id }) => id === 'quarter') ? 3 : null;

/** When the next evaluation is due: as the last one says, or a cycle after the start; null where nobody said. */
export function dueOn(ctx: Pick<Asked, 'packs'>, a: Agreement, evaluations: readonly Evaluation[]): string | null {
  const [latest] = evaluations;
  if (latest !== undefined) return latest.nextOn;
  const months = cycleOf(ctx, a);
  return months === null ? null : monthsFrom(a.startsOn, months);
}

/** Replaces what was to remind of an evaluation in this agreement. */
export const reminderJob = (a: Agreement, on: string | null): DueChange[] =>
  on === null
    ? [{ cancel: 'supervision.evaluation.due', subject: a.id }]
    : [
        {
          schedule: due('supervision.evaluation.due', a.id, 'cycle', instantOf(on, '09:00', a.zone), always, {
            agreement: a.id,
          }),
        },
      ];

/** The first reminder of an agreement that was just confirmed. */
export const firstReminder = (ctx: Pick<Asked, 'packs'>, a: Agreement): DueChange[] => {
  const on = isEvaluated(a) ? dueOn(ctx, a, []) : null;
  return on === null ? [] : reminderJob(a, on);
};

/**
 * Reminders that should wait and don't: of agreements from before there were any, or of a pack that has a cycle since. Nobody
 * is told twice of one day.
 */
export async function missingReminders(
  ctx: Pick<Asked, 'read' | 'packs'>,
  all: readonly Agreement[],
): Promise<DueChange[]> {
  const found: DueChange[] = [];
  for (const a of all) {
    if (!isEvaluated(a) || a.endsOn !== null) continue;
    const on = dueOn(ctx, a, await evaluationsIn(ctx, a));
    if (on === null || (a.evaluationTold !== null && a.evaluationTold >= on)) continue;
    const waiting = { equal: `supervision.evaluation.due ${a.id}` };
    if ((await ctx.read.count(DueJobs, 'subject', waiting)) === 0) found.push(...reminderJob(a, on));
  }
  return found;
}

/** Both are told once that an evaluation is due. */
export const evaluationDue = command({
  who: 'timer',
  ack: 'silent',
  name: 'supervision.evaluation.due',
  input: z.object({ agreement: z.string() }),
  decide: async ({ agreement }, ctx) => {
    const a = await ctx.read.get(Agreements, agreement);
    const group = a && (await ctx.read.get(Groups, a.group));
    const quiet = a === null || group === null || group.gone !== null || !group.features.includes('supervision');
    if (quiet || !isEvaluated(a) || (a.endsOn !== null && a.endsOn < dateOf(ctx.now, a.zone)))
      return decided(show('curbside.home'));
    const post = card(say('supervision.letter.summary'), [
      body(say('evaluation.due.letter')),
      actions(action(say('word.open'), 'supervision.evaluate', { group: a.group, agreement }, { tone: 'main' })),
    ]);
    return decided(show('curbside.home'), {
      changes: [put(Agreements, { ...a, evaluationTold: dateOf(ctx.now, a.zone) })],
      sends: roles.flatMap((role) => {
        const person = a[role];
        return person
          ? [
              {
                post,
                id: ctx.ids.next(),
                to: { is: 'direct' as const, person },
                subject: a.id,
                notBefore: ctx.now,
                quiet: { group: a.group, zone: a.zone },
                orNextAnswer: true,
              },
            ]
          : [];
      }),
    });
  },
});
