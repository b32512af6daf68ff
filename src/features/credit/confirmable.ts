import type { Asked } from '../../runtime/context.ts';
import { allOf } from '../../storage/find-all.ts';
import { addDays, dateOf } from '../../time/time.ts';
import { Members, memberId } from '../group/model.ts';
import { type Confirmation, Confirmations, Declined } from './confirmation-model.ts';
import { nameableOf } from './naming.ts';
import { type StatementRow, statementRows } from './rows.ts';

/** A line this old can still be confirmed: two years of a renewal cycle. */
const confirmableDays = 731;

/** Under what a line of mine stands in an ask: a hash that I alone can make. */
export const rowKey = (ctx: Asked, row: string): Promise<string> => keyOf((subject) => ctx.mine(subject), row);

const keyOf = async (mine: (subject: string) => Promise<string>, row: string): Promise<string> =>
  (await mine(`confirm ${row}`)).slice(0, 16);

/**
 * My lines that a colleague can confirm, newest first: what I asked under my name of colleagues here, and meetings. A question
 * without my name never is, so that nobody is asked about it.
 */
export async function confirmableRows(ctx: Asked): Promise<StatementRow[]> {
  const to = dateOf(ctx.now, ctx.zone ?? ctx.group?.zone ?? 'UTC');
  const rows = await statementRows(ctx, { from: addDays(to, -confirmableDays), to });
  return rows
    .filter((r) => r.id !== null && r.group === ctx.group?.id)
    .filter((r) => r.side === 'attended' || (r.side === 'asked' && r.colleagues.some((c) => c.person !== null)))
    .reverse();
}

/** Whether a colleague took part in a line, as far as its owner says, and agreed to be named. */
export async function canConfirm(ctx: Asked, row: StatementRow, to: string): Promise<boolean> {
  if (to === ctx.me || !(await nameableOf(ctx.read, [to])).has(to)) return false;
  if (row.side === 'asked') return row.colleagues.some(({ person }) => person === to);
  return (await ctx.read.get(Members, memberId(row.group ?? '', to))) !== null;
}

export const myAsks = (ctx: Asked): Promise<Confirmation[]> =>
  allOf(ctx.read, Confirmations, 'from', { equal: ctx.me });

/** The id of my mark that I put an ask away. */
export const declinedId = async (ctx: Asked, confirmation: string): Promise<string> =>
  (await ctx.mine(`declined ${confirmation}`)).slice(0, 16);

/** What I am asked and have not answered, in the group at hand. */
export async function askedOfMe(ctx: Asked): Promise<Confirmation[]> {
  const all = (await allOf(ctx.read, Confirmations, 'to', { equal: ctx.me })).filter(
    (c) => c.confirmed === null && !c.hidden && c.until > ctx.now && c.group === ctx.group?.id,
  );
  const away = await ctx.read.getMany(Declined, await Promise.all(all.map((c) => declinedId(ctx, c.id))));
  return all.filter((_, i) => (away[i] ?? null) === null);
}

/** What I confirmed to colleagues, the latest first. */
export async function givenByMe(ctx: Asked): Promise<Confirmation[]> {
  const all = await allOf(ctx.read, Confirmations, 'to', { equal: ctx.me });
  return all
    .filter((c) => c.confirmed !== null && c.until > ctx.now)
    .sort((a, b) => (b.confirmed?.at ?? 0) - (a.confirmed?.at ?? 0));
}

/** Who confirmed a line, with the credential of the day. A line that says something else by now is not confirmed. */
export const confirmedBy = async (ctx: Asked, rows: readonly StatementRow[]): Promise<Map<string, Confirmation[]>> =>
  confirmedOf(
    await myAsks(ctx),
    rows.flatMap((row) => (row.id === null ? [] : [{ id: row.id, minutes: row.own + row.others }])),
    (subject) => ctx.mine(subject),
  );

/** The same of lines by their id and minutes, whose keys `mine` makes. */
export async function confirmedOf(
  asks: readonly Confirmation[],
  lines: readonly { readonly id: string; readonly minutes: number }[],
  mine: (subject: string) => Promise<string>,
): Promise<Map<string, Confirmation[]>> {
  const yes = asks.filter((c) => c.confirmed !== null);
  const found = new Map<string, Confirmation[]>();
  if (yes.length === 0) return found;
  for (const { id, minutes } of lines) {
    const key = await keyOf(mine, id);
    const of = yes.filter((c) => c.row === key && c.minutes === minutes);
    if (of.length > 0) found.set(id, of);
  }
  return found;
}
