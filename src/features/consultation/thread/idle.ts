import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { type Decision, type DueChange, decided, show } from '../../../runtime/decision.ts';
import { due } from '../../../runtime/jobs.ts';
import { messageState, type OutboxRow } from '../../../runtime/outbox/model.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { always, dayMs } from '../../../time/durations.ts';
import { afterQuiet } from '../../../time/time.ts';
import { body, card } from '../../../view/build.ts';
import { Groups } from '../../group/model.ts';
import { repliesOf } from '../find.ts';
import { type Consultation, Consultations } from '../model.ts';
import { closing } from './close.ts';

/** A thread in which nobody writes through Curbside for so long closes by itself, and says so a week before. */
const idleMs = 60 * dayMs;
const noticeMs = 7 * dayMs;

export const idleName = 'consult.idle';

/** Counts from the last thing that was written, to a whole day: the job tells no moment of whoever wrote it. */
export const idleLater = (c: Pick<Consultation, 'id'>, from: number): DueChange =>
  job(c.id, Math.ceil((from + idleMs - noticeMs) / dayMs) * dayMs, null);

/** `notice`: the outbox row of what the thread was told. */
const job = (consultation: string, at: number, notice: string | null): DueChange => ({
  schedule: due(idleName, consultation, 'once', at, always, {
    consultation,
    ...(notice === null ? {} : { notice }),
  }),
});

const noticeCard = card(say('idle.notice'), [body(say('idle.notice'))]);

export const idle = command({
  name: idleName,
  who: 'timer',
  ack: 'silent',
  input: z.object({ consultation: Id, notice: Id.optional() }),
  decide: async ({ consultation, notice }, ctx) => {
    const nothing = show('curbside.home');
    const c = await ctx.read.get(Consultations, consultation);
    const group = c && (await ctx.read.get(Groups, c.group));
    if (!c || !group || c.status !== 'open') return decided(nothing);
    // The bot was removed: its threads are looked at again once it is back.
    if (group.gone === 'uninstalled') return decided(nothing, { due: [job(c.id, ctx.now + noticeMs, null)] });
    const last = Math.max(c.askedAt, ...(await repliesOf(ctx.read, c.id)).map((r) => r.at));
    if (ctx.now < last + idleMs - noticeMs) return decided(nothing, { due: [idleLater(c, last)] });
    const open = afterQuiet(ctx.now, group.quiet, group.zone);
    if (open > ctx.now) return decided(nothing, { due: [job(c.id, open, notice ?? null)] });
    const told = notice === undefined ? null : await messageState(ctx.read, notice);
    // Its channel takes nothing at the moment: the week begins once the notice can be read.
    if (told?.status === 'pending' || told?.status === 'sending')
      return decided(nothing, { due: [job(c.id, ctx.now + dayMs, told.id)] });
    const since = told?.status === 'sent' ? (told.claimedAt ?? told.notBefore) : null;
    if (since === null || since < last) return decided(nothing, tell(ctx, c, told));
    if (ctx.now < since + noticeMs) return decided(nothing, { due: [job(c.id, since + noticeMs, told?.id ?? null)] });
    return decided(nothing, await closing(ctx, c, null));
  },
});

/** The notice goes into the thread; one that did not arrive there makes room for it. */
function tell(ctx: Context, c: Consultation, before: OutboxRow | null): Pick<Decision, 'sends' | 'due'> {
  const id = ctx.ids.next();
  const to = { is: 'thread', row: c.rows.card } as const;
  const lost = before === null || before.status === 'sent' ? [] : [{ remove: before.id, subject: c.id }];
  return {
    sends: [...lost, { post: noticeCard, id, to, subject: c.id, notBefore: ctx.now }],
    due: [job(c.id, ctx.now + noticeMs, id)],
  };
}
