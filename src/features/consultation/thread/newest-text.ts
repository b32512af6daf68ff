import type { Fields } from '../../../deidentify/index.ts';
import type { Asked } from '../../../runtime/context.ts';
import { allOf } from '../../../storage/find-all.ts';
import { type MyDraft, myDraft } from '../find.ts';
import { type Consultation, type Draft, Drafts, type Reply } from '../model.ts';
import { type Act, delayedOf, mineAmong } from './delayed.ts';

type Edit = Extract<Act, { is: 'edit' }>;

/** The draft that a form names, or else the one with which I am changing this text already: a button pressed again goes on with it. */
async function draftFor(ctx: Asked, named: string | undefined, is: (draft: Draft) => boolean): Promise<MyDraft | null> {
  if (named) return myDraft(ctx, named);
  const mine = (await allOf(ctx.read, Drafts, 'owner', { equal: ctx.me })).filter(is);
  const newest = mine.sort((a, b) => b.at - a.at)[0];
  return newest === undefined ? null : myDraft(ctx, newest.id);
}

export const draftOfQuestion = (ctx: Asked, c: Consultation, named?: string): Promise<MyDraft | null> =>
  draftFor(ctx, named, ({ purpose, consultation }) => purpose === 'edit' && consultation === c.id);

export const draftOfReply = (ctx: Asked, r: Reply, named?: string): Promise<MyDraft | null> =>
  draftFor(ctx, named, ({ purpose, reply }) => purpose === 'editReply' && reply === r.id);

/** My change of a question that waits to appear, or null. */
export async function editOnItsWay(ctx: Asked, c: Consultation): Promise<Edit | null> {
  const mine = await mineAmong(ctx, await delayedOf(ctx.read, c.id));
  return mine.map(({ act }) => act).findLast((act): act is Edit => act.is === 'edit') ?? null;
}

/** The text of my reply as I changed it last, whether it stands there by now or waits to. */
export async function newestReply(ctx: Asked, r: Reply): Promise<Fields> {
  const mine = await mineAmong(ctx, await delayedOf(ctx.read, r.consultation));
  const texts = mine.flatMap(({ act }) => (act.is === 'editReply' && act.reply === r.id ? [act.text] : []));
  return { text: texts.at(-1) ?? r.text ?? '' };
}
