import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { type Asked, groupOf, memberOf } from '../../runtime/context.ts';
import { decided, drop, put, show } from '../../runtime/decision.ts';
import { found } from '../../runtime/field-errors.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { untold } from '../../runtime/outbox/untold.ts';
import { refusal } from '../../runtime/refusals.ts';
import { command, query } from '../../runtime/route.ts';
import { allOf } from '../../storage/find-all.ts';
import { Id } from '../../storage/kind.ts';
import { action, day, form, peopleField, quiet, refilled } from '../../view/build.ts';
import type { Form } from '../../view/view.ts';
import { askCard, confirmationsCard } from './confirm-views.ts';
import { askedOfMe, canConfirm, confirmableRows, declinedId, givenByMe, myAsks, rowKey } from './confirmable.ts';
import { askedMs, type Confirmation, Confirmations, confirmedMs, Declined } from './confirmation-model.ts';
import { mayNameMe, nameableOf } from './naming.ts';
import { Page, paged } from './pages.ts';
import type { StatementRow } from './rows.ts';

const common = { who: 'member', feature: 'consultation' } as const;
/** So many that I confirmed are shown. */
const mostGiven = 8;

/** What colleagues confirmed, what I can ask them, and what they ask me. Only for who asks. */
export const confirmations = query({
  ...common,
  name: 'credit.confirmations',
  ack: 'private',
  input: z.object({ group: z.string().optional(), page: Page }),
  show: async ({ page }, ctx) => {
    const of = paged(await confirmableRows(ctx), page, 'credit.confirmations', { group: groupOf(ctx).id });
    const keys = await Promise.all(of.shown.map((r) => rowKey(ctx, r.id ?? '')));
    const asks = await myAsks(ctx);
    const lines = of.shown.map((row, i) => ({
      row,
      asks: asks.filter((c) => c.row === keys[i] && !c.hidden && c.until > ctx.now),
    }));
    const named = await nameableOf(
      ctx.read,
      asks.map((c) => c.to),
    );
    const mine = {
      nameable: await mayNameMe(ctx),
      asked: await askedOfMe(ctx),
      given: (await givenByMe(ctx)).filter((c) => c.group === groupOf(ctx).id).slice(0, mostGiven),
    };
    return confirmationsCard(groupOf(ctx).id, { ...of, lines }, named, mine);
  },
});

/** `page`: the one it was opened from. */
const OfRow = z.object({ group: z.string(), row: Id, page: Page });

const rowOf = async (ctx: Asked, id: string | undefined): Promise<StatementRow | undefined> =>
  (await confirmableRows(ctx)).find((row) => row.id === id);

export const confirmForm = query({
  ...common,
  name: 'credit.confirm',
  ack: 'form',
  input: OfRow,
  show: async (input, ctx) => {
    const row = await rowOf(ctx, input.row);
    return row === undefined ? refusal('gone') : askForm(input.group, row, input.page);
  },
});

const askForm = (group: string, row: StatementRow, page: number): Form =>
  form({
    title: say('credit.confirm'),
    intro: [quiet(day(row.date), say('word.dot'), say('supervision.length', { minutes: row.own + row.others }))],
    fields: [
      peopleField('to', say('credit.confirm.to'), 1, {
        required: true,
        others: true,
        hint: say('credit.confirm.to.hint'),
      }),
    ],
    submit: say('credit.confirm.ask'),
    do: 'credit.confirm.save',
    with: { group, row: row.id ?? '', page: String(page) },
  });

