import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { type Decision, decided, drop, type Outcome, put, type Show, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { body, card } from '../../../view/build.ts';
import { consultationIn, memberCount, replyIn } from '../find.ts';
import { type Consultation, type Reply, smallGroup } from '../model.ts';
import { agreed, asked, Bars, barOf, isAskedByMe } from './bar-model.ts';

const OfPost = z.object({ group: z.string(), consultation: Id.optional(), reply: Id.optional() });
type OfPost = z.output<typeof OfPost>;
const common = { feature: 'consultation', ack: 'private' } as const;

const postOf = async (ctx: Asked, of: OfPost): Promise<Consultation | Reply | null> =>
  of.reply ? replyIn(ctx, of.reply) : of.consultation ? consultationIn(ctx, of.consultation) : null;

/** The post again, with what became of it above. */
const shownWith = (of: OfPost, note: Show['note']): Show => {
  const { group, consultation, reply } = of;
  if (reply !== undefined) return show('consult.reply.more', { group, reply }, note);
  return show('consult.more', { group, consultation: consultation ?? '' }, note);
};

const tooFew = card(say('bar.few', { least: smallGroup }), [body(say('bar.few', { least: smallGroup }))]);

/** The pause itself would point at somebody. */
const isTooSmall = async (ctx: Asked): Promise<boolean> => (await memberCount(ctx.read, groupOf(ctx).id)) < smallGroup;

/**
 * An owner asks to pause the anonymous posts of whoever wrote this one. In a group so small that the pause itself would point
 * at somebody it cannot be asked for. Nobody is sent anything, the author least of all.
 */
export const askBar = command({
  ...common,
  // Its released name: cards of before have buttons with it.
  name: 'consult.mute',
  who: 'owner',
  input: OfPost.extend({ on: z.enum(['yes', 'no']).default('yes') }),
  decide: async ({ on, ...input }, ctx): Promise<Outcome> => {
    const post = await postOf(ctx, input);
    if (on === 'no' || post === null || post.author.as !== 'anonymous' || post.author.token === '')
      return refusal('gone');
    if (await isTooSmall(ctx)) return { refused: tooFew };
    if ((await barOf(ctx, post.id)) !== null) return decided(shownWith(input, null));
    return decided(shownWith(input, say('bar.waits')), {
      changes: [put(Bars, await asked(ctx, post, post.author.token))],
    });
  },
});

/** A second person agrees: a member or another owner. */
export const agreeBar = command({
  ...common,
  name: 'consult.bar.agree',
  who: 'member',
  input: OfPost,
  decide: async (input, ctx): Promise<Outcome> => {
    const post = await postOf(ctx, input);
    const bar = post && (await barOf(ctx, post.id));
    if (bar === null) return refusal('gone');
    if (bar.agreed) return decided(shownWith(input, say('bar.done')));
    // Members may have left since it was asked for.
    if (await isTooSmall(ctx)) return { refused: tooFew };
    if (await isAskedByMe(ctx, bar)) return { refused: card(say('bar.again'), [body(say('bar.again'))]) };
    return decided(shownWith(input, say('bar.done')), { changes: [put(Bars, agreed(bar, ctx.now))] });
  },
});

/** Any owner takes back a request, or ends a pause. */
export const endBar = command({
  ...common,
  name: 'consult.bar.end',
  who: 'owner',
  input: OfPost,
  decide: async (input, ctx): Promise<Decision | Outcome> => {
    const post = await postOf(ctx, input);
    const bar = post && (await barOf(ctx, post.id));
    if (bar === null) return refusal('gone');
    return decided(shownWith(input, say(bar.agreed ? 'bar.ended' : 'bar.withdrawn')), {
      changes: [drop(Bars, bar.id)],
    });
  },
});
