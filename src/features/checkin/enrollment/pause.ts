import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, type Context, groupOf } from '../../../runtime/context.ts';
import { decided, put, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { checkedValue, dateReading, problemOf } from '../../../runtime/typed-fields.ts';
import { dateOf, instantOf } from '../../../time/time.ts';
import { dateField, form, refilled, switchField } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { askedAnew, unsent } from '../asking.ts';
import { type Enrolment, Enrolments } from '../model.ts';
import { myEnrolment } from '../own.ts';
import { isAway } from '../schedule.ts';
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
  refill: async (values, errors, ctx) => {
    const e = await myEnrolment(ctx);
    return e === null ? notYet(ctx) : refilled(awayForm(ctx, e), values, errors);
  },
  check: async (input, ctx) => {
    const e = await myEnrolment(ctx);
    if (e === null) return {};
    const { from, until, today } = daysAway(input, ctx, e);
    const past = 'value' in from && from.value < today ? say('checkin.away.past') : null;
    const both = until !== null && 'value' in until && 'value' in from;
    const order = both && until.value <= from.value ? say('checkin.away.order') : null;
    return found({ from: problemOf(from) ?? past, until: until && (problemOf(until) ?? order) });
  },
  decide: async (input, ctx) => {
    const before = await myEnrolment(ctx);
    if (before === null) return notYet(ctx);
    const days = daysAway(input, ctx, before);
    const [from, until] = [checkedValue(days.from), days.until && checkedValue(days.until)];
    return paused(ctx, { ...before, away: { from, until } }, input.tell === 'yes');
  },
});

/** The days of the form as they are read: from today where none is given, and until the person says. */
function daysAway(input: { from?: string; until?: string }, ctx: Asked, e: Enrolment) {
  const today = dateOf(ctx.now, e.zone);
  const about = { today, locale: ctx.locale, toward: 'future' } as const;
  return {
    today,
    from: input.from ? dateReading(input.from, about, 'away') : { value: today },
    until: input.until ? dateReading(input.until, about, 'back') : null,
  };
}

/** Nothing is asked, no follow-up that the person set comes due meanwhile, and nothing piles up for their return. */
async function paused(ctx: Context, e: Enrolment, tell: boolean) {
  const others = await ctx.raise('onPaused', { away: e.away, zone: e.zone, tell });
  // With a first day back, they resume by themselves.
  const says = e.away?.until ? say('checkin.pausedUntil') : say('checkin.paused');
  return decided(show('checkin.mine', { group: groupOf(ctx).id }, says), {
    changes: [
      put(Enrolments, e),
      ...(e.away === null ? [] : await unsent(ctx, instantOf(e.away.from, '00:00', e.zone))),
      ...others.changes,
    ],
    sends: others.sends,
    due: [...(await askedAnew(ctx, e)), ...others.due],
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
    const others = await ctx.raise('onPaused', { away: null, zone: e.zone, tell: false });
    return decided(show('checkin.mine', { group: groupOf(ctx).id }, say('checkin.resumed')), {
      changes: [put(Enrolments, e), ...others.changes],
      sends: others.sends,
      due: [...(await askedAnew(ctx, e)), ...others.due],
    });
  },
});

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
