import { type PlainKey, plain, say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { DueJobs } from '../../../runtime/jobs.ts';
import { allOf } from '../../../storage/find-all.ts';
import { action, actions, body, heading, item, list, when } from '../../../view/build.ts';
import type { Block, Item } from '../../../view/view.ts';
import type { Consultation } from '../model.ts';
import { Delayed, delayedOf, mineAmong, textOf } from '../thread/delayed.ts';
import { keepClosed, reopenJobId } from '../thread/reopen-job.ts';

/** Mine in the group at hand that waits, or could not happen: nothing else ever tells somebody without a name. */
export const myDelayed = async (ctx: Asked): Promise<Delayed[]> =>
  mineAmong(ctx, await allOf(ctx.read, Delayed, 'group', { equal: groupOf(ctx).id }));

/** The same about a question of mine, and when it opens again. */
export async function mySoonOf(ctx: Asked, c: Consultation): Promise<Block[]> {
  const waits = c.status === 'closed' ? await ctx.read.get(DueJobs, reopenJobId(c.id)) : null;
  const reopens = waits === null ? [] : [body(say('own.reopens'), when(waits.at, 'time')), actions(keepClosed(c))];
  return [...soonBlocks(await mineAmong(ctx, await delayedOf(ctx.read, c.id))), ...reopens];
}

export const soonBlocks = (mine: readonly Delayed[]): Block[] => [...stoppedBlocks(mine), ...waitingBlocks(mine)];

/** What could not happen: its author decides what becomes of the text. */
export function stoppedBlocks(mine: readonly Delayed[]): Block[] {
  const stopped = mine.filter((d) => d.stopped !== null);
  return stopped.length > 0 ? [heading(say('soon.stopped')), list(stopped.map(soonItem), say('soon.stopped'))] : [];
}

export function waitingBlocks(mine: readonly Delayed[]): Block[] {
  const waiting = mine.filter((d) => d.stopped === null);
  return waiting.length > 0 ? [heading(say('soon.title')), list(waiting.map(soonItem), say('soon.title'))] : [];
}

function soonItem(d: Delayed): Item {
  const values = { group: d.group, consultation: d.consultation, delayed: d.id };
  const text = textOf(d);
  return item([say('soon.act', { act: d.act.is })], {
    detail: [d.stopped === null ? say('soon.when') : say('soon.reason', { reason: d.stopped })],
    ...(text === null ? {} : { quote: text }),
    actions: [action(plain(wayOf(d, text)), 'consult.delayed.cancel', values)],
  });
}

const wayOf = ({ stopped }: Delayed, text: string | null): PlainKey =>
  stopped === null ? 'soon.cancel' : text === null ? 'soon.seen' : 'soon.toDraft';
