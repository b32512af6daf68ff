import { say } from '../../../i18n/message.ts';
import type { Contribution } from '../../../runtime/hooks.ts';
import { allOf } from '../../../storage/find-all.ts';
import { dateOf } from '../../../time/time.ts';
import { Consultations, Replies } from '../model.ts';
import { allMyRecords } from '../record/own-records.ts';

/**
 * What I asked, answered and recorded in a month. Without my name is left out: beside a name, a number could tell of it to
 * whoever looks on.
 */
export const monthPart: Contribution<'monthPart'> = async (ctx, { group, from, to, zone }) => {
  if (!group.features.includes('consultation')) return null;
  const here = (date: string): boolean => date >= from && date <= to;
  const mine = { equal: ctx.me };
  const asked = (await allOf(ctx.read, Consultations, 'person', mine)).filter((c) => here(dateOf(c.askedAt, zone)));
  const answered = (await allOf(ctx.read, Replies, 'person', mine)).filter((r) => here(dateOf(r.at, zone)));
  const records = (await allMyRecords(ctx)).filter((r) => here(r.on.date));
  const minutes = records.reduce((sum, r) => sum + r.minutes, 0);
  return {
    title: say('month.consultation'),
    rows: [
      [say('month.asked'), say('month.count', { n: asked.length })],
      [say('month.answered'), say('month.count', { n: answered.length })],
      [say('month.records'), say('month.count', { n: records.length })],
      ...(minutes === 0 ? [] : [[say('month.minutes'), say('record.length', { minutes })] as const]),
    ],
    note: say('month.consultation.note'),
  };
};
