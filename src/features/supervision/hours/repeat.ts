import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { decided, isRefusal, put, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { agreementOf, common, todayIn } from '../agreement/find.ts';
import type { Agreement } from '../agreement/model.ts';
import { Entries, type SupervisionEntry } from '../model.ts';
import { packOf } from '../packs.ts';
import { submittedJobs } from '../sign-off/submitted.ts';
import { entriesIn } from './entries.ts';
import { choicesIn } from './input.ts';
import { madeEntry } from './make.ts';

/** The entry that was written last: what is likely the same again. */
export const lastWritten = (entries: readonly SupervisionEntry[]): SupervisionEntry | undefined =>
  entries.filter((e) => e.status !== 'void').toSorted((x, y) => y.writtenAt - x.writtenAt)[0];

/** Whether one press can log it again: not where each entry needs its own start time. */
export const canRepeat = (a: Agreement, last: SupervisionEntry | undefined, ctx: Pick<Asked, 'packs'>): boolean =>
  last !== undefined && a.endsOn === null && !packOf(ctx, a.pack)?.entryFields.includes('start');

/** The last entry once more, for today. `after` is that entry: pressed twice, it is logged once. */
export const repeatLast = command({
  ...common,
  name: 'supervision.repeat',
  ack: 'private',
  input: z.object({ group: z.string(), agreement: z.string(), after: z.string() }),
  decide: async ({ agreement, after }, ctx) => {
    const a = await agreementOf(ctx, agreement, 'supervisee');
    if (isRefusal(a)) return a;
    if (a.status !== 'active') return refusal('notConfirmed');
    const last = lastWritten(await entriesIn(ctx, a));
    const to = (e: SupervisionEntry) =>
      show('supervision.entry', { group: a.group, entry: e.id }, say('supervision.saved', { status: e.status }));
    if (last !== undefined && last.id !== after) return decided(to(last));
    const of = choicesIn(a, packOf(ctx, a.pack)).find(
      ({ activity, modality }) => activity.id === last?.activity && modality === last.modality,
    );
    if (last === undefined || of === undefined || !canRepeat(a, last, ctx)) return refusal('noRepeat');
    const { site, minutes, groupSize, format, status } = last;
    const entry = madeEntry(ctx, a, {
      ...{ choice: of, site, minutes, groupSize, format, start: null, date: todayIn(ctx, a) },
      submit: status !== 'draft',
    });
    return decided(to(entry), {
      changes: [put(Entries, entry)],
      due: entry.status === 'submitted' ? await submittedJobs(ctx, a, entry) : [],
    });
  },
});
