import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { memberOf } from '../../../runtime/context.ts';
import { decided, drop, type Outcome, put, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { authorOf, untied } from '../authorship.ts';
import { noted, retries } from '../delivery.ts';
import { type Consultation, type Draft, Drafts, Replies, type Reply } from '../model.ts';
import { onReply } from './nudge.ts';
import { replyCard } from './views.ts';

/** What becomes a reply: text without identifiers, and the voice it is given in. `draft` is dropped with it. */
interface NewReply {
  readonly id: string;
  readonly about: Consultation;
  readonly voice: Reply['voice'];
  readonly text: string;
  readonly draft: Draft | null;
}

/** A reply goes into the thread; the group is no longer reminded. */
export async function newReply(ctx: Context, of: NewReply): Promise<Outcome> {
  const { about } = of;
  if (about.hiddenAt !== null) return refusal('hiddenNow');
  if (about.status !== 'open') return refusal('closed');
  const reply: Reply = {
    id: of.id,
    consultation: about.id,
    group: about.group,
    voice: of.voice,
    author: await authorOf(ctx, of.id, of.voice !== 'me'),
    text: of.text,
    hidden: false,
    at: ctx.now,
    row: ctx.ids.next(),
  };
  const ending = await onReply(ctx, about, reply);
  return decided(
    show('consult.show', { group: about.group, consultation: about.id }, noted(ctx, say('posted.reply'))),
    {
      changes: [put(Replies, reply), ...(of.draft ? [drop(Drafts, of.draft.id)] : [])],
      sends: [
        {
          post: replyCard(reply, credentialOf(ctx, reply)),
          id: reply.row,
          to: { is: 'thread', row: about.rows.card },
          subject: about.id,
          notBefore: ctx.now,
        },
        ...ending.sends,
      ],
      due: [...ending.due, ...untied(reply.author, ctx.now)],
      drafts: of.draft ? [{ forget: of.draft.id }] : [],
    },
  );
}

/** New words for one's own reply; a hidden one is shown again. */
export async function reworded(ctx: Context, before: Reply, text: string, draft: Draft | null): Promise<Outcome> {
  if (before.text === null) return refusal('gone');
  if (before.hidden && text === before.text) return refusal('sameText');
  const reply: Reply = { ...before, text, hidden: false };
  return decided(
    show('consult.show', { group: reply.group, consultation: reply.consultation }, noted(ctx, say('posted.edited'))),
    {
      changes: [put(Replies, reply), ...(draft ? [drop(Drafts, draft.id)] : [])],
      sends: [
        { edit: reply.row, view: replyCard(reply, credentialOf(ctx, reply)), subject: reply.consultation },
        ...(await retries(ctx.read, reply.row)),
      ],
      due: untied(reply.author, ctx.now),
      drafts: draft ? [{ forget: draft.id }] : [],
    },
  );
}

const credentialOf = (ctx: Context, reply: Reply): string | null =>
  reply.author.as === 'me' ? memberOf(ctx).credential : null;
