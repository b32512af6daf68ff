import { z } from 'zod';
import type { Fields } from '../../../deidentify/index.ts';
import { say } from '../../../i18n/message.ts';
import { decided, put, show } from '../../../runtime/decision.ts';
import { fieldIssue } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { Id } from '../../../storage/kind.ts';
import { linesOf } from '../../../view/one-line.ts';
import { type Before, edited } from '../case/edited.ts';
import { lexiconFor, type Raw, rawOf, review } from '../case/review.ts';
import { consultationIn } from '../find.ts';
import { logPlace, placeValues } from '../my-log/model.ts';
import { standingIn } from '../thread/labels.ts';
import { storedAdvice } from './advice.ts';
import { colleagueNames } from './advisers.ts';
import { recordBefore } from './before.ts';
import { noFollowUp } from './follow-up.ts';
import { detailsForm } from './forms.ts';
import {
  atRisk,
  type ConsultationRecord,
  missingToFinish,
  Records,
  riskFlags,
  textLimits,
  textsFrom,
} from './model.ts';
import { myRecord } from './open.ts';
import { deletion } from './own-records.ts';
import { saidOfRecord } from './said.ts';
import { standsAsTyped } from './stands.ts';

const common = { who: 'member', feature: 'consultation', ack: 'private' } as const;
const OfRecord = z.object({ group: z.string(), record: Id });
/** A record as it stood when the button was shown. Buttons of an earlier release carry no version, and count as outdated. */
const AsShown = OfRecord.extend({ version: z.coerce.number().int().default(0) });
const shown = (r: ConsultationRecord, note: Parameters<typeof show>[2] = null) =>
  show('record.show', { group: r.group, record: r.id }, note);
const outdated = (r: ConsultationRecord) => decided(shown(r, say('record.changed')));

/** The raw texts of a record: from memory, else what was kept. The names of those who advised stay in them. */
const rawTexts = ({ raw, fields, keep }: Before, colleagues: readonly string[]): Raw => ({
  ...(raw ?? rawOf(fields, { keep })),
  colleagues,
});

/** The texts of a record as a review leaves them. */
function textsOfReview(r: ConsultationRecord, fields: Fields, locale: string) {
  const texts = textsFrom(fields);
  return { ...texts, guidance: storedAdvice(texts.guidance, r.sources, locale) };
}

/** Which doubtful words stay in a record, as "not about a client". */
export const keepInRecord = command({
  ...common,
  name: 'record.keep',
  scans: true,
  input: AsShown.extend({ chosen: z.string().default('') }),
  decide: async (input, ctx) => {
    const r = await myRecord(ctx, input.record);
    if ('refused' in r) return r;
    if (r.status === 'final') return refusal('recordFinal');
    if (r.version !== input.version) return outdated(r);
    const raw = rawTexts(await recordBefore(ctx, r), await colleagueNames(ctx, r.consultants));
    const chosen = new Set(input.chosen.split(','));
    const lexicon = lexiconFor(ctx.lexicon, r.topic);
    const keep = review(raw, lexicon)
      .doubts.filter((_, i) => chosen.has(String(i)))
      .map((d) => d.key);
    const next = { ...raw, keep };
    return decided(shown(r), {
      changes: [
        put(Records, {
          ...r,
          ...textsOfReview(r, review(next, lexicon).fields, ctx.locale),
          version: r.version + 1,
        }),
      ],
      drafts: [{ keep: r.id, value: next }],
    });
  },
});

export const saveDetails = command({
  ...common,
  name: 'record.details.save',
  opensWith: 'record.details',
  scans: true,
  input: OfRecord.extend({
    facts: z.string().trim().max(textLimits.facts).default(''),
    codes: z.string().trim().max(textLimits.codes).default(''),
    risk: z
      .string()
      .default('')
      .transform((t) => t.split(',').filter((x) => x !== ''))
      .pipe(z.array(z.enum(riskFlags))),
    actions: z
      .string()
      .default('')
      .transform((typed, ctx) => {
        const lines = linesOf(typed);
        if (lines.length > 10 || lines.some((l) => l.length > 200))
          ctx.addIssue(fieldIssue(say('record.actions.error')));
        return lines;
      }),
    charted: z.enum(['yes', 'no']).default('no'),
  }),
  refill: async (values, errors) =>
    detailsForm({ group: values.group ?? '', record: values.record ?? '' }, values, errors),
  decide: async (input, ctx) => {
    const r = await myRecord(ctx, input.record);
    if ('refused' in r) return r;
    if (r.status === 'final') return refusal('recordFinal');
    const from = await recordBefore(ctx, r);
    const { facts, codes } = input;
    const colleagues = await colleagueNames(ctx, r.consultants);
    const texts = { ...rawTexts(from, colleagues).fields, facts, codes, actions: input.actions.join('\n') };
    const standing = await standingIn(ctx, r.consultation === null ? null : await consultationIn(ctx, r.consultation));
    const now = edited(texts, from, lexiconFor(ctx.lexicon, r.topic), { colleagues, standing });
    const changed = {
      ...r,
      ...textsOfReview(r, now.draft.fields, ctx.locale),
      unsure: now.draft.unsure,
      version: r.version + 1,
      riskFlags: input.risk.length > 0 ? input.risk : (['not_stated'] as ConsultationRecord['riskFlags']),
      charted: input.charted === 'yes',
    };
    const stands = standsAsTyped({ facts, codes, actions: texts.actions }, now);
    // With a risk, the record begins with whom to call.
    return decided(
      stands && !atRisk(changed) ? saidOfRecord(changed, { of: 'saved' }) : shown(r, say('record.saved')),
      {
        changes: [put(Records, changed)],
        drafts: [{ keep: r.id, value: now.raw }],
      },
    );
  },
});

/** Its owner looked at a record in which hidden words may be back. */
export const lookedAtRecord = command({
  ...common,
  name: 'record.looked',
  input: AsShown,
  decide: async (input, ctx) => {
    const r = await myRecord(ctx, input.record);
    if ('refused' in r) return r;
    if (r.version !== input.version) return outdated(r);
    return decided(shown(r), { changes: [put(Records, { ...r, unsure: false })] });
  },
});

/** Final: from here on only amendments. */
export const finish = command({
  ...common,
  name: 'record.finish',
  input: AsShown,
  decide: async (input, ctx) => {
    const r = await myRecord(ctx, input.record);
    if ('refused' in r) return r;
    if (r.status === 'final') return decided(saidOfRecord(r, { of: 'saved' }));
    if (missingToFinish(r).length > 0) return refusal('recordIncomplete');
    if (r.version !== input.version) return outdated(r);
    if (r.unsure) return decided(shown(r, say('refusal.lookFirst')));
    return decided(saidOfRecord(r, { of: 'saved' }), {
      changes: [put(Records, { ...r, status: 'final', finalAt: ctx.now })],
      drafts: [{ forget: r.id }],
    });
  },
});

export const discardRecord = command({
  ...common,
  name: 'record.discard',
  input: OfRecord.extend(logPlace),
  decide: async (input, ctx) => {
    const r = await myRecord(ctx, input.record);
    if ('refused' in r) return r;
    const also = await ctx.raise('onLogRemoved', { ids: [r.id] });
    return decided(show('consult.records', { group: r.group, ...placeValues(input) }, say('record.discarded')), {
      ...also,
      changes: [...deletion(ctx, r), ...also.changes],
      due: [await noFollowUp(ctx, r.id), ...also.due],
      drafts: [{ forget: r.id }],
    });
  },
});
