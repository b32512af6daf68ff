import type { Read } from '../../ports/store.ts';
import type { Context } from '../../runtime/context.ts';
import type { Send } from '../../runtime/outbox/enqueue.ts';
import { Outbox } from '../../runtime/outbox/model.ts';
import { dateOf } from '../../time/time.ts';
import type { Card } from '../../view/view.ts';
import { Consultations } from '../consultation/model.ts';
import { type Group, Groups } from '../group/model.ts';
import { dueAt, type FollowUp } from './follow-up-model.ts';
import { guestsNow } from './guest-model.ts';
import { type Meeting, type Series, SeriesOf } from './model.ts';
import { slotsOf } from './next.ts';
import { type DueFollowUp, openingCard } from './opening-views.ts';

interface Opened {
  readonly group: Group;
  readonly series: Series;
  readonly m: Meeting;
}

/** What is due at a meeting, and what is over since an earlier one. */
export const followUpsFor = (read: Read, { series, m }: Pick<Opened, 'series' | 'm'>) =>
  dueAt(read, { group: m.group, meeting: m.id, date: dateOf(m.at, series.zone) });

async function shownFollowUps(read: Read, due: readonly FollowUp[]): Promise<DueFollowUp[]> {
  const about = await read.getMany(
    Consultations,
    due.map(({ consultation }) => consultation ?? ''),
  );
  const rows = await read.getMany(
    Outbox,
    about.map((c) => c?.rows.card ?? ''),
  );
  return due.map(({ person }, i) => ({ person, ref: rows[i]?.ref ?? null }));
}

/** The card that opens a meeting, as it is now; `except`: who is on it no more. */
export async function openingOf(
  ctx: Pick<Context, 'read' | 'now' | 'gather' | 'files'>,
  { group, series, m }: Opened,
  except: string | null = null,
): Promise<Card> {
  const isThere = ({ person }: { readonly person: string }): boolean => person !== except;
  const [slots, guests, due] = [
    await slotsOf(ctx, { m, series, locale: group.locale }),
    (await guestsNow(ctx, group, m.id)).filter(isThere),
    (await followUpsFor(ctx.read, { series, m })).now.filter(isThere),
  ];
  return openingCard(group, { m, series, slots, guests, followUps: await shownFollowUps(ctx.read, due) }, ctx.now);
}

/** The card of a meeting drawn anew in the channel: nothing where none was posted. */
export async function redrawn(
  ctx: Pick<Context, 'read' | 'now' | 'gather' | 'files'>,
  m: Meeting,
  except: string | null = null,
): Promise<Send[]> {
  if (m.row === null || m.status !== 'opened') return [];
  const [series, group] = [await ctx.read.get(SeriesOf, m.series), await ctx.read.get(Groups, m.group)];
  if (series === null || group === null) return [];
  return [{ edit: m.row, view: await openingOf(ctx, { group, series, m }, except), subject: m.id }];
}
