import { say } from '../../../i18n/message.ts';
import type { Context } from '../../../runtime/context.ts';
import { type Decision, decided, put, type Refusal, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { myDraft } from '../find.ts';
import { type Draft, Drafts } from '../model.ts';
import { reportsFor } from '../thread/reports.ts';
import { checked } from './edited.ts';
import { ofReports, reportedFor, withReported } from './reported.ts';
import { lexiconFor, rawOf, review } from './review.ts';

/**
 * A draft from before a report is not posted as it is: its author sees it once more, with the words of theirs that were reported
 * in doubt, whatever they had decided about those. A new question is shown anew only where it holds such words. Null where its author
 * knows all there is to know.
 */
export async function shownAnew(ctx: Context, draft: Draft): Promise<Decision | Refusal | null> {
  const reported = reportedFor(await reportsFor(ctx, draft), draft, false);
  if (reported.seen) return null;
  const mine = await myDraft(ctx, draft.id);
  if (mine === null) return refusal('draftGone');
  const lexicon = lexiconFor(ctx.lexicon, draft.topic);
  const raw = withReported(mine.raw ?? rawOf(draft.fields, { keep: mine.before.keep }), reported, lexicon);
  const next = checked(review(raw, lexicon), draft.chosen, draft.unsure);
  const same = Object.entries(next.fields).every(([name, text]) => draft.fields[name] === text);
  if (draft.purpose === 'case' && same) return null;
  return decided(show('consult.preview', { group: draft.group, draft: draft.id }, say('report.shownAnew')), {
    changes: [put(Drafts, { ...draft, ...next, ...ofReports(reported), version: draft.version + 1 })],
    drafts: [{ keep: draft.id, value: raw }],
  });
}
