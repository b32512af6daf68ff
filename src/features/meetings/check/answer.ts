import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { decided, put, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { refilled } from '../../../view/build.ts';
import { common, OfGroup } from '../series.ts';
import { CheckAnswers, CheckPictures, checkId, GroupChecks } from './model.ts';
import { checkForm, checksCard } from './views.ts';

/** So many are shown. */
const shownPictures = 3;

/** The check that can be answered now, or null. */
async function openCheck(ctx: Asked): Promise<string | null> {
  const group = groupOf(ctx).id;
  const check = await ctx.read.get(GroupChecks, group);
  return check?.closesAt != null && ctx.now < check.closesAt ? checkId(group, check.lastAt) : null;
}

/** What the last checks came to. */
export const checks = query({
  ...common,
  name: 'meeting.check',
  ack: 'private',
  input: OfGroup,
  show: async (_input, ctx) => {
    const { id } = groupOf(ctx);
    const { docs } = await ctx.read.find(CheckPictures, 'group', { from: `${id} `, upTo: `${id} ~` }, { limit: 10 });
    return checksCard(id, docs.slice(-shownPictures).reverse(), (await openCheck(ctx)) !== null);
  },
});

const mineOf = async (ctx: Asked, check: string): Promise<string> => (await ctx.mine(`checked ${check}`)).slice(0, 16);

export const checkFormOf = query({
  ...common,
  name: 'meeting.check.form',
  ack: 'form',
  input: OfGroup,
  show: async (_input, ctx) => {
    const check = await openCheck(ctx);
    if (check === null) return refusal('checkClosed');
    return checkForm(groupOf(ctx).id, await ctx.read.get(CheckAnswers, await mineOf(ctx, check)));
  },
});

const Answer = z.coerce.number().int().min(1).max(5);

/** One answer a person; sent again, it replaces the one before. */
export const saveCheck = command({
  ...common,
  name: 'meeting.check.save',
  opensWith: 'meeting.check.form',
  ack: 'private',
  input: z.object({
    group: z.string(),
    ...{ cases: Answer, room: Answer, size: Answer, time: Answer, rotation: Answer },
  }),
  refill: async (values, errors) => refilled(checkForm(values.group ?? '', null), values, errors),
  decide: async ({ group, ...answers }, ctx) => {
    const check = await openCheck(ctx);
    if (check === null) return refusal('checkClosed');
    const made = {
      id: await mineOf(ctx, check),
      owner: ctx.me,
      group: groupOf(ctx).id,
      check,
      answers,
      guest: ctx.guest,
    };
    return decided(show('meeting.check', { group }, say('meet.check.saved')), { changes: [put(CheckAnswers, made)] });
  },
});
