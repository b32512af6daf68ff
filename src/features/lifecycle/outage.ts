import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { decided, show } from '../../runtime/decision.ts';
import { outageName } from '../../runtime/outbox/outage.ts';
import { command } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import { hourMs } from '../../time/durations.ts';
import { body, card } from '../../view/build.ts';
import { Groups } from '../group/model.ts';

/**
 * Nothing has reached the channels of this community for ten minutes: their owners hear of it in a direct message, which
 * may get through where a channel's does not. After an hour it says nothing worth reading. No time is named: it would be
 * about when somebody, perhaps anonymous, was to be posted.
 */
export const outage = command({
  name: outageName,
  who: 'timer',
  ack: 'silent',
  input: z.object({}),
  decide: async (_input, ctx) => {
    const groups = (await allOf(ctx.read, Groups, 'channel', { all: true })).filter((group) => group.gone === null);
    const owners = new Map(groups.flatMap((group) => group.owners.map((person) => [person, group.id] as const)));
    return decided(show('curbside.home'), {
      sends: [...owners].map(([person, group]) => ({
        post: card(say('outage.summary'), [body(say('outage.said'))]),
        id: ctx.ids.next(),
        to: { is: 'direct', person },
        subject: group,
        notBefore: ctx.now,
        quiet: 'atOnce',
        notAfter: ctx.now + hourMs,
      })),
    });
  },
});
