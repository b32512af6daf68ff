import type { Asked, Context } from '../../../runtime/context.ts';
import { type Change, put } from '../../../runtime/decision.ts';
import { allOf } from '../../../storage/find-all.ts';
import { type Agreement, Agreements, roleIn } from '../agreement/model.ts';
import type { Evaluation } from '../evaluation/model.ts';
import type { Meeting } from '../meeting/model.ts';
import { contentHash, type Link, Links, linked } from './chain.ts';

/** A note or an evaluation that nobody can change any more, as a link of the chain holds it. */
interface Kept {
  readonly act: Extract<Link['act'], 'met' | 'evaluated'>;
  /** Of what it is about; also the salt of its hash. */
  readonly id: string;
  /** What was said, without the two: an erased name leaves the chain as it was. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** What both wrote. Actions go on to later notes and are done there, so they are no part of it. */
export const keptMeeting = ({ id, date, parts }: Meeting): Kept => ({ act: 'met', id, content: { date, parts } });

export const keptEvaluation = (e: Evaluation): Kept => {
  const { id, supervisee: _, supervisor: __, read, ...content } = e;
  return { act: 'evaluated', id, content: { ...content, read } };
};

/** The next link of an agreement's chain, about a note or an evaluation that is locked from now on. */
export const linkOf = (ctx: Pick<Context, 'me' | 'now'>, a: Agreement, kept: Kept): Change[] => linksOf(ctx, a, [kept]);

/** The same of several, one after the other, with the agreement written once. */
export function linksOf(ctx: Pick<Context, 'me' | 'now'>, a: Agreement, all: readonly Kept[]): Change[] {
  const by = roleIn(a, ctx.me) ?? 'supervisee';
  let chain = a.chain;
  const links = all.map(({ act, id, content }) => {
    const next = linked(a.id, chain, { act, entry: id, by, at: ctx.now, content: contentHash(id, content) });
    chain = next.head;
    return put(Links, next.link);
  });
  return links.length === 0 ? [] : [put(Agreements, { ...a, chain }), ...links];
}

/** Whether it is as it was when it was locked; null where no link says so, as of what is open, or older. */
export async function isAsKept(
  ctx: Pick<Asked, 'read'>,
  a: Agreement,
  { act, id, content }: Kept,
): Promise<boolean | null> {
  const all = await allOf(ctx.read, Links, 'agreement', { equal: a.id });
  const link = all.find((one) => one.act === act && one.entry === id);
  return link === undefined ? null : link.content === contentHash(id, content);
}
