import type { Asked, Context } from '../../../runtime/context.ts';
import { type Decision, decided, drop, type Outcome, put } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { authorOf, named, scrubsLater } from '../authorship.ts';
import { retries } from '../delivery/model.ts';
import { consultationIn, replyIn } from '../find.ts';
import { type Consultation, type Draft, Drafts, Replies, type Reply, type StepRef } from '../model.ts';
import { said } from './confirm.ts';
import { Delayed, delayedOf, mustWait, putOff, withdrawn } from './delayed.ts';
import { tellLater } from './heard.ts';
import { idleLater } from './idle.ts';
import { onReply } from './nudge.ts';
import { replyCard } from './views.ts';

type Effects = Pick<Decision, 'changes' | 'sends' | 'due'>;

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

/** A reply goes into the thread; without a name, a little later. */
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
  const waits = mustWait(about, of.voice !== 'me');
  // What waits holds no moment at which it was written.
  const given = waits
    ? await putOff(ctx, about, { is: 'reply', reply: { ...reply, at: 0 } }, reply.id)
    : await standing(ctx, about, reply);
  return decided(waits ? said(about, 'replySoon', reply.id) : said(about, 'reply'), {
    posts: true,
    changes: [...given.changes, ...(of.draft ? [drop(Drafts, of.draft.id)] : [])],
    sends: given.sends,
    due: given.due,
    drafts: of.draft ? [{ forget: of.draft.id }] : [],
  });
}

/** It stands in the thread from now on: the group is no longer reminded. */
export async function standing(ctx: Context, about: Consultation, reply: Reply): Promise<Effects> {
  const ending = await onReply(ctx, about, reply);
  return {
    changes: [put(Replies, reply)],
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
      ...scrubsLater(reply.author, ctx.now),
    ],
  };
}

/** A reply that was made under this id, whether it stands in its thread or still waits; null for none. */
export async function madeReply(ctx: Asked, id: string): Promise<Pick<Reply, 'text'> | null> {
  const stands = await replyIn(ctx, id);
  if (stands !== null) return stands;
  const waits = await ctx.read.get(Delayed, id);
  return waits?.act.is === 'reply' && waits.group === ctx.group?.id ? waits.act.reply : null;
}

/** New words for one's own reply. Without a name they wait a little, unless a colleague reported the old ones. */
export async function reworded(ctx: Context, before: Reply, text: string, draft: Draft | null): Promise<Outcome> {
  const about = await consultationIn(ctx, before.consultation);
  if (before.text === null || about === null) return refusal('gone');
  if (before.hidden && text === before.text) return refusal('sameText');
  const waits = mustWait(about, before.author.as === 'anonymous') && !before.hidden;
  const older = withdrawn(await editsOf(ctx, before));
  // What never reached the thread replaces nothing there.
  const anew = (await retries(ctx.read, before.row)).length > 0;
  const edit = waits
    ? await putOff(ctx, about, { is: 'editReply', reply: before.id, text })
    : await rewordedTo(ctx, before, text);
  return decided(
    said({ group: before.group, id: before.consultation }, waits ? 'editedSoon' : anew ? 'reply' : 'edited'),
    {
      changes: [...older.changes, ...edit.changes, ...(draft ? [drop(Drafts, draft.id)] : [])],
      sends: edit.sends,
      due: [...older.due, ...edit.due],
      drafts: draft ? [{ forget: draft.id }] : [],
    },
  );
}

/** Edits of a reply that wait. */
export const editsOf = async (ctx: Asked, r: Reply): Promise<Delayed[]> =>
  (await delayedOf(ctx.read, r.consultation)).filter(({ act }) => act.is === 'editReply' && act.reply === r.id);

/** The old words are replaced in the thread, and what was hidden is shown again. */
export async function rewordedTo(ctx: Context, before: Reply, text: string): Promise<Effects> {
  const reply: Reply = { ...before, text, hidden: false, marked: [] };
  return {
    changes: [put(Replies, reply)],
    sends: [
      {
        edit: reply.row,
        view: replyCard(reply, await named(ctx.read, reply.group, reply.author)),
        subject: reply.consultation,
      },
      ...(await retries(ctx.read, reply.row)),
    ],
    due: scrubsLater(reply.author, ctx.now),
  };
}
