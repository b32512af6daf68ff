import { z } from 'zod';
import type { Asked, Context } from '../../../runtime/context.ts';
import { type Change, type DueChange, isRefusal, put, type Refusal } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query } from '../../../runtime/route.ts';
import { allOf } from '../../../storage/find-all.ts';
import { addDays } from '../../../time/time.ts';
import { AgendaItems } from '../meeting/model.ts';
import { Entries, type SupervisionEntry } from '../model.ts';
import { packOf } from '../packs.ts';
import { agingOf } from '../sign-off/aging.ts';
import { forgetJob } from './end.ts';
import { agreementOf, common, myAgreements, todayIn } from './find.ts';
import { noPack, pairForm } from './form.ts';
import { type Agreement, Agreements, canSign, hasSitesOf, isSigned, type Role, roleIn } from './model.ts';
import { withLink } from './terms.ts';

/** A new agreement of the same two in place of this one: other sites, rules, or dates. The other one confirms it. */
export const replace = query({
  ...common,
  name: 'supervision.replace',
  ack: 'form',
  input: z.object({ group: z.string(), agreement: z.string(), pack: z.string().optional() }),
  show: async ({ agreement, pack }, ctx) => {
    const a = await replaceable(ctx, agreement);
    if (isRefusal(a)) return a;
    const named = pack !== undefined && packOf(ctx, pack) !== null ? pack : a.pack;
    return pairForm(ctx, a.group, a, {
      ...(a.purpose === 'growth' ? {} : { purpose: a.purpose, pack: named ?? noPack }),
      modalities: a.modalities.join(','),
      sites: a.sites.join('\n'),
      startsOn: [addDays(a.startsOn, 1), todayIn(ctx, a)].sort().at(-1) ?? '',
      frequency: a.frequency,
    });
  },
});

/** An agreement of mine that another can take the place of: it runs, and no other is proposed for it. */
export async function replaceable(ctx: Asked, id: string): Promise<Agreement | Refusal> {
  const a = await agreementOf(ctx, id);
  if (isRefusal(a)) return a;
  if (a.status !== 'active') return refusal('notConfirmed');
  if (a.endsOn !== null) return refusal('agreementEnded');
  const all = await myAgreements(ctx, roleIn(a, ctx.me) ?? 'supervisee');
  return all.some((one) => one.replaces === a.id) ? refusal('replacePending') : a;
}

interface Replacing {
  /** The new agreement, with what it takes over. */
  readonly agreement: Agreement;
  readonly changes: readonly Change[];
  readonly due: readonly DueChange[];
}

/**
 * What a new agreement does to the one whose place it takes: that one ends on the day before. What is signed stays there, and
 * so does what waits for an earlier day. Entries from the first day on that nobody signed belong to the new one; so do details,
 * leave, and what is on the agenda.
 */
export async function replacing(ctx: Context, a: Agreement, by: Role): Promise<Replacing> {
  const old = a.replaces === null ? null : await ctx.read.get(Agreements, a.replaces);
  if (old === null || old.endsOn !== null) return { agreement: a, changes: [], due: [] };
  const endsOn = [addDays(a.startsOn, -1), old.startsOn].sort().at(-1) ?? a.startsOn;
  const ended: Agreement = { ...old, endsOn, endReason: 'replaced' };
  const entries = (await allOf(ctx.read, Entries, 'agreement', { equal: old.id })).filter(
    (e) => e.date >= a.startsOn && e.replaces === null && e.status !== 'signed' && e.status !== 'void',
  );
  const moved = entries.map((e) => movedTo(a, e));
  const agenda = await allOf(ctx.read, AgendaItems, 'agreement', { equal: old.id });
  const { leave, applyingOn } = old;
  // Boards approve a contract for its sites: that for another one has a date of its own.
  const details = hasSitesOf(old, a) ? old.details : { ...old.details, contract: null };
  return {
    agreement: { ...a, details, leave, applyingOn },
    changes: [
      ...withLink(ctx, ended, 'ended', by),
      ...moved.map((e) => put(Entries, e)),
      ...agenda.map((one) => put(AgendaItems, { ...one, agreement: a.id })),
    ],
    due: [
      forgetJob(ended, endsOn),
      ...agingOf(
        a.id,
        moved.filter(({ status }) => status === 'submitted'),
      ),
    ],
  };
}

/** An entry as it stands under another agreement of the same two, which may be one in which nobody signs. */
function movedTo(a: Agreement, e: SupervisionEntry): SupervisionEntry {
  const to = { ...e, agreement: a.id, zone: a.zone };
  if (!isSigned(a)) return { ...to, status: 'noted', submittedAt: null, returned: null };
  if (e.status === 'unsignable' && canSign(a)) return { ...to, status: 'submitted' };
  return e.status === 'noted' ? { ...to, status: 'draft' } : to;
}
