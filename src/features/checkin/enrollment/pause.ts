import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, type Context, groupOf } from '../../../runtime/context.ts';
import { type DueChange, decided, put, show } from '../../../runtime/decision.ts';
import type { Send } from '../../../runtime/outbox/enqueue.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { dateOf, instantOf, readDate } from '../../../time/time.ts';
import { dateField, form, refilled, switchField } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { myConsultations } from '../../consultation/authorship.ts';
import { Consultations } from '../../consultation/model.ts';
import { followUpJob } from '../../consultation/record/follow-up.ts';
import { allMyRecords } from '../../consultation/record/own-records.ts';
import { Groups } from '../../group/model.ts';
import { askedAnew, unsent } from '../asking.ts';
import { type Enrolment, Enrolments } from '../model.ts';
import { myEnrolment } from '../own.ts';
import { isAway } from '../schedule.ts';
import { awayCard } from './away-view.ts';
import { common, notYet, OfGroup } from './start.ts';

/** `/checkin pause`, and the button on every question: at once, until the person says. */
export const pause = command({
  ...common,
  name: 'checkin.pause',
  ack: 'private',
  slash: slash('checkin', 'pause', 'checkin.help.pause'),
  input: OfGroup,
  decide: async (_input, ctx) => {
    const before = await myEnrolment(ctx);
    if (before === null) return notYet(ctx);
    const today = dateOf(ctx.now, before.zone);
    const away = before.away !== null && isAway(today, before.away) ? before.away : { from: today, until: null };
    return paused(ctx, { ...before, away }, false);
  },
});

/** Away between dates: a vacation. */
export const away = query({
  ...common,
  name: 'checkin.away',
  ack: 'form',
  input: OfGroup,
  show: async (_input, ctx) => {
    const e = await myEnrolment(ctx);
    return e === null ? notYet(ctx) : awayForm(ctx, e);
  },
});

export const saveAway = command({
  ...common,
  name: 'checkin.away.save',
  ack: 'private',
  input: z.object({
    group: z.string(),
    from: z.string().trim().default(''),
    until: z.string().trim().default(''),
    tell: z.enum(['yes', 'no']).default('no'),
  }),
  decide: async (input, ctx) => {
    const before = await myEnrolment(ctx);
    if (before === null) return notYet(ctx);
    const today = dateOf(ctx.now, before.zone);
    const from = input.from === '' ? today : readDate(input.from, today);
    const until = input.until === '' ? null : readDate(input.until, today);
    const wrong = {
      ...(from === null ? { from: say('field.date') } : from < today ? { from: say('checkin.away.past') } : {}),
      ...(input.until !== '' && until === null
        ? { until: say('field.date') }
        : until !== null && from !== null && until <= from
          ? { until: say('checkin.away.order') }
          : {}),
    };
    if (from === null || Object.keys(wrong).length > 0) {
      return { again: refilled(awayForm(ctx, before), input, wrong), note: say('form.pleaseCheck') };
    }
    return paused(ctx, { ...before, away: { from, until } }, input.tell === 'yes');
  },
});

/** Nothing is asked, no follow-up that the person set comes due meanwhile, and nothing piles up for their return. */
async function paused(ctx: Context, e: Enrolment, tell: boolean) {
  return decided(show('checkin.mine', { group: groupOf(ctx).id }, say('checkin.paused')), {
    changes: [
      put(Enrolments, e),
      ...(e.away === null ? [] : await unsent(ctx, instantOf(e.away.from, '00:00', e.zone))),
    ],
    sends: tell ? await tellThreads(ctx) : [],
    due: [...(await askedAnew(ctx, e)), ...(await followUps(ctx, e))],
  });
}

/** Back: the next question is the next planned one; whatever fell into the time away is not mentioned. */
export const resume = command({
  ...common,
  name: 'checkin.resume',
  ack: 'private',
  input: OfGroup,
  decide: async (_input, ctx) => {
    const before = await myEnrolment(ctx);
    if (before === null) return notYet(ctx);
    const e: Enrolment = { ...before, away: null };
    return decided(show('checkin.mine', { group: groupOf(ctx).id }, say('checkin.resumed')), {
      changes: [put(Enrolments, e)],
      due: [...(await askedAnew(ctx, e)), ...(await followUps(ctx, e))],
    });
  },
});

/** Reminders of follow-up dates: off for days away, on for days to come. The record shows as due all the same. */
async function followUps(ctx: Context, e: Enrolment): Promise<DueChange[]> {
  const today = dateOf(ctx.now, e.zone);
  const changes: DueChange[] = [];
  for (const r of await allMyRecords(ctx)) {
    if (r.followUpOn === null) continue;
    const group = await ctx.read.get(Groups, r.group);
    if (group === null) continue;
    if (isAway(r.followUpOn, e.away)) changes.push({ cancel: 'record.followUp', subject: r.id });
    else if (r.followUpOn > today) {
      const about = r.consultation === null ? null : await ctx.read.get(Consultations, r.consultation);
      changes.push(...followUpJob({ ...ctx, group }, r, about));
    }
  }
  return changes;
}

/** Only where the person asked under their name: told everywhere at once, it would join anonymous questions to them. */
async function tellThreads(ctx: Context): Promise<Send[]> {
  const open = (await myConsultations(ctx)).filter((c) => c.status === 'open' && c.author.as === 'me');
  return open.map((c) => ({
    post: awayCard,
    id: ctx.ids.next(),
    to: { is: 'thread', row: c.rows.card },
    subject: c.id,
    notBefore: ctx.now,
  }));
}

function awayForm(ctx: Asked, e: Enrolment): Form {
  return form({
    title: say('checkin.away.title'),
    fields: [
      dateField('from', say('checkin.away.from'), { value: e.away?.from ?? dateOf(ctx.now, e.zone) }),
      dateField('until', say('checkin.away.until'), {
        value: e.away?.until ?? '',
        hint: say('checkin.away.until.hint'),
      }),
      switchField('tell', say('checkin.away.tell'), { hint: say('checkin.away.tell.hint') }),
    ],
    submit: say('checkin.away.save'),
    do: 'checkin.away.save',
    with: { group: groupOf(ctx).id },
  });
}
