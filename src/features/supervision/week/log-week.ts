import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Decision, decided, isRefusal, put, type Refusal, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { madeBy, onceFor } from '../../../runtime/form-token.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { agreementOf, common } from '../agreement/find.ts';
import { isSigned } from '../agreement/model.ts';
import { entriesIn } from '../hours/entries.ts';
import { latestOf } from '../hours/entries-for.ts';
import { meantAgreement } from '../hours/log.ts';
import { madeEntry } from '../hours/make.ts';
import { standingIn } from '../hours/standing.ts';
import { Entries } from '../model.ts';
import { packOf } from '../packs.ts';
import { submittedJobs } from '../sign-off/submitted.ts';
import { columnsFor, columnsIn, workOf } from './columns.ts';
import { weekForm, weekStart } from './form.ts';
import { entriesOfWeek, WeekInput, weekProblems } from './input.ts';
import { weekCard } from './views.ts';

/** `/supervision week`: hours by category and day as one table. */
export const logWeek = query({
  ...common,
  name: 'supervision.week',
  ack: 'form',
  slash: slash('supervision', 'week', 'supervision.help.week'),
  input: z.object({ group: z.string().optional(), agreement: z.string().optional() }),
  show: async ({ agreement }, ctx) => {
    const a = await meantAgreement(ctx, agreement, 'supervision.week');
    if (isRefusal(a) || 'is' in a) return a;
    const latest = (await entriesIn(ctx, a)).filter((e) => e.status !== 'void');
    const columns = columnsFor(workOf(a, packOf(ctx, a.pack)), latest);
    const session = latest.find(({ modality }) => modality !== null);
    return weekForm(ctx, a, columns, {
      once: await onceFor(ctx, 'week'),
      site: String(Math.max(0, a.sites.indexOf(latest[0]?.site ?? ''))),
      ...(session === undefined
        ? {}
        : { supKind: `${session.activity}.${session.modality}`, format: session.format ?? 'in_person' }),
      ...(session?.groupSize ? { groupSize: String(session.groupSize) } : {}),
    });
  },
});

/** Saves the entries of a week, as drafts or submitted for signature. */
export const saveWeek = command({
  ...common,
  name: 'supervision.week.save',
  opensWith: 'supervision.week',
  ack: 'private',
  input: WeekInput,
  refill: async (values, errors, ctx) => {
    const a = await agreementOf(ctx, values.agreement ?? '', 'supervisee');
    if (isRefusal(a)) return a;
    const work = workOf(a, packOf(ctx, a.pack));
    const columns = columnsIn(values.cols ?? '', work).map((choice) => work.indexOf(choice));
    return weekForm(ctx, a, columns, values, errors);
  },
  check: async (input, ctx) => {
    const a = await agreementOf(ctx, input.agreement ?? '', 'supervisee');
    return isRefusal(a) ? {} : found(weekProblems(input, ctx, a));
  },
  decide: async (input, ctx): Promise<Decision | Refusal> => {
    const a = await agreementOf(ctx, input.agreement, 'supervisee');
    if (isRefusal(a)) return a;
    if (a.status !== 'active') return refusal('notConfirmed');
    const week = { group: a.group, agreement: a.id, from: weekStart(ctx, a, input.week) };
    const own = await madeBy(ctx, 'week', input.once);
    // The same form sent twice is one week: what stands is shown.
    if (own !== null && (await ctx.read.get(Entries, `${own}.0`)) !== null)
      return decided(show('supervision.week.card', week));
    const entries = entriesOfWeek(input, ctx, a).map((of, i) =>
      madeEntry(ctx, a, of, own === null ? undefined : `${own}.${i}`),
    );
    const submitted = entries.find((e) => e.status === 'submitted');
    const minutes = entries.reduce((sum, e) => sum + e.minutes, 0);
    const note = say('supervision.week.saved', {
      n: entries.length,
      minutes,
      submitted: submitted !== undefined,
      signed: isSigned(a),
    });
    return decided(show('supervision.week.card', week, note), {
      changes: entries.map((e) => put(Entries, e)),
      due: submitted === undefined ? [] : await submittedJobs(ctx, a, submitted),
    });
  },
});

/** What a week holds in one agreement: a line a day, what is worth a look, and what is still short. */
export const showWeek = query({
  ...common,
  name: 'supervision.week.card',
  ack: 'private',
  input: z.object({ group: z.string(), agreement: z.string(), from: z.string() }),
  show: async ({ agreement, from }, ctx) => {
    const a = await agreementOf(ctx, agreement, 'supervisee');
    if (isRefusal(a)) return a;
    const standing = await standingIn(ctx, await latestOf(ctx, a));
    return weekCard(a, from, { all: await entriesIn(ctx, a), standing }, ctx);
  },
});
