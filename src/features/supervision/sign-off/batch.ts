import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { decided, show } from '../../../runtime/decision.ts';
import { type DueRow, due } from '../../../runtime/jobs.ts';
import { command } from '../../../runtime/route.ts';
import { allOf } from '../../../storage/find-all.ts';
import { always, dayMs } from '../../../time/durations.ts';
import { addDays, dateOf, instantOf, isoWeek } from '../../../time/time.ts';
import { action, actions, body, card } from '../../../view/build.ts';
import { Groups } from '../../group/model.ts';
import { type Agreement, Agreements, defaultBatchDay, isSigned } from '../agreement/model.ts';
import { missingReminders } from '../evaluation/cycle.ts';
import { waitingFor } from '../waiting.ts';

/** Afternoon where the agreement is, on the day that the supervisor chose. */
const batchTime = '15:00';

function nextBatch(now: number, zone: string, weekday: number): number {
  // Days after Monday, Sunday last.
  const chosen = addDays(isoWeek(dateOf(now, zone)).monday, (weekday + 6) % 7);
  const at = instantOf(chosen, batchTime, zone);
  return at > now ? at : instantOf(addDays(chosen, 7), batchTime, zone);
}

/** The weekly job of a supervisor: one, however many people they supervise. After downtime it comes late, and goes on. */
export const batchJob = (
  now: number,
  { supervisor, group, zone, batchDay }: Pick<Agreement, 'supervisor' | 'group' | 'zone' | 'batchDay'>,
): DueRow =>
  due('supervision.batch', supervisor ?? '', 'weekly', nextBatch(now, zone, batchDay), always, {
    person: supervisor ?? '',
    group,
    zone,
  });

/** Once a week a supervisor is told how many entries wait. Signing them is theirs: nothing is signed by waiting. */
export const batch = command({
  who: 'timer',
  ack: 'silent',
  name: 'supervision.batch',
  input: z.object({ person: z.string(), group: z.string(), zone: z.string() }),
  decide: async ({ person, group: id, zone }, ctx) => {
    const group = await ctx.read.get(Groups, id);
    const all = (await allOf(ctx.read, Agreements, 'supervisor', { equal: person })).filter(
      (a) => a.status === 'active' && isSigned(a),
    );
    if (group === null || all.length === 0) return decided(show('curbside.home'));
    const n = (await waitingFor(ctx, person)).length;
    const tells = n > 0 && group.gone === null && group.features.includes('supervision');
    return decided(show('curbside.home'), {
      sends: tells
        ? [
            {
              post: card(say('supervision.letter.summary'), [
                body(say('supervision.batch', { n })),
                actions(action(say('supervision.review'), 'supervision.sign', { group: id }, { tone: 'main' })),
              ]),
              id: ctx.ids.next(),
              to: { is: 'direct', person },
              subject: id,
              notBefore: ctx.now,
              quiet: { group: id, zone },
              notAfter: ctx.now + 6 * dayMs,
              orNextAnswer: true,
            },
          ]
        : [],
      due: [
        ...(group.gone === null ? await missingReminders(ctx, all) : []),
        {
          schedule: batchJob(ctx.now, {
            supervisor: person,
            group: id,
            zone,
            batchDay: all[0]?.batchDay ?? defaultBatchDay,
          }),
        },
      ],
    });
  },
});
