import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import { decided, type Refusal, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { madeBy, onceFor } from '../../runtime/form-token.ts';
import { identifiersIn } from '../../runtime/identifiers.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import { Id } from '../../storage/kind.ts';
import { type Consultation, Consultations, limits, Replies, type Reply } from '../consultation/model.ts';
import { allows, Groups } from '../group/model.ts';
import { caseCard, replyForm } from './elsewhere-views.ts';
import { isOpen } from './entries.ts';
import { common } from './me.ts';
import { Requests, type Turn, Turns } from './model.ts';
import { isOwnFrom, repliesFromHere, standingAs, toReplies } from './own-replies.ts';

const OfTurn = z.object({ group: z.string(), turn: Id });

/** A question of another group that I was asked about. */
interface Elsewhere {
  readonly turn: Turn;
  readonly c: Consultation;
  /** I said that I would answer. */
  readonly taken: boolean;
  /** What I answered, the oldest first. */
  readonly replies: readonly Reply[];
  /** The channel of the asker's group takes nothing at the moment. */
  readonly closed: boolean;
}

/**
 * The question that a request of another group is about, for whoever is asked, as long as they are, and for whoever said
 * yes, as long as both groups' agreements allow it and the question is open. To everybody else it is not there.
 */
export async function readElsewhere(ctx: Asked, id: string): Promise<Elsewhere | null> {
  const turn = await ctx.read.get(Turns, id);
  const mine = groupOf(ctx);
  if (turn === null || turn.person !== ctx.me || turn.group !== mine.id) return null;
  const r = await ctx.read.get(Requests, turn.request);
  if (r === null || r.group === turn.group || !r.beyond) return null;
  const taken = r.status === 'taken' && r.taker === ctx.me;
  if (!taken && !(turn.waiting && r.status === 'looking')) return null;
  const group = await ctx.read.get(Groups, r.group);
  if (group === null || !allows(ctx, group, 'otherGroups') || !allows(ctx, mine, 'otherGroups')) return null;
  const c = await ctx.read.get(Consultations, r.consultation);
  if (c === null || !isOpen(c)) return null;
  const all = await allOf(ctx.read, Replies, 'consultation', { equal: c.id });
  const replies = all.filter((r) => isOwnFrom(ctx, r)).sort((a, b) => a.at - b.at);
  return { turn, c, taken, replies, closed: group.gone !== null };
}

/** What they replied can be taken down as long as it stands, whatever became of the question. */
async function notToRead(ctx: Asked): Promise<Refusal> {
  const some = (await repliesFromHere(ctx)).length > 0;
  return refusal('gone', some ? [toReplies(groupOf(ctx).id)] : []);
}

/** The question alone: nobody else's replies, and no way into its thread. */
export const theCase = query({
  ...common,
  name: 'experts.case',
  ack: 'private',
  input: OfTurn,
  show: async ({ turn }, ctx) => {
    const on = await readElsewhere(ctx, turn);
    if (on === null) return notToRead(ctx);
    const text = (await ctx.gather('questionText', { id: on.c.id })).flat();
    return caseCard(on, await standingAs(ctx, on.replies), text);
  },
});

export const reply = query({
  ...common,
  name: 'experts.reply',
  ack: 'form',
  input: OfTurn,
  show: async ({ turn }, ctx) => formOf(ctx, turn),
});

async function formOf(ctx: Asked, turn: string, values: Record<string, string> = {}, errors = {}) {
  const on = await readElsewhere(ctx, turn);
  if (on === null || !on.taken) return notToRead(ctx);
  if (on.closed && values.text === undefined) return refusal('closedElsewhere');
  return replyForm(on, { once: await onceFor(ctx, turn), ...values }, errors);
}

/** Checked for identifiers; without any, it stands in the thread of the other group, under my name and credential. */
export const saveReply = command({
  ...common,
  name: 'experts.reply.save',
  opensWith: 'experts.reply',
  scans: true,
  ack: 'private',
  input: OfTurn.extend({ once: z.string().max(64).optional(), text: z.string().trim().min(1).max(limits.reply) }),
  refill: (values, errors, ctx) => formOf(ctx, values.turn ?? '', { ...values }, errors),
  check: async ({ text = '' }, ctx) => found({ text: identifiersIn(text, ctx) }),
  decide: async ({ turn, once, text }, ctx) => {
    const on = await readElsewhere(ctx, turn);
    if (on === null || !on.taken) return notToRead(ctx);
    if (on.closed)
      return { again: replyForm(on, { once: once ?? '', text }, {}), note: say('refusal.closedElsewhere') };
    const own = await madeBy(ctx, turn, once);
    const made = own === null ? null : await ctx.read.get(Replies, own);
    if (made?.text === null) return notToRead(ctx);
    const then = show('experts.case', { group: on.turn.group, turn }, say('experts.reply.done'));
    if (made?.text === text) return decided(then);
    // Another text under the same form is another reply.
    const id = (made === null ? own : null) ?? ctx.ids.next();
    return decided(then, {
      posts: true,
      ...(await ctx.raise('onReplyFromElsewhere', { id, consultation: on.c.id, text })),
    });
  },
});
