import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Context, groupOf } from '../../../runtime/context.ts';
import { decided, isRefusal, put, show } from '../../../runtime/decision.ts';
import { command } from '../../../runtime/route.ts';
import { dateOf, daysBetween } from '../../../time/time.ts';
import { type ConsultationRecord, lateDays, missingToFinish, Records } from '../record/model.ts';
import { zoneOf } from '../record/write.ts';
import { quickId } from '../templates/all.ts';
import { allChecked, type Checked, common, draftId, importOf } from './open.ts';
import { atOnce } from './views.ts';

/** Saves the rows that are ready, some at a time; those that are saved read as logged from then on. */
export const saveLog = command({
  ...common,
  name: 'consult.import.save',
  scans: true,
  ack: 'private',
  input: z.object({ group: z.string(), shown: z.string().default('') }),
  decide: async ({ shown }, ctx) => {
    const of = await importOf(ctx);
    if (isRefusal(of)) return of;
    if (shown !== of.shown)
      return decided(show('consult.import.preview', { group: groupOf(ctx).id }, say('draft.overtaken')));
    const ready = of.rows.filter(({ issue }) => issue === null);
    const now = ready.slice(0, atOnce);
    const left = ready.length - now.length;
    const problems = of.rows.filter(({ issue }) => issue !== null && issue !== 'logged').length;
    const note = say('import.log.saved', { n: now.length, left });
    const group = groupOf(ctx).id;
    const done = left === 0 && problems === 0;
    return decided(show(done ? 'consult.imports' : 'consult.import.preview', { group }, note), {
      changes: allChecked(now, ctx).map((row) => put(Records, recordOf(ctx, row, of.kept.batch))),
      drafts: [
        done
          ? { forget: draftId }
          : { keep: draftId, value: { ...of.kept, saved: [...of.kept.saved, ...now.map(({ line }) => line)] } },
      ],
    });
  },
});

/** A record of a row: final where it is whole and needs no reading. What is missing is not asked for on the home page: it is an old one. */
function recordOf(ctx: Context, { row, texts: checked, isSure }: Checked, batch: string): ConsultationRecord {
  const { codes, ...texts } = checked;
  const date = row.date ?? '';
  const record: ConsultationRecord = {
    id: ctx.ids.next(),
    owner: ctx.me,
    group: groupOf(ctx).id,
    consultation: null,
    caseRef: ctx.ids.next().slice(0, 4).toUpperCase(),
    on: { date, time: null, zone: zoneOf(ctx) },
    late: daysBetween(date, dateOf(ctx.now, zoneOf(ctx))) > lateDays,
    minutes: row.minutes ?? 0,
    mode: row.mode,
    topic: row.topic,
    format: quickId,
    consultants: [...row.consultants],
    ...texts,
    codesOrLaws: codes,
    sources: [],
    riskFlags: ['not_stated'],
    actions: [],
    followUpOn: null,
    changed: null,
    charted: false,
    unsure: false,
    version: 1,
    imported: batch,
    status: 'draft',
    amendments: [],
    writtenAt: ctx.now,
    finalAt: null,
  };
  return isSure && missingToFinish(record).length === 0 ? { ...record, status: 'final', finalAt: ctx.now } : record;
}
