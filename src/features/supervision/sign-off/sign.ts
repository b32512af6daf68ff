import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked, Context } from '../../../runtime/context.ts';
import { type Change, type Decision, decided, isRefusal, put, type Refusal, show } from '../../../runtime/decision.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { untold } from '../../../runtime/outbox/untold.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { addDays } from '../../../time/time.ts';
import { activeAgreements, agreementOf, common, todayIn } from '../agreement/find.ts';
import { type Agreement, Agreements, canSign, graceDays, isSigned } from '../agreement/model.ts';
import { entriesIn, entryOf, oldestFirst } from '../hours/entries.ts';
import { flagsIn } from '../hours/flags.ts';
import { isAfterNotice } from '../hours/input.ts';
import { Entries, type SupervisionEntry } from '../model.ts';
import { waitingFor } from '../waiting.ts';
import { contentHash, Links, linked } from './chain.ts';
import { signedContent } from './signed-content.ts';
import { mostAtOnce, onePage, queueCard, waitingCard } from './views.ts';

/** `/supervision sign`: what waits for my signature. */
export const sign = query({
  ...common,
  name: 'supervision.sign',
  ack: 'private',
  slash: slash('supervision', 'sign', 'supervision.help.sign'),
  input: z.object({ group: z.string().optional(), agreement: z.string().optional() }),
  show: async (input, ctx) => {
    const named = input.agreement === undefined ? null : await agreementOf(ctx, input.agreement, 'supervisor');
    if (named !== null && isRefusal(named)) return named;
    if (named !== null && !isSigned(named)) return refusal('noSupervisees');
    const waits = await waitsOf(ctx, named);
    if (waits.length === 0) return refusal('noSupervisees');
    const [only, ...others] = waits.filter(({ entries }) => entries.length > 0);
    if (only === undefined || others.length > 0) return queueCard(waits, ctx.now);
    const flags = flagsIn(await entriesIn(ctx, only.agreement));
    return waitingCard(only.agreement, { all: only.entries, flags }, ctx);
  },
});

interface Waits {
  readonly agreement: Agreement;
  readonly entries: readonly SupervisionEntry[];
}

/** What can be signed in each agreement of mine, or in one of them. */
async function waitsOf(ctx: Asked, one: Agreement | null = null): Promise<Waits[]> {
  const all = one === null ? (await activeAgreements(ctx, 'supervisor')).filter(isSigned) : [one];
  const waiting = await waitingFor(ctx, ctx.me);
  return all.map((a) => ({ agreement: a, entries: isGraceOver(ctx, a) ? [] : signable(waiting, a) }));
}

/** Whether the time in which entries are still signed after the last day is over. */
const isGraceOver = (ctx: Pick<Asked, 'now'>, a: Agreement): boolean =>
  a.endsOn !== null && todayIn(ctx, a) > addDays(a.endsOn, graceDays);

/** What can be signed in an agreement, by its days and times. */
const signable = (waiting: readonly SupervisionEntry[], a: Agreement): SupervisionEntry[] =>
  waiting.filter((e) => e.agreement === a.id && !isAfterNotice(a, e.date)).sort(oldestFirst);

const OfAgreement = z.object({ group: z.string(), agreement: z.string() });

/** A page of entries: the newest submission on it, and when (ms) it was made, so that a second press of it is known. */
const Page = { upTo: z.coerce.number(), at: z.coerce.number().default(Number.MAX_SAFE_INTEGER) };

/** How many of the entries that were on a page were signed since it was made. */
async function signedSince(
  ctx: Asked,
  { upTo, at }: { readonly upTo: number; readonly at: number },
  agreements: readonly Agreement[],
): Promise<number> {
  const all = (await Promise.all(agreements.map((a) => entriesIn(ctx, a)))).flat();
  return all.filter((e) => (e.signedAt ?? 0) > at && (e.submittedAt ?? 0) <= upTo).length;
}

/**
 * Signs what was on the page that was pressed, and nothing that came in since. `of`: how many there were in all; where another
 * number is left of those, what stood on the page is not known any more, and it is shown again. A second press says what the
 * first one did.
 */
export const signAll = command({
  ...common,
  name: 'supervision.sign.all',
  ack: 'private',
  input: OfAgreement.extend({
    ...Page,
    n: z.coerce.number().int().max(onePage),
    of: z.coerce.number().int().default(0),
  }),
  decide: async ({ agreement, n, of, ...page }, ctx) => {
    const a = await agreementOf(ctx, agreement, 'supervisor');
    if (isRefusal(a)) return a;
    const waiting = signable(await waitingFor(ctx, ctx.me), a);
    const seen = waiting.filter((e) => (e.submittedAt ?? 0) <= page.upTo);
    const since = await signedSince(ctx, page, [a]);
    if (since >= n && n > 0 && seen.length + since === of)
      return decided(show('supervision.sign', { group: a.group }, say('supervision.signed', { n })));
    if (waiting.length === 0)
      return decided(show('supervision.sign', { group: a.group }, say('supervision.nothingToSign')));
    if (seen.length === 0 || seen.length !== of)
      return decided(show('supervision.sign', { group: a.group, agreement: a.id }, say('supervision.sign.changed')));
    return signing(ctx, a, seen.slice(0, n));
  },
});

