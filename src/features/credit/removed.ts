import { type Change, drop, put } from '../../runtime/decision.ts';
import type { Hook } from '../../runtime/hooks.ts';
import { myAsks, rowKey } from './confirmable.ts';
import { Confirmations } from './confirmation-model.ts';
import { noReflection } from './reflections.ts';

/** What I deleted from my log takes along what I wrote about it, and what I asked colleagues to confirm of it. */
export const removedFromLog: Hook<'onLogRemoved'> = async (ctx, { ids }) => {
  const changes: Change[] = await Promise.all(ids.map((id) => noReflection(ctx, id)));
  const asks = await myAsks(ctx);
  if (asks.length === 0) return { changes };
  const keys = new Set(await Promise.all(ids.map((id) => rowKey(ctx, id))));
  // Whoever was asked about it gets no other message, should it be logged and asked about again.
  for (const ask of asks.filter(({ row }) => keys.has(row)))
    changes.push(ask.confirmed === null ? put(Confirmations, { ...ask, hidden: true }) : drop(Confirmations, ask.id));
  return { changes };
};
