import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import type { Context } from '../../runtime/context.ts';
import { type Decision, decided, put, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { due } from '../../runtime/jobs.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { always, weekMs } from '../../time/durations.ts';
import { afterQuiet } from '../../time/time.ts';
import {
  action,
  actions,
  body,
  card,
  form,
  item,
  list,
  peopleField,
  place,
  quiet,
  refilled,
  title,
} from '../../view/build.ts';
import type { Card, Form } from '../../view/view.ts';
import { type Group, Groups, Members, memberId, noted } from './model.ts';

const OfGroup = z.object({ group: z.string() });
const jobName = 'group.ownerLeft';

/** Whether this person is the one owner of a group, who may hand it over whether or not they are a member still. */
const isOnly = (group: Group | null, person: string): group is Group =>
  group !== null && group.owners.length === 1 && group.owners[0] === person;

/** Whoever is to own the group in my place. */
export const successorForm = query({
  name: 'group.successor',
  who: 'anyone',
  ack: 'form',
  input: OfGroup,
  show: async (input, ctx) => (isOnly(ctx.group, ctx.me) ? formOf(input.group) : refusal('ownersOnly')),
});

const formOf = (group: string): Form =>
  form({
    title: say('successor.title'),
    intro: [],
    fields: [
      peopleField('owner', say('successor.field'), 1, {
        required: true,
        others: true,
        hint: say('successor.hint'),
      }),
    ],
    submit: say('successor.save'),
    do: 'group.successor.save',
    with: { group },
  });

/** The group has a new owner in place of its only one. */
export const saveSuccessor = command({
  name: 'group.successor.save',
  who: 'anyone',
  ack: 'private',
  input: OfGroup.extend({ owner: z.string().min(1) }),
  refill: async (values, errors) => refilled(formOf(values.group ?? ''), values, errors),
  check: async ({ owner }, ctx) => {
    if (owner === undefined || owner === ctx.me) return found({ owner: owner ? say('successor.self') : null });
    const member = ctx.group && (await ctx.read.get(Members, memberId(ctx.group.id, owner)));
    return found({ owner: member ? null : say('successor.member') });
  },
  decide: async (input, ctx) => {
    if (!isOnly(ctx.group, ctx.me)) return refusal('ownersOnly');
    const group: Group = { ...ctx.group, owners: [input.owner], ownerLeft: false };
    return decided(show('curbside.privacy', {}, say('successor.done')), {
      changes: [put(Groups, group), ...(await noted(ctx, group, 'owners'))],
      sends: [toPerson(ctx, group, input.owner, card(say('successor.you'), [body(say('successor.youText'))]))],
      due: [{ cancel: jobName, subject: group.id }],
    });
  },
});

const toPerson = (ctx: Context, group: Group, person: string, post: Card): Send => ({
  post,
  id: ctx.ids.next(),
  to: { is: 'direct', person },
  subject: group.id,
  notBefore: ctx.now,
  // Whoever leaves can be reached for a short while only.
  quiet: person === ctx.me ? 'atOnce' : { group: group.id },
});

/** Before they can be erased: each group that has no other owner, and the way to name one. */
export function nameSuccessors(groups: readonly Group[]): Card {
  const summary = say('successor.first');
  const items = groups.map((group) => item([place(group.channel)], { actions: [chooseFor(group)] }));
  return card(summary, [title(summary), body(say('successor.erase')), list(items, summary)]);
}

const chooseFor = (group: Group) =>
  action(say('successor.title'), 'group.successor', { group: group.id }, { tone: 'main' });

/**
 * The only owner of groups left them. They stay its owner on paper, and are asked for somebody in their place where they can
 * still be reached; after a week, or at once where not, the channel reads who may take over and what an owner can see.
 */
export function ownerLeft(
  ctx: Context,
  groups: readonly Group[],
  gone: boolean,
): Pick<Decision, 'changes' | 'sends' | 'due'> {
  const asked = (group: Group): Card =>
    card(say('successor.title'), [body(say('successor.left')), quiet(place(group.channel)), actions(chooseFor(group))]);
  return {
    changes: groups.map((group) => put(Groups, { ...group, ownerLeft: true })),
    sends: gone ? [] : groups.map((group) => toPerson(ctx, group, ctx.me, asked(group))),
    due: groups.map((group) => {
      const at = afterQuiet(ctx.now + (gone ? 0 : weekMs), group.quiet, group.zone);
      return { schedule: due(jobName, group.id, 'once', at, always, { group: group.id }) };
    }),
  };
}

/** Nobody was named: whoever manages the platform reads in the channel that they can take over, and what they would see. */
export const tellManagers = command({
  name: jobName,
  who: 'timer',
  ack: 'silent',
  input: OfGroup,
  decide: async (input, ctx) => {
    const group = await ctx.read.get(Groups, input.group);
    if (group === null || !group.ownerLeft || group.gone !== null) return decided(show('curbside.home'));
    const view = card(say('successor.none'), [body(say('successor.none')), body(say('successor.takeOver'))]);
    return decided(show('curbside.home'), {
      sends: [
        {
          post: view,
          id: ctx.ids.next(),
          to: { is: 'group', group: group.id },
          subject: group.id,
          notBefore: ctx.now,
        },
      ],
    });
  },
});
