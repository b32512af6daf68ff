import { say } from '../../../i18n/message.ts';
import type { Asked, Context } from '../../../runtime/context.ts';
import { type Decision, decided, isRefusal, put, type Refusal, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command } from '../../../runtime/route.ts';
import { checkedValue, clockReading } from '../../../runtime/typed-fields.ts';
import { readDuration } from '../../../time/typed-duration.ts';
import { readCount } from '../../../time/typed-text.ts';
import { agreementOf, common } from '../agreement/find.ts';
import type { Agreement } from '../agreement/model.ts';
import { Entries, type SupervisionEntry } from '../model.ts';
import { packOf } from '../packs.ts';
import { submittedJobs } from '../sign-off/submitted.ts';
import { entryOf, myEntries } from './entries.ts';
import { entryForm } from './form.ts';
import { choicesIn, dateReadingIn, EntryInput, minutesReading, problems } from './input.ts';
import { isLate, madeEntry } from './make.ts';

/** Saves an entry of mine, as a draft or submitted for signature. A signed one stays as it is: this makes the one that corrects it. */
export const saveHours = command({
  ...common,
  name: 'supervision.log.save',
  opensWith: 'supervision.log.edit',
  scans: true,
  ack: 'private',
  input: EntryInput,
  refill: async (values, errors, ctx) => {
    const a = await agreementOf(ctx, values.agreement ?? '', 'supervisee');
    if (isRefusal(a)) return a;
    const { entry } = values;
    const as = values.correct === 'yes' ? 'correct' : 'edit';
    return entryForm(ctx, a, entry ? { as, entry } : { as: 'new' }, values, errors);
  },
  check: async (input, ctx) => {
    const a = await agreementOf(ctx, input.agreement ?? '', 'supervisee');
    if (isRefusal(a)) return {};
    const mine = (await myEntries(ctx)).filter((e) => e.status !== 'void');
    const replaces = mine.find((e) => e.id === input.entry)?.replaces;
    const others = mine.filter((e) => e.id !== input.entry && e.id !== replaces);
    return found(problems(input, ctx, { agreement: a, pack: packOf(ctx, a.pack), others }));
  },
  decide: async (input, ctx): Promise<Decision | Refusal> => {
    const a = await agreementOf(ctx, input.agreement, 'supervisee');
    if (isRefusal(a)) return a;
    if (a.status !== 'active') return refusal('notConfirmed');
    const before = input.entry === undefined ? null : await entryOf(ctx, input.entry, 'supervisee');
    if (before !== null && isRefusal(before)) return before;
    if (before !== null && before.agreement.id !== a.id) return refusal('noEntry');
    const old = before?.entry ?? null;
    if (old !== null && (old.status === 'void' || (old.status === 'signed') !== (input.correct === 'yes')))
      return refusal('entrySigned');
    if (old?.status === 'signed' && (await hasCorrection(ctx, a, old.id))) return refusal('entryCorrected');
    const entry = entryFrom(input, ctx, a, old);
    const note = say('supervision.saved', { status: entry.status });
    return decided(show('supervision.entry', { group: a.group, entry: entry.id }, note), {
      changes: [put(Entries, entry)],
      due: entry.status === 'submitted' ? await submittedJobs(ctx, a, entry) : [],
    });
  },
});

/** One correction at a time. */
async function hasCorrection(ctx: Asked, a: Agreement, entry: string): Promise<boolean> {
  return (await myEntries(ctx)).some((e) => e.agreement === a.id && e.replaces === entry && e.status !== 'void');
}

function entryFrom(input: EntryInput, ctx: Context, a: Agreement, old: SupervisionEntry | null): SupervisionEntry {
  const pack = packOf(ctx, a.pack);
  const choice = choicesIn(a, pack).find(({ value }) => value === input.kind);
  const site = a.sites[Number(input.site)];
  if (choice === undefined || site === undefined) throw new Error('a choice was used before it was checked');
  const kept = input.correct === 'yes' ? null : old;
  const observed = readDuration(input.observed, 'minutes');
  const entry = madeEntry(ctx, a, {
    choice,
    site,
    date: checkedValue(dateReadingIn(input.date, ctx, a)),
    minutes: checkedValue(minutesReading(input.minutes, pack?.roundTo ?? 1)),
    start: input.start === '' ? null : checkedValue(clockReading(input.start, ctx.locale)),
    groupSize: readCount(input.groupSize),
    format: input.format,
    observed: observed === null ? null : { minutes: observed.minutes, how: input.observedHow },
    restricted: input.restricted === 'yes',
    topics: input.topics,
    feedback: input.feedback,
    directives: input.directives,
    submit: input.submit === 'yes',
  });
  const replaces = input.correct === 'yes' ? (old?.id ?? null) : (old?.replaces ?? null);
  if (kept === null) return { ...entry, replaces };
  const { id, writtenAt, returned } = kept;
  const late = isLate(entry.date, writtenAt, a);
  return { ...entry, id, writtenAt, late, replaces, returned: entry.status === 'submitted' ? null : returned };
}
