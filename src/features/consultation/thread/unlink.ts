import { z } from 'zod';
import { type DueChange, decided, put, show } from '../../../runtime/decision.ts';
import { due } from '../../../runtime/jobs.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { always } from '../../../time/durations.ts';
import { repliesOf } from '../find.ts';
import { authorLinkMs, type Consultation, Consultations, dayEnd, Replies } from '../model.ts';

/** When the tokens of an anonymous question and of its replies are replaced. Also for what was taken down or deleted. */
export function unlinkLater(c: Consultation, now: number): DueChange[] {
  const job = due('consult.unlink', c.id, 'once', dayEnd(now + authorLinkMs), always, { consultation: c.id });
  return [{ schedule: job }];
}

/** Open again: its time begins anew when it is closed. */
export const notUnlinked = (c: Consultation): DueChange => ({ cancel: 'consult.unlink', subject: c.id });

/** Thirty days after closing, not even an author's own key shows any more who asked or replied without a name. */
export const unlink = command({
  name: 'consult.unlink',
  who: 'timer',
  ack: 'silent',
  input: z.object({ consultation: Id }),
  decide: async (input, ctx) => {
    const nothing = show('curbside.home');
    const c = await ctx.read.get(Consultations, input.consultation);
    if (c === null) return decided(nothing);
    const replies = await repliesOf(ctx.read, c.id);
    return decided(nothing, {
      changes: [
        ...(c.author.as === 'anonymous' ? [put(Consultations, { ...c, author: nobody })] : []),
        ...replies.flatMap((r) => (r.author.as === 'anonymous' ? [put(Replies, { ...r, author: nobody })] : [])),
      ],
      compact: true,
    });
  },
});

/** Without a name, and without a token: no key belongs to it any more. */
const nobody = { as: 'anonymous', token: '' } as const;
