import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, type Context, groupOf } from '../../../runtime/context.ts';
import { type Change, type Decision, type DueChange, decided, put, show } from '../../../runtime/decision.ts';
import { found } from '../../../runtime/field-errors.ts';
import type { Hook } from '../../../runtime/hooks.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { checkedValue, dateReading, problemOf } from '../../../runtime/typed-fields.ts';
import { dateOf, instantOf } from '../../../time/time.ts';
import { dateField, form, quiet, refilled } from '../../../view/build.ts';
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
    return paused(ctx, { ...before, away });
  },
});

/** Not asked between dates. Like every pause, it changes nothing but the person's own check-ins. */
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
    return paused(ctx, { ...before, away: { from, until } });
  },
});

/** The days of the form as they are read: from today where none is given, and until the person says. */
function daysAway(input: { from?: string; until?: string }, ctx: Asked, e: Enrolment) {
  const today = dateOf(ctx.now, e.zone);
  const about = { today, locale: ctx.locale, toward: 'future' } as const;
  return {
    today,
    from: input.from ? dateReading(input.from, about, 'paused') : { value: today },
    until: input.until ? dateReading(input.until, about, 'back') : null,
  };
}

/** Nothing is asked, and nothing piles up for their return. Nobody else can tell: no other feature hears of it. */
async function paused(ctx: Context, e: Enrolment): Promise<Decision> {
  // With a first day back, they resume by themselves.
  const says = e.away?.until ? say('checkin.pausedUntil') : say('checkin.paused');
  return decided(show('checkin.mine', { group: groupOf(ctx).id }, says), await planned(ctx, e));
}

/** What becomes of questions when the pause of a person is as in `e`. */
const planned = async (ctx: Context, e: Enrolment): Promise<{ changes: Change[]; due: DueChange[] }> => ({
  changes: [put(Enrolments, e), ...(e.away === null ? [] : await unsent(ctx, instantOf(e.away.from, '00:00', e.zone)))],
  due: await askedAnew(ctx, e),
});

/** Whoever is away is asked nothing, and is asked again once they are back; a pause of its own stays as it is. */
export const checkinsAway: Hook<'onAway'> = async (ctx, { away: days }) => {
  const e = await myEnrolment(ctx);
  const last = ctx.member?.away ?? null;
  const own = e?.away != null && !(e.away.from === last?.from && e.away.until === last.until);
  return e === null || (own && (days === null || e.away?.until === null)) ? {} : planned(ctx, { ...e, away: days });
};

/** Back: the next question is the next planned one; whatever fell into the time away is not mentioned. */
export const resume = command({
  ...common,
  name: 'checkin.resume',
  ack: 'private',
  input: OfGroup,
  decide: async (_input, ctx) => {
    const before = await myEnrolment(ctx);
    if (before === null) return notYet(ctx);
    const says = say('checkin.resumed');
    return decided(
      show('checkin.mine', { group: groupOf(ctx).id }, says),
      await planned(ctx, { ...before, away: null }),
    );
  },
});

function awayForm(ctx: Asked, e: Enrolment): Form {
  const today = dateOf(ctx.now, e.zone);
  return form({
    title: say('checkin.away.title'),
    intro: [quiet(say('checkin.away.own'))],
    fields: [
      dateField('from', say('checkin.away.from'), {
        value: e.away !== null && e.away.from > today ? e.away.from : today,
      }),
      dateField('until', say('checkin.away.until'), {
        value: e.away?.until ?? '',
        hint: say('checkin.away.until.hint'),
      }),
    ],
    submit: say('checkin.away.save'),
    do: 'checkin.away.save',
    with: { group: groupOf(ctx).id },
  });
}
