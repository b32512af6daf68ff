import type { Context } from '../../../runtime/context.ts';
import { decided, drop, type Outcome, put } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { authorOf, named, untied } from '../authorship.ts';
import { retries } from '../delivery.ts';
import { type Consultation, type Draft, Drafts, Replies, type Reply, type StepRef } from '../model.ts';
import { said } from './confirm.ts';
import { tellLater } from './heard.ts';
import { idleLater } from './idle.ts';
import { onReply } from './nudge.ts';
import { replyCard } from './views.ts';

/** What becomes a reply: text without identifiers, and the voice it is given in. `draft` is dropped with it. */
interface NewReply {
  readonly id: string;
  readonly about: Consultation;
  readonly voice: Reply['voice'];
  readonly text: string;
  readonly draft: Draft | null;
  /** The step of a structure that it is written for. */
  readonly step?: StepRef | null;
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
    marked: [],
    at: ctx.now,
    row: ctx.ids.next(),
    step: of.step ?? null,
  };
  const ending = await onReply(ctx, about, reply);
  return decided(said(about, 'reply'), {
    posts: true,
    changes: [put(Replies, reply), ...(of.draft ? [drop(Drafts, of.draft.id)] : [])],
    sends: [
      {
        post: replyCard(reply, await named(ctx.read, about.group, reply.author)),
        id: reply.row,
        to: { is: 'thread', row: about.rows.card },
        subject: about.id,
        notBefore: ctx.now,
      },
      ...ending.sends,
    ],
    due: [
      ...ending.due,
      idleLater(about, ctx.now),
      ...(await tellLater(ctx, about, reply)),
      ...untied(reply.author, ctx.now),
    ],
    drafts: of.draft ? [{ forget: of.draft.id }] : [],
  });
}

/** New words for one's own reply; a hidden one is shown again. */
export async function reworded(ctx: Context, before: Reply, text: string, draft: Draft | null): Promise<Outcome> {
  if (before.text === null) return refusal('gone');
  if (before.hidden && text === before.text) return refusal('sameText');
  const reply: Reply = { ...before, text, hidden: false, marked: [] };
  const again = await retries(ctx.read, reply.row);
  // What never reached the thread replaces nothing there.
  return decided(said({ group: reply.group, id: reply.consultation }, again.length > 0 ? 'reply' : 'edited'), {
    changes: [put(Replies, reply), ...(draft ? [drop(Drafts, draft.id)] : [])],
    sends: [
      {
        edit: reply.row,
        view: replyCard(reply, await named(ctx.read, reply.group, reply.author)),
        subject: reply.consultation,
      },
      ...again,
    ],
    due: untied(reply.author, ctx.now),
    drafts: draft ? [{ forget: draft.id }] : [],
  });
}
