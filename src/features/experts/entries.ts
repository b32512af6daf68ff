import type { Read } from '../../ports/store.ts';
import { type Asked, groupOf } from '../../runtime/context.ts';
import { allOf } from '../../storage/find-all.ts';
import { type Consultation, Consultations } from '../consultation/model.ts';
import { allows, type Group, Groups, hasAgreed, Members, memberId } from '../group/model.ts';
import { type Expert, Experts, type OwnSpecialty, SpecialtyLists } from './model.ts';

export const ownSpecialties = async (read: Read, group: string): Promise<readonly OwnSpecialty[]> =>
  (await read.get(SpecialtyLists, group))?.own ?? [];

/** Those of the group who may be asked; by id, which means nothing: no order is a rank. */
export const expertsIn = async (read: Read, group: string): Promise<Expert[]> =>
  (await allOf(read, Experts, 'group', { equal: group })).filter(({ open }) => open);

/**
 * Experts of other groups of the community: those who chose to be asked, where both groups' agreements say so and they
 * accepted theirs. Whoever is in this group too is asked here.
 */
export async function expertsElsewhere(ctx: Pick<Asked, 'read' | 'files'>, group: Group): Promise<Expert[]> {
  if (!allows(ctx, group, 'otherGroups')) return [];
  const all = (await allOf(ctx.read, Experts, 'beyond', { equal: 'yes' })).filter((e) => e.group !== group.id);
  const groups = await ctx.read.getMany(
    Groups,
    all.map((e) => e.group),
  );
  const [here, there] = await Promise.all([
    ctx.read.getMany(
      Members,
      all.map((e) => memberId(group.id, e.person)),
    ),
    ctx.read.getMany(
      Members,
      all.map((e) => memberId(e.group, e.person)),
    ),
  ]);
  const may = all.filter((_, i) => {
    const theirs = groups[i] ?? null;
    return (
      here[i] === null &&
      theirs !== null &&
      theirs.gone === null &&
      theirs.features.includes('consultation') &&
      allows(ctx, theirs, 'otherGroups') &&
      hasAgreed({ files: ctx.files, group: theirs }, there[i] ?? null)
    );
  });
  // Somebody who is in two other groups is one person to ask.
  return may.filter((e, i) => may.findIndex(({ person }) => person === e.person) === i);
}

/** Listed here, or elsewhere where I agreed to that. */
export const canAsk = async (ctx: Asked, expert: Expert, beyond: boolean): Promise<boolean> =>
  expert.group === groupOf(ctx).id
    ? expert.open
    : beyond && (await expertsElsewhere(ctx, groupOf(ctx))).some(({ id }) => id === expert.id);

/** My own entry in the group at hand, or null. */
export async function entryOf(ctx: Asked): Promise<Expert | null> {
  const mine = await allOf(ctx.read, Experts, 'person', { equal: ctx.me });
  return mine.find(({ group }) => group === groupOf(ctx).id) ?? null;
}

/** Whether a question is mine: an anonymous one by the token that only I can make. */
export async function asksIt(ctx: Asked, { id, author }: Consultation): Promise<boolean> {
  if (author.as === 'me') return author.person === ctx.me;
  return author.as === 'anonymous' && author.token !== '' && author.token === (await ctx.mine(id));
}

/** My open questions in the group at hand, the newest first. */
export async function myOpenQuestions(ctx: Asked): Promise<Consultation[]> {
  const group = groupOf(ctx).id;
  const named = await allOf(ctx.read, Consultations, 'person', { equal: ctx.me });
  const anonymous = await allOf(ctx.read, Consultations, 'anonymous', { equal: group });
  const own = await Promise.all(anonymous.map((c) => asksIt(ctx, c)));
  return [...named, ...anonymous.filter((_, i) => own[i])]
    .filter((c) => c.group === group && isOpen(c))
    .sort((a, b) => b.askedAt - a.askedAt);
}

/** It can be read and answered. */
export const isOpen = (c: Consultation | null): boolean =>
  c !== null && c.status === 'open' && c.hiddenAt === null && c.text !== null;
