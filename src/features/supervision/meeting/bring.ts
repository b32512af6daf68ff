import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { decided, isRefusal, put, show } from '../../../runtime/decision.ts';
import type { Contribution } from '../../../runtime/hooks.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { action, body, card, item, list, title } from '../../../view/build.ts';
import { activeAgreements, agreementOf, common } from '../agreement/find.ts';
import type { Agreement } from '../agreement/model.ts';
import { partyIn } from '../agreement/views.ts';
import { agendaIn } from './find.ts';
import { AgendaItems, agendaTopics } from './model.ts';

/** What is taken over: the sort of question. No text of a case, and nothing that leads back to it. */
const Brought = z.object({
  group: z.string(),
  topic: z.enum(agendaTopics),
  anonymous: z.enum(['yes', 'no']).default('no'),
});

const openAgreements = async (ctx: Asked): Promise<Agreement[]> =>
  (await activeAgreements(ctx, 'supervisee')).filter((a) => a.endsOn === null);

/** To a supervisee who closed a consultation: the way to put it on the agenda of their supervision. */
export const afterClosing: Contribution<'afterClosing'> = async (ctx, { group, topic, anonymous }) => {
  const known = Brought.shape.topic.safeParse(topic);
  if (!known.success || !group.features.includes('supervision') || (await openAgreements(ctx)).length === 0) return [];
  const input = { group: group.id, topic: known.data, anonymous: anonymous ? 'yes' : 'no' };
  return [action(say('bridge.bring'), 'supervision.bring', input)];
};

/** What the supervisor will see is said before anything is put anywhere. */
export const bring = query({
  ...common,
  name: 'supervision.bring',
  ack: 'private',
  input: Brought,
  show: async ({ group, topic, anonymous }, ctx) => {
    const open = await openAgreements(ctx);
    if (open.length === 0) return refusal('noSupervision');
    return card(say('bridge.bring'), [
      title(say('bridge.bring')),
      body(say('bridge.bring.topic'), say('meeting.agenda.topic', { topic })),
      body(say(anonymous === 'yes' ? 'bridge.bring.anonymous' : 'bridge.bring.named')),
      list(
        open.slice(0, 8).map((a) =>
          item([say('supervision.party', { role: 'supervisor' }), partyIn(a, 'supervisor')], {
            actions: [action(say('bridge.bring.do'), 'supervision.bring.save', { group, topic, agreement: a.id })],
          }),
        ),
        say('supervision.mine.none'),
      ),
    ]);
  },
});

export const saveBring = command({
  ...common,
  name: 'supervision.bring.save',
  ack: 'private',
  input: Brought.omit({ anonymous: true }).extend({ agreement: z.string() }),
  decide: async ({ topic, agreement }, ctx) => {
    const a = await agreementOf(ctx, agreement, 'supervisee');
    if (isRefusal(a)) return a;
    if (a.status !== 'active' || a.endsOn !== null) return refusal('agreementEnded');
    const to = show('supervision.meetings', { group: a.group, agreement: a.id }, say('bridge.brought'));
    // The topic stands there once, however often it is pressed.
    if ((await agendaIn(ctx, a)).some((i) => i.topic === topic)) return decided(to);
    return decided(to, {
      changes: [put(AgendaItems, { id: ctx.ids.next(), agreement: a.id, supervisee: ctx.me, topic })],
    });
  },
});