/**
 * Signs what waited in all agreements of mine when the page was made. Where something was changed, returned, or added to an
 * agreement since, it is shown again instead: a signature is for what was seen.
 */
export const signEvery = command({
  ...common,
  name: 'supervision.sign.every',
  ack: 'private',
  input: z.object({ group: z.string(), ...Page, n: z.coerce.number().int() }),
  decide: async ({ group, n, ...page }, ctx) => {
    const all = await waitsOf(ctx);
    const waits = all.filter(({ entries }) => entries.length > 0);
    const seen = waits.flatMap(({ entries }) => entries).filter((e) => (e.submittedAt ?? 0) <= page.upTo);
    const agreements = all.map(({ agreement }) => agreement);
    const [since, asked] = [await signedSince(ctx, page, agreements), Math.min(n, mostAtOnce)];
    if (since >= asked && asked > 0 && seen.length + since === n)
      return decided(show('supervision.sign', { group }, say('supervision.signed', { n: asked })));
    if (waits.length === 0) return decided(show('supervision.sign', { group }, say('supervision.nothingToSign')));
    if (seen.length === 0 || seen.length !== n)
      return decided(show('supervision.sign', { group }, say('supervision.sign.changed')));
    const now = seen.slice(0, mostAtOnce);
    const changes: Change[] = [];
    for (const { agreement } of waits) {
      const entries = now.filter((e) => e.agreement === agreement.id);
      if (entries.length > 0) changes.push(...(await signatures(ctx, agreement, entries)));
    }
    return decided(show('supervision.sign', { group }, say('supervision.signed', { n: now.length })), { changes });
  },
});

/** Signs one entry. */
export const signOne = command({
  ...common,
  name: 'supervision.sign.one',
  ack: 'private',
  input: z.object({ group: z.string(), entry: z.string(), submitted: z.coerce.number() }),
  decide: async ({ entry, submitted }, ctx) => {
    const found = await entryOf(ctx, entry, 'supervisor');
    if (isRefusal(found)) return found;
    if (found.entry.status === 'signed')
      return decided(
        show('supervision.entry', { group: found.agreement.group, entry }, say('supervision.signed', { n: 1 })),
      );
    if (found.entry.status !== 'submitted') return refusal('entryNotWaiting');
    if (found.entry.submittedAt !== submitted) return refusal('entryChanged');
    if (isAfterNotice(found.agreement, found.entry.date)) return refusal('afterNotice');
    return signing(ctx, found.agreement, [found.entry]);
  },
});

async function signing(ctx: Context, a: Agreement, entries: readonly SupervisionEntry[]): Promise<Decision | Refusal> {
  if (!canSign(a)) return refusal('cannotSign');
  if (isGraceOver(ctx, a)) return refusal('graceOver');
  return decided(show('supervision.sign', { group: a.group }, say('supervision.signed', { n: entries.length })), {
    changes: await signatures(ctx, a, entries),
    sends: await unasked(ctx, a, entries),
  });
}

/** Once nothing waits any more, messages that say so and have not left are taken back. */
async function unasked(ctx: Context, a: Agreement, signed: readonly SupervisionEntry[]): Promise<Send[]> {
  const left = (await waitingFor(ctx, ctx.me)).filter((e) => !signed.some(({ id }) => id === e.id));
  const aging = left.some((e) => e.agreement === a.id)
    ? []
    : await untold(ctx.read, { subject: a.id, says: 'supervision.aging' });
  const batch =
    left.length > 0 ? [] : await untold(ctx.read, { subject: a.group, says: 'supervision.batch', to: ctx.me });
  return [...aging, ...batch];
}

/** What signing writes: each entry, the one that it corrects as void, a link for each, and the chain with them. */
async function signatures(ctx: Context, a: Agreement, entries: readonly SupervisionEntry[]): Promise<Change[]> {
  const changes: Change[] = [];
  let { chain } = a;
  const link = (entry: SupervisionEntry, act: 'signed' | 'void'): void => {
    const content = contentHash(entry.salt, signedContent(entry));
    const next = linked(a.id, chain, { act, entry: entry.id, by: 'supervisor', at: ctx.now, content });
    chain = next.head;
    changes.push(put(Links, next.link));
  };
  for (const entry of entries) {
    const before = entry.replaces === null ? null : await ctx.read.get(Entries, entry.replaces);
    if (before !== null && before.status === 'signed') {
      changes.push(put(Entries, { ...before, status: 'void' }));
      link(before, 'void');
    }
    changes.push(
      put(Entries, { ...entry, status: 'signed', attestation: 'in_app', signedAt: ctx.now, returned: null }),
    );
    link(entry, 'signed');
  }
  return [...changes, put(Agreements, { ...a, chain })];
}
