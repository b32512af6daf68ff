import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, type Context, groupOf } from '../../runtime/context.ts';
import { type Decision, type DueChange, decided, put, show } from '../../runtime/decision.ts';
import { command, query } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import type { Consultation } from '../consultation/model.ts';
import { readElsewhere } from './elsewhere.ts';
import { common } from './me.ts';
import { type Request, Requests, Turns } from './model.ts';
import { passedCard, takenCard, yesCard } from './request-views.ts';
import { askNext, endTurn, joined, lookingFor, over } from './turns.ts';

const OfTurn = z.object({ group: z.string(), turn: Id });

interface Searching {
  readonly r: Request;
  /** Null once it can't be read. */
  readonly c: Consultation | null;
}

/** The request that waits for my answer, or null when it has moved on. */
async function waitingFor(ctx: Asked, id: string) {
  const turn = await ctx.read.get(Turns, id);
  if (turn === null || !turn.waiting || turn.person !== ctx.me || turn.group !== groupOf(ctx).id) return null;
  const on = await lookingFor(ctx.read, turn.request);
  return on === null ? null : { turn, ...on };
}

const noMore = (request: string): DueChange[] =>
  ['experts.over', 'experts.turn'].map((job) => ({ cancel: job, subject: request }));

/** I will give my opinion: the asker is told, unless they asked without their name. */
export const yes = command({
  ...common,
  name: 'experts.yes',
  ack: 'private',
  input: OfTurn,
  decide: async (input, ctx) => {
    const on = await waitingFor(ctx, input.turn);
    if (on === null) return decided(show('experts.passed', { group: groupOf(ctx).id }));
    const { turn, r, c } = on;
    if (c !== null && turn.group !== c.group && (await readElsewhere(ctx, turn.id)) === null)
      return movesOn(ctx, on, groupOf(ctx).id);
    const done = put(Turns, { ...turn, waiting: false });
    if (c === null)
      return decided(show('experts.passed', { group: turn.group }), { changes: [done, put(Requests, over(r))] });
    const told =
      r.asker.as === 'me'
        ? [
            {
              post: takenCard(r, ctx.me),
              id: ctx.ids.next(),
              to: { is: 'direct', person: r.asker.person } as const,
              subject: r.id,
              notBefore: ctx.now,
              quiet: { group: r.group },
              orNextAnswer: true,
            },
          ]
        : [];
    const then =
      turn.group === c.group
        ? show('consult.show', { group: c.group, consultation: c.id }, say('experts.yes.done'))
        : show('experts.case', { group: turn.group, turn: turn.id }, say('experts.yes.done'));
    return decided(then, {
      changes: [done, put(Requests, { ...r, status: 'taken', taker: ctx.me })],
      sends: [{ edit: turn.row, view: yesCard(turn, c), subject: r.id }, ...told],
      due: noMore(r.id),
    });
  },
});

/** Not now: no reason is asked for, and nobody is told. The next colleague is asked at once. */
export const no = command({
  ...common,
  name: 'experts.no',
  ack: 'private',
  input: OfTurn,
  decide: async (input, ctx) => {
    const on = await waitingFor(ctx, input.turn);
    const { id } = groupOf(ctx);
    return on === null ? decided(show('experts.passed', { group: id })) : movesOn(ctx, on, id);
  },
});

/** The turn ends and the next colleague is asked: after a no, and where an agreement does not allow a yes any more. */
async function movesOn(ctx: Context, { r, c }: Searching, group: string): Promise<Decision> {
  const passed = show('experts.passed', { group });
  const ended = await endTurn(ctx.read, r);
  if (c === null) return decided(passed, { ...ended, changes: [...ended.changes, put(Requests, over(r))] });
  return decided(passed, joined(ended, await askNext(ctx, r, c, ctx.now)));
}

/** The same for a no and for a request that has moved on. */
export const passed = query({
  ...common,
  name: 'experts.passed',
  ack: 'private',
  input: z.object({ group: z.string().optional() }),
  show: async () => passedCard,
});
