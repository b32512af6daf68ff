import { z } from 'zod';
import type { Asked } from '../../runtime/context.ts';
import { type Change, decided, drop, show } from '../../runtime/decision.ts';
import { eventMemoryMs, SeenEvents } from '../../runtime/idempotency.ts';
import { due, timeKey } from '../../runtime/jobs.ts';
import { waitsForAnswer } from '../../runtime/outbox/missed.ts';
import { Outbox, type OutboxRow, rowsOf } from '../../runtime/outbox/model.ts';
import { command } from '../../runtime/route.ts';
import type { Doc, Kind } from '../../storage/kind.ts';
import { always, dayMs } from '../../time/durations.ts';

/** How many documents of a kind go in one turn, so that no transaction grows without end. */
const atOnce = 1000;

/**
 * Daily, and again at once while there is more: what has outlived its time goes. Reads ages only; a draft's text stays
 * closed to everybody but its author. Once a day the store drops the old bytes, so that what was replaced or taken down
 * meanwhile, and the order in which things were written, is not readable in its files any more.
 */
export const sweep = command({
  name: 'privacy.sweep',
  who: 'timer',
  ack: 'silent',
  input: z.object({}),
  decide: async (_input, ctx) => {
    const rules = (await ctx.gather('messageRules', null)).flat();
    const goes = (row: OutboxRow) =>
      !waitsForAnswer(row, ctx.now) && rules.every((rule) => !rule.covers(row) || rule.goes(row, ctx.now));
    const turns = [
      await until(ctx, SeenEvents, 'at', ctx.now - eventMemoryMs),
      await until(ctx, Outbox, 'delivered', ctx.now - dayMs, goes),
    ];
    for (const { kind, index, until: time, messages } of (await ctx.gather('retention', null)).flat()) {
      const over = await until(ctx, kind, index, time);
      turns.push(over);
      if (messages) turns.push(await messagesOf(ctx, over));
    }
    const more = turns.some((changes) => changes.length >= atOnce);
    return decided(show('curbside.home'), {
      changes: turns.flat(),
      due: [{ schedule: nextSweep(ctx.now + (more ? 0 : dayMs)) }],
      compact: more ? false : 'daily',
    });
  },
});

/** Soon after somebody did something without their name, see `consultation/authorship.ts`. */
export const scrubJournal = command({
  // Its name as waiting jobs have stored it.
  name: 'privacy.untie',
  who: 'timer',
  ack: 'silent',
  input: z.object({}),
  decide: async () => decided(show('curbside.home'), { compact: true }),
});

/** Removals of the messages about what goes. */
async function messagesOf(ctx: Asked, over: readonly Change[]): Promise<Change[]> {
  const rows = over.map((change) => ('drop' in change ? rowsOf(ctx.read, change.id) : []));
  return (await Promise.all(rows)).flat().map((row) => drop(Outbox, row.id));
}

/** Removals of what is older than a time by its index, at most a turn's worth. */
async function until<T extends Doc>(
  ctx: Asked,
  kind: Kind<T>,
  index: string,
  time: number,
  which: (doc: T) => boolean = () => true,
): Promise<Change[]> {
  const changes: Change[] = [];
  let after: string | undefined;
  do {
    const page = { limit: atOnce, ...(after ? { after } : {}) };
    const found = await ctx.read.find(kind, index, { upTo: timeKey(time) }, page);
    changes.push(...found.docs.filter(which).map((d) => drop(kind, d.id)));
    after = found.next;
  } while (after && changes.length < atOnce);
  return changes;
}

/** The daily job of a community; one at a time, and worth doing however late. */
export const nextSweep = (at: number) => due('privacy.sweep', 'all', 'daily', at, always, {});
