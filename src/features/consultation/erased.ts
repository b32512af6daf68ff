import type { Context } from '../../runtime/context.ts';
import { type Change, type DueChange, drop, put } from '../../runtime/decision.ts';
import type { Hook } from '../../runtime/hooks.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { isUnsent, Outbox } from '../../runtime/outbox/model.ts';
import { allOf } from '../../storage/find-all.ts';
import { Groups } from '../group/model.ts';
import { isMine } from './authorship.ts';
import { repliesOfAll } from './find.ts';
import { draftId as importId } from './imports/open.ts';
import { type Author, type Consultation, Consultations, Drafts, former, Replies, type Reply } from './model.ts';
import { LinkTries } from './my-log/model.ts';
import { mineOf } from './own-data.ts';
import { noFollowUp } from './record/follow-up.ts';
import { Records } from './record/model.ts';
import { sessionStops } from './templates/run.ts';
import { Delayed, mineAmong, withdrawn } from './thread/delayed.ts';
import { notReopened } from './thread/reopen-job.ts';
import { isUnposted, takingBack } from './thread/taking-down.ts';
import { channelCard, replyCard } from './thread/views.ts';

const unnamed = ({ author }: { readonly author: Author }) => ({ author, credential: null });

interface Left {
  readonly changes: readonly Change[];
  readonly sends: readonly Send[];
  readonly due: readonly DueChange[];
}

/**
 * Drafts and records go, and what still waited to be posted without a name. What was posted by name stays under "a former member", in the channel too, or is taken down with the
 * name where the person wants that. What they posted without their name stays either way: if it left with them, everybody
 * would know whose it was.
 */
export const erased: Hook<'onErased'> = async (ctx, { posts }) => {
  const mine = await mineOf(ctx);
  // Of every group: whoever has left one has something on the way there all the same.
  const waits = await mineAmong(ctx, await allOf(ctx.read, Delayed, 'group', { all: true }));
  const unposted = await myUnposted(ctx);
  // There is no text in a closing, and the thread would stay open for nobody.
  const off = withdrawn(waits.filter(({ act }) => act.is !== 'close'));
  const questions = mine.questions.map((c) => ({ ...c, author: former }));
  const replies = mine.replies.map((r) => ({ ...r, author: former }));
  const left = posts ? await takenDown(ctx, questions, replies) : renamed(questions, replies);
  return {
    changes: [
      ...mine.drafts.map((d) => drop(Drafts, d.id)),
      ...mine.records.map((r) => drop(Records, r.id)),
      drop(LinkTries, ctx.me),
      ...off.changes,
      ...unposted.flatMap(({ changes }) => changes),
      ...left.changes,
    ],
    sends: [...unposted.flatMap(({ sends }) => sends), ...left.sends],
    due: [
      ...off.due,
      ...unposted.flatMap(({ due }) => due),
      ...left.due,
      ...(await Promise.all(mine.records.map((r) => noFollowUp(ctx, r.id)))),
    ],
    drafts: [importId, ...[...mine.drafts, ...mine.records].map(({ id }) => id)].map((forget) => ({ forget })),
  };
};

/** What I asked without my name and nobody has seen yet is taken back: afterwards I could take it down no more. */
async function myUnposted(ctx: Context): Promise<Left[]> {
  const anonymous = await allOf(ctx.read, Consultations, 'anonymous', { all: true });
  const rows = await ctx.read.getMany(
    Outbox,
    anonymous.map(({ rows }) => rows.card),
  );
  const waiting = anonymous.filter((_, i) => rows[i]?.ref === null);
  const left: Left[] = [];
  for (const c of waiting)
    if ((await isMine(ctx, c)) && (await isUnposted(ctx, c))) left.push(await takingBack(ctx, c));
  return left;
}

const renamed = (questions: readonly Consultation[], replies: readonly Reply[]): Left => ({
  changes: [...questions.map((c) => put(Consultations, c)), ...replies.map((r) => put(Replies, r))],
  sends: [
    ...questions.map((c) => ({ edit: c.rows.card, view: channelCard(c, unnamed(c)), subject: c.id })),
    // A reply without text was taken back: its message is leaving the thread.
    ...replies.flatMap((r) =>
      r.text === null ? [] : [{ edit: r.row, view: replyCard(r, unnamed(r)), subject: r.consultation }],
    ),
  ],
  due: [],
});

/** As if each was taken down by hand: a question with its thread, a reply alone. No draft of it stays. */
async function takenDown(ctx: Context, questions: readonly Consultation[], replies: readonly Reply[]): Promise<Left> {
  const ids = questions.map(({ id }) => id);
  const threads = [...(await repliesOfAll(ctx.read, ids)).values()]
    .flat()
    .filter((r) => !replies.some(({ id }) => id === r.id));
  const rows = (await allOf(ctx.read, Outbox, 'subject', { anyOf: ids })).filter(
    (r) => r.op === 'post' && (r.to.is !== 'direct' || isUnsent(r)) && !questions.some((c) => c.rows.card === r.id),
  );
  const gone = questions.map(
    (c): Consultation => ({ ...c, status: 'removed', text: null, outcome: null, hiddenAt: null, marked: [] }),
  );
  const groups = await ctx.read.getMany(
    Groups,
    questions.map((c) => c.group),
  );
  const steps = await Promise.all(questions.map((c, i) => sessionStops(ctx, groups[i] ?? null, c, false)));
  const elsewhere = replies.filter((r) => r.text !== null && !ids.includes(r.consultation));
  return {
    changes: [
      ...gone.map((c) => put(Consultations, c)),
      ...steps.flatMap(({ changes }) => changes),
      ...[...threads, ...replies].map((r) => put(Replies, { ...r, text: null, marked: [] })),
    ],
    sends: [
      ...rows.map((r) => ({ remove: r.id, subject: r.subject })),
      ...gone.map((c) => ({ edit: c.rows.card, view: channelCard(c, unnamed(c)), subject: c.id })),
      ...elsewhere.map((r) => ({ remove: r.row, subject: r.consultation })),
    ],
    due: [
      ...gone.flatMap((c) => [{ cancel: 'consult.nudge', subject: c.id }, notReopened(c)]),
      ...steps.flatMap(({ due }) => due),
    ],
  };
}
