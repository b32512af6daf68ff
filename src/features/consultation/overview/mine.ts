import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { groupOf, memberOf } from '../../../runtime/context.ts';
import { query, slash } from '../../../runtime/route.ts';
import { action, actions, card, heading, list, title } from '../../../view/build.ts';
import { isTrouble } from '../delivery/model.ts';
import { messagesSwitch } from '../thread/messages.ts';
import type { MyQuestion } from './model.ts';
import { questionItem } from './views.ts';
import { waiting } from './waiting.ts';

/**
 * `/consult mine`: hidden posts to mend, drafts, questions, those first on which replies wait. With the home page the only
 * place where an anonymous author finds their own.
 */
export const mine = query({
  name: 'consult.mine',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  slash: slash('consult', 'mine', 'mine.help'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => {
    const { toMend, soon, drafts, questions } = await waiting(ctx);
    const here = { group: groupOf(ctx).id };
    return card(say('mine.summary'), [
      title(say('mine.summary')),
      ...toMend,
      ...soon,
      heading(say('mine.drafts')),
      list(drafts, say('mine.noDrafts')),
      heading(say('mine.questions')),
      list(
        [
          ...questions.filter(isUrgent),
          ...questions.filter((q) => isOpen(q) && !isUrgent(q)),
          ...questions.filter((q) => !isOpen(q) && !isUrgent(q)).slice(0, 20),
        ].map(questionItem),
        say('mine.noQuestions'),
      ),
      messagesSwitch(memberOf(ctx)),
      actions(
        action(say('home.ask'), 'consult.ask', here, { tone: 'main' }),
        action(say('home.records'), 'consult.records', here),
      ),
    ]);
  },
});

const isUrgent = (q: MyQuestion): boolean => q.waiting > 0 || isTrouble(q.delivery);
const isOpen = ({ c }: MyQuestion): boolean => c.status === 'open';
