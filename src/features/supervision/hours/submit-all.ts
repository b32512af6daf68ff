import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { decided, isRefusal, put, type Refusal, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { agreementOf, common } from '../agreement/find.ts';
import { type Agreement, canSign, isSigned } from '../agreement/model.ts';
import { Entries, type SupervisionEntry } from '../model.ts';
import { submittedJobs } from '../sign-off/submitted.ts';
import { entriesIn } from './entries.ts';
import { isAfterNotice } from './input.ts';

/** Drafts that can go to the supervisor: none of a day after a notice. */
export const submittable = (a: Agreement, entries: readonly SupervisionEntry[]): SupervisionEntry[] =>
  canSign(a) ? entries.filter((e) => e.status === 'draft' && !isAfterNotice(a, e.date)) : [];

/** All drafts of an agreement go to the supervisor at once. */
export const submitAll = command({
  ...common,
  name: 'supervision.submit.all',
  ack: 'private',
  input: z.object({ group: z.string(), agreement: z.string() }),
  decide: async ({ agreement }, ctx) => {
    const a = await signedAgreement(ctx, agreement);
    if (isRefusal(a)) return a;
    const drafts = submittable(a, await entriesIn(ctx, a));
    const submitted = drafts.map(
      (e): SupervisionEntry => ({ ...e, status: 'submitted', submittedAt: ctx.now, told: 0 }),
    );
    const [first] = submitted;
    return decided(
      show(
        'supervision.entries',
        { group: a.group, agreement: a.id },
        say('supervision.submitted', { n: drafts.length }),
      ),
      {
        changes: submitted.map((e) => put(Entries, e)),
        due: first === undefined ? [] : await submittedJobs(ctx, a, first),
      },
    );
  },
});

async function signedAgreement(ctx: Asked, id: string): Promise<Agreement | Refusal> {
  const a = await agreementOf(ctx, id, 'supervisee');
  if (isRefusal(a)) return a;
  if (isSigned(a) && !canSign(a)) return refusal('cannotSign');
  return isSigned(a) && a.status === 'active' ? a : refusal('notConfirmed');
}
