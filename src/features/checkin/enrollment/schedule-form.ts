import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { type Change, decided, drop, put, show } from '../../../runtime/decision.ts';
import { fieldIssue, found } from '../../../runtime/field-errors.ts';
import { command, query, slash } from '../../../runtime/route.ts';
import { checkedValue, clockReading, problemOf, shownTime, zoneReading } from '../../../runtime/typed-fields.ts';
import type { Kind } from '../../../storage/kind.ts';
import { readCount } from '../../../time/typed-text.ts';
import { form, option, pickField, refilled, switchField, textField } from '../../../view/build.ts';
import type { Form } from '../../../view/view.ts';
import { askedAnew, unsent } from '../asking.ts';
import { type Enrolment, Enrolments, keep, type Pulse, Pulses, type Result, Results } from '../model.ts';
import { keptUntil, myEnrolment, myPulses, myResults } from '../own.ts';
import { instrumentOf } from '../settings.ts';
import { common, notYet, OfGroup } from './start.ts';

/** `/checkin schedule` */
export const schedule = query({
  ...common,
  name: 'checkin.schedule',
  ack: 'form',
  slash: slash('checkin', 'schedule', 'checkin.help.schedule'),
  input: OfGroup,
  show: async (_input, ctx) => {
    const e = await myEnrolment(ctx);
    return e === null ? notYet(ctx) : scheduleForm(ctx, e);
  },
});

const Days = z.string().transform((typed, ctx) => {
  const days = readCount(typed);
  if (days !== null && days >= keep.least && days <= keep.most) return days;
  ctx.addIssue(fieldIssue(say('checkin.schedule.keep.error')));
  return z.NEVER;
});

const ScheduleInput = z.object({
  group: z.string(),
  day: z.enum(['1', '2', '3', '4', '5', '6', '7']).transform(Number),
  time: z.string(),
  zone: z.string(),
  by: z.enum(['direct', 'home']),
  remind: z.enum(['yes', 'no']).default('no'),
  monthly: z.string().default('none'),
  extra: z.string().default(''),
  keepDays: Days,
});

export const saveSchedule = command({
  ...common,
  name: 'checkin.schedule.save',
  opensWith: 'checkin.schedule',
  ack: 'private',
  input: ScheduleInput,
  refill: async (values, errors, ctx) => {
    const e = await myEnrolment(ctx);
    return refilled(scheduleForm(ctx, e), values, errors);
  },
  check: async ({ day, time, zone }, ctx) =>
    found({
      day: day !== undefined && day > 5 && groupOf(ctx).quiet.weekends ? say('checkin.schedule.weekend') : null,
      time: time === undefined ? null : problemOf(clockReading(time, ctx.locale)),
      zone: zone === undefined ? null : problemOf(zoneReading(zone)),
    }),
  decide: async (input, ctx) => {
    const before = await myEnrolment(ctx);
    if (before === null) return notYet(ctx);
    const group = groupOf(ctx);
    const monthly = instrumentOf(ctx.checkins, input.monthly);
    const optional = monthly?.subscales.filter((s) => s.optional).map((s) => s.id) ?? [];
    const e: Enrolment = {
      ...before,
      day: input.day,
      time: checkedValue(clockReading(input.time, ctx.locale)),
      zone: checkedValue(zoneReading(input.zone)),
      by: input.by,
      remind: input.remind === 'yes',
      monthly: monthly?.id ?? null,
      extra: input.extra.split(',').filter((id) => optional.includes(id)),
      keepDays: input.keepDays,
    };
    return decided(show('checkin.mine', { group: group.id }, say('checkin.schedule.saved')), {
      changes: [
        put(Enrolments, e),
        ...(e.by === 'home' ? await unsent(ctx) : []),
        ...(e.keepDays === before.keepDays ? [] : await keptFor(ctx, e.keepDays)),
      ],
      due: await askedAnew(ctx, e),
    });
  },
});

/** A shorter or longer time holds for what is there already, too: what has outlived it goes at once. */
async function keptFor(ctx: Asked, days: number): Promise<Change[]> {
  const of = <T extends Pulse | Result>(kind: Kind<T>, all: readonly T[]): Change[] =>
    all.map((one) => {
      const until = keptUntil(one.at, days);
      return until <= ctx.now ? drop(kind, one.id) : put(kind, { ...one, until });
    });
  return [...of(Pulses, await myPulses(ctx)), ...of(Results, await myResults(ctx))];
}

function scheduleForm(ctx: Asked, e: Enrolment | null): Form {
  const group = groupOf(ctx);
  const { instruments } = ctx.checkins;
  const extras = instruments.flatMap((i) => i.subscales.filter((s) => s.optional));
  const text = (name: string) => say('checkin.text', { text: name });
  return form({
    title: say('checkin.schedule.title'),
    fields: [
      pickField(
        'day',
        say('checkin.schedule.day'),
        [1, 2, 3, 4, 5, 6, 7].map((day) => option(String(day), say('checkin.schedule.dayName', { day }))),
        { required: true, value: String(e?.day ?? '') },
      ),
      textField(
        'time',
        say('checkin.schedule.time'),
        { max: 20 },
        { required: true, value: e ? shownTime(e.time, ctx.locale) : '', hint: say('checkin.schedule.time.hint') },
      ),
      textField(
        'zone',
        say('checkin.schedule.zone'),
        { max: 64, suggest: 'zones' },
        { required: true, value: e?.zone ?? group.zone },
      ),
      pickField(
        'by',
        say('checkin.schedule.by'),
        [option('direct', say('checkin.schedule.direct')), option('home', say('checkin.schedule.home'))],
        { required: true, value: e?.by ?? '' },
      ),
      switchField('remind', say('checkin.schedule.remind'), { value: e?.remind ? 'yes' : 'no' }),
      textField(
        'keepDays',
        say('checkin.schedule.keep'),
        { max: 3 },
        { required: true, value: String(e?.keepDays ?? keep.usual) },
      ),
      pickField(
        'monthly',
        say('checkin.schedule.monthly'),
        [option('none', say('checkin.schedule.monthlyNone')), ...instruments.map((i) => option(i.id, text(i.name)))],
        { value: e?.monthly ?? 'none' },
      ),
      ...(extras.length === 0
        ? []
        : [
            pickField(
              'extra',
              say('checkin.schedule.extra'),
              extras.map((s) => option(s.id, text(s.name))),
              { many: true, value: e?.extra.join(',') ?? '', hint: say('checkin.schedule.extra.hint') },
            ),
          ]),
    ],
    submit: say('checkin.schedule.save'),
    do: 'checkin.schedule.save',
    with: { group: group.id },
  });
}
