import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import { query, slash } from '../../runtime/route.ts';
import { dateOf } from '../../time/time.ts';
import { action, actions, body, card, day, facts, file, msg, option, quiet, title } from '../../view/build.ts';
import type { Action, Block, Card } from '../../view/view.ts';
import { folded, unfolded } from './chosen.ts';
import { confirmedBy } from './confirmable.ts';
import { creditElsewhere, type LinkedCredit } from './linked.ts';
import { nameableOf } from './naming.ts';
import { renewalPacksOf } from './packs.ts';
import { includedIn } from './reflections.ts';
import { reminderBlocks } from './reminder.ts';
import { myReminder, type Reminder } from './reminder-model.ts';
import type { RenewalPack } from './renewal-pack.ts';
import { statementLines } from './rows.ts';
import { minutesIn, type Statement, statementDocument } from './statement-document.ts';
import { countTotals, cycleAround, type Days } from './totals.ts';

const common = { who: 'member', feature: 'consultation' } as const;
/** The first one is what a board takes. */
const formats = ['pdf', 'csv', 'json'] as const;
type Format = (typeof formats)[number];

const Wanted = z.object({
  group: z.string().optional(),
  /** Pack, days and the switch in one, see `chosen.ts`. */
  s: z.string().optional(),
  /** `chosen` comes from the list, `pack` from every other control; 'plain' is without the rules of a body. */
  chosen: z.string().optional(),
  pack: z.string().optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** The switch sends `on`, every other control `anonymous`. */
  on: z.enum(['yes', 'no']).optional(),
  anonymous: z.enum(['yes', 'no']).optional(),
  format: z.enum(formats).optional(),
});
type Wanted = z.output<typeof Wanted>;

/** `/consult statement`: what my consultations earn for renewing a license, as a preview and as files. Only for who asks. */
export const statement = query({
  ...common,
  name: 'credit.statement',
  ack: 'private',
  slash: slash('consult', 'statement', 'credit.help.statement'),
  input: Wanted,
  elsewhere: (other) => creditElsewhere(other),
  show: async (input, ctx, linked) => {
    const chosen = await statementOf(input, ctx, linked);
    if (input.format === undefined) return previewCard(chosen, ctx, await myReminder(ctx));
    return card(say('credit.statement'), [
      title(say('credit.statement')),
      body(say('documents.ready', { format: input.format, worksheet: false })),
      file(statementDocument(chosen), input.format),
      quiet(say('documents.checkable')),
      actions(action(say('word.back'), 'credit.statement', valuesOf(chosen))),
    ]);
  },
});

/** `left`: how many reflections the last check leaves out; `accounts`: how many linked ones are in it; `sameDays`: as of its lines. */
type Chosen = Statement & {
  readonly group: string;
  readonly anonymous: boolean;
  readonly left: number;
  readonly sameDays: number;
  readonly accounts: number;
};

const zoneOf = (ctx: Asked): string => ctx.zone ?? ctx.group?.zone ?? 'UTC';

/** The rules that were chosen, and the days: those that somebody chose go with the pack they chose them for. */
function cycleOf(input: Wanted, ctx: Asked): { pack: RenewalPack | null; days: Days } {
  const id = input.chosen ?? input.pack;
  const pack = renewalPacksOf(ctx).find((one) => one.id === id) ?? null;
  const days =
    input.chosen === undefined && input.from !== undefined && input.to !== undefined
      ? { from: input.from, to: input.to }
      : cycleAround(pack, dateOf(ctx.now, zoneOf(ctx)));
  return { pack, days };
}

async function statementOf(wanted: Wanted, ctx: Asked, linked: readonly LinkedCredit[]): Promise<Chosen> {
  const input = unfolded(wanted);
  const zone = zoneOf(ctx);
  const { pack, days } = cycleOf(input, ctx);
  // A file that stays in a conversation is no place for what somebody asked without their name.
  const anonymous = !ctx.filesStay && (input.on ?? input.anonymous) === 'yes';
  const { rows, sameDays } = await statementLines(ctx, days, anonymous, linked);
  const there = linked.flatMap((of) => [...of.confirmed]);
  const confirmed = new Map([...there, ...(await confirmedBy(ctx, rows))]);
  const people = [
    ...rows.flatMap((r) => r.colleagues.flatMap((c) => c.person ?? [])),
    ...[...confirmed.values()].flat().map((c) => c.to),
  ];
  const named = await nameableOf(ctx.read, people);
  const { texts: reflections, left } = await includedIn(
    ctx,
    rows,
    linked.flatMap((of) => of.reflections),
  );
  const { me: owner, now, fingerprint } = ctx;
  const credential = ctx.member?.credential ?? '';
  return {
    ...{ owner, credential, pack, days, rows, now, zone, fingerprint, anonymous, group: ctx.group?.id ?? '' },
    ...{ named, confirmed, reflections, left, sameDays, accounts: linked.length },
    recorded: say('credit.recorded', { place: ctx.group?.place ?? null }),
  };
}

