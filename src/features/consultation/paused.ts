import { say } from '../../i18n/message.ts';
import type { DueChange } from '../../runtime/decision.ts';
import type { Hook } from '../../runtime/hooks.ts';
import { dateOf } from '../../time/time.ts';
import { body, card } from '../../view/build.ts';
import { Groups } from '../group/model.ts';
import { myConsultations } from './authorship.ts';
import { Consultations } from './model.ts';
import { followUpJob, noFollowUp } from './record/follow-up.ts';
import { allMyRecords } from './record/own-records.ts';

/** Dates between which somebody is away: `until` is the first day back, or null where it is open. */
interface Away {
  readonly from: string;
  readonly until: string | null;
}

export const isAway = (date: string, away: Away | null): boolean =>
  away !== null && date >= away.from && (away.until === null || date < away.until);

/** Reminders of follow-up dates: off for days away, on for days to come. The record shows as due all the same. */
export const followUpsPaused: Hook<'onAway'> = async (ctx, { away, zone }) => {
  const today = dateOf(ctx.now, zone);
  const due: DueChange[] = [];
  const records = (await allMyRecords(ctx)).filter((r) => r.followUpOn !== null);
  const groups = await ctx.read.getMany(
    Groups,
    records.map((r) => r.group),
  );
  const abouts = await ctx.read.getMany(
    Consultations,
    records.map((r) => r.consultation ?? ''),
  );
  for (const [i, r] of records.entries()) {
    const group = groups[i];
    if (r.followUpOn === null || !group) continue;
    if (isAway(r.followUpOn, away)) due.push(await noFollowUp(ctx, r.id));
    else if (r.followUpOn > today) due.push(...(await followUpJob({ ...ctx, group }, r, abouts[i] ?? null)));
  }
  return { due };
};

/** Only where the person asked under their name: told everywhere at once, it would join anonymous questions to them. */
export const threadsTold: Hook<'onAway'> = async (ctx, { tell }) => {
  if (!tell) return {};
  const open = (await myConsultations(ctx)).filter((c) => c.status === 'open' && c.author.as === 'me');
  const view = card(say('away.thread'), [body(say('away.thread'))]);
  return {
    sends: open.map((c) => ({
      post: view,
      id: ctx.ids.next(),
      to: { is: 'thread', row: c.rows.card },
      subject: c.id,
      notBefore: ctx.now,
    })),
  };
};