/** Asks once: who was asked about a line gets no other message while that waits, nor where it was put away and comes back. */
export const saveConfirm = command({
  ...common,
  name: 'credit.confirm.save',
  opensWith: 'credit.confirm',
  ack: 'private',
  input: OfRow.extend({ to: z.string().min(1) }),
  refill: async (values, errors, ctx) => {
    const row = await rowOf(ctx, values.row);
    return row === undefined
      ? refusal('gone')
      : refilled(askForm(groupOf(ctx).id, row, Page.catch(1).parse(values.page)), values, errors);
  },
  check: async ({ row: id, to }, ctx) => {
    const row = await rowOf(ctx, id);
    if (row === undefined || to === undefined) return {};
    return found({ to: (await canConfirm(ctx, row, to)) ? null : say('credit.confirm.who') });
  },
  decide: async (input, ctx) => {
    const row = await rowOf(ctx, input.row);
    if (row === undefined) return refusal('gone');
    const key = await rowKey(ctx, input.row);
    const id = (await ctx.mine(`confirm ${input.row} ${input.to}`)).slice(0, 16);
    const shown = show(
      'credit.confirmations',
      { group: input.group, page: String(input.page) },
      say('credit.confirm.asked'),
    );
    const before = await ctx.read.get(Confirmations, id);
    if (before !== null && before.until > ctx.now)
      return decided(shown, {
        // The same minutes: those that the message says.
        changes: before.hidden ? [put(Confirmations, { ...before, hidden: false })] : [],
      });
    const ask: Confirmation = {
      ...{ id, group: groupOf(ctx).id, from: ctx.me, to: input.to, row: key, date: row.date },
      ...{ minutes: row.own + row.others, askedAt: ctx.now, confirmed: null, until: ctx.now + askedMs },
      hidden: false,
    };
    return decided(shown, {
      changes: [put(Confirmations, ask)],
      sends: [
        {
          post: askCard(ask),
          id: ctx.ids.next(),
          to: { is: 'direct', person: input.to },
          subject: ask.id,
          notBefore: ctx.now,
          quiet: { group: ask.group },
          notAfter: ask.until,
          orNextAnswer: true,
        },
      ],
    });
  },
});

/** The message that asks, where it still waits for the end of quiet hours. */
const unasked = (ctx: Asked, ask: Confirmation): Promise<Send[]> =>
  untold(ctx.read, { subject: ask.id, says: 'credit.confirm.summary', to: ask.to });

/** A yes adds a line to the colleague's statement. A no is put away for oneself: it is the same as no answer to everybody else. */
export const answerConfirm = command({
  ...common,
  name: 'credit.confirm.answer',
  ack: 'private',
  input: z.object({ group: z.string(), confirmation: Id, yes: z.enum(['yes', 'no']) }),
  decide: async (input, ctx) => {
    const ask = await ctx.read.get(Confirmations, input.confirmation);
    if (ask === null || ask.to !== ctx.me || ask.confirmed !== null || ask.hidden || ask.until <= ctx.now)
      return refusal('gone');
    const shown = (note: 'credit.confirm.yes.done' | 'credit.confirm.no.done') =>
      show('credit.confirmations', { group: ask.group }, say(note));
    const mine = await allOf(ctx.read, Declined, 'owner', { equal: ctx.me });
    if (input.yes === 'no') {
      const known = await ctx.read.getMany(
        Confirmations,
        mine.map((d) => d.confirmation),
      );
      const old = mine.filter((_, i) => (known[i] ?? null) === null);
      const away = { id: await declinedId(ctx, ask.id), owner: ctx.me, confirmation: ask.id };
      return decided(shown('credit.confirm.no.done'), {
        changes: [put(Declined, away), ...old.map((d) => drop(Declined, d.id))],
        sends: await unasked(ctx, ask),
      });
    }
    // A confirmer first agrees to be named.
    if (!(await mayNameMe(ctx)))
      return refusal('notNameable', [
        action(say('credit.naming.on'), 'credit.naming', { group: ask.group, on: 'yes' }),
      ]);
    const confirmed = { at: ctx.now, credential: memberOf(ctx).credential };
    return decided(shown('credit.confirm.yes.done'), {
      changes: [
        put(Confirmations, { ...ask, confirmed, until: ctx.now + confirmedMs }),
        ...mine.filter((d) => d.confirmation === ask.id).map((d) => drop(Declined, d.id)),
      ],
      sends: await unasked(ctx, ask),
    });
  },
});

/** Whoever confirmed takes it back, or whoever asked drops it: unanswered, it is only put away. */
export const dropConfirm = command({
  ...common,
  name: 'credit.confirm.drop',
  ack: 'private',
  input: z.object({ group: z.string(), confirmation: Id, page: Page }),
  decide: async (input, ctx) => {
    const ask = await ctx.read.get(Confirmations, input.confirmation);
    const isMine = ask !== null && (ask.from === ctx.me || (ask.to === ctx.me && ask.confirmed !== null));
    if (!isMine) return refusal('gone');
    return decided(show('credit.confirmations', { group: ask.group, page: String(input.page) }), {
      changes: [ask.confirmed === null ? put(Confirmations, { ...ask, hidden: true }) : drop(Confirmations, ask.id)],
      sends: await unasked(ctx, ask),
    });
  },
});
