import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { Outbox } from '../../../runtime/outbox/model.ts';
import { query, slash } from '../../../runtime/route.ts';
import { allOf } from '../../../storage/find-all.ts';
import { action, actions, body, card, list, title } from '../../../view/build.ts';
import { isTrouble } from '../delivery.ts';
import { type Consultation, Consultations } from '../model.ts';
import type { MyQuestion } from './model.ts';
import { consultationItem, questionItem } from './views.ts';
import { waiting } from './waiting.ts';

const common = { who: 'member', feature: 'consultation', ack: 'private' } as const;
const OfGroup = z.object({ group: z.string().optional() });

/** Open questions of a group, newest first; what has not appeared yet is not among them. */
export async function openIn(ctx: Asked, group: string): Promise<Consultation[]> {
  const docs = await allOf(ctx.read, Consultations, 'group', { equal: `${group} open` });
  const lines = await ctx.read.getMany(
    Outbox,
    docs.map((c) => c.rows.card),
  );
  return docs.filter((_, i) => lines[i]?.status === 'sent').sort((a, b) => b.askedAt - a.askedAt);
}

/** `/consult list` */
export const listOpen = query({
  ...common,
  name: 'consult.list',
  slash: slash('consult', 'list', 'list.help'),
  input: OfGroup,
  show: async (_input, ctx) => {
    const items = (await openIn(ctx, groupOf(ctx).id)).map(consultationItem);
    return card(say('list.summary'), [
      title(say('list.summary')),
      list(items, say('list.empty')),
      actions(action(say('home.ask'), 'consult.ask', {}, { tone: 'main' })),
    ]);
  },
});

/**
 * `/consult mine`: hidden posts to mend, drafts, questions, those first on which replies wait. With the home page the only
 * place where an anonymous author finds their own.
 */
export const mine = query({
  ...common,
  name: 'consult.mine',
  slash: slash('consult', 'mine', 'mine.help'),
  input: OfGroup,
  show: async (_input, ctx) => {
    const { toMend, drafts, questions } = await waiting(ctx);
    const here = { group: groupOf(ctx).id };
    return card(say('mine.summary'), [
      title(say('mine.summary')),
      ...toMend,
      body(say('mine.drafts')),
      list(drafts, say('mine.noDrafts')),
      body(say('mine.questions')),
      list(
        [
          ...questions.filter(isUrgent),
          ...questions.filter((q) => isOpen(q) && !isUrgent(q)),
          ...questions.filter((q) => !isOpen(q) && !isUrgent(q)).slice(0, 20),
        ].map(questionItem),
        say('mine.noQuestions'),
      ),
      actions(
        action(say('home.ask'), 'consult.ask', here, { tone: 'main' }),
        action(say('home.records'), 'consult.records', here),
      ),
    ]);
  },
});

const isUrgent = (q: MyQuestion): boolean => q.waiting > 0 || isTrouble(q.delivery);
const isOpen = ({ c }: MyQuestion): boolean => c.status === 'open';
