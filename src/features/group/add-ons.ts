import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { groupOf } from '../../runtime/context.ts';
import { decided, put, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { command, query } from '../../runtime/route.ts';
import { refilled } from '../../view/build.ts';
import { addOnsForm } from './agreement-views.ts';
import { addOnsOf, chosenIn, lengthOf, mostText } from './clauses.ts';
import { Groups, noted } from './model.ts';

/** What the agreement says besides its core, for the owners to choose. */
export const addOns = query({
  name: 'agreement.addOns',
  who: 'owner',
  ack: 'form',
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => addOnsForm(ctx, groupOf(ctx)),
});

/** Another agreement: everyone reads and accepts it before they go on, whoever changed it too. */
export const saveAddOns = command({
  name: 'agreement.addOns.save',
  opensWith: 'agreement.addOns',
  who: 'owner',
  ack: 'private',
  input: z.object({
    group: z.string(),
    addOns: z
      .string()
      .default('')
      .transform((chosen) => chosen.split(',').filter(Boolean)),
  }),
  refill: async (values, errors, ctx) => refilled(addOnsForm(ctx, groupOf(ctx)), values, errors),
  check: async ({ addOns: chosen = [] }, ctx) =>
    found({
      addOns:
        lengthOf(chosenIn(ctx, { addOns: chosen })) > mostText
          ? say('agreement.addOns.tooLong', { max: mostText })
          : null,
    }),
  decide: async (input, ctx) => {
    const group = groupOf(ctx);
    const chosen = addOnsOf(ctx).flatMap(({ id }) => (input.addOns.includes(id) ? [id] : []));
    const isSame = chosen.join() === group.addOns.join();
    return decided(
      show('curbside.agreement', { group: group.id }, say(isSame ? 'agreement.addOns.same' : 'agreement.addOns.saved')),
      isSame
        ? {}
        : {
            changes: [
              put(Groups, { ...group, addOns: chosen }),
              ...(await noted(ctx, group, 'settings', ['agreement'])),
            ],
          },
    );
  },
});
