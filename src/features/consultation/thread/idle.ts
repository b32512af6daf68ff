import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type DueChange, decided, show } from '../../../runtime/decision.ts';
import { due } from '../../../runtime/jobs.ts';
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

const name = 'consult.idle';

/** Counts from the last thing that was written, to a whole day: the job tells no moment of whoever wrote it. */
export const idleLater = (c: Pick<Consultation, 'id'>, from: number): DueChange =>
  job(c.id, Math.ceil((from + idleMs - noticeMs) / dayMs) * dayMs, null);

const job = (consultation: string, at: number, noticed: number | null): DueChange => ({
  schedule: due(name, consultation, 'once', at, always, {
    consultation,
    ...(noticed === null ? {} : { noticed: String(noticed) }),
  }),
});

const notice = card(say('idle.notice'), [body(say('idle.notice'))]);

export const idle = command({
  name,
  who: 'timer',
  ack: 'silent',
  input: z.object({ consultation: Id, noticed: z.coerce.number().optional() }),
  decide: async ({ consultation, noticed }, ctx) => {
    const nothing = show('curbside.home');
    const c = await ctx.read.get(Consultations, consultation);
    const group = c && (await ctx.read.get(Groups, c.group));
    if (!c || !group || c.status !== 'open') return decided(nothing);
    const last = Math.max(c.askedAt, ...(await repliesOf(ctx.read, c.id)).map((r) => r.at));
    if (ctx.now < last + idleMs - noticeMs) return decided(nothing, { due: [idleLater(c, last)] });
    const open = afterQuiet(ctx.now, group.quiet, group.zone);
    if (open > ctx.now) return decided(nothing, { due: [job(c.id, open, noticed ?? null)] });
    if (noticed === undefined || noticed < last) {
      const to = { is: 'thread', row: c.rows.card } as const;
      return decided(nothing, {
        sends: [{ post: notice, id: ctx.ids.next(), to, subject: c.id, notBefore: ctx.now }],
        due: [job(c.id, ctx.now + noticeMs, ctx.now)],
      });
    }
    return decided(nothing, await closing(ctx, c, null));
  },
});
