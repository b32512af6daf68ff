import { z } from 'zod';
import { type Asked, groupOf } from '../../runtime/context.ts';
import type { Refusal } from '../../runtime/decision.ts';
import { refusal } from '../../runtime/refusals.ts';
import { query, slash } from '../../runtime/route.ts';
import { Id } from '../../storage/kind.ts';
import { isKnown } from '../consultation/delivery/model.ts';
import { Consultations, hasAppeared } from '../consultation/model.ts';
import { Members, memberId } from '../group/model.ts';
import { asksIt, canAsk, expertsElsewhere, expertsIn, isOpen, myOpenQuestions, ownSpecialties } from './entries.ts';
import { common } from './me.ts';
import { Experts, SpecialtyLists } from './model.ts';
import { repliesFromHere } from './own-replies.ts';
import { aboutCard } from './request-views.ts';
import { directoryCard, type Listed } from './views.ts';

/** Colleagues on one page of the list. */
const pageSize = 6;

/** `/experts find`: who may be asked, and about what; `consultation`: for this question of mine. */
export const find = query({
  ...common,
  name: 'experts.find',
  ack: 'private',
  slash: slash('experts', 'find', 'experts.find.help'),
  input: z.object({
    group: z.string().optional(),
    consultation: Id.optional(),
    /** A specialty; `chosen` where it comes from the list above. */
    wanted: z.string().max(20).optional(),
    chosen: z.string().max(20).optional(),
    page: z.coerce.number().int().min(0).max(50).default(0),
    /** Experts of other groups in place of this group's. */
    beyond: z.literal('yes').optional(),
  }),
  show: async (input, ctx) => {
    const group = groupOf(ctx);
    const wanted = (input.chosen ?? input.wanted) || 'any';
    const beyond = input.beyond === 'yes';
    const elsewhere = await expertsElsewhere(ctx, group);
    const others = beyond ? elsewhere : (await expertsIn(ctx.read, group.id)).filter(({ person }) => person !== ctx.me);
    const fit = wanted === 'any' ? others : others.filter((e) => e.specialties.includes(wanted));
    const shown = fit.slice(input.page * pageSize, (input.page + 1) * pageSize);
    return directoryCard({
      group: group.id,
      consultation: input.consultation ?? null,
      wanted,
      own: beyond ? [] : await ownSpecialties(ctx.read, group.id),
      experts: await listedAs(ctx, shown),
      beyond,
      elsewhere: elsewhere.length > 0,
      replied: (await repliesFromHere(ctx)).length > 0,
      page: input.page,
      more: fit.length > (input.page + 1) * pageSize,
      isOwner: group.owners.includes(ctx.me),
    });
  },
});

async function listedAs({ read }: Asked, experts: readonly Listed['expert'][]): Promise<Listed[]> {
  const members = await read.getMany(
    Members,
    experts.map((e) => memberId(e.group, e.person)),
  );
  const lists = await read.getMany(
    SpecialtyLists,
    experts.map((e) => e.group),
  );
  return experts.map((expert, i) => ({
    ...{ expert, credential: members[i]?.credential ?? null },
    own: lists[i]?.own ?? [],
  }));
}

/** Which of my open questions it is about. */
export const about = query({
  ...common,
  name: 'experts.about',
  ack: 'private',
  input: z.object({
    group: z.string(),
    wanted: z.string().max(20).optional(),
    expert: Id.optional(),
    beyond: z.literal('yes').optional(),
  }),
  show: async ({ wanted, expert, beyond }, ctx) => {
    const chosen = expert === undefined ? null : await ctx.read.get(Experts, expert);
    if (expert !== undefined && (chosen === null || !(await canAsk(ctx, chosen, beyond === 'yes'))))
      return refusal('gone');
    return aboutCard(groupOf(ctx).id, await myOpenQuestions(ctx), { wanted, expert, beyond });
  },
});

/** My open question in the group at hand, or why nobody can be asked about it. */
export async function myQuestion(ctx: Asked, id: string) {
  const c = await ctx.read.get(Consultations, id);
  if (c === null || c.group !== groupOf(ctx).id) return refusal('gone') as Refusal;
  if (!(await asksIt(ctx, c))) return refusal((await isKnown(ctx.read, c)) ? 'notYours' : 'gone') as Refusal;
  if (!isOpen(c)) return refusal('expertsClosed') as Refusal;
  return (await hasAppeared(ctx.read, c)) ? c : (refusal('notThereYet') as Refusal);
}
