import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { refusal } from '../../runtime/refusals.ts';
import { query } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { action, actions, body, card, item, list, quiet, title } from '../../view/build.ts';
import { takeAwaysStep } from '../consultation/model.ts';
import { SeriesOf } from './model.ts';
import { slotsOf } from './next.ts';
import { meetingIn } from './planning.ts';
import { common } from './series.ts';
import { presenterOf } from './views.ts';

/**
 * What the presenters of a meeting take away: a checked reply in the thread of each case, which goes into its author's record.
 * What was presented without a question is logged by its presenter.
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
    const cases = (await slotsOf(ctx, { m, series, locale: ctx.locale })).filter(({ c }) => c?.status === 'open');
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
        cases.map((one, i) =>
          item([say('meet.case', { n: i + 1 }), say('word.dot'), presenterOf(one)], {
            actions: one.c === null ? [] : [write(one.c.id)],
          }),
        ),
        say('meet.takeAways.none'),
      ),
      quiet(say('meet.takeAways.log')),
      actions(action(say('home.log'), 'consult.log', { group: m.group })),
    ]);
  },
});
