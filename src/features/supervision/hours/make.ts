import type { Context } from '../../../runtime/context.ts';
import { daysBetween } from '../../../time/time.ts';
import { todayIn } from '../agreement/find.ts';
import { type Agreement, canSign, isSigned } from '../agreement/model.ts';
import { lateDays, type SupervisionEntry } from '../model.ts';
import { type Choice, isAfterNotice } from './input.ts';

/** What makes an entry, once every part of it was checked. */
export interface Making
  extends Pick<SupervisionEntry, 'date' | 'minutes' | 'start' | 'groupSize' | 'site'>,
    Partial<Pick<SupervisionEntry, 'observed' | 'restricted' | 'topics' | 'feedback' | 'directives'>> {
  readonly choice: Choice;
  readonly format: SupervisionEntry['format'];
  /** Sent to the supervisor at once, where somebody signs here and gave no notice for that day. */
  readonly submit: boolean;
}

/** A new entry of mine. What belongs to supervision only is left out of other work. */
export function madeEntry(ctx: Context, a: Agreement, of: Making, id: string = ctx.ids.next()): SupervisionEntry {
  const { activity, modality } = of.choice;
  const submits = of.submit && canSign(a) && !isAfterNotice(a, of.date);
  const status = !isSigned(a) ? 'noted' : submits ? 'submitted' : 'draft';
  return {
    id,
    supervisee: ctx.me,
    supervisor: a.supervisor,
    agreement: a.id,
    entryType: activity.group,
    date: of.date,
    start: of.start,
    zone: a.zone,
    minutes: of.minutes,
    modality,
    groupSize: modality === 'group' ? of.groupSize : null,
    format: modality === null ? null : of.format,
    site: of.site,
    activity: activity.id,
    observed: of.observed ?? null,
    restricted: of.restricted ?? false,
    topics: of.topics ?? '',
    feedback: of.feedback ?? '',
    directives: of.directives ?? '',
    status,
    attestation: 'none',
    excluded: '',
    writtenAt: ctx.now,
    late: isLate(of.date, ctx.now, a),
    submittedAt: status === 'submitted' ? ctx.now : null,
    signedAt: null,
    returned: null,
    replaces: null,
    told: 0,
    salt: ctx.ids.next(),
  };
}

/** Whether an entry of this day was written so much later that it is marked. */
export const isLate = (date: string, writtenAt: number, a: Agreement): boolean =>
  daysBetween(date, todayIn({ now: writtenAt }, a)) > lateDays;
