import { type Msg, say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { allOf } from '../../../storage/find-all.ts';
import { replyIn } from '../find.ts';
import { type Consultation, Drafts } from '../model.ts';
import type { Delayed } from './delayed.ts';

type CameOf = 'reply' | 'removedReply' | 'outcome' | 'closed' | Msg;

/**
 * What came of something that waited a few minutes and waits no more, read from what there is now; "it went out, or it was
 * canceled" only where nothing tells which. `id`: that of a reply.
 */
export async function cameOf(
  ctx: Asked,
  c: Consultation,
  acts: readonly Delayed['act']['is'][],
  id: string | undefined,
): Promise<CameOf> {
  if (acts.includes('reply') && id !== undefined) {
    const reply = await replyIn(ctx, id);
    return reply === null ? say('soon.canceled') : reply.text === null ? 'removedReply' : 'reply';
  }
  if (acts.includes('close')) return c.status === 'closed' ? 'closed' : say('soon.isOpen');
  if (acts.includes('outcome')) {
    if (c.outcome !== null) return 'outcome';
    return say(c.rows.outcome === null ? 'soon.canceled' : 'closedLine.outcomeGone');
  }
  if (acts.includes('edit') && (await isDraftAgain(ctx, c))) return say('soon.back');
  return say('soon.late');
}

/** Canceling puts the text of an edit back into the drafts. */
async function isDraftAgain(ctx: Asked, c: Consultation): Promise<boolean> {
  const drafts = await allOf(ctx.read, Drafts, 'owner', { equal: ctx.me });
  return drafts.some((d) => d.consultation === c.id && (d.purpose === 'edit' || d.purpose === 'editReply'));
}
