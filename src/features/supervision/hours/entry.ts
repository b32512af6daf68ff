import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { decided, drop, isRefusal, put, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { agreementOf, common } from '../agreement/find.ts';
import { canSign, isSigned, roleIn } from '../agreement/model.ts';
import { waitingBlocks, withImport } from '../imports/waiting.ts';
import { Entries, type SupervisionEntry } from '../model.ts';
import type { Rule } from '../rules/rule.ts';
import { submittedJobs } from '../sign-off/submitted.ts';
import { entriesIn, entryOf, type Found, seenWith } from './entries.ts';
import { latestOf } from './entries-for.ts';
import { flagsIn } from './flags.ts';
import { isAfterNotice } from './input.ts';
import { standingIn } from './standing.ts';
import { entriesCard, entryCard, pageOf } from './views.ts';

const OfEntry = z.object({ group: z.string(), entry: z.string() });

export const showEntry = query({
  ...common,
  name: 'supervision.entry',
  ack: 'private',
  input: OfEntry,
  show: async ({ entry }, ctx) => {
    const found = await entryOf(ctx, entry);
    if (isRefusal(found)) return found;
    const all = await entriesIn(ctx, found.agreement);
    const flags = flagsIn(await seenWith(ctx, found.agreement, all)).get(entry) ?? [];
    return entryCard({ ...found, flags, atRisk: await riskOf(ctx, found) }, ctx);
  },
});

/** The rules under which the totals have an entry at risk, the week that is still running included. */
async function riskOf(ctx: Asked, { entry, agreement }: Found): Promise<Rule[]> {
  const standing = await standingIn(ctx, await latestOf(ctx, agreement));
  return (standing?.rules ?? [])
    .filter(({ outcome }) => outcome.verdicts.some(({ atRisk }) => atRisk.some(({ row }) => row.entry.id === entry.id)))
    .map(({ rule }) => rule);
}

/** The entries of one agreement. */
export const listEntries = query({
  ...common,
  name: 'supervision.entries',
  ack: 'private',
  input: z.object({
    group: z.string(),
    agreement: z.string(),
    page: z.coerce.number().int().min(1).optional(),
    /** Without a page, the one that this entry is on. */
    entry: z.string().optional(),
  }),
  show: async ({ agreement, page: asked, entry = '' }, ctx) => {
    const a = await agreementOf(ctx, agreement);
    if (isRefusal(a)) return a;
    const all = await entriesIn(ctx, a);
    const page = asked ?? pageOf(all, entry);
    const role = roleIn(a, ctx.me) ?? 'supervisee';
    const waiting = role === 'supervisee' ? waitingBlocks(await withImport(ctx, [a])) : [];
    return entriesCard(a, { all, flags: flagsIn(all) }, { page, role, waiting }, ctx);
  },
});

/** A draft goes to the supervisor. */
export const submitEntry = command({
  ...common,
  name: 'supervision.submit',
  ack: 'private',
  input: OfEntry,
  decide: async ({ entry }, ctx) => {
    const found = await entryOf(ctx, entry, 'supervisee');
    if (isRefusal(found)) return found;
    const { agreement: a, entry: e } = found;
    const to = show('supervision.entry', { group: a.group, entry }, say('supervision.saved', { status: 'submitted' }));
    if (e.status === 'submitted') return decided(to);
    if ((e.status !== 'draft' && e.status !== 'returned') || !isSigned(a)) return refusal('entrySigned');
    if (!canSign(a)) return refusal('cannotSign');
    if (isAfterNotice(a, e.date)) return refusal('afterNotice');
    const submitted: SupervisionEntry = { ...e, status: 'submitted', submittedAt: ctx.now, returned: null, told: 0 };
    return decided(to, { changes: [put(Entries, submitted)], due: await submittedJobs(ctx, a, submitted) });
  },
});

/** What is not signed is its supervisee's to delete. */
export const deleteEntry = command({
  ...common,
  name: 'supervision.delete',
  ack: 'private',
  input: OfEntry,
  decide: async ({ entry }, ctx) => {
    const found = await entryOf(ctx, entry, 'supervisee');
    if (isRefusal(found)) return found;
    const { agreement: a, entry: e } = found;
    if (e.status === 'signed' || e.status === 'void') return refusal('entrySigned');
    const to = { group: a.group, agreement: a.id, page: String(pageOf(await entriesIn(ctx, a), e.id)) };
    return decided(show('supervision.entries', to, say('supervision.deleted')), {
      changes: [drop(Entries, e.id)],
    });
  },
});
