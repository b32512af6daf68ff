import { z } from 'zod';
import type { Context } from '../../../runtime/context.ts';
import { type Change, decided, type Outcome, put } from '../../../runtime/decision.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { isMine } from '../authorship.ts';
import { rowsFor } from '../delivery/model.ts';
import { consultationIn, replyIn } from '../find.ts';
import { type Consultation, Consultations } from '../model.ts';
import { type Done, said } from './confirm.ts';

const common = {
  who: 'member',
  feature: 'consultation',
  ack: 'private',
} as const;
const OfQuestion = z.object({ group: z.string(), consultation: Id });
const OfReply = z.object({ group: z.string(), reply: Id });

/** An anonymous post that waits for its random moment leaves now. */
export const now = command({
  ...common,
  name: 'consult.now',
  input: OfQuestion,
  decide: (input, ctx) =>
    ofMine(ctx, input.consultation, releases, 'posted', (c) => [put(Consultations, { ...c, askedAt: ctx.now })]),
});

/** A message that failed, waits, or may not have arrived, is sent again; with it a change that did not arrive. */
export const again = command({
  ...common,
  name: 'consult.again',
  input: OfQuestion,
  decide: (input, ctx) => ofMine(ctx, input.consultation, releases, 'again'),
});

/** The author looked: it is there, the case or the newest step. */
export const there = command({
  ...common,
  name: 'consult.there',
  input: OfQuestion,
  decide: (input, ctx) =>
    ofMine(
      ctx,
      input.consultation,
      async (_, c) => {
        const step = (await rowsFor(ctx.read, c)).step?.id;
        return [{ settle: c.rows.case }, ...(step === undefined ? [] : [{ settle: step }])];
      },
      'there',
    ),
});

/** The same for one's own reply. */
export const replyAgain = command({
  ...common,
  name: 'consult.reply.again',
  input: OfReply,
  decide: (input, ctx) => ofMyReply(ctx, input.reply, (row) => ({ release: row }), 'again'),
});

export const replyThere = command({
  ...common,
  name: 'consult.reply.there',
  input: OfReply,
  decide: (input, ctx) => ofMyReply(ctx, input.reply, (row) => ({ settle: row }), 'there'),
});

/** The line, the case, and the step that waits behind them. */
async function releases(ctx: Context, c: Consultation): Promise<Send[]> {
  const step = (await rowsFor(ctx.read, c)).step?.id;
  return [c.rows.card, c.rows.case, ...(step === undefined ? [] : [step])].map((row) => ({ release: row }));
}

async function ofMine(
  ctx: Context,
  id: string,
  sends: (ctx: Context, c: Consultation) => Promise<Send[]>,
  done: Done,
  changes: (c: Consultation) => Change[] = () => [],
): Promise<Outcome> {
  const c = await consultationIn(ctx, id);
  if (c === null) return refusal('gone');
  if (!(await isMine(ctx, c))) return refusal('notYours');
  return decided(said(c, done), { changes: changes(c), sends: await sends(ctx, c) });
}

async function ofMyReply(ctx: Context, id: string, send: (row: string) => Send, done: Done): Promise<Outcome> {
  const r = await replyIn(ctx, id);
  if (r === null || r.text === null) return refusal('gone');
  if (!(await isMine(ctx, r))) return refusal('notYours');
  return decided(said({ group: r.group, id: r.consultation }, done), { sends: [send(r.row)] });
}
