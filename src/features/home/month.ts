import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { groupOf } from '../../runtime/context.ts';
import type { MonthPart } from '../../runtime/contributions.ts';
import { query, slash } from '../../runtime/route.ts';
import { dateOf } from '../../time/time.ts';
import { body, card, day, facts, heading, quiet, rule, title } from '../../view/build.ts';
import type { Block } from '../../view/view.ts';

/**
 * `/curbside month`: consultation, supervision and check-in side by side, to the person alone and when they ask for it. Nothing of
 * it stands on the home page. What a feature shows here is its own to say.
 */
export const month = query({
  name: 'curbside.month',
  who: 'member',
  ack: 'private',
  slash: slash('curbside', 'month', 'month.help'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => {
    const group = groupOf(ctx);
    const zone = ctx.zone ?? group.zone;
    const to = dateOf(ctx.now, zone);
    const from = `${to.slice(0, 7)}-01`;
    const parts = (await ctx.gather('monthPart', { group, from, to, zone })).filter((part) => part !== null);
    return card(say('month.title'), [
      title(say('month.title')),
      quiet(say('month.since'), day(from)),
      ...(parts.length === 0 ? [body(say('month.none'))] : parts.flatMap(partBlocks)),
      quiet(say('month.private')),
    ]);
  },
});

const partBlocks = ({ title: name, rows, note }: MonthPart): Block[] => [
  rule,
  heading(name),
  facts(...rows),
  ...(note === null ? [] : [quiet(note)]),
];
