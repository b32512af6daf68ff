import { type Msg, say } from '../../../i18n/message.ts';
import { type Asked, type Context, groupOf } from '../../../runtime/context.ts';
import { decided, type Outcome, put, type Show, show } from '../../../runtime/decision.ts';
import { madeBy } from '../../../runtime/form-token.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { dateOf } from '../../../time/time.ts';
import { isMine } from '../authorship.ts';
import { checked, type Edited } from '../case/edited.ts';
import { type Reported, withReported } from '../case/reported.ts';
import { lexiconFor, type Raw, review } from '../case/review.ts';
import { consultationIn } from '../find.ts';
import type { Consultation } from '../model.ts';
import { closedBy } from '../thread/close.ts';
import { outcomeDraft } from '../thread/outcome.ts';
import { outcomeReminder } from '../thread/outcome-reminder.ts';
import { asTyped, chosenIn, dayIn } from './closing-choices.ts';
import { followUpJob } from './follow-up.ts';
import { type RecordForm, recordForm, shortNames } from './forms.ts';
import { type ConsultationRecord, missingToFinish, Records } from './model.ts';
import { wasDeleted } from './own-records.ts';
import { problems } from './problems.ts';
import { type Closing, lineOf, saidOfRecord } from './said.ts';
import { SaveInput } from './save-input.ts';
import { standsAsTyped } from './stands.ts';
import { type Subject, written, zoneOf } from './write.ts';

/**
 * Saves a record; from a thread, it closes that too. It is final at once when it is whole and stands as it was typed. Else it
 * stays a draft: its owner looks at what the filter replaced before anything is locked.
 */
export const saveRecord = command({
  name: 'record.save',
  opensWith: 'record.edit',
  scans: true,
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: SaveInput,
  refill: async (values, errors, ctx) => formAgain(ctx, values, errors),
  check: async (sent, ctx) => {
    const input = withDay(sent, ctx);
    const before = input.record ? await ctx.read.get(Records, input.record) : null;
    const today = dateOf(ctx.now, zoneOf(ctx));
    return {
      ...(input.form !== 'close' && input.question === undefined ? { question: say('field.required') } : {}),
      // Nothing is to be shared of a decision that is not there; the form that closes is the only one that can.
      ...(input.share === 'yes' && input.decision === '' ? { decision: say('record.decision.share') } : {}),
      ...problems(input, { before, me: ctx.me, today, locale: ctx.locale }),
    };
  },
  decide: async (sent, ctx): Promise<Outcome> => {
    const input = withDay(sent, ctx);
    const before = input.record ? await ctx.read.get(Records, input.record) : null;
    if (input.record && before === null) return refusal('gone');
    if (before?.status === 'final') return refusal('recordFinal');
    const about = await aboutOf(ctx, input.consultation ?? before?.consultation ?? null);
    // A record that I have keeps its thread, also when nothing shows any more that I asked.
    if (about && about.id !== before?.consultation && !(await isMine(ctx, about))) return refusal('notYours');
    const own = before === null ? await madeBy(ctx, 'record', input.once) : null;
    if (own !== null && (await wasDeleted(ctx, own))) return refusal('gone');
    const made = own === null ? null : await ctx.read.get(Records, own);
    return save(ctx, input, {
      // Other texts under the same form, opened in the same moment, are another record.
      id: before?.id ?? (made === null ? own : null) ?? ctx.ids.next(),
      ...{ before, made, about },
    });
  },
});

const aboutOf = async (ctx: Context, id: string | null): Promise<Consultation | null> =>
  id === null ? null : consultationIn(ctx, id);

/** A day to look again that was chosen before the form was opened counts from today. */
const withDay = <T extends Partial<SaveInput>>(sent: T, ctx: Asked): T =>
  sent.inDays === undefined ? sent : { ...sent, followUp: dayIn(sent.inDays, dateOf(ctx.now, zoneOf(ctx))) };

function formAgain(ctx: Asked, values: Readonly<Record<string, string>>, errors: Readonly<Record<string, Msg>>) {
  const of: RecordForm = SaveInput.shape.form.parse(values.form);
  // After a meeting these are no fields, as the meeting says them.
  const said = of === 'presented' ? ['date', 'minutes', 'mode', 'draft'] : [];
  const names = ['consultation', 'record', 'once', ...said];
  const to = Object.fromEntries(names.flatMap((k) => (values[k] ? [[k, values[k]]] : [])));
  const today = dateOf(ctx.now, zoneOf(ctx));
  // Where its part of the form did not come along, the day is today, as when the form was first opened.
  const date = of === 'log' ? { date: today } : {};
  const chosen = of === 'close' ? chosenIn(values) : null;
  // What is wrong with a field that the short form leaves out can be mended only in the one that asks for everything.
  const isShort = chosen !== null && Object.keys(errors).every((name) => shortNames.includes(name));
  return recordForm(
    of,
    { group: groupOf(ctx).id, ...to, ...(isShort ? chosen : null) },
    { ...date, ...values, ...(chosen === null ? null : asTyped(chosen, today)) },
    errors,
  );
}

