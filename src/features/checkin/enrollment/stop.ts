import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { type Change, type DueChange, decided, drop, show } from '../../../runtime/decision.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { Outbox, rowsOf } from '../../../runtime/outbox/model.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { body, card } from '../../../view/build.ts';
import { Enrolments, Pulses, Results, Runs } from '../model.ts';
import { myCheckins, myEnrolment, subjectOf } from '../own.ts';
import { stopCard } from '../views.ts';
import { common, OfGroup } from './start.ts';

/** `/checkin stop`: what stopping means, and one confirmation. */
export const stop = query({
  ...common,
  name: 'checkin.stop',
  ack: 'private',
  slash: slash('checkin', 'stop', 'checkin.help.stop'),
  input: OfGroup,
  show: async (_input, ctx) =>
    (await myEnrolment(ctx)) === null
      ? card(say('checkin.summary'), [body(say('checkin.stop.none'))])
      : stopCard(groupOf(ctx).id),
});

export const leave = command({
  ...common,
  name: 'checkin.leave',
  atOnce: true,
  ack: 'private',
  input: z.object({ group: z.string() }),
  decide: async (_input, ctx) => {
    const { changes, sends, due } = await ended(ctx);
    return decided(show('checkin.left'), { changes, sends, due, compact: true });
  },
});

export const left = query({
  name: 'checkin.left',
  who: 'anyone',
  ack: 'private',
  input: z.object({}),
  show: async () => card(say('checkin.summary'), [body(say('checkin.stopped'))]),
});

/**
 * Everything that ends with one's check-ins: answers, scores, jobs, and questions that wait or still stand. Whether
 * colleagues may ask for a coffee is no part of them: a name gone from that list would tell who stopped.
 */
export async function ended(ctx: Asked): Promise<{ changes: Change[]; sends: Send[]; due: DueChange[] }> {
  const own = await myCheckins(ctx);
  const subject = await subjectOf(ctx);
  const rows = await rowsOf(ctx.read, subject);
  return {
    changes: [
      ...(own.enrolment ? [drop(Enrolments, own.enrolment.id)] : []),
      ...own.pulses.map((p) => drop(Pulses, p.id)),
      ...own.results.map((r) => drop(Results, r.id)),
      ...(own.run ? [drop(Runs, own.run.id)] : []),
      ...rows.filter((r) => r.status !== 'sent' && r.status !== 'sending').map((r) => drop(Outbox, r.id)),
    ],
    sends: rows.filter((r) => r.status === 'sent' && r.op === 'post').map((r) => ({ remove: r.id, subject })),
    due: [
      { cancel: 'checkin.ask', subject },
      { cancel: 'checkin.remind', subject },
    ],
  };
}
