import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { type Change, decided, put, show } from '../../../runtime/decision.ts';
import { messageState, rowsOf } from '../../../runtime/outbox/model.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { isMine } from '../authorship.ts';
import { blankDraft } from '../case/ask.ts';
import { checked } from '../case/edited.ts';
import { ofReports, withReported } from '../case/reported.ts';
import { keptIn, lexiconFor, rawOf, review } from '../case/review.ts';
import { consultationIn, replyIn } from '../find.ts';
import { type Consultation, type Draft, Drafts, Replies } from '../model.ts';
import { said } from './confirm.ts';
import { type Delayed, delayedByAsker, withdrawn } from './delayed.ts';
import { onReplyGone } from './nudge.ts';
import { editsOf } from './reply-decision.ts';
import { reportsOn } from './reports.ts';
import { isUnposted, takingBack, takingDown } from './taking-down.ts';

const common = { who: 'member', feature: 'consultation', ack: 'private' } as const;

/**
 * Take down: the case and the replies given through Curbside disappear from the thread, the text goes back to its
 * author's drafts. What has not appeared yet is simply taken back.
 */
export const remove = command({
  ...common,
  name: 'consult.remove',
  atOnce: true,
  input: z.object({ group: z.string(), consultation: Id, only: z.literal('waiting').optional() }),
  decide: async ({ only, ...input }, ctx) => {
    const before = await consultationIn(ctx, input.consultation);
    if (before === null) return refusal('gone');
    if (!(await isMine(ctx, before))) return refusal('notYours');
    if (before.status === 'removed') return decided(said(before, 'removed'));
    // What its author still had on the way goes with it, but for the newer text: that is what they keep.
    const waiting = await delayedByAsker(ctx.read, before.id);
    const kept = await backOf(ctx, before, waiting);
    const { draft } = kept;
    const back: Change[] = before.text ? [put(Drafts, draft)] : [];
    const drafts = kept.raw === null ? [] : [{ keep: draft.id, value: kept.raw }];
    const off = withdrawn(waiting);
    if (await isUnposted(ctx, before)) {
      const gone = await takingBack(ctx, before);
      return decided(show('consult.preview', { group: before.group, draft: draft.id }, say('own.takenBack')), {
        changes: [...gone.changes, ...off.changes, ...back],
        sends: gone.sends,
        due: [...gone.due, ...off.due],
        drafts,
      });
    }
    // Colleagues may have answered by now: that is taken down only when its author means it.
    if (only === 'waiting') return decided(show('consult.show', input, say('own.back.late')));
    const gone = await takingDown(ctx, before);
    const posts = (await rowsOf(ctx.read, before.id)).filter((r) => r.op === 'post' && r.to.is !== 'direct');
    const lost = posts.some((r) => r.status === 'unknown');
    return decided(said(before, lost ? 'maybeThere' : 'removed'), {
      changes: [...gone.changes, ...off.changes, ...back],
      sends: gone.sends,
      due: [...gone.due, ...off.due],
      drafts,
      compact: true,
    });
  },
});

/** What its author gets back; of a text that is hidden, without the words that were reported until they decide about those. */
async function backOf(ctx: Context, before: Consultation, waiting: readonly Delayed[]) {
  const reports = await reportsOn(ctx, before);
  const reported = { ...reports, seen: false, warned: before.hiddenAt !== null };
  const draft: Draft = {
    ...blankDraft(ctx.ids.next(), ctx.me, before.group, 'case'),
    ...newest(before, waiting),
    ...ofReports(reported),
    structure: before.structure,
    version: 1,
    at: ctx.now,
  };
  if (before.hiddenAt === null) return { draft, raw: null };
  const lexicon = lexiconFor(ctx.lexicon, draft.topic);
  const whole = rawOf(draft.fields, { keep: keptIn(draft.fields, lexicon) });
  const raw = withReported(whole, reported, lexicon);
  return { draft: { ...draft, ...checked(review(raw, lexicon), draft.chosen, false) }, raw };
}

/** What a question says, by its author's latest edit, whether that is in the thread or not. */
function newest(before: Consultation, waiting: readonly Delayed[]) {
  const edits = waiting.flatMap(({ act, at }) => (act.is === 'edit' ? [{ ...act, at }] : []));
  const { topic, urgency, need, text } = edits.sort((a, b) => a.at - b.at).at(-1) ?? before;
  return { topic, urgency, need, fields: { ...text } };
}

/** One's own reply leaves the thread. */
export const removeReply = command({
  ...common,
  name: 'consult.reply.remove',
  atOnce: true,
  input: z.object({ group: z.string(), reply: Id }),
  decide: async (input, ctx) => {
    const r = await replyIn(ctx, input.reply);
    if (r === null) return refusal('gone');
    if (!(await isMine(ctx, r))) return refusal('notYours');
    const lost = (await messageState(ctx.read, r.row))?.status === 'unknown';
    const waiting = withdrawn(await editsOf(ctx, r));
    return decided(said({ group: r.group, id: r.consultation }, lost ? 'maybeThere' : 'removedReply'), {
      changes: [put(Replies, { ...r, text: null, marked: [] }), ...waiting.changes],
      sends: [{ remove: r.row, subject: r.consultation }],
      due: [...(await onReplyGone(ctx, r)), ...waiting.due],
    });
  },
});
