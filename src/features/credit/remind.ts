import { say } from '../../i18n/message.ts';
import { decided, drop, show } from '../../runtime/decision.ts';
import type { Hook } from '../../runtime/hooks.ts';
import { command } from '../../runtime/route.ts';
import { afterQuiet, dateOf, instantOf } from '../../time/time.ts';
import { action, actions, body, card, quiet } from '../../view/build.ts';
import type { Block, Card } from '../../view/view.ts';
import { Groups, Members, memberId } from '../group/model.ts';
import { isDue, jobName, myReminder, type Reminder, Reminders, remindAt, ToRemind } from './reminder-model.ts';

/** Without a total or a license: a lock screen shows it. */
const reminderCard = (group: string): Card =>
  card(say('credit.reminder.summary'), [
    body(say('credit.reminder.says')),
    quiet(say('credit.reminder.once')),
    actions(action(say('credit.statement'), 'credit.statement', { group }, { tone: 'main' })),
  ]);

/**
 * The one message of a reminder, outside quiet hours; whoever is away gets it on their return. Then the reminder is gone. Where no
 * message may be sent, it waits at home.
 */
export const remind = command({
  name: jobName,
  who: 'timer',
  ack: 'silent',
  input: ToRemind,
  decide: async (input, ctx) => {
    const nothing = decided(show('curbside.home'));
    const group = await ctx.read.get(Groups, input.group);
    if (group === null || group.gone !== null || !group.features.includes('consultation')) return nothing;
    const member = await ctx.read.get(Members, memberId(input.group, input.person));
    if (!member?.messages) return nothing;
    const { away } = member;
    if (away !== null && isWithin(dateOf(ctx.now, away.zone), away))
      return away.until === null
        ? nothing
        : {
            ...nothing,
            due: [remindAt(input, afterQuiet(instantOf(away.until, '00:00', away.zone), group.quiet, input.zone))],
          };
    const open = afterQuiet(ctx.now, group.quiet, input.zone);
    if (open > ctx.now) return { ...nothing, due: [remindAt(input, open)] };
    return {
      ...nothing,
      changes: [drop(Reminders, input.reminder)],
      sends: [
        {
          post: reminderCard(input.group),
          id: ctx.ids.next(),
          to: { is: 'direct', person: input.person },
          subject: input.reminder,
          notBefore: ctx.now,
          quiet: { group: input.group, zone: input.zone },
          orNextAnswer: true,
        },
      ],
    };
  },
});

const isWithin = (date: string, { from, until }: { readonly from: string; readonly until: string | null }): boolean =>
  date >= from && (until === null || date < until);

/** Days away without an end are over: what waited for that is sent, outside quiet hours. */
export const remindedOnReturn: Hook<'onAway'> = async (ctx, { away }) => {
  const own = away === null && ctx.group !== null ? await myReminder(ctx) : null;
  if (own === null || ctx.group === null || !isDue(own, ctx.now)) return {};
  return {
    due: [remindAt({ group: ctx.group.id, reminder: own.id, person: ctx.me, zone: own.zone }, ctx.now)],
  };
};

/** At home, once its time came and it was not sent. */
export const dueBlocks = (group: string, own: Reminder | null, now: number): Block[] =>
  own === null || !isDue(own, now)
    ? []
    : [
        body(say('credit.reminder.says')),
        actions(
          action(say('credit.statement'), 'credit.statement', { group }),
          action(say('credit.reminder.done'), 'credit.reminder.done', { group }),
        ),
      ];
