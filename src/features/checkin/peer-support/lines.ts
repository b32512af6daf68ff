import { groupOf } from '../../../runtime/context.ts';
import { query } from '../../../runtime/route.ts';
import { common, OfGroup } from '../enrollment/start.ts';
import { crisisCard } from './views.ts';

/** Lines to call, at any time and without a reason. */
export const lines = query({
  ...common,
  name: 'crisis.lines',
  atOnce: true,
  ack: 'private',
  input: OfGroup,
  show: async (_input, ctx) => crisisCard(ctx, groupOf(ctx).id),
});
