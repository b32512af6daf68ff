import { z } from 'zod';
import { type Asked, type Context, groupOf } from '../../../runtime/context.ts';
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
/** Under what a record is reminded of: its owner's key makes it from the record, so that the job joins no person to one. */
export const followUpOf = async (ctx: Asked, record: string): Promise<string> =>
  (await ctx.mine(`follow up ${record}`)).slice(0, 16);

export const noFollowUp = async (ctx: Asked, record: string): Promise<DueChange> => ({
  cancel: 'record.followUp',
  subject: await followUpOf(ctx, record),
});

/**
 * The reminder of a follow-up date: a direct message to the owner. For a record of an anonymous question there is none
 * (nothing about that post is sent to its author); it shows as due under `/consult records` and at home.
 */
export async function followUpJob(
  ctx: Context,
  r: ConsultationRecord,
  about: Consultation | null,
): Promise<DueChange[]> {
  const off = await noFollowUp(ctx, r.id);
  if (r.followUpOn === null || about?.author.as === 'anonymous') return [off];
  const { quiet } = groupOf(ctx);
  const at = afterQuiet(instantOf(r.followUpOn, morning, r.on.zone), quiet, r.on.zone);
  const followUp = await followUpOf(ctx, r.id);
  const input = { group: r.group, followUp, person: r.owner, date: r.followUpOn, zone: r.on.zone };
  return [off, { schedule: job(input, at) }];
}

const Input = z.object({ group: z.string(), followUp: Id, person: z.string(), date: z.string(), zone: z.string() });

const job = (input: z.output<typeof Input>, at: number): DueRow =>
  due('record.followUp', input.followUp, input.date, at, weekMs, input);

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
          post: followUpCard({ group: input.group, followUp: input.followUp }, input.date),
          id: ctx.ids.next(),
          to: { is: 'direct', person: input.person },
          subject: input.followUp,
          notBefore: ctx.now,
          quiet: { group: input.group, zone: input.zone },
        },
      ],
    });
  },
});
