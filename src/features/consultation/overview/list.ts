import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { Outbox } from '../../../runtime/outbox/model.ts';
import { query, slash } from '../../../runtime/route.ts';
import { allOf } from '../../../storage/find-all.ts';
import { action, actions, card, list, thread, title } from '../../../view/build.ts';
import type { Item } from '../../../view/view.ts';
import { namedAll } from '../authorship.ts';
import { repliesOfAll } from '../find.ts';
import { type Consultation, Consultations } from '../model.ts';
import { byWhom } from '../thread/views.ts';
import { consultationItem } from './views.ts';

/** Open questions of a group, newest first; what has not appeared yet is not among them. */
export async function openIn(ctx: Asked, group: string): Promise<Consultation[]> {
  const docs = await allOf(ctx.read, Consultations, 'group', { equal: `${group} open` });
  const lines = await ctx.read.getMany(
    Outbox,
    docs.map((c) => c.rows.card),
  );
  return docs.filter((_, i) => lines[i]?.status === 'sent').sort((a, b) => b.askedAt - a.askedAt);
}

/** Questions of the group at hand as lines of a list, each with who asked as colleagues see them. */
export async function listed(ctx: Asked, all: readonly Consultation[]): Promise<Item[]> {
  const { id, channel } = groupOf(ctx);
  const authors = all.map((c) => c.author);
  const by = await namedAll(ctx.read, id, authors);
  const replies = await repliesOfAll(
    ctx.read,
    all.map((c) => c.id),
  );
  const lines = await ctx.read.getMany(
    Outbox,
    all.map((c) => c.rows.card),
  );
  return all.map((c, i) => {
    const ref = lines[i]?.ref ?? null;
    return consultationItem({
      c,
      by: byWhom(by[i] ?? { author: c.author, credential: null }, 'line'),
      replies: (replies.get(c.id) ?? []).filter((r) => r.text !== null && !r.hidden).length,
      link: ref === null ? null : thread(say('posted.openThread'), channel, ref),
    });
  });
}

/** `/consult list` */
export const listOpen = query({
  name: 'consult.list',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  slash: slash('consult', 'list', 'list.help'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => {
    const items = await listed(ctx, await openIn(ctx, groupOf(ctx).id));
    return card(say('list.summary'), [
      title(say('list.summary')),
      list(items, say('list.empty')),
      actions(
        action(say('home.ask'), 'consult.ask', {}, { tone: 'main' }),
        action(say('find.open'), 'consult.find.form', { group: groupOf(ctx).id }),
      ),
    ]);
  },
});