/** The same form sent twice: there is one record, and it is shown. */
const sameTexts = (a: ConsultationRecord, b: ConsultationRecord): boolean =>
  a.question === b.question && a.guidance === b.guidance && a.decision === b.decision && a.rationale === b.rationale;

async function save(ctx: Context, input: SaveInput, of: Subject): Promise<Outcome> {
  const { about, made } = of;
  const { record: draft, now, reported } = await written(ctx, input, of);
  const shares = input.share === 'yes' && about !== null && draft.decision !== '';
  const shared = shares ? sharedDecision(ctx, about, now, reported) : null;
  // What is asked about in the outcome is a question to the record that says the same.
  const stands = standsAsTyped(typedIn(input), now) && !shared?.inDoubt;
  const locks = input.draft === 'no' && missingToFinish(draft).length === 0 && stands;
  const record: ConsultationRecord = locks ? { ...draft, status: 'final', finalAt: ctx.now } : draft;
  if (made !== null && sameTexts(made, record)) return decided(answerOf(made, input, now, 'no'));
  const closes =
    about !== null && about.status === 'open'
      ? await closedBy(ctx, about)
      : { changes: [], sends: [], due: [], soon: false };
  return decided(
    shared
      ? show(
          'consult.preview',
          { group: record.group, draft: shared.outcome.id },
          locks ? say('record.lockedShare') : say('record.savedShare', { why: whyOpen(record, input.draft === 'yes') }),
        )
      : answerOf(record, input, now, closes.soon ? 'soon' : closes.changes.length > 0 ? 'now' : 'no'),
    {
      changes: [put(Records, record), ...closes.changes, ...(shared?.outcome.changes ?? [])],
      sends: closes.sends,
      due: [
        ...closes.due,
        ...(await followUpJob(ctx, record, about)),
        ...(shared && about ? outcomeReminder(ctx, about, shared.outcome.id) : []),
      ],
      drafts: [
        locks ? { forget: record.id } : { keep: record.id, value: now.raw },
        ...(shared ? [{ keep: shared.outcome.id, value: shared.raw }] : []),
      ],
    },
  );
}

const typedIn = ({ question, guidance, decision, rationale }: SaveInput) => ({
  question,
  guidance,
  decision,
  rationale,
});

/** One line, or the record itself where the filter changed what was typed: its owner has not read that yet. */
function answerOf(r: ConsultationRecord, input: SaveInput, now: Edited, closed: Closing): Show {
  if (standsAsTyped(typedIn(input), now)) return saidOfRecord(r, { of: 'saved', closed });
  const isWhole = missingToFinish(r).length === 0;
  const note =
    input.draft === 'no' && isWhole && !r.unsure
      ? say(now.seen.named.length > 0 || now.seen.foreign ? 'record.readFirst' : 'record.lookFirst')
      : lineOf(r, closed);
  return show('record.show', { group: r.group, record: r.id }, note);
}

/** Why a record is not locked, although its form says "Finish and lock". */
const whyOpen = (record: ConsultationRecord, asAsked: boolean) =>
  asAsked ? 'asked' : missingToFinish(record).length > 0 ? 'missing' : 'words';

/** The decision for the group to read: the names of colleagues, which stay in the record, are taken out of it too. */
function sharedDecision(ctx: Context, about: Consultation, now: Edited, reported: Reported) {
  // Whoever the record names has the same placeholder here.
  const known = now.seen.rows.map(({ surface, placeholder }) => ({ surface, placeholder }));
  const standing = { taken: now.raw.standing?.taken ?? [], known };
  const whole: Raw = { ...now.raw, fields: { text: now.raw.fields.decision ?? '' }, colleagues: [], standing };
  const lexicon = lexiconFor(ctx.lexicon, about.topic);
  // What was kept in a record of before a report was kept for its owner alone.
  const raw = withReported(whole, { ...reported, seen: false }, lexicon);
  const seen = review(raw, lexicon);
  const decision = checked(seen, now.draft.chosen, now.draft.unsure);
  const inDoubt = seen.doubts.some(({ kept }) => !kept);
  return { raw, inDoubt, outcome: outcomeDraft(ctx, about, decision, reported) };
}
