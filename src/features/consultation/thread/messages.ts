import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, memberOf } from '../../../runtime/context.ts';
import { type Change, decided, drop, put, show } from '../../../runtime/decision.ts';
import { Outbox } from '../../../runtime/outbox/model.ts';
import { command, query } from '../../../runtime/route.ts';
import { allOf } from '../../../storage/find-all.ts';
import { action, actions, body, card } from '../../../view/build.ts';
import type { Block } from '../../../view/view.ts';
import { type Member, Members } from '../../group/model.ts';

const common = { who: 'member', feature: 'consultation', ack: 'private' } as const;

/** Whether a private message comes when somebody answers. */
export const messagesSwitch = (member: Member): Block => ({
  is: 'switch',
  label: say('messages.switch'),
  on: member.messages,
  do: 'consult.messages',
  with: { group: member.group },
});

/** Private messages about answers, on or off; "Stop these messages" in such a message does the same. */
export const setMessages = command({
  ...common,
  name: 'consult.messages',
  input: z.object({ group: z.string(), on: z.enum(['yes', 'no']) }),
  decide: async (input, ctx) => {
    const member = memberOf(ctx);
    return decided(show('consult.messages.show', { group: member.group }), {
      changes: [
        put(Members, { ...member, messages: input.on === 'yes' }),
        ...(input.on === 'no' ? await unread(ctx) : []),
      ],
    });
  },
});

/** Those that could not be sent, and wait for the person's next answer. */
const unread = async (ctx: Asked): Promise<Change[]> =>
  (await allOf(ctx.read, Outbox, 'missed', { equal: ctx.me })).map((row) => drop(Outbox, row.id));

export const showMessages = query({
  ...common,
  name: 'consult.messages.show',
  input: z.object({ group: z.string() }),
  show: async (_input, ctx) => {
    const member = memberOf(ctx);
    const line = say(member.messages ? 'messages.on' : 'messages.off');
    const toAway = action(say('away.set'), 'curbside.away', { group: member.group });
    return card(line, [body(line), messagesSwitch(member), actions(toAway)]);
  },
});
