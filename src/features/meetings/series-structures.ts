import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { groupOf } from '../../runtime/context.ts';
import { decided, put, show } from '../../runtime/decision.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { refilled } from '../../view/build.ts';
import { SeriesOf } from './model.ts';
import { common, runningSeries } from './series.ts';
import { chosenTemplates, structuresForm } from './series-structures-views.ts';
import { structuresIn } from './structures.ts';

const OfSeries = z.object({ group: z.string(), series: Id });
const Structure = z.string().max(30).default('');

/** A series with a structure of its own for each case. */
export const structures = query({
  ...common,
  who: 'owner',
  name: 'meeting.series.structures',
  ack: 'form',
  input: OfSeries,
  show: async (input, ctx) => {
    const series = await runningSeries(ctx, input.series);
    if (series === null) return refusal('gone');
    return structuresForm(series, await structuresIn(ctx, groupOf(ctx).id, ctx.locale));
  },
});

export const saveStructures = command({
  ...common,
  who: 'owner',
  name: 'meeting.series.structures.save',
  opensWith: 'meeting.series.structures',
  ack: 'private',
  input: OfSeries.extend({ template1: Structure, template2: Structure, template3: Structure }),
  refill: async (values, errors, ctx) => {
    const series = await runningSeries(ctx, values.series ?? '');
    if (series === null) return refusal('gone');
    return refilled(structuresForm(series, await structuresIn(ctx, groupOf(ctx).id, ctx.locale)), values, errors);
  },
  decide: async (input, ctx) => {
    const series = await runningSeries(ctx, input.series);
    if (series === null) return refusal('gone');
    const templates = chosenTemplates(series, [input.template1, input.template2, input.template3]);
    return decided(show('meeting.series', { group: series.group }, say('meet.templates.saved')), {
      changes: [put(SeriesOf, { ...series, templates })],
    });
  },
});
