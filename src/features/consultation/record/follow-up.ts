import { z } from 'zod';
import { type Context, groupOf } from '../../../runtime/context.ts';
import { type DueChange, decided, show } from '../../../runtime/decision.ts';
import { type DueRow, due } from '../../../runtime/jobs.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { weekMs } from '../../../time/durations.ts';
import { afterQuiet, instantOf } from '../../../time/time.ts';
import { Groups } from '../../group/model.ts';
import type { Consultation } from '../model.ts';
import type { ConsultationRecord } from './model.ts';
import { followUpCard } from './views.ts';

/** Follow-ups are sent in the morning, once quiet hours are over. */
const morning = '09:00';
/**
 * The reminder of a follow-up date: a direct message to the owner. For a record of an anonymous question there is none
 * (nothing about that post is sent to its author); it shows as due under `/consult records` and at home.
 */
export function followUpJob(ctx: Context, r: ConsultationRecord, about: Consultation | null): DueChange[] {
  const off: DueChange = { cancel: 'record.followUp', subject: r.id };
  if (r.followUpOn === null || about?.author.as === 'anonymous') return [off];
  const { quiet } = groupOf(ctx);
  const at = afterQuiet(instantOf(r.followUpOn, morning, r.on.zone), quiet, r.on.zone);
  const input = { group: r.group, record: r.id, person: r.owner, date: r.followUpOn, zone: r.on.zone };
  return [off, { schedule: job(input, at) }];
}

const Input = z.object({ group: z.string(), record: Id, person: z.string(), date: z.string(), zone: z.string() });

const job = (input: z.output<typeof Input>, at: number): DueRow =>
  due('record.followUp', input.record, input.date, at, weekMs, input);

export const followUp = command({
  name: 'record.followUp',
  who: 'timer',
  ack: 'silent',
  input: Input,
  decide: async (input, ctx) => {
    const nothing = show('curbside.home');
    const group = await ctx.read.get(Groups, input.group);
    if (group === null) return decided(nothing);
    const open = afterQuiet(ctx.now, group.quiet, input.zone);
    if (open > ctx.now) return decided(nothing, { due: [{ schedule: job(input, open) }] });
    return decided(nothing, {
      sends: [
        {
          post: followUpCard({ group: input.group, record: input.record }, input.date),
          id: ctx.ids.next(),
          to: { is: 'direct', person: input.person },
          subject: input.record,
          notBefore: ctx.now,
        },
      ],
    });
  },
});
