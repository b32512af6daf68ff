import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, type Context, groupOf, memberOf } from '../../runtime/context.ts';
import { type Decision, decided, put, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import { command, query, slash } from '../../runtime/route.ts';
import { checkedValue, dateReading, problemOf } from '../../runtime/typed-fields.ts';
import { allOf } from '../../storage/find-all.ts';
import { dateOf } from '../../time/time.ts';
import {
  action,
  actions,
  body,
  card,
  dateField,
  day,
  form,
  quiet,
  refilled,
  switchField,
  title,
} from '../../view/build.ts';
import type { Block, Form } from '../../view/view.ts';
import { type Member, Members } from './model.ts';

const common = { who: 'member' } as const;
const OfGroup = z.object({ group: z.string().optional() });

/**
 * `/curbside away`: a setting of its own, for every member. What colleagues see of it, a turn that somebody else takes, tells
 * nothing of check-ins, whose pause never comes here.
 */
export const away = query({
  ...common,
  name: 'curbside.away',
  ack: 'form',
  slash: slash('curbside', 'away', 'away.help'),
  input: OfGroup,
  show: async (_input, ctx) => awayForm(ctx),
});

export const saveAway = command({
  ...common,
  name: 'curbside.away.save',
  opensWith: 'curbside.away',
  ack: 'private',
  input: z.object({
    group: z.string(),
    from: z.string().trim().default(''),
    until: z.string().trim().default(''),
    tell: z.enum(['yes', 'no']).default('no'),
  }),
  refill: async (values, errors, ctx) => refilled(awayForm(ctx), values, errors),
  check: async (input, ctx) => {
    const { from, until, today } = daysAway(input, ctx);
    const past = 'value' in from && from.value < today ? say('away.past') : null;
    const both = until !== null && 'value' in until && 'value' in from;
    const order = both && until.value <= from.value ? say('away.order') : null;
    return found({ from: problemOf(from) ?? past, until: until && (problemOf(until) ?? order) });
  },
  decide: async (input, ctx) => {
    const { from, until } = daysAway(input, ctx);
    const days = { from: checkedValue(from), until: until && checkedValue(until) };
    return set(ctx, days, input.tell === 'yes');
  },
});

export const back = command({
  ...common,
  name: 'curbside.away.end',
  ack: 'private',
  input: OfGroup,
  decide: async (_input, ctx) => set(ctx, null, false),
});

/** How it stands: what an answer shows. */
export const awayNow = query({
  ...common,
  name: 'curbside.away.now',
  ack: 'private',
  input: OfGroup,
  show: async (_input, ctx) => {
    const group = groupOf(ctx).id;
    const days = awayPart(ctx, group);
    return card(say('away.title'), [
      title(say('away.title')),
      ...(days.length > 0
        ? [...days, quiet(say('away.who'))]
        : [body(say('away.none')), actions(action(say('away.change'), 'curbside.away', { group }))]),
    ]);
  },
});

/** It holds in all groups of the community: who is away is away from each. */
async function set(ctx: Context, days: Omit<NonNullable<Member['away']>, 'zone'> | null, tell: boolean) {
  const zone = zoneOf(ctx);
  const others = await ctx.raise('onAway', { away: days, zone, tell });
  const mine = await allOf(ctx.read, Members, 'person', { equal: ctx.me });
  const said = say(days === null ? 'away.over' : 'away.saved');
  const decision: Decision = decided(show('curbside.away.now', { group: groupOf(ctx).id }, said), {
    ...others,
    changes: [
      ...mine.map((m) => put(Members, { ...m, away: days === null ? null : { ...days, zone } })),
      ...others.changes,
    ],
  });
  return decision;
}

const zoneOf = (ctx: Asked): string => ctx.zone ?? groupOf(ctx).zone;

/** The days of the form as they are read: from today where none is given, and until the person says. */
function daysAway(input: { from?: string; until?: string }, ctx: Asked) {
  const today = dateOf(ctx.now, zoneOf(ctx));
  const about = { today, locale: ctx.locale, toward: 'future' } as const;
  return {
    today,
    from: input.from ? dateReading(input.from, about, 'away') : { value: today },
    until: input.until ? dateReading(input.until, about, 'back') : null,
  };
}

/** Days away that are not over. */
export function daysAhead({ away: days }: Pick<Member, 'away'>, now: number): Member['away'] {
  return days !== null && (days.until === null || dateOf(now, days.zone) < days.until) ? days : null;
}

/** Their own days away, at home: until when, and the way back. */
export function awayPart(ctx: Asked, group: string): Block[] {
  const days = ctx.member && daysAhead(ctx.member, ctx.now);
  if (!days) return [];
  const end = days.until === null ? [say('away.open')] : [say('away.back'), day(days.until)];
  return [
    body(say('away.now'), day(days.from), say('word.dot'), ...end),
    actions(
      action(say('away.end'), 'curbside.away.end', { group }),
      action(say('away.change'), 'curbside.away', { group }),
    ),
  ];
}

function awayForm(ctx: Asked): Form {
  const days = daysAhead(memberOf(ctx), ctx.now);
  const today = dateOf(ctx.now, zoneOf(ctx));
  return form({
    title: say('away.title'),
    intro: [quiet(say('away.who'))],
    fields: [
      dateField('from', say('away.from'), { value: days !== null && days.from > today ? days.from : today }),
      dateField('until', say('away.until'), { value: days?.until ?? '', hint: say('away.until.hint') }),
      switchField('tell', say('away.tell'), { hint: say('away.tell.hint') }),
    ],
    submit: say('word.save'),
    do: 'curbside.away.save',
    with: { group: groupOf(ctx).id },
  });
}
