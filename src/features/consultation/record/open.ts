import { z } from 'zod';
import { wordsFor } from '../../../i18n/file-words.ts';
import type { Msg } from '../../../i18n/message.ts';
import type { Asked } from '../../../runtime/context.ts';
import { groupOf } from '../../../runtime/context.ts';
import type { Refusal } from '../../../runtime/decision.ts';
import { onceFor } from '../../../runtime/form-token.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query, slash } from '../../../runtime/route.ts';
import { shownTime } from '../../../runtime/typed-fields.ts';
import { Id } from '../../../storage/kind.ts';
import { addDays, dateOf } from '../../../time/time.ts';
import type { Form, View } from '../../../view/view.ts';
import { isMine } from '../authorship.ts';
import { lexiconFor, review } from '../case/review.ts';
import { consultationIn } from '../find.ts';
import { logPlace, placeValues } from '../my-log/model.ts';
import { quickId, templateOf } from '../templates/all.ts';
import { recordFrom } from '../templates/prefill.ts';
import { unsharedOutcome } from '../thread/outcome-reminder.ts';
import { adviceDraft, shownAdvice } from './advice.ts';
import { namedIn, repliesWith } from './advisers.ts';
import { rawOfRecord } from './before.ts';
import { allChosen, asTyped, choices, followUpDays, proposesFollowUp } from './closing-choices.ts';
import { followUpOf } from './follow-up.ts';
import { detailsForm, recordForm } from './forms.ts';
import { type ConsultationRecord, mostConsultants, outsider, Records } from './model.ts';
import { allMyRecords } from './own-records.ts';
import { chartCard, recordCard } from './views.ts';
import { zoneOf } from './write.ts';

const common = { who: 'member', feature: 'consultation' } as const;
const OfRecord = z.object({ group: z.string(), record: Id });

/** My record, or why it does not open. Somebody else's reads as not there: it is sealed with its owner's key. */
export async function myRecord(ctx: Asked, id: string): Promise<ConsultationRecord | Refusal> {
  return (await ctx.read.get(Records, id)) ?? refusal('gone');
}

/** The form of a consultation that happened elsewhere: today, until another day is entered. */
export const logForm = async (ctx: Asked) =>
  recordForm(
    'log',
    { group: groupOf(ctx).id, once: await onceFor(ctx, 'record') },
    { date: dateOf(ctx.now, zoneOf(ctx)) },
  );

/** `/consult log`: a consultation that happened elsewhere. */
export const log = query({
  ...common,
  name: 'consult.log',
  ack: 'form',
  slash: slash('consult', 'log', 'log.help'),
  input: z.object({ group: z.string().optional() }),
  show: async (_input, ctx) => logForm(ctx),
});

/** Closing with a record, or "Log this" after closing: who advised, and what, is known from the Reply button. */
export const closeForm = query({
  ...common,
  name: 'record.form',
  ack: 'form',
  input: z.object({ group: z.string(), consultation: Id, ...choices, whole: z.literal('yes').optional() }),
  show: async (input, ctx) => {
    const c = await consultationIn(ctx, input.consultation);
    if (c === null) return refusal('gone');
    if (!(await isMine(ctx, c))) return refusal('notYours');
    const { replies, sources } = await repliesWith(ctx, c);
    // What whoever asked wrote in the steps of a structure goes where it belongs.
    const { facts: _, ...texts } = recordFrom(
      ctx,
      c,
      replies.filter((r) => r.voice === 'asker'),
    );
    const own = texts.guidance === undefined ? 0 : texts.guidance.length + 1;
    const byName = sources.flatMap(({ person }) => person ?? []);
    const today = dateOf(ctx.now, ctx.zone ?? groupOf(ctx).zone);
    const chosen = allChosen(input);
    return recordForm(
      'close',
      {
        ...{ group: c.group, consultation: c.id, once: await onceFor(ctx, 'record') },
        ...(input.whole === undefined ? chosen : null),
      },
      {
        ...texts,
        guidance: [texts.guidance ?? '', adviceDraft(replies, sources, ctx.locale, own)].filter(Boolean).join('\n'),
        advisers: [...new Set(byName)].slice(0, mostConsultants).join(','),
        ...(proposesFollowUp(replies) ? { followUp: addDays(today, followUpDays) } : {}),
        ...(chosen === null ? {} : asTyped(chosen, today)),
      },
    );
  },
});

