import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import { type Change, decided, drop, put, show } from '../../runtime/decision.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query, slash } from '../../runtime/route.ts';
import type { Values } from '../../view/view.ts';
import { common, OfGroup } from './enrollment/start.ts';
import { Pulses, type Result, Results } from './model.ts';
import { resultCard } from './monthly/views.ts';
import { myPulse, myPulses, myResults, resultId } from './own.ts';
import { entryCard, historyCard } from './views.ts';

const Page = z.coerce.number().int().min(1).max(100).default(1);

/** `/checkin history`: my own answers, for me, page by page. */
export const history = query({
  ...common,
  name: 'checkin.history',
  ack: 'private',
  slash: slash('checkin', 'history', 'checkin.help.history'),
  input: OfGroup.extend({ page: Page }),
  show: async ({ page }, ctx) => {
    const all = { pulses: await myPulses(ctx), results: await myResults(ctx) };
    return historyCard(all, ctx.checkins, groupOf(ctx).id, page);
  },
});

/** A weekly answer by its week, or scores by their month. */
const Entry = z.object({
  group: z.string(),
  week: z.string().optional(),
  instrument: z.string().optional(),
  month: z.string().optional(),
  /** The page of the history that it was opened from. */
  page: Page,
});
type Entry = z.output<typeof Entry>;

/** Where the history was left: the first page needs no number. */
const place = ({ group, page }: Pick<Entry, 'group' | 'page'>): Values =>
  page === 1 ? { group } : { group, page: String(page) };

const myResult = async (ctx: Asked, of: Entry): Promise<Result | null> =>
  of.instrument === undefined || of.month === undefined
    ? null
    : ctx.read.get(Results, await resultId(ctx, of.instrument, of.month));

export const entry = query({
  ...common,
  name: 'checkin.entry',
  ack: 'private',
  input: Entry,
  show: async (input, ctx) => {
    const pulse = input.week === undefined ? null : await myPulse(ctx, input.week);
    return pulse === null ? refusal('gone') : entryCard(pulse, place(input));
  },
});

export const result = query({
  ...common,
  name: 'checkin.result',
  ack: 'private',
  input: Entry,
  show: async (input, ctx) => {
    const found = await myResult(ctx, input);
    if (found === null) return refusal('gone');
    const earlier = (await myResults(ctx)).filter(
      (r) => r.instrument === found.instrument && r.at < found.at && !r.hidden,
    );
    const at = place(input);
    return resultCard(found, earlier[earlier.length - 1] ?? null, ctx.checkins, at);
  },
});

/** Hidden from the person's own pages and comparisons, until it is shown again. */
export const hide = command({
  ...common,
  name: 'checkin.hide',
  ack: 'private',
  input: Entry.extend({ on: z.enum(['yes', 'no']) }),
  decide: async (input, ctx) => {
    const hidden = input.on === 'yes';
    const change = await changed(ctx, input, { hidden });
    if (change === null) return refusal('gone');
    const at = place(input);
    const then = show('checkin.history', at, say(hidden ? 'checkin.hidden' : 'checkin.shown'));
    return decided(then, { changes: [change] });
  },
});

async function changed(ctx: Asked, of: Entry, to: { hidden: boolean }): Promise<Change | null> {
  const pulse = of.week === undefined ? null : await myPulse(ctx, of.week);
  if (pulse !== null) return put(Pulses, { ...pulse, ...to });
  const scores = await myResult(ctx, of);
  return scores === null ? null : put(Results, { ...scores, ...to });
}

/** Gone at once, from old files too. What a closed picture was made from does not change it any more. */
export const remove = command({
  ...common,
  name: 'checkin.delete',
  ack: 'private',
  input: Entry,
  decide: async (input, ctx) => {
    const pulse = input.week === undefined ? null : await myPulse(ctx, input.week);
    const scores = await myResult(ctx, input);
    const at = place(input);
    return decided(show('checkin.history', at, say('checkin.deleted')), {
      changes: [...(pulse ? [drop(Pulses, pulse.id)] : []), ...(scores ? [drop(Results, scores.id)] : [])],
      compact: true,
    });
  },
});
