import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Context, groupOf } from '../../../runtime/context.ts';
import { type Decision, type DueChange, decided, put, show } from '../../../runtime/decision.ts';
import { due } from '../../../runtime/jobs.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { always } from '../../../time/durations.ts';
import { action, card, item, list, title, when } from '../../../view/build.ts';
import { isMine, myConsultations, named, untied } from '../authorship.ts';
import { consultationIn, repliesOf } from '../find.ts';
import { authorLinkMs, type Consultation, Consultations, dayEnd, Replies } from '../model.ts';
import { category } from '../words.ts';
import { onClose } from './nudge.ts';
import { caseCard, channelCard, closedCard } from './views.ts';

/** Clean-up is worth doing however late. */
/** `/consult close`: which of mine? */
export const chooseToClose = query({
  name: 'consult.choose',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  slash: slash('consult', 'close', 'close.help'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => {
    const open = (await myConsultations(ctx)).filter((c) => c.group === groupOf(ctx).id && c.status === 'open');
    const items = open.map((c) => {
      const ids = { group: c.group, consultation: c.id };
      return item([category(c), when(c.askedAt, 'relative')], {
        quote: c.text?.question ?? '',
        actions: [action(say('own.closeRecord'), 'record.form', ids), action(say('own.close'), 'consult.close', ids)],
      });
    });
    return card(say('close.summary'), [title(say('close.summary')), list(items, say('close.none'))]);
  },
});

/** One tap, no record. A second tap finds it closed and shows it. */
export const close = command({
  name: 'consult.close',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: z.object({ group: z.string(), consultation: Id }),
  decide: async (input, ctx) => {
    const c = await consultationIn(ctx, input.consultation);
    if (c === null) return refusal('gone');
    if (!(await isMine(ctx, c))) return refusal('notYours');
    const shown = show('consult.show', { group: c.group, consultation: c.id }, say('own.closed'));
    if (c.status === 'closed' || c.status === 'removed') return decided(shown);
    return decided(shown, await closing(ctx, c, null));
  },
});

/**
 * Everything that closing means: the group sees that it is closed (and the outcome, only if shared), reminders stop,
 * and the token of an anonymous author gets a date on which it is replaced.
 */
export async function closing(
  ctx: Context,
  before: Consultation,
  outcome: string | null,
): Promise<Pick<Decision, 'changes' | 'sends' | 'due'>> {
  const c: Consultation = { ...before, status: 'closed', closedAt: ctx.now, outcome };
  const ending = await onClose(ctx, c);
  return {
    changes: [put(Consultations, c)],
    sends: [
      { edit: c.rows.card, view: channelCard(c, await named(ctx.read, c.group, c.author)), subject: c.id },
      { edit: c.rows.case, view: caseCard(c), subject: c.id },
      {
        post: closedCard,
        id: ctx.ids.next(),
        to: { is: 'thread', row: c.rows.card },
        subject: c.id,
        notBefore: ctx.now,
      },
      ...ending.sends,
    ],
    due: [...ending.due, ...unlinkLater(c, ctx.now), ...untied(c.author, ctx.now)],
  };
}

/** When the tokens of an anonymous question and of its replies are replaced. Also for what was taken down or deleted. */
export function unlinkLater(c: Consultation, now: number): DueChange[] {
  const job = due('consult.unlink', c.id, 'once', dayEnd(now + authorLinkMs), always, { consultation: c.id });
  return [{ schedule: job }];
}

/** Thirty days after closing, not even an author's own key shows any more who asked or replied without a name. */
export const unlink = command({
  name: 'consult.unlink',
  who: 'timer',
  ack: 'silent',
  input: z.object({ consultation: Id }),
  decide: async (input, ctx) => {
    const nothing = show('curbside.home');
    const c = await ctx.read.get(Consultations, input.consultation);
    if (c === null) return decided(nothing);
    const replies = await repliesOf(ctx.read, c.id);
    return decided(nothing, {
      changes: [
        ...(c.author.as === 'anonymous' ? [put(Consultations, { ...c, author: nobody })] : []),
        ...replies.flatMap((r) => (r.author.as === 'anonymous' ? [put(Replies, { ...r, author: nobody })] : [])),
      ],
      compact: true,
    });
  },
});

/** Without a name, and without a token: no key belongs to it any more. */
const nobody = { as: 'anonymous', token: '' } as const;