/** A query about one record of mine. */
function aboutRecord(
  name: string,
  ack: 'form' | 'private',
  show: (r: ConsultationRecord, ctx: Asked) => Promise<View | Refusal>,
) {
  return query({
    ...common,
    name,
    ack,
    input: OfRecord,
    show: async (input, ctx) => {
      const r = await myRecord(ctx, input.record);
      return 'refused' in r ? r : show(r, ctx);
    },
  });
}

const idsOf = (r: ConsultationRecord) => ({ group: r.group, record: r.id });

/** A record of mine by its id or, from a reminder, by what stands there in its place. */
export const showRecord = query({
  ...common,
  name: 'record.show',
  ack: 'private',
  input: z.object({ group: z.string(), record: Id.optional(), followUp: Id.optional(), ...logPlace }),
  show: async (input, ctx) => {
    const r = input.record ? await myRecord(ctx, input.record) : await remindedOf(ctx, input.followUp ?? '');
    if ('refused' in r) return r;
    const raw = await rawOfRecord(r, ctx);
    return recordCard(r, await namedIn(ctx, [r]), raw ? review(raw, lexiconFor(ctx.lexicon, r.topic)) : null, {
      structure: structureName(ctx, r),
      today: dateOf(ctx.now, r.on.zone),
      practice: ctx.group?.place ?? null,
      unshared: r.consultation === null ? null : await unsharedOutcome(ctx, r.consultation),
      place: input.page === undefined ? null : placeValues(input),
    });
  },
});

/** What the structure of a record is called, or null for a quick question. */
export function structureName(ctx: Asked, { format }: ConsultationRecord): Msg | null {
  const used = format === quickId ? null : templateOf(ctx, format);
  return used === null ? null : wordsFor(used.name, ctx.locale);
}

async function remindedOf(ctx: Asked, followUp: string): Promise<ConsultationRecord | Refusal> {
  for (const r of await allMyRecords(ctx)) if ((await followUpOf(ctx, r.id)) === followUp) return r;
  return refusal('gone');
}

export const editRecord = aboutRecord('record.edit', 'form', async (r, ctx) =>
  r.status === 'final' ? refusal('recordFinal') : editForm(r, ctx),
);

/** A draft of mine, to go on with it. */
export async function editForm(r: ConsultationRecord, ctx: Asked): Promise<Form> {
  const { question, decision, rationale, mode, topic } = r;
  const guidance = shownAdvice(r.guidance, r.sources, ctx.locale);
  return recordForm(r.mode === 'thread' ? 'edit' : 'editLog', idsOf(r), {
    ...{ question, guidance, decision, rationale, mode, topic },
    ...(await rawOfRecord(r, ctx))?.fields,
    advisers: r.consultants.flatMap((c) => ('person' in c ? [c.person] : [])).join(','),
    outsiders: r.consultants.flatMap((c) => ('name' in c ? [outsider(c)] : [])).join('\n'),
    minutes: String(r.minutes),
    followUp: r.followUpOn ?? '',
    date: r.on.date,
    time: r.on.time === null ? '' : shownTime(r.on.time, ctx.locale),
  });
}

export const details = aboutRecord('record.details', 'form', async (r, ctx) => {
  if (r.status === 'final') return refusal('recordFinal');
  const raw = (await rawOfRecord(r, ctx))?.fields;
  return detailsForm(idsOf(r), {
    facts: raw?.facts ?? r.facts,
    codes: raw?.codes ?? r.codesOrLaws,
    risk: r.riskFlags.join(','),
    actions: raw?.actions ?? r.actions.join('\n'),
    charted: r.charted ? 'yes' : 'no',
  });
});

export const copyRecord = aboutRecord('record.copy', 'private', async (r, ctx) =>
  chartCard(r, await namedIn(ctx, [r]), structureName(ctx, r)),
);