const valuesOf = ({ group, pack, days, anonymous }: Chosen): Record<string, string> => ({
  group,
  s: folded({ pack: pack?.id ?? 'plain', ...days, anonymous: anonymous ? 'yes' : 'no' }),
});

function previewCard(chosen: Chosen, ctx: Asked, reminder: Reminder | null): Card {
  const { pack, days, rows, anonymous, group, sameDays: twice } = chosen;
  const { own, others } = minutesIn(rows);
  const values = valuesOf(chosen);
  return card(say('credit.statement'), [
    title(say('credit.statement')),
    body(say('credit.intro')),
    packPick(renewalPacksOf(ctx), pack, { group, anonymous: anonymous ? 'yes' : 'no' }),
    facts(
      [say('credit.cycle'), day(days.from), say('supervision.to'), day(days.to)],
      [say('credit.rows'), say('status.count', { n: rows.reduce((n, { count }) => n + count, 0) })],
      [say('credit.own'), say('supervision.length', { minutes: own })],
      [say('credit.others'), say('supervision.length', { minutes: others })],
      ...(pack === null || pack.totalMinutes === null
        ? []
        : [[say('credit.required'), say('supervision.length', { minutes: pack.totalMinutes })] as const]),
      ...(pack === null ? [] : countTotals(pack, rows)).map(
        ({ count, counted, result }) =>
          [
            say('supervision.text', { text: count.what }),
            say('supervision.length', { minutes: counted }),
            ...(result === 'none' ? [] : [msg(say('credit.result', { result, minutes: count.minMinutes ?? 0 }))]),
          ] as const,
      ),
    ),
    ...(pack?.note === undefined ? [] : [quiet(say('supervision.text', { text: pack.note }))]),
    ...(ctx.filesStay
      ? [quiet(say('credit.anonymous.stay'))]
      : [
          {
            is: 'switch',
            label: say('credit.anonymous'),
            on: anonymous,
            do: 'credit.statement',
            with: values,
          } as const,
          quiet(say('credit.anonymous.hint')),
        ]),
    ...(chosen.accounts === 0 ? [] : [quiet(say('log.includes', { n: chosen.accounts }))]),
    ...(twice === 0 ? [] : [quiet(say('credit.sameDay', { n: twice }))]),
    ...(chosen.left === 0 ? [] : [quiet(say('credit.reflections.left', { n: chosen.left }))]),
    quiet(chosen.recorded),
    actions(
      fileIn('pdf', values),
      action(say('credit.dates'), 'credit.dates', values),
      action(say('credit.advised.log'), 'credit.advised', { group }),
      ...(twice === 0 ? [] : [action(say('records.summary'), 'consult.records', { group })]),
      action(say('case.more'), 'credit.more', values),
    ),
    ...reminderBlocks(reminder, values),
  ]);
}

const fileIn = (format: Format, values: Record<string, string>): Action =>
  action(
    say('document.format', { format }),
    'credit.statement',
    { ...values, format },
    format === 'pdf' ? { tone: 'main' } : {},
  );

/** What a statement is seldom opened for: what else goes into it, and its other files. */
export const moreOfStatement = query({
  ...common,
  name: 'credit.more',
  ack: 'private',
  input: z.object({ group: z.string(), s: z.string() }),
  show: async ({ group, s }, ctx) => {
    const { from, to } = cycleOf(unfolded({ s }), ctx).days;
    const values = { group, s };
    return card(say('credit.statement'), [
      title(say('credit.statement')),
      quiet(day(from), say('supervision.to'), day(to)),
      actions(
        action(say('credit.confirmations'), 'credit.confirmations', { group }),
        action(say('credit.reflections'), 'credit.reflections', { group, from, to }),
        action(say('credit.records'), 'consult.records.export', { group, from, to }),
      ),
      quiet(say('documents.formats')),
      actions(
        ...formats.filter((one) => one !== 'pdf').map((one) => fileIn(one, values)),
        action(say('word.back'), 'credit.statement', values),
      ),
    ]);
  },
});

const packPick = (all: readonly RenewalPack[], pack: RenewalPack | null, values: Record<string, string>): Block => ({
  is: 'pick',
  label: say('credit.pack'),
  options: [
    option('plain', say('credit.plain')),
    ...all.map(({ id, title: typed }) => ({ value: id, label: { typed }, hint: null })),
  ],
  chosen: [pack?.id ?? 'plain'],
  many: false,
  do: 'credit.statement',
  with: values,
});
