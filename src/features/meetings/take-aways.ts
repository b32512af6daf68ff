import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { refusal } from '../../runtime/refusals.ts';
import { query } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { action, actions, body, card, item, list, quiet, title } from '../../view/build.ts';
import type { Action } from '../../view/view.ts';
import { takeAwaysStep } from '../consultation/model.ts';
import { type Meeting, SeriesOf, type Slot } from './model.ts';
import { slotsOf } from './next.ts';
import { meetingIn } from './planning.ts';
import { common } from './series.ts';
import { presenterOf } from './views.ts';

/**
 * What the presenters of a meeting take away: a checked reply in the thread of each case, which goes into its author's record.
 * What was presented without a question goes into a draft of its presenter's own record.
 */
export const takeAways = query({
  ...common,
  name: 'meeting.takeAways',
  ack: 'private',
  input: z.object({ group: z.string(), meeting: Id }),
  show: async (input, ctx) => {
    const m = await meetingIn(ctx, input.meeting);
    const series = m && (await ctx.read.get(SeriesOf, m.series));
    if (m === null || series === null) return refusal('gone');
    const slots = await slotsOf(ctx, { m, series, locale: ctx.locale });
    const write = (consultation: string) =>
      action(
        say('meet.takeAways.write'),
        'consult.reply',
        { group: m.group, consultation, step: takeAwaysStep },
        { tone: 'main' },
      );
    return card(say('meet.takeAways'), [
      title(say('meet.takeAways')),
      body(say('meet.takeAways.intro')),
      list(
        slots.flatMap((one, i) => {
          const writes = one.c?.status === 'open' ? [write(one.c.id)] : ownWay(ctx, m, one.slot, i);
          if (writes.length === 0) return [];
          const what = say(one.slot.theme === '' ? 'meet.case' : 'meet.theme.n', { n: i + 1 });
          return [item([what, say('word.dot'), presenterOf(one)], { actions: writes })];
        }),
        say('meet.takeAways.none'),
      ),
      quiet(say('meet.takeAways.log')),
      actions(action(say('home.log'), 'consult.log', { group: m.group })),
    ]);
  },
});

/** For what I presented without a question. */
const ownWay = ({ me }: Asked, m: Meeting, { presenter, consultation }: Slot, i: number): Action[] =>
  presenter !== me || consultation !== null || m.status !== 'opened'
    ? []
    : [
        action(
          say('meet.takeAways.mine'),
          'record.presented',
          { group: m.group, meeting: m.id, slot: String(i) },
          { tone: 'main' },
        ),
      ];
